"""Death closes a file (berkas terkunci): what was known of a person then stands.

One place holds the rule, and every verb passes it: whatever writes on a file tells the trail, and the trail refuses
what is not among the acts below. Being dead is read from the stays; cancelling the death opens the file again.
"""

from django.apps import apps
from django.core.exceptions import ValidationError

LOCKED = (
    "Berkas ini terkunci karena klien meninggal dunia. Yang masih dapat dicatat: urusan kematian, barang titipan, "
    "identitas, dan keluarga."
)
READING = ("viewed", "printed", "downloaded", "exported", "searched")
# The last care and what follows it, things handed over, who the person was, and to whom they belonged. Which letters
# may still be written, the letter itself knows.
OPEN_NOUNS = (
    "clientletter", "death", "belonging", "relative", "exit", "attachment", "biometric", "contact", "lead",
    "journeycost",
)  # fmt: skip
OPEN_ACTS = {
    "client.changed", "client.merged", "client.unmerged", "client.distinguished", "paper.handed", "paper.dropped",
    "stay.discharged", "stay.vacated", "stay.reopened", "stay.cancelled", "referral.withdrawn", "task.cancelled",
    "warning.ended", "handover.stopped", "link.revoked", "link.locked", "journey.cancelled", "journey.money_noted",
    "journey.closed", "pickup.cancelled",
    # The family of the dead is still sought by the search that was open; a new one is not begun.
    "tracing.closed", "tracing.planned", "tracing.consented", "tracing.photo_permitted",
}  # fmt: skip
LAST_CARE = "burial"


class FileLocked(ValidationError):
    """Where no form takes it, the middleware says it on the client's page."""

    def __init__(self, client_id):
        super().__init__(LOCKED)
        self.client_id = client_id


def refuse_locked(event, target):
    """Raises FileLocked when this event would write on the file of somebody who has died."""
    noun, _, done = event.action.partition(".")
    if event.client_id is None or done in READING or noun in OPEN_NOUNS or event.action in OPEN_ACTS:
        return
    if getattr(target, "service_id", None) == LAST_CARE:
        return
    require_open(event.client_id)


def require_open(client_id):
    """For the rare verb whose event is of something else than the file, such as a letter."""
    if apps.get_model("cases.Stay").objects.of_the_dead().filter(client=client_id).exists():
        raise FileLocked(client_id)
