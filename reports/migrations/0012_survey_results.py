"""Results of the survey: classes of the index, publications, follow-up, report texts, imports and old figures."""

from datetime import date
from decimal import Decimal

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

SOURCE = "Permenpan RB 14/2017, tabel nilai persepsi, nilai interval, dan mutu pelayanan"
CLASSES = [
    ("A", "Sangat baik", "88.31"),
    ("B", "Baik", "76.61"),
    ("C", "Kurang baik", "65.00"),
    ("D", "Tidak baik", "25.00"),
]


def classes(apps, schema_editor):
    SurveyClass = apps.get_model("reports", "SurveyClass")
    SurveyClass.objects.bulk_create(
        SurveyClass(grade=grade, words=words, lower=Decimal(lower), valid_from=date(2000, 1, 1), source=SOURCE)
        for grade, words, lower in CLASSES
    )


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0011_survey"),
    ]

    operations = [
        migrations.CreateModel(
            name="OldSurveyFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        help_text="Misalnya Semester II 2024.", max_length=100, verbose_name="nama periode"
                    ),
                ),
                ("ended_on", models.DateField(verbose_name="berakhir tanggal")),
                (
                    "index",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(25),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="IKM",
                    ),
                ),
                ("respondents", models.PositiveIntegerField(blank=True, null=True, verbose_name="jumlah responden")),
                (
                    "source",
                    models.CharField(
                        help_text="Laporan atau surat asal angka ini.", max_length=200, verbose_name="sumber"
                    ),
                ),
                ("entered_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dicatat pada")),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "shelter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "angka SKM lama",
                "verbose_name_plural": "angka SKM lama",
                "ordering": ["-ended_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SurveyAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("action", models.CharField(max_length=300, verbose_name="tindakan")),
                ("due_on", models.DateField(verbose_name="paling lambat")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Belum selesai"), ("done", "Selesai")],
                        default="open",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="hasilnya")),
                (
                    "planned_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="direncanakan pada"),
                ),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai pada")),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dinyatakan selesai oleh",
                    ),
                ),
                (
                    "element",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="reports.surveyelement",
                        verbose_name="unsur",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="penanggung jawab",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="reports.surveyperiod",
                        verbose_name="periode",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="direncanakan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "tindak lanjut SKM",
                "verbose_name_plural": "tindak lanjut SKM",
                "ordering": ["due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SurveyClass",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("grade", models.CharField(max_length=3, verbose_name="mutu")),
                ("words", models.CharField(max_length=40, verbose_name="kinerja")),
                ("lower", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="mulai dari")),
                ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("source", models.CharField(max_length=200, verbose_name="sumber")),
            ],
            options={
                "verbose_name": "mutu SKM",
                "verbose_name_plural": "mutu SKM",
                "ordering": ["-lower", "valid_from"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="survey_class_ends_after_it_starts",
                        violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lower__gte", 0), ("lower__lte", 100)),
                        name="survey_class_lower_in_range",
                        violation_error_message="Batas bawah antara 0 dan 100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("grade", ""), _negated=True),
                            models.Q(("words", ""), _negated=True),
                            models.Q(("source", ""), _negated=True),
                        ),
                        name="survey_class_has_words",
                        violation_error_message="Tulis mutu, kinerja, dan sumbernya.",
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
                        name="survey_class_one_bound_at_a_time",
                        violation_error_message="Dua mutu tidak boleh mulai pada angka yang sama.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("grade", "="),
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
                        name="survey_class_one_grade_at_a_time",
                        violation_error_message="Mutu itu sudah ada pada masa itu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SurveyImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=120, verbose_name="nama berkas")),
                ("sha256", models.CharField(max_length=64)),
                ("headings", models.JSONField(default=list, verbose_name="judul kolom")),
                ("rows", models.JSONField(blank=True, default=list, verbose_name="baris")),
                ("dropped", models.JSONField(blank=True, default=list, verbose_name="kolom yang dibuang")),
                ("pairs", models.JSONField(blank=True, default=dict, verbose_name="pasangan kolom")),
                ("style", models.CharField(blank=True, max_length=3, verbose_name="cara menulis tanggal")),
                ("uploaded_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="diunggah")),
                ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="dimasukkan")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="jawaban yang dimasukkan")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
                (
                    "applied_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dimasukkan oleh",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="reports.surveyperiod",
                        verbose_name="periode",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dibatalkan oleh",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diunggah oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "impor jawaban survei",
                "verbose_name_plural": "impor jawaban survei",
                "ordering": ["-uploaded_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SurveyImported",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imported",
                        to="reports.surveyimport",
                        verbose_name="impor",
                    ),
                ),
                (
                    "response",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reports.surveyresponse",
                        verbose_name="jawaban",
                    ),
                ),
            ],
            options={
                "verbose_name": "jawaban yang diimpor",
                "verbose_name_plural": "jawaban yang diimpor",
            },
        ),
        migrations.CreateModel(
            name="SurveyPublication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("figures", models.JSONField(verbose_name="angka")),
                ("sha256", models.CharField(max_length=64, verbose_name="sidik angka")),
                ("published_at", models.DateTimeField(verbose_name="diumumkan pada")),
                (
                    "period",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication",
                        to="reports.surveyperiod",
                        verbose_name="periode",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diumumkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "pengumuman SKM",
                "verbose_name_plural": "pengumuman SKM",
                "ordering": ["-period__ends_on"],
            },
        ),
        migrations.CreateModel(
            name="SurveyText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("latar", "Latar belakang"),
                            ("dasar", "Dasar hukum"),
                            ("tujuan", "Maksud dan tujuan"),
                            ("pelaksana", "Pelaksana survei"),
                            ("metode", "Metode pengumpulan data"),
                            ("lokasi", "Lokasi dan waktu"),
                            ("analisis", "Analisis hasil"),
                            ("kesimpulan", "Kesimpulan dan saran"),
                        ],
                        max_length=12,
                        verbose_name="bagian",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=10000, verbose_name="isi")),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="reports.surveyperiod",
                        verbose_name="periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "teks laporan SKM",
                "verbose_name_plural": "teks laporan SKM",
                "ordering": ["period", "section"],
            },
        ),
        migrations.AddConstraint(
            model_name="oldsurveyfigure",
            constraint=models.UniqueConstraint(
                fields=("shelter", "ended_on"),
                name="old_survey_figure_once",
                violation_error_message="Angka lama dengan tanggal itu sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="oldsurveyfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(("index__gte", 25), ("index__lte", 100)),
                name="old_survey_figure_index_in_range",
                violation_error_message="IKM antara 25,00 dan 100,00.",
            ),
        ),
        migrations.AddConstraint(
            model_name="oldsurveyfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("source", ""), _negated=True), models.Q(("name", ""), _negated=True)),
                name="old_survey_figure_has_source",
                violation_error_message="Tulis nama periode dan sumber angka ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("action", ""), _negated=True),
                name="survey_action_has_words",
                violation_error_message="Tulis tindakannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_at", None), ("note", ""), ("status", "open")),
                    models.Q(("done_at__isnull", False), ("status", "done"), models.Q(("note", ""), _negated=True)),
                    _connector="OR",
                ),
                name="survey_action_done_is_told",
                violation_error_message="Tindak lanjut yang selesai mencatat hasilnya dan waktunya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_at", None), ("done_by", None)),
                    models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                    _connector="OR",
                ),
                name="survey_action_done_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyimport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("applied_at", None), ("applied_by", None)),
                    models.Q(("applied_at__isnull", False), ("applied_by__isnull", False)),
                    _connector="OR",
                ),
                name="survey_import_applied_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyimport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at", None), ("undone_by", None)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="survey_import_undone_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyimport",
            constraint=models.CheckConstraint(
                condition=models.Q(("undone_at", None), ("applied_at__isnull", False), _connector="OR"),
                name="survey_import_undone_after_applied",
                violation_error_message="Hanya impor yang sudah dimasukkan dapat dibatalkan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyimport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("applied_at__isnull", False), ("undone_at", None)),
                fields=("period", "sha256"),
                name="survey_import_file_once",
                violation_error_message="Berkas ini sudah dimasukkan ke periode ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveytext",
            constraint=models.UniqueConstraint(
                fields=("period", "section"), name="survey_text_once", violation_error_message="Bagian ini sudah ada."
            ),
        ),
        migrations.AddConstraint(
            model_name="surveytext",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "section__in",
                        ["latar", "dasar", "tujuan", "pelaksana", "metode", "lokasi", "analisis", "kesimpulan"],
                    )
                ),
                name="survey_text_known_section",
                violation_error_message="Bagian ini tidak ada dalam laporan.",
            ),
        ),
        migrations.RunPython(classes, migrations.RunPython.noop),
    ]
