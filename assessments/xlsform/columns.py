"""The columns of an XLSForm: other spellings, those that have no effect here, and those that would change a form."""

import re

EXPRESSIONS = (
    "relevant", "required", "constraint", "calculation", "read_only", "default", "choice_filter", "repeat_count",
)  # fmt: skip
TEXTS = ("label", "hint", "required_message", "constraint_message")
TRANSLATED = {*TEXTS, "guidance_hint"}
OWN = {
    "bind::balai:need": "need",
    "bind::balai:domain": "domain",
    "bind::balai:score": "score",
    "bind::balai:client": "client",
    "bind::balai:sensitive": "sensitive",
}
SURVEY = {"type", "name", "appearance", "guidance_hint", *TEXTS, *EXPRESSIONS, *OWN}
CHOICE_OWN = {"balai:need", "balai:score"}
SETTINGS = {"form_title", "form_id", "version", "default_language", "balai:score"}
ALIASES = {
    "relevance": "relevant", "bind::relevant": "relevant", "bind::required": "required",
    "bind::constraint": "constraint", "calculate": "calculation", "bind::calculate": "calculation",
    "readonly": "read_only", "read only": "read_only", "bind::readonly": "read_only", "list name": "list_name",
    "required message": "required_message", "requiredmsg": "required_message", "jr:requiredmsg": "required_message",
    "bind::jr:requiredmsg": "required_message", "constraint message": "constraint_message",
    "constraining message": "constraint_message", "constraining_message": "constraint_message",
    "jr:constraintmsg": "constraint_message", "bind::jr:constraintmsg": "constraint_message",
    "caption": "label", "guidance hint": "guidance_hint", "choice filter": "choice_filter",
    "repeat count": "repeat_count", "count": "repeat_count", "jr:count": "repeat_count",
    "control::jr:count": "repeat_count", "body::jr:count": "repeat_count", "control::appearance": "appearance",
    "body::appearance": "appearance", "set form title": "form_title", "set_form_title": "form_title",
    "title": "form_title", "set form id": "form_id", "set_form_id": "form_id", "id_string": "form_id",
}  # fmt: skip
HARMLESS = {
    "hxl": "Penanda HXL tidak dipakai.",
    "rows": "Tinggi isian diatur sendiri.",
    "autoplay": "Tidak dipakai.",
    "tags": "Tidak dipakai.",
    "parameters": "",
    "style": "Tampilan halaman diatur sendiri.",
    "namespaces": "Tidak dipakai.",
    "instance_name": "Asesmen dinamai menurut instrumennya.",
    "public_key": "Hanya untuk server ODK.",
    "submission_url": "Hanya untuk server ODK.",
    "auto_send": "Hanya untuk ODK Collect.",
    "auto_delete": "Hanya untuk ODK Collect.",
    "clean_text_values": "Spasi ganda tetap seperti ditulis.",
    "allow_choice_duplicates": "",
    "disabled": "",
    **dict.fromkeys(
        ("note", "notes", "comment", "comments", "catatan", "komentar", "keterangan"),
        "Kolom catatan penyusun; tidak tampil di formulir.",
    ),
}
REASONS = {
    "trigger": "Isian yang berubah karena isian lain (trigger) belum didukung; pakai calculation.",
    "save_to": "Entitas belum didukung.",
    "query": "Pilihan dari berkas luar tidak didukung.",
}
MEDIA = {"image", "audio", "video", "big-image", "media"}
CHOICE_COLUMN = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
NO = ("no", "false", "false()", "0")


def canonical(sheet: str, header: str) -> tuple[str, str]:
    """The column's usual name, and the language that stands behind it: `label::English (en)`."""
    written = " ".join(header.split())
    low = written.lower()
    low = ALIASES.get(low, low)
    known = {"survey": SURVEY, "settings": SETTINGS, "choices": CHOICE_OWN | {"list_name", "name", "label"}}
    if low in known.get(sheet, ()):
        return low, ""
    base, mark, language = written.partition("::" if "::" in written else ":")
    base = ALIASES.get(base.strip().lower(), base.strip().lower())
    if mark and base in TRANSLATED and sheet in ("survey", "choices"):
        return base, language.strip()
    return (low if sheet != "choices" and low in HARMLESS else written), ""


def judged(sheet: str, column: str, text: str) -> tuple[str, str]:
    """Whether a filled cell is "used", has no effect ("warned") or cannot be ("refused"), and why."""
    low = column.lower()
    known = {"survey": SURVEY, "settings": SETTINGS, "choices": CHOICE_OWN | {"list_name", "name", "label"}}[sheet]
    if column in known:
        return "used", ""
    if low.startswith(("$", "kuid", "_kuid")):
        return "warned", f"Kolom {column} milik KoboToolbox; tidak dipakai."
    if low.split("::")[0].split(":")[0] in MEDIA:
        return "refused", "Gambar, suara, atau video di pertanyaan belum didukung."
    if sheet == "choices":
        own = CHOICE_COLUMN.fullmatch(column)
        return ("used", "") if own else ("refused", f"Kolom “{column}” pada lembar choices belum didukung.")
    if low in ("allow_choice_duplicates", "disabled") and text.lower() not in NO:
        return "refused", f"{column} = {text} tidak didukung; hapus barisnya atau tulis no."
    if low == "parameters" and not re.fullmatch(r"(max-pixels|quality)\s*=\s*\S+", text.strip()):
        return "refused", f"Kolom “parameters” dengan {text} belum didukung."
    if low in HARMLESS:
        return "warned", f"Kolom “{column}” tidak berpengaruh. {HARMLESS[low]}".strip()
    if low.startswith(("body::", "control::", "instance::")):
        return "warned", f"Kolom “{column}” tidak berpengaruh di sini."
    return "refused", REASONS.get(low, f"Kolom “{column}” tidak didukung.")
