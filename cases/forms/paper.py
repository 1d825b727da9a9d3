from datetime import timedelta
from uuid import uuid4

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import BiometricCheck, CoverLetter, IdentityPaper
from cases.models.paper import DUE_DAYS
from cases.models.paper_kinds import CARRIES_NIK, FROM_DUKCAPIL, INITIAL, NUMBER_IS_NIK, usual_requirements
from cases.uploads import ACCEPTED, checked


class OnForm(forms.Form):
    """What is done on a day."""

    on = forms.DateField(label="Tanggal", widget=DateInput, error_messages={"required": "Isi tanggal."})

    def __init__(self, *args, paper=None, **kwargs):
        self.paper = paper
        super().__init__(*args, **kwargs)


class PaperForm(forms.Form):
    """A document that the client should have: which, and what there is of it."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    kind = forms.ChoiceField(
        label="Dokumen", choices=[("", "Pilih dokumen"), *IdentityPaper.Kind.choices],
        error_messages={"required": "Pilih dokumennya."},
    )  # fmt: skip
    kind_note = TextField(
        label="Sebutan dokumen", required=False, max_length=100, help_text="Hanya bila dokumennya “Lainnya”."
    )
    begun_as = forms.ChoiceField(
        label="Keadaan sekarang", choices=[(one.value, one.label) for one in INITIAL],
        widget=forms.RadioSelect, error_messages={"required": "Pilih keadaan dokumen sekarang."},
        help_text="Dokumen asli yang sudah ada hanya dicatat; yang lain mulai diurus.",
    )  # fmt: skip
    number = TextField(label="Nomor dokumen", required=False, max_length=60, help_text="Bila diketahui.")
    on = forms.DateField(label="Dicatat pada", widget=DateInput, error_messages={"required": "Isi tanggal."})
    note = TextField(label="Catatan", required=False, max_length=300)

    def clean(self):
        given = super().clean()
        if given.get("kind") == IdentityPaper.Kind.OTHER and not given.get("kind_note"):
            self.add_error("kind_note", "Tulis dokumen apa yang dimaksud.")
        return given

    def paper_of(self, stay):
        given = self.cleaned_data
        said = {name: given[name] for name in ("kind", "begun_as", "number", "note")}
        other = given["kind_note"] if given["kind"] == IdentityPaper.Kind.OTHER else ""
        return IdentityPaper(stay=stay, client=stay.client, started_on=given["on"], kind_note=other, **said)


class GatherForm(OnForm):
    requirements = forms.MultipleChoiceField(
        label="Syarat yang sudah ada", widget=forms.CheckboxSelectMultiple, required=False,
        help_text="Yang biasanya diminta kantor penerbit; tandai yang sudah di tangan.",
    )  # fmt: skip
    note = TextField(label="Yang masih kurang", required=False, max_length=300)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kind, held = self.paper.kind, self.paper.requirements
        offered = usual_requirements(kind)
        kept = [one for one in IdentityPaper._meta.get_field("requirements").base_field.choices if one[0] in held]
        self.fields["requirements"].choices = list(dict([(one.value, one.label) for one in offered] + kept).items())
        self.fields["requirements"].initial, self.fields["note"].initial = held, self.paper.note


class RequestForm(OnForm):
    office = TextField(
        label="Diajukan ke", max_length=150, help_text="Misalnya Dinas Dukcapil Kabupaten Temanggung.",
        error_messages={"required": "Tulis kantor tempat dokumen diajukan."},
    )  # fmt: skip
    file_number = TextField(label="Nomor berkas", required=False, max_length=60)
    officer = TextField(label="Petugas penerima", required=False, max_length=100)
    due_on = forms.DateField(
        label="Tanyakan lagi pada", widget=DateInput, required=False,
        help_text=f"Bila dikosongkan: {DUE_DAYS} hari sesudah diajukan.",
    )  # fmt: skip
    pick_up = TextField(
        label="Siapa yang akan mengambil?", required=False, max_length=150,
        help_text="Nama dan nomor telepon, bila klien sudah pulang sebelum dokumennya jadi.",
    )  # fmt: skip

    def clean(self):
        given = super().clean()
        if given.get("due_on") and given.get("on") and given["due_on"] <= given["on"]:
            self.add_error("due_on", "Tanggal ini harus sesudah tanggal diajukan.")
        return given


class IssueForm(OnForm):
    """The number of a KTP is the NIK; other documents may bring one along."""

    nik = TextField(
        label="NIK", max_length=40, required=False, widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages={"required": "Tulis NIK yang tercetak di dokumen."},
    )  # fmt: skip
    number = TextField(label="Nomor dokumen", required=False, max_length=60)
    scan = forms.FileField(label="Pindaian atau foto dokumen", required=False, help_text=ACCEPTED)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "Tanggal terbit"
        kind = self.paper.kind
        if kind in NUMBER_IS_NIK:
            del self.fields["number"]
            self.fields["nik"].required = True
        elif kind in CARRIES_NIK:
            self.fields["nik"].help_text = "Bila baru diketahui dari dokumen ini."
        else:
            del self.fields["nik"]

    def clean_scan(self):
        return checked(self.cleaned_data["scan"]) if self.cleaned_data["scan"] else None

    def issue(self, paper, *, by):
        given = self.cleaned_data
        nik = given.get("nik", "")
        paper.issue(by=by, on=given["on"], number=given.get("number", nik), nik=nik)


class RefuseForm(OnForm):
    reason = TextField(
        label="Alasan penolakan", max_length=300, error_messages={"required": "Tulis alasan penolakannya."}
    )


class HandOverForm(OnForm):
    to = TextField(
        label="Diserahkan kepada", max_length=150, help_text="Klien sendiri, atau nama dan hubungannya.",
        error_messages={"required": "Tulis kepada siapa dokumen diserahkan."},
    )  # fmt: skip


class DropForm(OnForm):
    reason = TextField(
        label="Alasan dihentikan", max_length=200, help_text="Misalnya ditemukan kembali, atau salah catat.",
        error_messages={"required": "Tulis mengapa dihentikan."},
    )  # fmt: skip


class FollowUpForm(OnForm):
    note = TextField(label="Apa kata kantor atau keluarga?", required=False, max_length=300)
    due_on = forms.DateField(label="Tanyakan lagi pada", widget=DateInput, error_messages={"required": "Isi tanggal."})
    pick_up = TextField(label="Siapa yang akan mengambil?", required=False, max_length=150)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["due_on"].initial = self.paper.shelter.today() + timedelta(days=DUE_DAYS)
        self.fields["note"].initial, self.fields["pick_up"].initial = self.paper.note, self.paper.pick_up


class CoverLetterForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    office = TextField(
        label="Kepada", max_length=150, initial="Kepala Dinas Kependudukan dan Pencatatan Sipil",
        error_messages={"required": "Tulis kepada siapa surat ditujukan."},
    )  # fmt: skip
    city = TextField(label="Di", required=False, max_length=80)
    papers = forms.ModelMultipleChoiceField(
        IdentityPaper.objects.none(), label="Dokumen yang dimohon", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    biometric = forms.BooleanField(label="Sekaligus mohon pencocokan biometrik", required=False)
    note = TextField(
        label="Keterangan untuk Dukcapil", required=False, max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text="Misalnya pengakuan klien tentang tempat lahir dan keluarganya.",
    )  # fmt: skip

    def __init__(self, *args, stay, **kwargs):
        super().__init__(*args, **kwargs)
        papers = IdentityPaper.objects.open().filter(stay=stay, kind__in=FROM_DUKCAPIL)
        self.fields["papers"].queryset = papers.exclude(status=IdentityPaper.Status.ISSUED)
        self.fields["city"].initial = stay.shelter.city

    def clean(self):
        given = super().clean()
        if not self.errors and not given["papers"] and not given["biometric"]:
            self.add_error("papers", "Pilih sedikitnya satu dokumen, atau pencocokan biometrik.")
        return given

    def issue(self, stay, *, by):
        given = self.cleaned_data
        said = {name: given[name] for name in ("office", "city", "biometric", "note")}
        cover = CoverLetter(stay=stay, **said)
        cover.issue(by=by, papers=given["papers"])
        return cover


class VoidForm(forms.Form):
    reason = TextField(
        label="Alasan dibatalkan", max_length=200, error_messages={"required": "Tulis alasan pembatalan."}
    )


class BiometricForm(forms.ModelForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    on = forms.DateField(label="Tanggal permohonan", widget=DateInput, error_messages={"required": "Isi tanggal."})

    class Meta:
        model = BiometricCheck
        fields = ["officer", "letter_number"]
        field_classes = dict.fromkeys(fields, TextField)

    field_order = ["key", "on", "officer", "letter_number"]


class BiometricAnswerForm(OnForm):
    result = forms.ChoiceField(
        label="Hasil", widget=forms.RadioSelect, choices=BiometricCheck.Result.choices[1:],
        error_messages={"required": "Pilih hasilnya."},
    )  # fmt: skip
    officer = TextField(label="Petugas Dukcapil", required=False, max_length=100)
    letter_number = TextField(label="Nomor surat hasil", required=False, max_length=100)

    field_order = ["result", "on", "officer", "letter_number"]
