"""All migrations so far as one: a new database is made in seconds; one that began with the others goes on with them."""

from decimal import Decimal
from importlib import import_module

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import reports.models.entered
import reports.models.sheet
from cases.schema import Together


def operations(app, name, kind):
    """What the replaced migration did besides changing the schema: functions, triggers and the rows of lists."""
    replaced = import_module(f"{app}.migrations.{name}").Migration
    return [operation for operation in replaced.operations if isinstance(operation, kind)]


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("reports", "0001_sheet_upload"),
        ("reports", "0002_month_reports"),
        ("reports", "0003_standard"),
        ("reports", "0004_targets"),
        ("reports", "0005_export_jobs"),
        ("reports", "0006_imports"),
        ("reports", "0007_month_contents"),
        ("reports", "0008_reach"),
    ]
    dependencies = [
        ("cases", "0001_squashed_0020_standard"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="MonthReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="bulan")),
                        ("revision", models.PositiveSmallIntegerField(default=0, verbose_name="ralat ke")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Konsep"),
                                    ("submitted", "Menunggu tanda tangan"),
                                    ("signed", "Ditandatangani"),
                                    ("superseded", "Diganti"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan ralat")),
                        (
                            "gaps_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan tetap diajukan"),
                        ),
                        ("gaps_at", models.DateTimeField(blank=True, null=True)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="diajukan pada")),
                        ("returned_at", models.DateTimeField(blank=True, null=True, verbose_name="dikembalikan pada")),
                        (
                            "return_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan dikembalikan"),
                        ),
                        ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditandatangani pada")),
                        ("figures", models.JSONField(blank=True, default=dict, verbose_name="angka")),
                        ("differences", models.JSONField(blank=True, default=dict, verbose_name="selisih")),
                        ("digest", models.CharField(blank=True, max_length=64, verbose_name="sidik")),
                        ("pdf", models.FileField(blank=True, upload_to="laporan/", verbose_name="cetakan")),
                        ("pdf_digest", models.CharField(blank=True, max_length=64, verbose_name="sidik cetakan")),
                        (
                            "gaps_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "letter",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="month_report",
                                to="cases.letter",
                                verbose_name="surat",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dikembalikan oleh",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="month_reports",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                        (
                            "signed_as",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.standin",
                                verbose_name="Plh.",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditandatangani oleh",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diajukan oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "laporan bulanan",
                        "verbose_name_plural": "laporan bulanan",
                        "ordering": ["-year", "-number", "shelter__name", "-revision"],
                    },
                ),
                migrations.CreateModel(
                    name="Office",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "valid_from",
                            models.DateField(
                                error_messages={"unique": "Sudah ada data yang berlaku sejak tanggal itu."},
                                unique=True,
                                verbose_name="berlaku sejak",
                            ),
                        ),
                        (
                            "letterhead_government",
                            models.CharField(
                                help_text="Misalnya PEMERINTAH KABUPATEN …",
                                max_length=150,
                                verbose_name="kop: pemerintah daerah",
                            ),
                        ),
                        ("name", models.CharField(default="Dinas Sosial", max_length=150, verbose_name="nama dinas")),
                        ("address", models.CharField(blank=True, max_length=250, verbose_name="alamat")),
                        ("city", models.CharField(blank=True, max_length=80, verbose_name="tempat surat")),
                        ("phone", models.CharField(blank=True, max_length=50, verbose_name="telepon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        (
                            "head_name",
                            models.CharField(
                                blank=True,
                                help_text="Dengan gelar. Selama kosong, laporan tahunan tercetak sebagai konsep.",
                                max_length=150,
                                verbose_name="nama kepala dinas",
                            ),
                        ),
                        ("head_nip", models.CharField(blank=True, max_length=30, verbose_name="NIP")),
                        ("head_rank", models.CharField(blank=True, max_length=60, verbose_name="pangkat, golongan")),
                        (
                            "head_position",
                            models.CharField(default="Kepala Dinas Sosial", max_length=100, verbose_name="jabatan"),
                        ),
                    ],
                    options={
                        "verbose_name": "kop dan kepala dinas",
                        "verbose_name_plural": "kop dan kepala dinas",
                        "ordering": ["-valid_from"],
                    },
                ),
                migrations.CreateModel(
                    name="SheetUpload",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("register", "Register klien dan masa tinggal"),
                                    ("kehadiran", "Kehadiran"),
                                    ("layanan", "Layanan yang diberikan"),
                                    ("kebutuhan", "Kebutuhan layanan"),
                                    ("mitra", "Mitra rujukan"),
                                    ("petugas", "Petugas dan perannya"),
                                    ("target", "Target SPM"),
                                ],
                                max_length=12,
                                verbose_name="jenis berkas",
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                blank=True, upload_to=reports.models.sheet.private_name, verbose_name="berkas"
                            ),
                        ),
                        ("file_name", models.CharField(max_length=120, verbose_name="nama berkas")),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "create_lists",
                            models.BooleanField(default=False, verbose_name="tambahkan yang belum ada dalam daftar"),
                        ),
                        ("layout", models.JSONField(blank=True, default=dict, verbose_name="letak kolom")),
                        ("is_mapped", models.BooleanField(default=True, verbose_name="kolomnya sudah dipasangkan")),
                        ("uploaded_at", models.DateTimeField(auto_now_add=True, verbose_name="diunggah")),
                        ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="dimasukkan")),
                        ("counts", models.JSONField(blank=True, default=dict, verbose_name="hasil")),
                        (
                            "rest",
                            models.FileField(
                                blank=True,
                                upload_to=reports.models.sheet.private_name,
                                verbose_name="baris yang tertinggal",
                            ),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
                        ("undo_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan pembatalan")),
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
                            "shelter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.shelter",
                                verbose_name="panti",
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
                        "verbose_name": "berkas impor",
                        "verbose_name_plural": "berkas impor",
                        "ordering": ["-uploaded_at"],
                    },
                ),
                migrations.CreateModel(
                    name="IndexClass",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "recipients",
                            models.DecimalField(
                                decimal_places=2, max_digits=5, verbose_name="bobot penerima layanan (persen)"
                            ),
                        ),
                        (
                            "quality",
                            models.DecimalField(decimal_places=2, max_digits=5, verbose_name="bobot mutu (persen)"),
                        ),
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
                migrations.CreateModel(
                    name="MonthComparison",
                    fields=[
                        (
                            "report",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="comparison",
                                serialize=False,
                                to="reports.monthreport",
                                verbose_name="laporan",
                            ),
                        ),
                        ("touches", models.PositiveIntegerField()),
                        ("lines", models.PositiveIntegerField(verbose_name="selisih")),
                    ],
                    options={
                        "verbose_name": "perbandingan laporan",
                        "verbose_name_plural": "perbandingan laporan",
                    },
                ),
                migrations.CreateModel(
                    name="MonthReportPerson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("service_type", models.CharField(blank=True, max_length=40, verbose_name="jenis pelayanan")),
                        ("client_id", models.BigIntegerField()),
                        ("client_number", models.CharField(max_length=40, verbose_name="nomor klien")),
                        ("served", models.BooleanField(default=False, verbose_name="terlayani")),
                        ("services", models.JSONField(blank=True, default=dict, verbose_name="layanan")),
                        ("counted", models.JSONField(blank=True, default=dict, verbose_name="terhitung")),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="reports.monthreport",
                                verbose_name="laporan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "orang dalam laporan",
                        "verbose_name_plural": "orang dalam laporan",
                        "ordering": ["service_type", "client_number", "client_id"],
                    },
                ),
                migrations.CreateModel(
                    name="MonthText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="bulan")),
                        ("highlights", models.TextField(blank=True, max_length=5000, verbose_name="kegiatan menonjol")),
                        ("problems", models.TextField(blank=True, max_length=5000, verbose_name="permasalahan")),
                        ("follow_up", models.TextField(blank=True, max_length=5000, verbose_name="tindak lanjut")),
                        (
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="month_texts",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "teks laporan bulanan",
                        "verbose_name_plural": "teks laporan bulanan",
                        "ordering": ["-year", "-number", "shelter__name"],
                    },
                ),
                migrations.CreateModel(
                    name="MonthTouch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField()),
                        ("number", models.PositiveSmallIntegerField()),
                        ("at", models.DateTimeField()),
                        (
                            "shelter",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="cases.shelter",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perubahan pada bulan",
                        "verbose_name_plural": "perubahan pada bulan",
                    },
                ),
                migrations.CreateModel(
                    name="QualityRequirement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("goods", "Barang dan/atau jasa"), ("staff", "Sumber daya manusia")],
                                max_length=10,
                                verbose_name="kelompok mutu",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                help_text="Misalnya “Paket sandang” atau “Pekerja sosial”.",
                                max_length=150,
                                verbose_name="uraian",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                help_text="Misalnya paket, unit, orang.", max_length=30, verbose_name="satuan"
                            ),
                        ),
                        ("required", models.PositiveIntegerField(verbose_name="yang harus dipenuhi setahun")),
                        (
                            "source",
                            models.CharField(
                                help_text="Peraturan, keputusan, atau dokumen asal angka ini.",
                                max_length=200,
                                verbose_name="sumber",
                            ),
                        ),
                        (
                            "fulfilled",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveIntegerField(blank=True, null=True, verbose_name="terpenuhi"),
                                default=reports.models.entered.empty_months,
                                size=12,
                                verbose_name="terpenuhi per bulan",
                            ),
                        ),
                        (
                            "service_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.servicetype",
                                verbose_name="jenis pelayanan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mutu SPM",
                        "verbose_name_plural": "mutu SPM",
                        "ordering": ["year", "service_type__position", "kind", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SheetTrace",
                    fields=[
                        (
                            "upload",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="trace",
                                serialize=False,
                                to="reports.sheetupload",
                                verbose_name="berkas",
                            ),
                        ),
                        (
                            "rows",
                            models.JSONField(
                                default=dict,
                                encoder=django.core.serializers.json.DjangoJSONEncoder,
                                verbose_name="baris",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jejak impor",
                        "verbose_name_plural": "jejak impor",
                    },
                ),
                migrations.CreateModel(
                    name="StepLimit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                migrations.CreateModel(
                    name="Target",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        ("population", models.PositiveIntegerField(verbose_name="yang harus dilayani")),
                        (
                            "source",
                            models.CharField(
                                help_text="Peraturan, keputusan, atau dokumen asal angka ini.",
                                max_length=200,
                                verbose_name="sumber",
                            ),
                        ),
                        (
                            "service_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.servicetype",
                                verbose_name="jenis pelayanan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "target SPM",
                        "verbose_name_plural": "target SPM",
                        "ordering": ["year", "service_type__position"],
                    },
                ),
                migrations.CreateModel(
                    name="AnnualText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        (
                            "section",
                            models.CharField(
                                choices=[
                                    ("background", "Latar Belakang"),
                                    ("law", "Dasar Hukum"),
                                    ("policy", "Kebijakan Umum"),
                                    ("direction", "Arah Kebijakan"),
                                    ("staff", "Dukungan Personil"),
                                    ("problems", "Permasalahan dan Solusi"),
                                    ("programme", "Program dan Kegiatan"),
                                    ("closing", "Penutup"),
                                ],
                                max_length=20,
                                verbose_name="bagian",
                            ),
                        ),
                        ("text", models.TextField(blank=True, max_length=20000, verbose_name="isi")),
                        (
                            "service_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.servicetype",
                                verbose_name="jenis pelayanan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "teks laporan tahunan",
                        "verbose_name_plural": "teks laporan tahunan",
                        "ordering": ["year", "section", "service_type__position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("year", "section", "service_type"),
                                name="annual_text_once",
                                nulls_distinct=False,
                                violation_error_message="Bagian ini sudah ada.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                                name="annual_text_year_is_plausible",
                                violation_error_message="Tahun harus antara 2000 dan 2100.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("section__in", ["staff", "problems"]), ("service_type__isnull", False)),
                                    models.Q(
                                        models.Q(("section__in", ["staff", "problems"]), _negated=True),
                                        ("service_type", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="annual_text_type_fits_section",
                                violation_error_message="Bagian ini tidak cocok dengan jenis pelayanannya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Budget",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        (
                            "label",
                            models.CharField(
                                help_text="Subkegiatan, misalnya “Penyediaan permakanan”.",
                                max_length=150,
                                verbose_name="uraian",
                            ),
                        ),
                        ("sipd_code", models.CharField(blank=True, max_length=40, verbose_name="kode SIPD")),
                        (
                            "allocated",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=16,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="alokasi (rupiah)",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="Misalnya nomor DPA atau Perda APBD.", max_length=200, verbose_name="sumber"
                            ),
                        ),
                        (
                            "realised",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DecimalField(
                                    blank=True,
                                    decimal_places=2,
                                    max_digits=16,
                                    null=True,
                                    validators=[django.core.validators.MinValueValidator(0)],
                                    verbose_name="realisasi",
                                ),
                                default=reports.models.entered.empty_months,
                                size=12,
                                verbose_name="realisasi per bulan",
                            ),
                        ),
                        (
                            "service_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.servicetype",
                                verbose_name="jenis pelayanan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "anggaran SPM",
                        "verbose_name_plural": "anggaran SPM",
                        "ordering": ["year", "service_type__position", "sipd_code", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("service_type", "year", "label"),
                                name="budget_once_per_year",
                                violation_error_message="Uraian itu sudah ada untuk jenis pelayanan dan tahun ini.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                                name="budget_year_is_plausible",
                                violation_error_message="Tahun harus antara 2000 dan 2100.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("allocated__gte", 0)),
                                name="budget_not_negative",
                                violation_error_message="Alokasi tidak boleh negatif.",
                            ),
                            models.CheckConstraint(
                                condition=models.Func(
                                    models.F("realised"),
                                    output_field=models.BooleanField(),
                                    template="cardinality(%(expressions)s) = 12",
                                ),
                                name="budget_has_twelve_months",
                                violation_error_message="Isian per bulan harus dua belas.",
                            ),
                            models.CheckConstraint(
                                condition=models.Func(
                                    models.F("realised"),
                                    output_field=models.BooleanField(),
                                    template="NOT coalesce(0 > ANY(%(expressions)s), false)",
                                ),
                                name="budget_months_not_negative",
                                violation_error_message="Realisasi tidak boleh negatif.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ColumnMapping",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("register", "Register klien dan masa tinggal"),
                                    ("kehadiran", "Kehadiran"),
                                    ("layanan", "Layanan yang diberikan"),
                                    ("kebutuhan", "Kebutuhan layanan"),
                                    ("mitra", "Mitra rujukan"),
                                    ("petugas", "Petugas dan perannya"),
                                    ("target", "Target SPM"),
                                ],
                                max_length=12,
                                verbose_name="jenis berkas",
                            ),
                        ),
                        ("headings", models.CharField(max_length=64, verbose_name="sidik judul kolom")),
                        ("columns", models.JSONField(default=dict, verbose_name="pasangan kolom")),
                        ("style", models.CharField(default="iso", max_length=3, verbose_name="cara menulis tanggal")),
                        ("saved_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="disimpan")),
                        (
                            "saved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disimpan oleh",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pasangan kolom impor",
                        "verbose_name_plural": "pasangan kolom impor",
                        "ordering": ["-saved_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("shelter", "kind", "headings"),
                                name="column_mapping_once",
                                nulls_distinct=False,
                                violation_error_message="Pasangan untuk judul kolom ini sudah ada.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExportJob",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("listing", models.CharField(max_length=40, verbose_name="daftar")),
                        ("title", models.CharField(max_length=150, verbose_name="judul")),
                        ("query", models.TextField(blank=True, verbose_name="saringan di alamat")),
                        ("chosen", models.TextField(blank=True, verbose_name="saringan")),
                        ("reason", models.CharField(blank=True, max_length=200, verbose_name="keperluan")),
                        (
                            "format",
                            models.CharField(
                                choices=[("xlsx", "Excel (XLSX)"), ("csv", "CSV"), ("pdf", "PDF")],
                                max_length=4,
                                verbose_name="bentuk berkas",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("waiting", "Menunggu giliran"),
                                    ("running", "Sedang dibuat"),
                                    ("done", "Selesai"),
                                    ("failed", "Gagal"),
                                    ("cancelled", "Dibatalkan"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("rows_done", models.PositiveIntegerField(default=0, verbose_name="baris selesai")),
                        ("rows_total", models.PositiveIntegerField(default=0, verbose_name="jumlah baris")),
                        ("shelters", models.JSONField(blank=True, default=list, verbose_name="panti di dalamnya")),
                        ("file", models.FileField(blank=True, upload_to="", verbose_name="berkas")),
                        ("file_name", models.CharField(blank=True, max_length=120, verbose_name="nama berkas")),
                        ("size", models.PositiveBigIntegerField(default=0, verbose_name="ukuran")),
                        ("error", models.CharField(blank=True, max_length=300, verbose_name="sebab gagal")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="diminta")),
                        ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="dimulai")),
                        ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                        ("expires_at", models.DateTimeField(blank=True, null=True, verbose_name="berlaku sampai")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="export_jobs",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diminta oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ekspor",
                        "verbose_name_plural": "ekspor",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [models.Index(fields=["status", "created_at"], name="export_job_queue")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "running")),
                                fields=("user",),
                                name="export_job_one_running",
                                violation_error_message="Satu ekspor lain milik Anda sedang dibuat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "done"), _negated=True),
                                    models.Q(("expires_at__isnull", False), ("finished_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="export_job_done_has_expiry",
                                violation_error_message="Ekspor yang selesai mempunyai batas berlaku.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MealRate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("amount", models.PositiveIntegerField(verbose_name="rupiah per orang per hari")),
                        ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        (
                            "source",
                            models.CharField(
                                help_text="Peraturan, keputusan, atau DPA asal angka ini.",
                                max_length=200,
                                verbose_name="sumber",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                blank=True,
                                help_text="Kosongkan untuk semua panti yang tidak punya indeks sendiri.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meal_rates",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "indeks permakanan",
                        "verbose_name_plural": "indeks permakanan",
                        "ordering": ["-valid_from", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gte", 1)),
                                name="meal_rate_positive",
                                violation_error_message="Indeks sedikitnya 1 rupiah.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="meal_rate_has_source",
                                violation_error_message="Tulis sumber indeks.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                                ),
                                name="meal_rate_ends_after_it_starts",
                                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    (
                                        django.db.models.functions.comparison.Coalesce(
                                            "shelter", models.Value(0), output_field=models.BigIntegerField()
                                        ),
                                        "=",
                                    ),
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
                                name="meal_rate_one_at_a_time",
                                violation_error_message="Sudah ada indeks lain pada masa itu.",
                            ),
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="monthreport",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "year", "number", "revision"),
                        name="month_report_revision_once",
                        violation_error_message="Laporan bulan ini baru saja dibuka orang lain. Muat ulang halaman ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthreport",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status__in", ["draft", "submitted"])),
                        fields=("shelter", "year", "number"),
                        name="month_report_one_open",
                        violation_error_message="Laporan bulan ini sudah disusun. Muat ulang halaman ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthreport",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", "signed")),
                        fields=("shelter", "year", "number"),
                        name="month_report_one_in_force",
                        violation_error_message="Laporan bulan ini sudah ditandatangani. Muat ulang halaman ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("number__range", (1, 12)), ("year__range", (1900, 9999))),
                        name="month_report_of_a_month",
                        violation_error_message="Bulan ini tidak ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("revision", 0),
                            ("status", "draft"),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="month_report_ralat_has_reason",
                        violation_error_message="Ralat memerlukan alasan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("digest", ""),
                                ("letter", None),
                                ("pdf", ""),
                                ("signed_at", None),
                                ("signed_by", None),
                                ("status__in", ["draft", "submitted"]),
                            ),
                            models.Q(
                                ("letter__isnull", False),
                                ("signed_at__isnull", False),
                                ("signed_by__isnull", False),
                                ("status__in", ["signed", "superseded"]),
                                models.Q(("digest", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="month_report_signed_whole",
                        violation_error_message="Laporan yang ditandatangani memerlukan nomor, waktu, dan sidik.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"),
                            models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="month_report_submitted_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("returned_at", None), ("returned_by", None)),
                            models.Q(("returned_at__isnull", False), ("returned_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="month_report_returned_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gaps_at", None), ("gaps_by", None)),
                            models.Q(("gaps_at__isnull", False), ("gaps_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="month_report_gaps_at_and_by",
                    ),
                ),
                migrations.AddIndex(
                    model_name="monthreportperson",
                    index=models.Index(fields=["client_id"], name="month_report_person_client"),
                ),
                migrations.AddConstraint(
                    model_name="monthreportperson",
                    constraint=models.UniqueConstraint(
                        fields=("report", "service_type", "client_id"), name="month_report_person_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthreportperson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("served", False), ("service_type", ""), ("services", {})),
                            models.Q(models.Q(("service_type", ""), _negated=True), ("counted", {})),
                            _connector="OR",
                        ),
                        name="month_report_person_of_recap_or_type",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthtext",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "year", "number"),
                        name="month_text_once",
                        violation_error_message="Teks bulan ini sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monthtext",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("number__range", (1, 12)), ("year__range", (1900, 9999))),
                        name="month_text_of_a_month",
                        violation_error_message="Bulan ini tidak ada.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="monthtouch",
                    index=models.Index(fields=["shelter", "year", "number"], name="month_touch_month"),
                ),
                migrations.AddConstraint(
                    model_name="qualityrequirement",
                    constraint=models.UniqueConstraint(
                        fields=("service_type", "year", "kind", "label"),
                        name="quality_once_per_year",
                        violation_error_message="Uraian itu sudah ada untuk jenis pelayanan dan tahun ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="qualityrequirement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                        name="quality_year_is_plausible",
                        violation_error_message="Tahun harus antara 2000 dan 2100.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="qualityrequirement",
                    constraint=models.CheckConstraint(
                        condition=models.Func(
                            models.F("fulfilled"),
                            output_field=models.BooleanField(),
                            template="cardinality(%(expressions)s) = 12",
                        ),
                        name="quality_has_twelve_months",
                        violation_error_message="Isian per bulan harus dua belas.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="qualityrequirement",
                    constraint=models.CheckConstraint(
                        condition=models.Func(
                            models.F("fulfilled"),
                            output_field=models.BooleanField(),
                            template="NOT coalesce(0 > ANY(%(expressions)s), false)",
                        ),
                        name="quality_months_not_negative",
                        violation_error_message="Jumlah terpenuhi tidak boleh negatif.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sheetupload",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("applied_at", None), ("applied_by", None)),
                            models.Q(("applied_at__isnull", False), ("applied_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="sheet_upload_applied_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sheetupload",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at", None), ("undone_by", None)),
                            models.Q(
                                ("applied_at__isnull", False),
                                ("undone_at__isnull", False),
                                ("undone_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="sheet_upload_undone_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sheetupload",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["mitra", "petugas", "target"]), ("shelter", None)),
                            models.Q(
                                models.Q(("kind__in", ["mitra", "petugas", "target"]), _negated=True),
                                ("shelter__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="sheet_upload_shelter_fits_kind",
                        violation_error_message="Pilih panti.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="target",
                    constraint=models.UniqueConstraint(
                        fields=("service_type", "year"),
                        name="target_once_per_type_and_year",
                        violation_error_message="Target jenis pelayanan ini untuk tahun itu sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="target",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                        name="target_year_is_plausible",
                        violation_error_message="Tahun harus antara 2000 dan 2100.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="target",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="target_has_source",
                        violation_error_message="Tulis sumber angka target.",
                    ),
                ),
            ]
        ),
        *operations("reports", "0002_month_reports", migrations.RunSQL),
        *operations("reports", "0003_standard", migrations.RunPython),
        *operations("reports", "0007_month_contents", migrations.RunSQL),
        *operations("reports", "0008_reach", migrations.RunPython),
    ]
