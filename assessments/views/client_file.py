from django.core.exceptions import ValidationError

from assessments.client_file import differences
from cases.forms.client import ClientForm
from cases.views.client import change

CHANGED = "Berkas klien berubah sejak halaman ini dibuka. Periksa kembali perbedaannya di bawah."


def write_back(assessment, ticked, *, version, by):
    """Put the ticked answers into the client's file, by the form and on the trail as if they were typed there.

    Raises ValidationError, naming the field, when the file would refuse them or was changed meanwhile.
    """
    client = assessment.stay.client
    wanted = {one.field: one.value for one in differences(assessment.state(), client) if one.path in ticked}
    if version != str(client.version):
        raise ValidationError(CHANGED)
    form = ClientForm(ClientForm.initial_of(client) | wanted)
    if not form.is_valid():
        raise ValidationError(
            [f"Berkas tidak dapat diperbarui: {form[name].label}: {' '.join(errors)}" if name in form.fields else errors
             for name, errors in form.errors.items()]
        )  # fmt: skip
    change(client, form, by=by, shelter=assessment.shelter)
    return wanted
