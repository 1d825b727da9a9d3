"""The steps in which a draft is edited: each a form that knows what it writes and which saving it began from."""

from django import forms

from cases.cleaning import TextField
from cases.forms.recorded import RecordedForm
from reports.models import PublicComponent, PublicPage, PublicRequirement, PublicStep, StandardComponent
from reports.models.public_parts import MOST_STEPS
from reports.public.text import HELP

SPARE_STEPS = 2


class PartForm(forms.Form):
    """`edit` is the saving that the person read: whoever saved meanwhile is not overwritten unseen."""

    edit = forms.IntegerField(widget=forms.HiddenInput)
    hint = ""

    def __init__(self, data=None, *, page):
        super().__init__(data, initial={"edit": page.edit})
        self.page = page
        self.build()
        self.initial |= self.stored(page)

    def build(self):
        raise NotImplementedError

    def stored(self, page):
        raise NotImplementedError

    def save(self, *, by):
        raise NotImplementedError

    def take_over(self):
        """After a refusal because of somebody else's saving: what they wrote, and a form that may be sent again."""
        self.page = PublicPage.objects.whole().get(pk=self.page.pk)
        self.data = self.data.copy()
        self.data["edit"] = self.page.edit
        stored = self.stored(self.page)
        typed = {name: str(self.data.get(name, "")).replace("\r\n", "\n").strip() for name in stored}
        return [(self.fields[name].label, text) for name, text in stored.items() if str(text) != typed[name]]


class TextsForm(PartForm):
    """Fields of the page itself."""

    part, names, rows, plain = "", [], {}, []

    def build(self):
        for name in self.names:
            field = PublicPage._meta.get_field(name)
            lines = self.rows.get(name)
            kwargs = {"widget": forms.Textarea(attrs={"rows": lines})} if lines else {}
            self.fields[name] = TextField(
                label=field.verbose_name.capitalize() if field.verbose_name[0].islower() else field.verbose_name,
                max_length=field.max_length, required=not field.blank, validators=field.validators,
                help_text=HELP if lines and name not in self.plain else "", **kwargs,
            )  # fmt: skip

    def stored(self, page):
        return {name: getattr(page, name) for name in self.names}

    def save(self, *, by):
        given = {name: self.cleaned_data[name] for name in self.names}
        self.page.write(self.part, by=by, edit=self.cleaned_data["edit"], **given)


class AboutForm(TextsForm):
    part, title = "tentang", "Tentang dan untuk siapa"
    names, rows = ["about", "for_whom", "free_of_charge"], {"about": 8, "for_whom": 8}


class ContactForm(TextsForm):
    part, title = "kontak", "Jam dan kontak"
    names, rows = ["hours", "phone", "whatsapp", "address_note"], {"hours": 4, "address_note": 3}
    hint = "Alamat dan nama panti diambil dari data panti."


class PledgeForm(TextsForm):
    part, title = "maklumat", "Maklumat pelayanan"
    names, rows = ["pledge"], {"pledge": 8}
    hint = "Nama kepala panti dan tanggal terbit ditambahkan sendiri."


class PrivacyForm(TextsForm):
    part, title = "privasi", "Pemberitahuan privasi"
    names, rows = ["privacy"], {"privacy": 18}


