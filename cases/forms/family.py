import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from cases.cleaning import TextField
from cases.forms.attachment import ProofFile
from cases.forms.client import DateInput, RegionPicker
from cases.forms.recorded import RecordedForm
from cases.models import Client, FamilyContact, Relative
from cases.models.lead import TracingLead
from cases.permissions import Perm


class RelativeForm(RecordedForm):
    """Who belongs to the client, as they say. Whether it is true is asked on a page of its own."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    person_number = TextField(
        label="Nomor klien, bila juga tinggal di panti", required=False, max_length=40,
        help_text="Misalnya ibu dan anak sama-sama klien. Namanya terisi sendiri bila dikosongkan.",
    )  # fmt: skip

    class Meta:
        model = Relative
        fields = ["name", "relation", "is_guardian", "phone", "address", "region", "nik", "note"]
        field_classes = dict.fromkeys(["name", "phone", "address", "nik", "note"], TextField)
        widgets = {
            "region": RegionPicker,
            "note": forms.Textarea({"rows": 3}),
            "phone": forms.TextInput({"inputmode": "tel", "autocomplete": "off"}),
            "nik": forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        }
        labels = {"nik": "NIK (bila diketahui)", "region": "Wilayah"}
        error_messages = {"relation": {"required": "Pilih hubungannya dengan klien."}}

    field_order = ["name", "person_number", "relation", "is_guardian", "phone", "address", "region", "nik", "note"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["name"].required = False
        self.fields["relation"].choices = [("", "Pilih hubungan"), *Relative.Relation.choices]
        if self.instance.person:
            self.initial["person_number"] = self.instance.person.number
        if self.instance.state != Relative.State.CLAIMED:
            # What papers have proven is changed only by other papers.
            del self.fields["relation"]

    def clean_person_number(self):
        number = self.cleaned_data["person_number"]
        if not number:
            return None
        if self.instance.person and self.instance.person.number == number:
            return self.instance.person
        found = Client.objects.allowed(self.user, Perm.FILE).filter(number__iexact=number).first()
        if found is None:
            raise ValidationError("Nomor klien itu tidak ditemukan di panti Anda.")
        if found.pk == self.instance.client_id:
            raise ValidationError("Itu nomor klien ini sendiri.")
        return found

    def clean(self):
        given = super().clean()
        person = given.get("person_number")
        if not given.get("name") and person:
            given["name"] = person.display_name
        if not given.get("name") and "person_number" not in self.errors:
            self.add_error("name", "Isi nama keluarga atau wali.")
        return given

    def save(self, *, by, shelter):
        self.instance.person = self.cleaned_data["person_number"]
        if self.instance._state.adding:
            self.instance.created_by = by
        return super().save(by=by, shelter=shelter)


class ProofForm(forms.Form):
    """What the papers say of a relation."""

    class Outcome:
        CHOICES = [("proven", "Terbukti"), ("disproven", "Tidak benar")]

    was = forms.CharField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label="Hasil pemeriksaan", choices=Outcome.CHOICES, widget=forms.RadioSelect,
        error_messages={"required": "Pilih hasil pemeriksaan."},
    )  # fmt: skip
    relation = forms.ChoiceField(
        label="Hubungan menurut bukti", choices=Relative.Relation.choices,
        help_text="Ubah bila bukti menunjukkan hubungan lain, misalnya bibi, bukan ibu.",
    )  # fmt: skip
    proof = forms.ChoiceField(label="Bukti", choices=Relative.Proof.choices, widget=forms.RadioSelect, required=False)
    number = TextField(label="Nomor KK, akta, atau surat", required=False, max_length=100)
    on = forms.DateField(
        label="Diperiksa tanggal", widget=DateInput, error_messages={"required": "Isi tanggal pemeriksaan."}
    )
    note = TextField(
        label="Keterangan", required=False, max_length=300, widget=forms.Textarea({"rows": 2}),
        help_text="Wajib bila tidak benar: dari mana diketahui.",
    )  # fmt: skip
    file = ProofFile()

    def clean(self):
        given = super().clean()
        if given.get("outcome") == "proven" and not given.get("proof"):
            self.add_error("proof", "Pilih buktinya.")
        if given.get("outcome") == "disproven" and not given.get("note"):
            self.add_error("note", "Tulis dari mana diketahui bahwa hubungan ini tidak benar.")
        return given

    @transaction.atomic
    def decide(self, relative, *, by, stay):
        """The decision and its scan, both or neither."""
        self._judge(relative, by=by)
        self.fields["file"].keep(
            self.cleaned_data["file"], stay, by=by, title=f"Bukti hubungan {relative}", relative=relative
        )

    def _judge(self, relative, *, by):
        given = self.cleaned_data
        if given["outcome"] == "disproven":
            return relative.disprove(by=by, on=given["on"], note=given["note"], was=given["was"])
        return relative.prove(
            by=by, on=given["on"], proof=given["proof"], number=given["number"], relation=given["relation"],
            note=given["note"], was=given["was"],
        )  # fmt: skip


class ContactForm(forms.ModelForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    is_tracing = forms.BooleanField(
        label="Langkah penelusuran keluarga (dicatat sebagai layanan)", required=False,
        help_text="Tercatat sendiri bila kebutuhan penelusuran keluarga masih terbuka.",
    )  # fmt: skip

    class Meta:
        model = FamilyContact
        fields = ["relative", "whom", "on", "way", "consented", "with_photo", "result", "note"]
        field_classes = dict.fromkeys(["whom", "note"], TextField)
        widgets = {
            "on": DateInput,
            "way": forms.RadioSelect,
            "result": forms.RadioSelect,
            "note": forms.Textarea({"rows": 3}),
        }
        labels = {"whom": "Atau dengan orang lain"}
        help_texts = {
            "whom": "Misalnya kepala desa, petugas Dukcapil, TKSK: nama dan jabatannya.",
            "note": "Wajib bila menolak: apa alasannya. Penolakan tidak menutup penelusuran.",
        }
        error_messages = {
            "on": {"required": "Isi tanggal kontak."},
            "way": {"required": "Pilih caranya."},
            "result": {"required": "Pilih hasilnya."},
        }

    field_order = [
        "relative", "whom", "on", "way", "consented", "with_photo", "result", "note", "lead_state", "is_tracing",
    ]  # fmt: skip
    lead_state = forms.ChoiceField(
        label="Petunjuk ini sekarang", required=False, widget=forms.RadioSelect,
        choices=[("asking", "Masih ditanya"), ("gave", "Menghasilkan"), ("dead", "Buntu")], initial="asking",
    )  # fmt: skip

    def __init__(self, *args, tracing=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.tracing = tracing
        if tracing:  # a step of the search by itself; the client's word on social media stands there
            del self.fields["is_tracing"], self.fields["consented"]
        if not self.instance.lead_id:
            del self.fields["lead_state"]
        self.fields["relative"].queryset = self.instance.stay.client.relatives.all()
        self.fields["relative"].empty_label = "Tidak ada di daftar"
        for name, choices in (("way", FamilyContact.Way.choices), ("result", FamilyContact.Result.choices)):
            self.fields[name].choices = choices

    def clean(self):
        given = super().clean()
        if not given.get("relative") and not given.get("whom"):
            self.add_error("relative", "Pilih keluarga dari daftar, atau tulis dengan siapa.")
        if given.get("result") == FamilyContact.Result.REFUSED and not given.get("note"):
            self.add_error("note", "Tulis alasan penolakan.")
        if "consented" in self.fields and given.get("way") == FamilyContact.Way.SOCIAL_MEDIA:
            if not given.get("consented"):
                self.add_error("consented", "Media sosial hanya dengan izin klien.")
        if given.get("lead_state") == TracingLead.State.DEAD_END and not given.get("note"):
            self.add_error("note", "Tulis mengapa petunjuk ini buntu.")
        return given

    @transaction.atomic
    def log(self, *, by):
        """The contact, and what it made of the lead that it came from, both or neither."""
        given, contact = self.cleaned_data, self.instance
        contact.log(by=by, is_tracing=given.get("is_tracing", False))
        if contact.lead_id and given.get("lead_state") not in ("", "asking"):
            contact.lead.settle(by=by, state=given["lead_state"], result=given["note"][:300])
        return contact

    def _get_validation_exclusions(self):
        # The verb checks the rules; here they have their own words at their own fields.
        return {field.name for field in self._meta.model._meta.get_fields()}


class TogetherForm(forms.Form):
    """Who came with this resident."""

    stays = forms.ModelMultipleChoiceField(
        None, label="Datang bersama", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sedikitnya satu orang."},
    )  # fmt: skip

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stays"].queryset = candidates
        self.fields["stays"].label_from_instance = lambda stay: f"{stay.client}, {stay.client.age_text}"


class GuardForm(forms.Form):
    note = TextField(
        label="Mengapa harus diverifikasi dahulu?", required=False, max_length=200,
        help_text="Misalnya disabilitas berat, korban kekerasan. Kosongkan untuk mencabut penjagaan ini.",
    )  # fmt: skip
