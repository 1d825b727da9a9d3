import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput, RegionPicker
from cases.models import FamilyTracing, Need, Region, TracingLead
from cases.models.task import workers_of

NOT_ASKED = ("", "Belum ditanyakan")


class PlanForm(forms.Form):
    """What is known, what is next, and what the client says of a search on social media."""

    known = TextField(
        label="Yang diketahui", required=False, max_length=2000, widget=forms.Textarea({"rows": 4}),
        help_text="Dengan kata-kata klien: nama keluarga, kampung, sekolah, pekerjaan, tetangga.",
    )  # fmt: skip
    social_media = forms.ChoiceField(
        label="Pencarian lewat media sosial", required=False, widget=forms.RadioSelect,
        choices=[NOT_ASKED, *FamilyTracing.SocialMedia.choices],
        help_text="Tanyakan kepada klien. Tanpa izinnya tidak ada petunjuk atau kontak lewat media sosial.",
    )  # fmt: skip
    social_media_on = forms.DateField(label="Ditanyakan tanggal", required=False, widget=DateInput)
    next_step = TextField(
        label="Langkah berikutnya", required=False, max_length=200, help_text="Misalnya “telepon Kepala Desa Kedu”."
    )
    due_on = forms.DateField(label="Paling lambat", required=False, widget=DateInput)
    responsible = forms.ModelChoiceField(None, label="Penanggung jawab", required=False, empty_label="Belum ditentukan")

    def __init__(self, *args, shelter, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["responsible"].queryset = workers_of(shelter)

    @staticmethod
    def initial_of(tracing):
        return {name: getattr(tracing, name) for name in PlanForm.base_fields}


class OpenForm(PlanForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    opened_on = forms.DateField(label="Dibuka tanggal", widget=DateInput, error_messages={"required": "Isi tanggal."})
    field_order = ["key", "opened_on", "known"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["social_media_on"]  # asked on the day of the opening

    def said(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}


class PhotoForm(forms.Form):
    reason = TextField(
        label="Alasan", max_length=300, widget=forms.Textarea({"rows": 3}),
        help_text="Mengapa foto diperlukan, dan di mana saja dipakai.",
        error_messages={"required": "Tulis alasan izin ini."},
    )  # fmt: skip


class CloseForm(forms.Form):
    on = forms.DateField(label="Ditutup tanggal", widget=DateInput, error_messages={"required": "Isi tanggal."})
    outcome = forms.ChoiceField(
        label="Hasil penelusuran", choices=FamilyTracing.Outcome.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih hasilnya."},
    )  # fmt: skip
    note = TextField(
        label="Keterangan", required=False, max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text="Wajib bila dihentikan: mengapa.",
    )  # fmt: skip
    need = forms.ChoiceField(
        label="Kebutuhan penelusuran keluarga", required=False, widget=forms.RadioSelect,
        choices=[("", "Biarkan terbuka"), *Need.Reason.choices],
        help_text="“Terpenuhi” hanya bila keluarga ditemukan.",
    )  # fmt: skip

    def __init__(self, *args, has_need, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_need:
            del self.fields["need"]

    def clean(self):
        given = super().clean()
        if given.get("outcome") == FamilyTracing.Outcome.STOPPED and not given.get("note"):
            self.add_error("note", "Tulis mengapa penelusuran dihentikan.")
        return given


class LeadForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    source = forms.ChoiceField(
        label="Dari mana", choices=TracingLead.Source.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih sumbernya."},
    )  # fmt: skip
    text = TextField(
        label="Petunjuknya", max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text="Apa kata mereka, atau siapa yang perlu ditanya.",
        error_messages={"required": "Tulis apa petunjuknya."},
    )  # fmt: skip
    with_photo = forms.BooleanField(
        label="Foto klien dipakai (media sosial)", required=False,
        help_text="Foto anak atau klien yang dijaga hanya dengan izin kepala panti.",
    )  # fmt: skip
    region = forms.ModelChoiceField(Region.objects, label="Wilayah", required=False, widget=RegionPicker)
    phone = TextField(
        label="Nomor telepon", required=False, max_length=50,
        widget=forms.TextInput({"inputmode": "tel", "autocomplete": "off"}),
    )  # fmt: skip

    def said(self):
        given = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        return given | {"with_photo": given["with_photo"] and given["source"] == TracingLead.Source.SOCIAL_MEDIA}


class SettleForm(forms.Form):
    state = forms.ChoiceField(
        label="Keadaan petunjuk", widget=forms.RadioSelect, choices=TracingLead.State.choices[1:],
        error_messages={"required": "Pilih keadaannya."},
    )  # fmt: skip
    result = TextField(
        label="Hasil", required=False, max_length=300, widget=forms.Textarea({"rows": 2}),
        help_text="Wajib bila buntu: mengapa.",
    )  # fmt: skip

    def clean(self):
        given = super().clean()
        if given.get("state") == TracingLead.State.DEAD_END and not given.get("result"):
            self.add_error("result", "Tulis mengapa petunjuk ini buntu.")
        return given
