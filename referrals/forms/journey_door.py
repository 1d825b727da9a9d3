"""What an office on the way home may say through the link. The fields are the words of JourneyLeg.hear."""

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from referrals.forms.door import SaidForm, words


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self):
        super().__init__(format="%H:%M")


class NewsForm(SaidForm):
    """When, and a note; `kind` is what of JourneyNews the form says."""

    kind = ""

    on = forms.DateField(label="Tanggal", widget=DateInput, error_messages={"required": "Tulis tanggalnya."})
    at = forms.TimeField(label="Jam", required=False, widget=TimeInput)

    def speak(self, leg):
        return leg.hear(self.kind, voice=self.voice(), **self.said())


class ArrivedForm(NewsForm):
    kind = "arrived"

    condition = TextField(
        label="Keadaan klien", max_length=300, required=False, help_text="Misalnya sehat, lelah, atau perlu dokter."
    )
    text = words("Catatan", required=False)


class ForwardedForm(NewsForm):
    kind = "forwarded"

    text = words("Catatan", required=False, help_text="Misalnya kendaraan dan jam berangkat berikutnya.")


class MissingForm(NewsForm):
    kind = "missing"

    at = None
    text = words("Catatan", required=False, help_text="Misalnya sampai jam berapa ditunggu.")


class MessageForm(SaidForm):
    text = words("Isi", rows=4, error_messages={"required": "Tulis pesan Anda."})

    def speak(self, leg):
        return leg.hear("message", voice=self.voice(), **self.said())
