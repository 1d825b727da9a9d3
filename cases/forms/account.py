from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.forms import AuthenticationForm
from django.db import transaction

from cases.arrival_words import together
from cases.cleaning import TextField
from cases.followers import followed
from cases.forms.recorded import RecordedForm
from cases.models import Membership, Shelter, User
from cases.models.letter_kinds import SOCIAL_AFFAIRS


class LoginForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "Nama pengguna atau kata sandi tidak cocok. Perhatikan huruf besar dan kecil.",
        "inactive": "Akun ini tidak aktif.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Kata sandi"


REFERRAL_DAYS = ("reminder_days", "escalation_days", "referral_result_days")


class ShelterForm(RecordedForm):
    class Meta:
        model = Shelter
        fields = [
            "name", "slug", "code", "kind", "level", "time_zone", "capacity", "max_stay", "max_stay_unit",
            "death_wait_hours",
            "abscond_after_hours", "abscond_frees_bed", "abscond_close_after_days",
            "tracing_step_days",
            "referral_needs_approval", "reminder_days", "escalation_days", "referral_result_days",
            "letterhead_government", "letterhead_department", "address", "city", "phone", "email",
            "letter_pattern", "letter_unit",
            "together_text",
        ]  # fmt: skip
        field_classes = dict.fromkeys(
            [
                "name",
                "letterhead_government",
                "letterhead_department",
                "address",
                "city",
                "phone",
                "together_text",
                "letter_unit",
            ],
            TextField,
        )
        widgets = {"kind": forms.RadioSelect, "level": forms.RadioSelect, "time_zone": forms.RadioSelect,
                   "max_stay_unit": forms.RadioSelect, "together_text": forms.Textarea({"rows": 8})}  # fmt: skip

    def clean_death_wait_hours(self):
        given = self.cleaned_data["death_wait_hours"]
        return Shelter._meta.get_field("death_wait_hours").default if given is None else given

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("abscond_after_hours", "abscond_close_after_days", "tracing_step_days", *REFERRAL_DAYS):
            self.fields[name].required = False
        if self.instance.pk:
            sample = self.instance.sample_number(SOCIAL_AFFAIRS)
            self.fields["letter_pattern"].help_text += f" Contoh dengan pola yang tersimpan: {sample}"
        self.initial["together_text"] = self.instance.together_text or together()

    def clean_together_text(self):
        """Left as it was offered, the usual text goes on to be the usual one."""
        text = self.cleaned_data["together_text"]
        return "" if text == together() else text

    @transaction.atomic
    def save(self, *, by):
        shelter = super().save(by=by)
        followed(shelter, by=by)
        return shelter

    def clean_abscond_after_hours(self):
        return self._given_or_usual("abscond_after_hours")

    def clean_abscond_close_after_days(self):
        return self._given_or_usual("abscond_close_after_days")

    def clean_tracing_step_days(self):
        return self._given_or_usual("tracing_step_days")

    def clean_reminder_days(self):
        return self._given_or_usual("reminder_days")

    def clean_escalation_days(self):
        return self._given_or_usual("escalation_days")

    def clean_referral_result_days(self):
        return self._given_or_usual("referral_result_days")

    def _given_or_usual(self, name):
        given = self.cleaned_data[name]
        return Shelter._meta.get_field(name).default if given is None else given


class AccountForm(RecordedForm):
    class Meta:
        model = User
        fields = ["name", "username", "position", "rank", "nip", "phone", "is_active"]
        field_classes = dict.fromkeys(["name", "position", "rank", "nip", "phone"], TextField)
        labels = {"username": "Nama pengguna", "is_active": "Akun aktif"}
        help_texts = {
            "username": "Dipakai untuk masuk. Huruf kecil, angka, titik.",
            "is_active": "Hapus tanda ini bila orangnya pindah atau berhenti. Akun yang tidak aktif langsung keluar.",
        }


class NewPasswordForm(forms.Form):
    """A first password, chosen by whoever keeps the accounts; its owner changes it at the first login."""

    password = forms.CharField(
        label="Kata sandi awal",
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text="Sedikitnya 12 huruf, misalnya empat kata. Pemilik akun wajib menggantinya saat pertama masuk.",
    )

    def clean_password(self):
        password = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password


class MembershipForm(RecordedForm):
    class Meta:
        model = Membership
        fields = ["role", "shelter"]
        widgets = {"role": forms.RadioSelect}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.user = user
        self.fields["shelter"].empty_label = "Dinas (tanpa panti)"
