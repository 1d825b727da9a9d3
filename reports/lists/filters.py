"""The filters of lists that have a page of their own. Nothing in them names a person: they stand in an address."""

from functools import cached_property

from django import forms

from cases.templatetags.indonesian import tanggal_pendek
from reports.lists.listing import Selection
from reports.month import months_between

LONGEST = 3_660  # days: ten years
MOST_MONTHS = 12
DAY = {"invalid": "Tanggal ini tidak ada."}


def day_field(label, **more):
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, error_messages=DAY | {"required": "Isi tanggal."}, **more)


class PlaceForm(forms.Form):
    panti = forms.ModelChoiceField(
        None, label="Panti", required=False, empty_label="Semua panti", to_field_name="slug",
        error_messages={"invalid_choice": "Pilih panti dari daftar."},
    )  # fmt: skip

    def __init__(self, *args, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        self.shelters = shelters
        self.fields["panti"].queryset = shelters

    @cached_property
    def houses(self):
        """The shelters asked for."""
        return [self.cleaned_data["panti"]] if self.cleaned_data["panti"] else list(self.shelters)

    @cached_property
    def house(self):
        """The one shelter that it is all about; None when there are several."""
        return self.houses[0] if len(self.houses) == 1 else None

    def described(self):
        """In words, for the file and the trail."""
        chosen = {"panti": self.house or "semua"} | {name: value for name, value in self.cleaned_data.items() if value}
        return "; ".join(f"{self.fields[name].label}: {told(value)}" for name, value in chosen.items())


def told(value):
    return tanggal_pendek(value) if hasattr(value, "year") else value


class DatesForm(PlaceForm):
    """Dates that may stay open."""

    dari = day_field("Sejak tanggal", required=False)
    sampai = day_field("Sampai tanggal", required=False)

    def clean(self):
        first, last = self.cleaned_data.get("dari"), self.cleaned_data.get("sampai")
        if first and last and first > last:
            self.add_error("sampai", "Tanggal sampai tidak boleh sebelum tanggal dari.")

    def within(self, queryset, field):
        """Both dates inclusive."""
        chosen = self.cleaned_data
        queryset = queryset.filter(**{f"{field}__gte": chosen["dari"]}) if chosen["dari"] else queryset
        return queryset.filter(**{f"{field}__lte": chosen["sampai"]}) if chosen["sampai"] else queryset


class SpanForm(DatesForm):
    """A period with both its ends."""

    dari = day_field("Dari tanggal")
    sampai = day_field("Sampai tanggal")

    def clean(self):
        super().clean()
        if not self.errors and (self.last - self.first).days > LONGEST:
            self.add_error("sampai", "Pilih masa paling lama 10 tahun.")

    @property
    def first(self):
        return self.cleaned_data["dari"]

    @property
    def last(self):
        return self.cleaned_data["sampai"]


class MonthsForm(SpanForm):
    """A period shown month by month."""

    def clean(self):
        super().clean()
        if not self.errors and len(self.months) > MOST_MONTHS:
            self.add_error("sampai", "Pilih masa paling lama 12 bulan: satu kolom untuk tiap bulan.")

    @property
    def months(self):
        return months_between(self.first, self.last)


def filled(form_class, asking, perm, **initial):
    """The form as the address fills it, or with the usual period."""
    given = asking.query.dict()
    return form_class(initial | given, shelters=asking.shelters(perm))


def broken(form):
    """For a filter that cannot be read: no rows, and the form with what is wrong."""
    return Selection([], lambda start=None, stop=None: [], 0, "", form=form)