class StepsForm(PartForm):
    part, title = "alur", "Alur pelayanan"
    hint = "Kosongkan nama langkah untuk menghapusnya. Urutan mengikuti angkanya."

    def build(self):
        self.count = min(self.page.steps.count() + SPARE_STEPS, MOST_STEPS)
        for n in range(1, self.count + 1):
            for name in ("title", "text", "who", "duration"):
                field = PublicStep._meta.get_field(name)
                kwargs = {"widget": forms.Textarea(attrs={"rows": 2})} if name == "text" else {}
                self.fields[f"{name}_{n}"] = TextField(
                    label=f"{field.verbose_name.capitalize()} ({n})", max_length=field.max_length, required=False,
                    **kwargs,
                )  # fmt: skip
            self.fields[f"place_{n}"] = forms.IntegerField(
                label=f"Urutan ({n})", min_value=1, max_value=99, required=False, initial=n
            )

    def stored(self, page):
        found = {}
        for n, step in enumerate(page.steps.all(), 1):
            for name in ("title", "text", "who", "duration"):
                found[f"{name}_{n}"] = getattr(step, name)
        return {name: value for name, value in found.items() if name in self.fields}

    def clean(self):
        for n in range(1, self.count + 1):
            said = [self.cleaned_data.get(f"{name}_{n}") for name in ("text", "who", "duration")]
            if any(said) and not self.cleaned_data.get(f"title_{n}") and not self.was_there(n):
                self.add_error(f"title_{n}", "Tulis nama langkah ini.")

    def was_there(self, n):
        return bool(self.initial.get(f"title_{n}"))

    @property
    def groups(self):
        """(number, its fields, whether it is a spare one) for the page."""
        names = ("title", "text", "who", "duration", "place")
        return [(n, [self[f"{name}_{n}"] for name in names], not self.was_there(n)) for n in range(1, self.count + 1)]

    def save(self, *, by):
        given = self.cleaned_data
        kept = [n for n in range(1, self.count + 1) if given[f"title_{n}"]]
        kept.sort(key=lambda n: (given[f"place_{n}"] or n, n))
        rows = [
            PublicStep(order=order, **{name: given[f"{name}_{n}"] for name in ("title", "text", "who", "duration")})
            for order, n in enumerate(kept, 1)
        ]
        self.page.write_parts("steps", rows, by=by, edit=given["edit"])


class RequirementsForm(PartForm):
    part, title = "persyaratan", "Persyaratan bagi pengirim"

    def build(self):
        for sender in PublicRequirement.Sender:
            self.fields[sender.value] = TextField(
                label=sender.label, max_length=2_000, required=False, help_text=HELP,
                widget=forms.Textarea(attrs={"rows": 6}),
            )  # fmt: skip

    def stored(self, page):
        said = {row.sender: row.text for row in page.requirements.all()}
        return {sender.value: said.get(sender.value, "") for sender in PublicRequirement.Sender}

    def save(self, *, by):
        given = self.cleaned_data
        rows = [PublicRequirement(sender=one.value, text=given[one.value]) for one in PublicRequirement.Sender]
        self.page.write_parts("requirements", [row for row in rows if row.text], by=by, edit=given["edit"])


class ComponentsForm(PartForm):
    """The components of one group; those of the other group stay as they are."""

    group = ""

    def build(self):
        self.components = list(StandardComponent.objects.filter(group=self.group))
        for component in self.components:
            self.fields[f"component_{component.pk}"] = TextField(
                label=component.name, max_length=3_000, required=False, help_text=HELP,
                widget=forms.Textarea(attrs={"rows": 4}),
            )  # fmt: skip

    def stored(self, page):
        said = {row.component_id: row.text for row in page.components.all()}
        return {f"component_{component.pk}": said.get(component.pk, "") for component in self.components}

    def save(self, *, by):
        given = self.cleaned_data
        others = [row for row in self.page.components.all() if row.component.group != self.group]
        rows = [PublicComponent(component=row.component, text=row.text) for row in others]
        rows += [PublicComponent(component=one, text=given[f"component_{one.pk}"]) for one in self.components]
        self.page.write_parts("components", [row for row in rows if row.text], by=by, edit=given["edit"])


class DeliveryForm(ComponentsForm):
    part, title, group = "penyampaian", "Standar: penyampaian pelayanan", StandardComponent.Group.DELIVERY


class ManagementForm(ComponentsForm):
    part, title, group = "pengelolaan", "Standar: pengelolaan pelayanan", StandardComponent.Group.MANAGEMENT


FORMS = {
    form.part: form
    for form in (
        AboutForm, StepsForm, RequirementsForm, DeliveryForm, ManagementForm, PledgeForm, ContactForm, PrivacyForm,
    )
}  # fmt: skip


class PublishForm(forms.Form):
    edit = forms.IntegerField(widget=forms.HiddenInput)
    shows_figures = forms.BooleanField(
        label="Terbitkan angka tahunan", required=False,
        help_text=PublicPage._meta.get_field("shows_figures").help_text,
    )  # fmt: skip


class StandardComponentForm(RecordedForm):
    class Meta:
        model = StandardComponent
        fields = ["name", "group", "order", "source"]
        field_classes = {"name": TextField, "source": TextField}


class NewStandardComponentForm(StandardComponentForm):
    class Meta(StandardComponentForm.Meta):
        fields = ["code", *StandardComponentForm.Meta.fields]
