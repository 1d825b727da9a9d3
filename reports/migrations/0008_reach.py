"""By when each step should be done: a list that the department keeps, begun with what the house uses already."""

from datetime import date

import django.core.validators
from django.db import migrations, models

# What the task rules and the shelters' settings begin with; for the plan and for sending there is none to take over.
RULE = "Sama dengan aturan tugas bawaan aplikasi; sesuaikan dengan SOP dinas"
STUCK = "Sama dengan bawaan “rujukan disebut macet” pada data panti; sesuaikan dengan SOP dinas"
LIMITS = [
    ("assessment", 24, "hours", RULE), ("biometric", 72, "hours", RULE), ("health", 72, "hours", RULE),
    ("answer", 4, "working", STUCK),
]  # fmt: skip
ALWAYS = date(2000, 1, 1)


def limits(apps, schema_editor):
    StepLimit = apps.get_model("reports", "StepLimit")
    for step, amount, unit, source in LIMITS:
        StepLimit.objects.create(step=step, amount=amount, unit=unit, valid_from=ALWAYS, source=source)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0007_month_contents"),
    ]

    operations = [
        migrations.CreateModel(
            name="StepLimit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("assessment", "Masuk → asesmen pertama selesai"),
                            ("plan", "Asesmen pertama → rencana berlaku"),
                            ("referral", "Rencana berlaku → rujukan pertama dikirim"),
                            ("answer", "Rujukan dikirim → dijawab mitra"),
                            ("biometric", "Masuk → pencocokan biometrik dimohon"),
                            ("dukcapil", "Biometrik dimohon → hasil Dukcapil"),
                            ("health", "Masuk → pemeriksaan kesehatan"),
                        ],
                        max_length=10,
                        verbose_name="langkah",
                    ),
                ),
                (
                    "amount",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(3650),
                        ],
                        verbose_name="paling lama",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[("hours", "jam"), ("days", "hari kalender"), ("working", "hari kerja")],
                        default="working",
                        help_text="Hari dihitung sampai akhir hari itu; hari kerja tanpa Sabtu, Minggu, dan hari libur.",
                        max_length=10,
                        verbose_name="satuan",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Langkah yang dimulai sebelum tanggal ini tetap diukur dengan batas sebelumnya.",
                        verbose_name="berlaku sejak",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="Peraturan, SOP, atau keputusan dinas.", max_length=200, verbose_name="sumber"
                    ),
                ),
            ],
            options={
                "verbose_name": "batas waktu langkah",
                "verbose_name_plural": "batas waktu langkah",
                "ordering": ["step", "-valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("step", "valid_from"),
                        name="step_limit_once_per_day",
                        violation_error_message="Batas langkah ini sejak tanggal itu sudah ada. Ubah yang sudah ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 1), ("amount__lte", 3650)),
                        name="step_limit_has_time",
                        violation_error_message="Batas sedikitnya 1 dan paling banyak 3650.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="step_limit_has_source",
                        violation_error_message="Tulis sumber batas ini.",
                    ),
                ],
            },
        ),
        migrations.RunPython(limits, migrations.RunPython.noop),
    ]
