"""What is typed into a plan: the plan itself, its goals and actions, how they go, and the head's word."""

import uuid

from django import forms

from assessments.models import Goal, PlanAction
from assessments.models.goal import ASPECTS
from assessments.scores import weak_domains
from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import BasicService, Need, User
from cases.staff import staff_of


def area(rows):
    return forms.Textarea({"rows": rows})


def day(label, **more):
    return forms.DateField(label=label, widget=DateInput, **more)


class KeyField(forms.UUIDField):
    """Makes a second sending of the same form harmless: see FormKey."""

    def __init__(self):
        super().__init__(widget=forms.HiddenInput, initial=uuid.uuid4)


class VersionField(forms.IntegerField):
    """What the person saw when pressing the button."""

    def __init__(self):
        super().__init__(widget=forms.HiddenInput)


class PlanForm(forms.Form):
    key = KeyField()
    direction = TextField(
        label="Gambaran masalah dan arah penanganan", required=False, max_length=3000, widget=area(4),
        help_text="Beberapa kalimat: apa yang paling penting bagi klien, dan ke mana pelayanan diarahkan.",
    )  # fmt: skip
    review_on = day("Rencana dievaluasi pada", required=False)

    def values(self):
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "version")}


class PlanChangeForm(PlanForm):
    key = None
    version = VersionField()


class NeedField(forms.ModelChoiceField):
    def label_from_instance(self, need):
        return f"{need.service}{': ' + need.note if need.note else ''}"


class GoalForm(forms.Form):
    key = KeyField()
    statement = TextField(
        label="Tujuan", max_length=300, widget=area(2), error_messages={"required": "Tulis tujuannya."},
        help_text="Keadaan yang ingin dicapai klien, misalnya “Klien mandi dan berpakaian sendiri”.",
    )  # fmt: skip
    indicator = TextField(
        label="Ukuran keberhasilan", max_length=300, widget=area(2),
        error_messages={"required": "Tulis bagaimana kita tahu bahwa tujuan ini tercapai."},
        help_text="Sesuatu yang dapat dilihat atau dihitung, misalnya “nilai Barthel sedikitnya 91”.",
    )  # fmt: skip
    domain = forms.ChoiceField(label="Aspek", required=False)
    need = NeedField(Need.objects.none(), label="Kebutuhan yang dijawab", required=False, empty_label="Tidak ada")
    priority = forms.TypedChoiceField(
        label="Prioritas", choices=Goal.Priority.choices, coerce=int, widget=forms.RadioSelect,
        initial=Goal.Priority.IMPORTANT, error_messages={"required": "Pilih prioritasnya."},
    )  # fmt: skip
    target_on = day("Target tercapai", required=False)
    branch_when = TextField(
        label="Hanya cadangan, dijalankan bila", required=False, max_length=200,
        help_text="Kosongkan untuk tujuan biasa. Misalnya “keluarga tidak sanggup menerima”.",
    )  # fmt: skip

    def __init__(self, *args, plan, goal=None, **kwargs):
        if goal:
            names = ("version", "statement", "indicator", "domain", "need", "priority", "target_on", "branch_when")
            kwargs["initial"] = {name: getattr(goal, name) for name in names} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        needs = plan.stay.needs.filter(closed_on=None) | plan.stay.needs.filter(goals=goal and goal.pk)
        self.fields["need"].queryset = needs.distinct().select_related("service")
        found = weak_domains(plan.stay)
        weak = [(domain.slug, f"{domain.label} ({domain.band.lower()})") for domain in found]
        self.labels = dict(ASPECTS) | {domain.slug: domain.label for domain in found}
        groups = [("", "Tidak ditentukan")]
        if weak:
            groups.append(("Lemah menurut asesmen terakhir", weak))
        if goal and goal.domain and goal.domain not in {*dict(weak), *dict(ASPECTS)}:
            self.labels[goal.domain] = goal.domain_label
            groups.append((goal.domain, goal.domain_label))
        self.fields["domain"].choices = [*groups, ("Aspek kehidupan", ASPECTS)]

    def values(self):
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("key", "version")}
        return given | {"domain_label": self.labels.get(given["domain"], "")}


class GoalChangeForm(GoalForm):
    key = None
    version = VersionField()


