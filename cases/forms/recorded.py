from django import forms
from django.db import transaction

from cases.audit import difference, record


class RecordedForm(forms.ModelForm):
    """A form that cannot be saved anonymously."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._before = self._values()

    @transaction.atomic
    def save(self, *, by, shelter=None):
        verb = "created" if self.instance._state.adding else "changed"
        saved = super().save()
        changed = difference(self._before if verb == "changed" else {}, self._values())
        if changed:
            action = f"{saved._meta.model_name}.{verb}"
            record(by=by, action=action, target=saved, shelter=shelter, changed=changed)
        return saved

    def _values(self):
        """The instance's values of the fields on this form; a relation by what it prints."""
        values = {}
        for name in self._meta.fields:
            field = self.instance._meta.get_field(name)
            if not field.many_to_many:
                value = getattr(self.instance, name, None)  # a new row has no related one yet
                values[name] = None if value is None else value if isinstance(value, (str, int, bool)) else str(value)
        return values
