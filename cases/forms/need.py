from django import forms

from cases.forms.client import DateInput
from cases.models import User
from cases.staff import staff_of


class NeedAssignForm(forms.Form):
    """Who sees to a need, and by when."""

    responsible = forms.ModelChoiceField(
        User.objects.none(), label="Penanggung jawab", required=False, empty_label="Belum ditentukan"
    )
    due_on = forms.DateField(label="Paling lambat", required=False, widget=DateInput)

    def __init__(self, *args, need, **kwargs):
        super().__init__(*args, initial={"responsible": need.responsible, "due_on": need.due_on}, **kwargs)
        self.fields["responsible"].queryset = staff_of(need.shelter)
