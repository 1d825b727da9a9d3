from datetime import date

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Fixed by date, every year. The others follow the moon or a decree: the department enters those from the yearly joint
# decree (SKB) of three ministers.
FIXED = {
    (1, 1): "Tahun Baru Masehi",
    (5, 1): "Hari Buruh Internasional",
    (6, 1): "Hari Lahir Pancasila",
    (8, 17): "Hari Kemerdekaan Republik Indonesia",
    (12, 25): "Hari Raya Natal",
}
YEARS = range(2024, 2028)


def fill_holidays(apps, schema_editor):
    Holiday = apps.get_model("cases", "Holiday")
    Holiday.objects.bulk_create(
        Holiday(date=date(year, month, day), name=name, source="Keppres 24/1953, 24/2013, dan 24/2016")
        for year in YEARS
        for (month, day), name in FIXED.items()
    )


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_rooms"),
    ]

    operations = [
        migrations.CreateModel(
            name="Absence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("izin", "Izin"),
                            ("rs", "Dirawat di RS"),
                            ("kabur", "Pergi tanpa izin"),
                            ("perjalanan", "Dalam perjalanan"),
                        ],
                        max_length=10,
                        verbose_name="mengapa tidak di panti",
                    ),
                ),
                (
                    "left_on",
                    models.DateField(
                        help_text="Untuk yang pergi tanpa izin: hari terakhir terlihat.", verbose_name="pergi sejak"
                    ),
                ),
                ("left_at", models.TimeField(blank=True, null=True, verbose_name="jam pergi")),
                ("expected_on", models.DateField(blank=True, null=True, verbose_name="rencana kembali")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="dicatat pada")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="kembali pada")),
                ("returned_at", models.TimeField(blank=True, null=True, verbose_name="jam kembali")),
                ("return_note", models.CharField(blank=True, max_length=300, verbose_name="keterangan kembali")),
                ("return_recorded_at", models.DateTimeField(blank=True, null=True)),
                ("report", models.JSONField(blank=True, default=dict, verbose_name="isi surat laporan")),
                (
                    "police_number",
                    models.CharField(blank=True, max_length=100, verbose_name="nomor laporan kepolisian"),
                ),
            ],
            options={
                "verbose_name": "keadaan tidak di panti",
                "verbose_name_plural": "keadaan tidak di panti",
                "ordering": ["-left_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until", models.DateField(verbose_name="diperpanjang sampai")),
                ("reason", models.CharField(max_length=500, verbose_name="alasan")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("requested", "Menunggu persetujuan kepala panti"),
                            ("approved", "Disetujui"),
                            ("refused", "Tidak disetujui"),
                        ],
                        default="requested",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("requested_at", models.DateTimeField(verbose_name="diminta pada")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan pada")),
                ("decision_note", models.CharField(blank=True, max_length=300, verbose_name="catatan keputusan")),
            ],
            options={
                "verbose_name": "perpanjangan",
                "verbose_name_plural": "perpanjangan",
                "ordering": ["-requested_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Holiday",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "date",
                    models.DateField(
                        error_messages={"unique": "Tanggal itu sudah ada dalam daftar."},
                        unique=True,
                        verbose_name="tanggal",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="nama hari libur")),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="Misalnya nomor SKB 3 Menteri atau keputusan kepala daerah.",
                        max_length=200,
                        verbose_name="sumber",
                    ),
                ),
            ],
            options={
                "verbose_name": "hari libur",
                "verbose_name_plural": "hari libur",
                "ordering": ["date"],
            },
        ),
        migrations.AddField(
            model_name="shelter",
            name="abscond_after_hours",
            field=models.PositiveSmallIntegerField(
                default=24,
                help_text="Sebelum itu klien yang tidak ada saat apel disebut “belum kembali”.",
                validators=[django.core.validators.MaxValueValidator(720)],
                verbose_name="dinyatakan pergi tanpa izin sesudah (jam)",
            ),
        ),
        migrations.AddField(
            model_name="shelter",
            name="abscond_close_after_days",
            field=models.PositiveSmallIntegerField(
                default=7,
                help_text="Kembali dalam masa itu meneruskan masa tinggal yang sama.",
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(365)],
                verbose_name="usulan menutup masa tinggal sesudah pergi tanpa izin (hari)",
            ),
        ),
        migrations.AddField(
            model_name="absence",
            name="letter",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="absence",
                to="cases.letter",
                verbose_name="surat laporan",
            ),
        ),
        migrations.AddField(
            model_name="absence",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="dicatat oleh",
            ),
        ),
        migrations.AddField(
            model_name="absence",
            name="return_recorded_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="absence",
            name="stay",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="absences",
                to="cases.stay",
                verbose_name="masa tinggal",
            ),
        ),
        migrations.AddField(
            model_name="dayrecord",
            name="absence",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="days",
                to="cases.absence",
            ),
        ),
        migrations.AddField(
            model_name="extension",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="diputuskan oleh",
            ),
        ),
        migrations.AddField(
            model_name="extension",
            name="requested_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="diminta oleh",
            ),
        ),
        migrations.AddField(
            model_name="extension",
            name="stay",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="extensions",
                to="cases.stay",
                verbose_name="masa tinggal",
            ),
        ),
        migrations.AddIndex(
            model_name="absence",
            index=models.Index(fields=["stay", "left_on"], name="absence_stay"),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(("returned_on", None), ("returned_on__gte", models.F("left_on")), _connector="OR"),
                name="absence_returns_after_leaving",
                violation_error_message="Tanggal kembali tidak boleh sebelum tanggal pergi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(("expected_on", None), ("expected_on__gte", models.F("left_on")), _connector="OR"),
                name="absence_expected_after_leaving",
                violation_error_message="Rencana kembali tidak boleh sebelum tanggal pergi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("return_recorded_at", None), ("return_recorded_by", None), ("returned_on", None)),
                    models.Q(
                        ("return_recorded_at__isnull", False),
                        ("return_recorded_by__isnull", False),
                        ("returned_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="absence_returned_on_at_and_by",
                violation_error_message="Kembalinya klien memerlukan tanggal, dan siapa yang mencatatnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(("returned_at", None), ("returned_on__isnull", False), _connector="OR"),
                name="absence_return_time_has_date",
                violation_error_message="Jam kembali memerlukan tanggal kembali.",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(("letter", None), ("kind", "kabur"), _connector="OR"),
                name="absence_letter_of_absconding",
                violation_error_message="Surat laporan hanya untuk klien yang pergi tanpa izin.",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("stay", "="),
                    (
                        models.Func(
                            "left_on",
                            "returned_on",
                            models.Value("[)"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="absence_no_overlap_per_stay",
                violation_error_message="Klien sudah tercatat pergi pada tanggal itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "requested")),
                fields=("stay",),
                name="extension_asked_once_at_a_time",
                violation_error_message="Permintaan perpanjangan sebelumnya masih menunggu keputusan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decided_by", None), ("status", "requested")),
                    models.Q(
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        ("status__in", ["approved", "refused"]),
                    ),
                    _connector="OR",
                ),
                name="extension_decided_at_and_by",
                violation_error_message="Keputusan memerlukan siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by", None),
                    models.Q(("decided_by", models.F("requested_by")), _negated=True),
                    _connector="OR",
                ),
                name="extension_decided_by_another",
                violation_error_message="Yang meminta perpanjangan tidak dapat memutuskannya sendiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "refused"), _negated=True),
                    models.Q(("decision_note", ""), _negated=True),
                    _connector="OR",
                ),
                name="extension_refused_with_note",
                violation_error_message="Tulis mengapa perpanjangan tidak disetujui.",
            ),
        ),
        migrations.RunPython(fill_holidays, migrations.RunPython.noop),
    ]
