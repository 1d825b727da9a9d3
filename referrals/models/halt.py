"""What becomes of a referral when its client is gone: a question about the stay, so that nothing is called upwards.

Who has died needs no referral any more: it is stopped. Who went without leave may come back: it is suspended from the
moment the shelter says so, until somebody takes it up again after the return (`resumed_at`), or withdraws it.
"""

from django.db.models import Case, CharField, Exists, OuterRef, Q, TextChoices, Value, When
from django.db.models.functions import Coalesce

from cases.models import Absence, Stay


class Halt(TextChoices):
    STOPPED = "stopped", "Dihentikan"
    SUSPENDED = "suspended", "Ditangguhkan"


RUNNING = ("draft", "waiting", "sent", "seen", "question", "postponed", "accepted")
# To the partner, who learns no more than this; what happened to a person is in the file.
TOLD = {
    Halt.STOPPED: "Rujukan dihentikan. Hubungi panti bila ada yang perlu diselesaikan.",
    Halt.SUSPENDED: "Rujukan ditangguhkan untuk sementara. Panti akan memberi kabar bila dilanjutkan.",
}


def halted(running=RUNNING):
    """The halt of each referral as the database sees it; empty for those that go on, and those that are finished.

    `running`: the statuses in which whatever else hangs on a stay in this way can be halted (journeys).
    """
    died = Stay.objects.of_the_dead().filter(client=OuterRef("stay__client"))
    since = Coalesce(OuterRef("resumed_at"), OuterRef("created_at"))
    gone = Absence.objects.let_go().filter(stay=OuterRef("stay"), let_go_at__gt=since)
    left = Q(stay__exit_reason__is_abscond=True) | Q(stay__exit_reason__maps_to__is_abscond=True)
    running = Q(status__in=running)
    return Case(
        When(running & Exists(died), then=Value(Halt.STOPPED.value)),
        When(running & (left | Exists(gone)), then=Value(Halt.SUSPENDED.value)),
        default=Value(""),
        output_field=CharField(),
    )
