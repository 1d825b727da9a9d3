from django import forms

from cases.models import Category, Shelter, Stay


class ClientFilterForm(forms.Form):
    """Which clients of a list. An empty filter shows who is in the house now."""

    STATUS = [("tinggal", "Sedang tinggal"), ("keluar", "Sudah keluar"), ("semua", "Semua")]

    status = forms.ChoiceField(label="Keberadaan", choices=STATUS, required=False)
    shelter = forms.ModelChoiceField(
        Shelter.objects, label="Panti", required=False, empty_label="Semua panti", to_field_name="slug"
    )
    category = forms.ModelChoiceField(
        Category.objects, label="Kategori", required=False, empty_label="Semua kategori", to_field_name="slug"
    )

    def __init__(self, *args, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shelter"].queryset = shelters
        self.shelters = shelters

    def chosen(self, name):
        return self.cleaned_data.get(name) if self.is_bound and self.is_valid() else None

    @property
    def presence(self):
        return self.chosen("status") or "tinggal"

    def apply(self, clients):
        stays = Stay.objects.at(self.shelters).kept()
        if self.chosen("shelter"):
            stays = stays.filter(shelter=self.chosen("shelter"))
        if self.chosen("category"):
            stays = stays.filter(category=self.chosen("category"))
        if self.presence == "tinggal":
            stays = stays.resident()
        elif self.presence == "keluar":
            stays = stays.exclude(status="resident")
        return clients.filter(pk__in=stays.values("client"))