class ActionForm(forms.Form):
    key = KeyField()
    what = TextField(
        label="Tindakan", max_length=300, widget=area(2), error_messages={"required": "Tulis apa yang dilakukan."}
    )
    responsible = forms.ModelChoiceField(
        User.objects.none(), label="Penanggung jawab", required=False, empty_label="Belum ditentukan"
    )
    responsible_name = TextField(
        label="Atau bersama orang lain",
        required=False,
        max_length=150,
        help_text="Misalnya klien sendiri, atau keluarga.",
    )
    due_on = day("Paling lambat", required=False)
    partner = TextField(
        label="Bersama mitra", required=False, max_length=200, help_text="Misalnya Puskesmas, Dukcapil, atau LKS."
    )
    service = forms.ModelChoiceField(
        BasicService.objects.all(), label="Termasuk layanan dasar", required=False, empty_label="Tidak termasuk",
        help_text="Bila diisi, pelaksanaannya dapat sekaligus dicatat sebagai layanan yang diberikan.",
    )  # fmt: skip

    def __init__(self, *args, plan, action=None, **kwargs):
        if action:
            names = ("version", "what", "responsible", "responsible_name", "due_on", "partner", "service")
            kwargs["initial"] = {name: getattr(action, name) for name in names} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["responsible"].queryset = staff_of(plan.shelter)

    def values(self):
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "version")}


class ActionChangeForm(ActionForm):
    key = None
    version = VersionField()


class ProgressForm(forms.Form):
    key = KeyField()
    on = day("Tanggal", error_messages={"required": "Isi tanggalnya."})
    text = TextField(
        label="Apa yang dilakukan atau terjadi", max_length=500, widget=area(3),
        error_messages={"required": "Tulis apa yang dilakukan; bila batal, mengapa."},
    )  # fmt: skip
    status = forms.ChoiceField(
        label="Keadaan tindakan sesudahnya", choices=PlanAction.Status.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih keadaannya."},
    )  # fmt: skip
    as_service = forms.BooleanField(label="Catat juga sebagai layanan yang diberikan", required=False)

    def __init__(self, *args, action, **kwargs):
        super().__init__(*args, **kwargs)
        if action.service_id:
            self.fields["as_service"].label += f": {action.service}"
        else:
            del self.fields["as_service"]

    def values(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}


class ResultForm(forms.Form):
    result = forms.ChoiceField(
        label="Hasil",
        choices=Goal.Result.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih hasilnya."},
    )
    on = day("Tanggal dinilai", error_messages={"required": "Isi tanggalnya."})
    note = TextField(label="Keterangan", required=False, max_length=500, widget=area(2))


class ReasonForm(forms.Form):
    reason = TextField(label="Alasan", max_length=300, widget=area(2), error_messages={"required": "Tulis alasannya."})


class SubmitForm(forms.Form):
    version = VersionField()
    note = TextField(
        label="Mengapa diajukan tanpa kebutuhan atau aspek itu?", required=False, max_length=1000, widget=area(2),
        help_text="Dibaca kepala panti.",
    )  # fmt: skip

    def __init__(self, *args, asks_why, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_why:
            del self.fields["note"]


class ReviewForm(forms.Form):
    """The head's word: on the whole, and beside each goal."""

    version = VersionField()
    note = TextField(label="Catatan untuk seluruh rencana", required=False, max_length=2000, widget=area(3))

    def __init__(self, *args, goals, **kwargs):
        super().__init__(*args, **kwargs)
        self.goals = goals
        for number, goal in enumerate(goals, 1):
            self.fields[f"remark_{goal.pk}"] = TextField(
                label=f"Catatan untuk tujuan {number}", required=False, max_length=500, widget=area(2)
            )
            goal.remark_field = self[f"remark_{goal.pk}"]

    @property
    def approves(self):
        return "approve" in self.data

    def clean(self):
        given = super().clean()
        if self.approves and self.remarks():
            self.add_error(None, "Ada catatan di samping tujuan. Kembalikan rencana, atau hapus catatan itu dahulu.")
        return given

    def remarks(self):
        """{key of a goal: what is said beside it}"""
        said = {goal.pk: self.cleaned_data.get(f"remark_{goal.pk}", "") for goal in self.goals}
        return {pk: text for pk, text in said.items() if text}

    def decide(self, plan, *, by):
        given = {"by": by, "version": self.cleaned_data["version"], "note": self.cleaned_data["note"]}
        if self.approves:
            plan.approve(**given)
            return f"Rencana versi {plan.number} berlaku. Kontrak pelayanan bernomor {plan.letter}."
        plan.return_(remarks=self.remarks(), **given)
        return "Rencana dikembalikan dengan catatan."
