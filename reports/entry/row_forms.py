import uuid

from django import forms
from django.db import transaction

from cases.cleaning import TextField
from reports.entry.meanwhile import AmountField, changes, clashes, last_to_change, watched
from reports.models import Budget, QualityRequirement, entered

RUPIAH = {"decimals": 2, "most": 99_999_999_999_999}


class RowForm(forms.ModelForm):
    """A quality requirement or a budget line, new or to be changed; its months are filled in on the month's page."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["service_type"].empty_label = "Pilih jenis pelayanan"
        if self.instance.pk:
            del self.fields["key"], self.fields["service_type"]
            for field in self.fields.values():
                watched(field)

    def create(self, *, by):
        return entered.create(self.instance, by=by)

    @transaction.atomic
    def save_changes(self, *, by):
        """Whether it was saved. Raises ValidationError for what the row cannot be."""
        row = entered.locked(self.instance)
        now = {name: self[name].field.to_python(getattr(row, name)) for name in self.fields}
        if clashes(self, now, last_to_change(row)):
            return False
        entered.change(row, by=by, **changes(self))
        return True


class QualityForm(RowForm):
    required = AmountField(
        label="Yang harus dipenuhi setahun", error_messages={"required": "Isi jumlahnya."},
        help_text="Jumlah setahun dalam satuan di atas.",
    )  # fmt: skip

    kind = forms.ChoiceField(
        label="Kelompok mutu", choices=QualityRequirement.Kind, widget=forms.RadioSelect,
        error_messages={"required": "Pilih kelompok mutu."},
    )  # fmt: skip

    class Meta:
        model = QualityRequirement
        fields = ["service_type", "kind", "label", "unit", "required", "source"]
        field_classes = dict.fromkeys(["label", "unit", "source"], TextField)


class BudgetForm(RowForm):
    allocated = AmountField(
        label="Alokasi (rupiah)", error_messages={"required": "Isi alokasinya."}, help_text="Misalnya 125.000.000.",
        **RUPIAH,
    )  # fmt: skip

    class Meta:
        model = Budget
        fields = ["service_type", "label", "sipd_code", "allocated", "source"]
        field_classes = dict.fromkeys(["label", "sipd_code", "source"], TextField)


class MonthForm(forms.Form):
    """What one month added to every line of quality and budget of the year: a column, filled in once a month."""

    def __init__(self, *args, year, month, **kwargs):
        super().__init__(*args, **kwargs)
        self.place = month - 1
        self.rows = {}
        for row in QualityRequirement.objects.filter(year=year).select_related("service_type"):
            self.add(f"mutu_{row.pk}", row, AmountField, row.fulfilled)
        for row in Budget.objects.filter(year=year).select_related("service_type"):
            self.add(f"uang_{row.pk}", row, lambda **values: AmountField(**RUPIAH, **values), row.realised)

    def add(self, name, row, field, months):
        self.rows[name] = row
        self.fields[name] = watched(field(label=row.label, required=False, initial=months[self.place]))

    def lines(self):
        """[(type, its lines of (bound field, row))] for the page."""
        found = {}
        for name, row in self.rows.items():
            found.setdefault(row.service_type, []).append((self[name], row))
        return sorted(found.items(), key=lambda pair: (pair[0].position, pair[0].code))

    @transaction.atomic
    def save(self, *, by):
        """Whether it was saved; if not, the form says what somebody else changed meanwhile."""
        typed = changes(self)
        rows = {name: entered.locked(self.rows[name]) for name in sorted(typed)}
        now = {name: months_of(row)[self.place] for name, row in rows.items()}
        if clashes(self, now, last_to_change(*rows.values())):
            return False
        for name, row in rows.items():
            months = months_of(row)
            months[self.place] = typed[name]
            entered.change(row, by=by, **{month_field(row): months})
        return True


def month_field(row):
    return "realised" if isinstance(row, Budget) else "fulfilled"


def months_of(row):
    return list(getattr(row, month_field(row)))
