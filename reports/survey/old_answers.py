"""The rows of an old form as answers: what is wrong with a row is said, and then nothing goes in."""

import re
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError

from reports.models import SurveyResponse
from reports.survey.pairing import NONE, Answers, fold

DAY = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})")
BANDS = [(18, "u18"), (30, "18-29"), (40, "30-39"), (50, "40-49"), (60, "50-59"), (121, "60+")]
# Words by which old forms call what ours has; the first that stands in the answer decides.
ALSO = {
    "sex": {"l": "L", "p": "P", "laki laki": "L", "pria": "L", "laki": "L", "perempuan": "P", "wanita": "P"},
    "education": {
        "tidak sekolah": "none", "tidak tamat sd": "none", "sd": "sd", "smp": "smp", "sltp": "smp", "mts": "smp",
        "sma": "sma", "smk": "sma", "slta": "sma", "ma": "sma", "d1": "d", "d2": "d", "d3": "d", "d4": "d",
        "d i": "d", "d ii": "d", "d iii": "d", "d iv": "d", "diii": "d", "div": "d", "diploma": "d", "s1": "s1",
        "s 1": "s1", "sarjana": "s1", "s2": "s2", "s 2": "s2", "magister": "s2", "s3": "s3", "s 3": "s3",
        "doktor": "s3",
    },
    "occupation": {
        "tidak bekerja": "tidak", "belum bekerja": "tidak", "pns": "pns", "asn": "pns", "pppk": "pns", "tni": "tni",
        "polri": "polri", "polisi": "polri", "swasta": "swasta", "wirausaha": "wirausaha", "wiraswasta": "wirausaha",
        "pedagang": "wirausaha", "lainnya": "lain", "lain lain": "lain", "lain": "lain",
    },
    "respondent": {
        "penghuni": "client", "klien": "client", "penerima manfaat": "client", "pm": "client", "keluarga": "family",
        "wali": "family", "satpol": "sender", "polsek": "sender", "desa": "sender", "kelurahan": "sender",
        "pengirim": "sender", "mitra": "partner", "rumah sakit": "partner", "lks": "partner",
    },
}  # fmt: skip


@dataclass
class Read:
    answers: list = field(default_factory=list)  # [(about, {code: score})]
    errors: list = field(default_factory=list)  # [(number of the row, words)]
    notes: list = field(default_factory=list)  # the same, of what is left empty


def read(batch):
    """What the file would do now. It writes nothing."""
    found, answers = Read(), Answers()
    places = {key: batch.headings.index(name) for key, name in batch.pairs.items() if name in batch.headings}
    codes = [key for key in places if key in answers.words]
    for number, cells in batch.rows:
        said = {key: cells[place].strip() for key, place in places.items()}
        scores, faults = scored(answers, {code: said[code] for code in codes})
        about = {}
        try:
            about["answered_on"] = answered_on(said.get("date"), batch)
        except ValidationError as error:
            faults += error.messages
        for key in ("sex", "age_band", "education", "occupation", "respondent"):
            about[key] = choice(key, said.get(key, ""))
            if said.get(key) and not about[key]:
                found.notes.append((number, f"“{said[key][:40]}” tidak dikenal: dikosongkan"))
        about |= {"service": said.get("service", "")[:150], "suggestion": said.get("suggestion", "")}
        found.errors += [(number, fault) for fault in faults]
        if not faults:
            found.answers.append((about, scores))
    return found


def right(batch):
    """The answers of a file that is right throughout; ValidationError where it is not."""
    found = read(batch)
    if found.errors:
        raise ValidationError("Masih ada baris yang salah. Tidak ada yang dimasukkan.")
    return found.answers


def scored(answers, said):
    scores, faults = {}, []
    for code, text in said.items():
        score = answers.score(code, text) if text else None
        if score:
            scores[code] = score
        elif text:
            faults.append(f"{code}: jawaban “{text[:60]}” tidak dikenal. Tulis seperti kuesioner, atau 1 sampai 4.")
    if not scores and not faults:
        faults.append("Tidak satu unsur pun dijawab.")
    return scores, faults


def answered_on(text, batch):
    """The day of an answer; of a form that did not ask it, the last day of the period."""
    period = batch.period
    last = min(period.ends_on, period.shelter.today())
    if text is None:
        return last
    found = DAY.fullmatch(text)
    if not found:
        raise ValidationError(f"Tanggal “{text[:40]}” tidak dapat dibaca." if text else "Tanggal kosong.")
    first, second, third = map(int, found.groups())
    orders = {"iso": (first, second, third), "id": (third, second, first), "us": (third, first, second)}
    parts = (first, second, third) if first > 31 else orders[batch.style or "iso"]
    try:
        day = date(*parts)
    except ValueError as error:
        raise ValidationError(f"Tanggal “{text[:40]}” tidak ada.") from error
    if not period.begins_on <= day <= last:
        span = f"{period.begins_on:%d/%m/%Y} – {last:%d/%m/%Y}"
        raise ValidationError(f"Tanggal {day:%d/%m/%Y} di luar periode ini ({span}).")
    return day


def likely_style(batch_rows, place):
    """How a column writes its days: iso, id or us; "" where it could be either of two."""
    found = [DAY.fullmatch(cells[place].strip()) for _, cells in batch_rows]
    days = [[int(part) for part in one.groups()] for one in found if one]
    written = [one for one in days if one[0] <= 31]
    if not written:
        return "iso"
    if any(one[0] > 12 for one in written):
        return "id"
    return "us" if any(one[1] > 12 for one in written) else ""


def choice(key, text):
    """The stored value that a text means, or "" where it is not known."""
    said = fold(text)
    if not said or text == NONE:
        return ""
    if key == "age_band":
        return age(text)
    for value, label in SurveyResponse._meta.get_field(key).choices:
        if said in (fold(label), value.casefold()):
            return value
    padded = f" {said} "
    return next((value for word, value in ALSO[key].items() if f" {word} " in padded), "")


def age(text):
    """The band of an age in years, or of a band that lies within one of ours."""
    years = [int(number) for number in re.findall(r"\d{1,3}", text)]
    said = text.casefold()
    if len(years) == 1 and re.search(r"<|di ?bawah|kurang", said):
        years = [years[0] - 1]
    if not years or len(years) > 2:
        return ""
    bands = {next((band for below, band in BANDS if year < below), "") for year in years}
    return bands.pop() if len(bands) == 1 else ""
