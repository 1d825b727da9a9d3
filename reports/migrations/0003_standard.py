from datetime import date
from decimal import Decimal

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.expressions
from django.db import migrations, models

SINCE = date(2021, 1, 1)  # the ministerial regulation is of 2021 and was first reported on for that year
CLASSES = [
    ("Tuntas Paripurna", 100),
    ("Tuntas Utama", 90),
    ("Tuntas Madya", 80),
    ("Tuntas Pratama", 70),
    ("Tuntas Muda", 60),
    ("Belum Tuntas", 0),
]
READ = "Permendagri 59/2021 (bacaan aplikasi SPM daerah; urutan Pratama dan Muda menurut satu dasbor provinsi)"
WEIGHTS = "Permendagri 59/2021 (judul formulir e-SPM: penerima layanan 80 %, mutu minimal 20 %)"


def fill(apps, schema_editor):
    index_class = apps.get_model("reports", "IndexClass")
    index_class.objects.bulk_create(
        index_class(name=name, lower=lower, valid_from=SINCE, source=READ) for name, lower in CLASSES
    )
    apps.get_model("reports", "IndexWeight").objects.create(recipients=80, quality=20, valid_from=SINCE, source=WEIGHTS)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0002_month_reports"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndexClass",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="predikat")),
                ("lower", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="mulai (persen)")),
                ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("source", models.CharField(max_length=200, verbose_name="sumber")),
            ],
            options={
                "verbose_name": "predikat indeks SPM",
                "verbose_name_plural": "predikat indeks SPM",
                "ordering": ["-lower", "valid_from"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="index_class_ends_after_it_starts",
                        violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lower__gte", 0), ("lower__lte", 100)),
                        name="index_class_lower_is_a_percentage",
                        violation_error_message="Batas bawah antara 0 dan 100.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("lower", "="),
                            (
                                models.Func(
                                    "valid_from",
                                    "valid_to",
                                    models.Value("[]"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="index_class_one_bound_at_a_time",
                        violation_error_message="Dua predikat tidak boleh mulai pada angka yang sama.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("name", "="),
                            (
                                models.Func(
                                    "valid_from",
                                    "valid_to",
                                    models.Value("[]"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="index_class_one_name_at_a_time",
                        violation_error_message="Predikat itu sudah ada pada masa itu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexWeight",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "recipients",
                    models.DecimalField(decimal_places=2, max_digits=5, verbose_name="bobot penerima layanan (persen)"),
                ),
                ("quality", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="bobot mutu (persen)")),
                ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("source", models.CharField(max_length=200, verbose_name="sumber")),
            ],
            options={
                "verbose_name": "bobot indeks SPM",
                "verbose_name_plural": "bobot indeks SPM",
                "ordering": ["-valid_from"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="index_weight_ends_after_it_starts",
                        violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("quality__gte", 0),
                            (
                                "recipients",
                                django.db.models.expressions.CombinedExpression(
                                    models.Value(Decimal("100")), "-", models.F("quality")
                                ),
                            ),
                            ("recipients__gte", 0),
                        ),
                        name="index_weights_make_a_hundred",
                        violation_error_message="Kedua bobot bersama-sama harus 100.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    "valid_from",
                                    "valid_to",
                                    models.Value("[]"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            )
                        ],
                        name="index_weight_one_at_a_time",
                        violation_error_message="Sudah ada bobot lain pada masa itu.",
                    ),
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
