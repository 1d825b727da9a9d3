import django.contrib.postgres.constraints
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.contrib.postgres.fields import DateRangeField
from django.db import migrations, models
from django.db.models import F, Func, Q, Value


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_endings")]

    operations = [
        migrations.CreateModel(
            name="Standin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_on", models.DateField(verbose_name="mulai tanggal")),
                ("until", models.DateField(verbose_name="sampai tanggal")),
                (
                    "reason",
                    models.CharField(
                        help_text="Misalnya cuti atau dinas luar, dan nomor suratnya.",
                        max_length=200,
                        verbose_name="alasan",
                    ),
                ),
                (
                    "named_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="ditunjuk pada"),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="dihentikan pada")),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dihentikan oleh",
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditunjuk oleh",
                    ),
                ),
                (
                    "shelter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standins",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standins",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengganti",
                    ),
                ),
            ],
            options={
                "verbose_name": "pelaksana harian",
                "verbose_name_plural": "pelaksana harian",
                "ordering": ["-first_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(until__gte=F("first_on")),
                        name="standin_ends_after_it_starts",
                        violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
                    ),
                    models.CheckConstraint(
                        condition=~Q(user=F("named_by")),
                        name="standin_not_for_oneself",
                        violation_error_message="Pilih orang lain, bukan diri sendiri.",
                    ),
                    models.CheckConstraint(
                        condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                        name="standin_ended_at_and_by",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=Q(ended_at=None),
                        expressions=[
                            ("shelter", "="),
                            (
                                Func(
                                    "first_on",
                                    "until",
                                    Value("[]"),
                                    function="daterange",
                                    output_field=DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="standin_one_at_a_time",
                        violation_error_message=("Pada tanggal itu sudah ada Plh. lain. Hentikan dahulu."),
                    ),
                ],
            },
        ),
    ]
