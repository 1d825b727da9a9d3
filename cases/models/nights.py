"""Where the people of some stays sleep: questions to stays, asked of the placements without a query per row."""

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery


def with_place(stays, day):
    placements = _placements(stays, day)
    return stays.annotate(
        place=Subquery(placements.in_words().values("place")[:1]),
        has_extra_place=Exists(placements.filter(bed=None)),
    )


def with_night(stays, day):
    started, ended = Q(placements__started_on__lte=day), Q(placements__ended_on__gt=day)
    night = FilteredRelation("placements", condition=started & (ended | Q(placements__ended_on=None)))
    stays = stays.annotate(night=night, night_room=F("night__room"), night_bed=F("night__bed"))
    return stays.annotate(night_reason=F("night__reason"))


def unplaced(stays, day):
    return stays.filter(~Exists(_placements(stays, day)))


def _placements(stays, day):
    mine = stays.model._meta.get_field("placements").related_model.objects.filter(stay=OuterRef("pk"))
    return mine.on(day) if day else mine.open()
