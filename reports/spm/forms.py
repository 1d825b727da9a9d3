"""Which of the people behind a month's figures are shown."""

from django import forms

from reports.spm.people import OF_SERVICE, OF_TYPE


class PeopleForm(forms.Form):
    jenis = forms.ChoiceField(label="Jenis pelayanan", required=False)
    layanan = forms.ChoiceField(label="Layanan dasar", required=False)
    hasil = forms.ChoiceField(label="Hasil", required=False)

    def __init__(self, *args, question, **kwargs):
        super().__init__(*args, **kwargs)
        rules = (versions[0] for services in question.catalogue.values() for versions in services.values())
        services = {
            rule.service_id: rule.service.label for rule in sorted(rules, key=lambda rule: rule.service.position)
        }
        self.fields["jenis"].choices = [("", "Semua jenis"), *((kind.code, kind.label) for kind in question.types)]
        self.fields["layanan"].choices = [("", "Semua layanan"), *services.items()]
        self.fields["hasil"].choices = [
            ("", "Semua"), ("Seluruh layanan", list(OF_TYPE.items())), ("Satu layanan", list(OF_SERVICE.items())),
        ]  # fmt: skip

    def clean(self):
        """A result of one service says nothing of them all, and the other way round."""
        outcome, service = self.cleaned_data.get("hasil"), self.cleaned_data.get("layanan")
        if outcome in OF_SERVICE and not service:
            self.add_error("layanan", "Pilih layanan dasar untuk hasil ini.")
        if outcome in OF_TYPE and service:
            self.add_error("hasil", "Untuk satu layanan pilih membutuhkan, terpenuhi, atau belum terpenuhi.")

    def chosen(self):
        """What can be read of the choice; nothing of it when it says nothing."""
        given = self.cleaned_data if self.is_valid() else {}
        names = {"kind": "jenis", "service": "layanan", "outcome": "hasil"}
        return {name: given.get(key) or "" for name, key in names.items()}

    @property
    def heading(self):
        """What is shown, in a few words."""
        given = self.chosen()
        words = OF_SERVICE | OF_TYPE
        parts = [words.get(given["outcome"]), dict(self.fields["layanan"].choices).get(given["service"] or None)]
        return ": ".join(part for part in parts if part) or "Semua sasaran"
