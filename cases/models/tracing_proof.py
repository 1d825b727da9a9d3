"""Which outcome of a search its contacts prove. What everybody said last counts: a no may become a yes, and back."""

from django.core.exceptions import ValidationError

ASKED = ("new", "asking")


def last_words(contacts):
    """{who: the last contact with them}, of contacts in any order."""
    said = {}
    for contact in sorted(contacts, key=lambda one: (one.on, one.pk)):
        said[contact.relative_id or contact.whom.casefold()] = contact
    return said


def refuse_unproven_outcome(tracing, outcome):
    """Raises ValidationError, saying what is missing for this outcome. Stopping needs a reason, not a proof."""
    results = [contact.result for contact in last_words(tracing.contacts.all()).values()]
    open_leads = tracing.leads.filter(state__in=ASKED).exists()
    said = {"willing": _willing, "refused": _refused, "not_found": _not_found}.get(outcome)
    problem = said(results, open_leads) if said else ""
    if problem:
        raise ValidationError({"outcome": problem})


def _willing(results, open_leads):
    return "" if "agreed" in results else "Belum ada keluarga yang terakhir kali menyatakan setuju. Catat kontaknya."


def _refused(results, open_leads):
    if "agreed" in results:
        return "Masih ada keluarga yang setuju menerima."
    if "refused" not in results:
        return "Belum ada penolakan yang tercatat. Catat kontaknya dengan alasannya."
    if {"reached", "waiting"} & set(results):
        return "Masih ada keluarga yang belum memberi jawaban akhir."
    return _leads_left(open_leads)


def _not_found(results, open_leads):
    if {"agreed", "refused", "reached"} & set(results):
        return "Menurut kontak yang tercatat, keluarga sudah ditemukan."
    if not {"unknown", "unreached"} & set(results):
        return "Belum ada langkah yang tercatat. Catat siapa yang sudah ditanya dan hasilnya."
    if "waiting" in results:
        return "Masih ada yang ditunggu kabarnya."
    return _leads_left(open_leads)


def _leads_left(open_leads):
    return "Masih ada petunjuk yang belum selesai ditanya." if open_leads else ""
