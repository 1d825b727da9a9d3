"""What the voices brought, as one: a new database is made in seconds; one that began with the single steps goes on."""

import uuid
from importlib import import_module

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from cases.schema import Together


def operations(name, kind):
    """What the replaced migration did besides changing the schema: triggers and the rows of lists."""
    replaced = import_module(f"reports.migrations.{name}").Migration
    return [operation for operation in replaced.operations if isinstance(operation, kind)]


class Migration(migrations.Migration):
    replaces = [
        ("reports", "0009_public"),
        ("reports", "0010_sop"),
        ("reports", "0011_survey"),
        ("reports", "0012_survey_results"),
        ("reports", "0013_complaints"),
        ("reports", "0014_innovations"),
        ("reports", "0015_evaluation"),
    ]
    dependencies = [
        ("cases", "__first__"),
        ("reports", "0008_reach"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="PublicPage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField(verbose_name="versi")),
                        ("edit", models.PositiveIntegerField(default=1)),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "Konsep"), ("published", "Berlaku"), ("former", "Digantikan")],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("drafted_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="disusun")),
                        ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="terbit")),
                        ("replaced_at", models.DateTimeField(blank=True, null=True, verbose_name="digantikan")),
                        ("about", models.TextField(blank=True, max_length=4000, verbose_name="tentang panti")),
                        ("for_whom", models.TextField(blank=True, max_length=3000, verbose_name="untuk siapa")),
                        ("hours", models.TextField(blank=True, max_length=1000, verbose_name="jam pelayanan")),
                        ("phone", models.CharField(blank=True, max_length=50, verbose_name="telepon")),
                        (
                            "whatsapp",
                            models.CharField(
                                blank=True,
                                max_length=20,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[0-9][0-9 -]{6,18}$", "Tulis nomor saja, misalnya 0812-3456-7890."
                                    )
                                ],
                                verbose_name="WhatsApp",
                            ),
                        ),
                        ("address_note", models.TextField(blank=True, max_length=500, verbose_name="petunjuk jalan")),
                        (
                            "free_of_charge",
                            models.CharField(
                                default="Seluruh layanan tidak dipungut biaya.", max_length=200, verbose_name="biaya"
                            ),
                        ),
                        ("pledge", models.TextField(blank=True, max_length=3000, verbose_name="maklumat pelayanan")),
                        (
                            "privacy",
                            models.TextField(blank=True, max_length=6000, verbose_name="pemberitahuan privasi"),
                        ),
                        (
                            "shows_figures",
                            models.BooleanField(
                                default=False,
                                help_text="Jumlah orang yang dilayani dalam tahun yang sudah lewat. Kelompok kurang dari lima orang tidak disebut angkanya.",
                                verbose_name="terbitkan angka tahunan",
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disusun oleh",
                            ),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diterbitkan oleh",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="public_pages",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "halaman publik",
                        "verbose_name_plural": "halaman publik",
                        "ordering": ["shelter", "-version"],
                    },
                ),
                migrations.CreateModel(
                    name="PublicRequirement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "sender",
                            models.CharField(
                                choices=[
                                    ("satpol", "Satpol PP"),
                                    ("polsek", "Kepolisian (Polsek)"),
                                    ("public", "Masyarakat"),
                                    ("family", "Keluarga"),
                                ],
                                max_length=10,
                                verbose_name="pengirim",
                            ),
                        ),
                        ("text", models.TextField(max_length=2000, verbose_name="persyaratan")),
                        (
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="requirements",
                                to="reports.publicpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "persyaratan",
                        "verbose_name_plural": "persyaratan",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PublicStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        ("title", models.CharField(max_length=80, verbose_name="langkah")),
                        ("text", models.TextField(blank=True, max_length=600, verbose_name="penjelasan")),
                        ("who", models.CharField(blank=True, max_length=80, verbose_name="dilayani oleh")),
                        ("duration", models.CharField(blank=True, max_length=60, verbose_name="lama")),
                        (
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="reports.publicpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "langkah alur",
                        "verbose_name_plural": "langkah alur",
                        "ordering": ["order"],
                    },
                ),
                migrations.CreateModel(
                    name="StandardComponent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "code",
                            models.SlugField(
                                help_text="Tetap sama walau namanya berubah.",
                                max_length=30,
                                unique=True,
                                verbose_name="kode",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("delivery", "Proses penyampaian pelayanan"),
                                    ("management", "Proses pengelolaan pelayanan"),
                                ],
                                max_length=12,
                                verbose_name="kelompok",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        ("name", models.CharField(max_length=150, unique=True, verbose_name="nama komponen")),
                        (
                            "source",
                            models.CharField(
                                help_text="Peraturan yang memintanya.", max_length=200, verbose_name="sumber"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "komponen standar pelayanan",
                        "verbose_name_plural": "komponen standar pelayanan",
                        "ordering": ["group", "order", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="standard_component_has_source",
                                violation_error_message="Tulis sumber komponen ini.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PublicComponent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(max_length=3000, verbose_name="isi")),
                        (
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="components",
                                to="reports.publicpage",
                            ),
                        ),
                        (
                            "component",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="texts",
                                to="reports.standardcomponent",
                                verbose_name="komponen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "isi komponen standar",
                        "verbose_name_plural": "isi komponen standar",
                        "ordering": ["component__group", "component__order", "pk"],
                    },
                ),
                migrations.AddConstraint(
                    model_name="publicpage",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "version"),
                        name="public_page_version_once",
                        violation_error_message="Versi ini baru saja dibuat orang lain. Muat ulang halaman ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="publicpage",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", "draft")),
                        fields=("shelter",),
                        name="public_page_one_draft",
                        violation_error_message="Konsep halaman ini sudah ada. Muat ulang halaman ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="publicpage",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", "published")),
                        fields=("shelter",),
                        name="public_page_one_in_force",
                        violation_error_message="Versi lain baru saja diterbitkan. Muat ulang halaman ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="publicpage",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("published_at", None),
                                ("published_by", None),
                                ("replaced_at", None),
                                ("status", "draft"),
                            ),
                            models.Q(
                                ("published_at__isnull", False),
                                ("published_by__isnull", False),
                                ("replaced_at", None),
                                ("status", "published"),
                            ),
                            models.Q(
                                ("published_at__isnull", False),
                                ("published_by__isnull", False),
                                ("replaced_at__isnull", False),
                                ("status", "former"),
                            ),
                            _connector="OR",
                        ),
                        name="public_page_published_by_somebody",
                        violation_error_message="Versi yang terbit memerlukan waktu dan siapa yang menerbitkannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="publicrequirement",
                    constraint=models.UniqueConstraint(
                        fields=("page", "sender"), name="public_requirement_once_per_sender"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="publicstep",
                    constraint=models.UniqueConstraint(fields=("page", "order"), name="public_step_once_per_place"),
                ),
                migrations.AddConstraint(
                    model_name="publicstep",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("order__gte", 1), ("order__lte", 12)),
                        name="public_step_within_bounds",
                        violation_error_message="Alur paling banyak 12 langkah.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="publiccomponent",
                    constraint=models.UniqueConstraint(
                        fields=("page", "component"), name="public_component_once_per_page"
                    ),
                ),
                migrations.CreateModel(
                    name="SopDocument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.CharField(max_length=60, verbose_name="nomor SOP")),
                        ("title", models.CharField(max_length=200, verbose_name="judul SOP")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("retired_at", models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada")),
                        ("retire_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dicabut")),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dibuat oleh",
                            ),
                        ),
                        (
                            "retired_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicabut oleh",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sops",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "SOP",
                        "verbose_name_plural": "SOP",
                        "ordering": ["title", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SopVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="versi")),
                        ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                        ("changes", models.TextField(max_length=1000, verbose_name="ringkasan perubahan")),
                        ("text", models.TextField(blank=True, max_length=20000, verbose_name="isi SOP")),
                        ("file", models.FileField(blank=True, upload_to="sop/", verbose_name="berkas")),
                        ("content_type", models.CharField(blank=True, max_length=100, verbose_name="bentuk")),
                        ("size", models.PositiveIntegerField(default=0, verbose_name="ukuran")),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        ("is_public", models.BooleanField(default=False, verbose_name="boleh dilihat umum")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Konsep"),
                                    ("waiting", "Menunggu pengesahan"),
                                    ("approved", "Disahkan"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("written_at", models.DateTimeField(verbose_name="ditulis pada")),
                        (
                            "returned_note",
                            models.CharField(blank=True, max_length=500, verbose_name="catatan pengembalian"),
                        ),
                        ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="disahkan pada")),
                        ("replaced_on", models.DateField(blank=True, null=True, verbose_name="diganti sejak")),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disahkan oleh",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="reports.sopdocument",
                                verbose_name="SOP",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditulis oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "versi SOP",
                        "verbose_name_plural": "versi SOP",
                        "ordering": ["-number"],
                    },
                ),
                migrations.CreateModel(
                    name="SopReading",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("read_at", models.DateTimeField(auto_now_add=True, verbose_name="dibaca pada")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pembaca",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="readings",
                                to="reports.sopversion",
                                verbose_name="versi SOP",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pembaca SOP",
                        "verbose_name_plural": "pembaca SOP",
                        "ordering": ["read_at"],
                    },
                ),
                migrations.AddConstraint(
                    model_name="sopdocument",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "number"),
                        name="sop_number_once",
                        nulls_distinct=False,
                        violation_error_message="Nomor SOP itu sudah dipakai. Untuk isi baru, buat versi berikutnya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sopdocument",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("retire_reason", ""), ("retired_at", None), ("retired_by", None)),
                            models.Q(
                                ("retired_at__isnull", False),
                                ("retired_by__isnull", False),
                                models.Q(("retire_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="sop_retired_with_reason",
                        violation_error_message="SOP yang dicabut memerlukan alasan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sopversion",
                    constraint=models.UniqueConstraint(fields=("document", "number"), name="sop_version_once"),
                ),
                migrations.AddConstraint(
                    model_name="sopversion",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("approved_at", None)),
                        fields=("document",),
                        name="sop_one_draft",
                        violation_error_message="SOP ini sudah punya konsep yang belum disahkan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sopversion",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("approved_at__isnull", False), ("replaced_on", None)),
                        fields=("document",),
                        name="sop_one_last",
                        violation_error_message="Versi sebelumnya belum diganti. Muat ulang halaman ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sopversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            models.Q(("file", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="sop_version_says_something",
                        violation_error_message="Unggah berkas SOP, atau tulis isinya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sopversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False), ("approved_by__isnull", False), ("status", "approved")
                            ),
                            models.Q(
                                models.Q(("status", "approved"), _negated=True),
                                ("approved_at", None),
                                ("approved_by", None),
                                ("replaced_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="sop_version_approved_by_somebody",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sopversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("replaced_on", None), ("replaced_on__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="sop_version_replaced_later",
                        violation_error_message="Versi baru tidak dapat berlaku sebelum versi yang digantikannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sopreading",
                    constraint=models.UniqueConstraint(fields=("version", "user"), name="sop_read_once"),
                ),
                migrations.CreateModel(
                    name="SurveyElement",
                    fields=[
                        (
                            "code",
                            models.CharField(max_length=3, primary_key=True, serialize=False, verbose_name="kode"),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="unsur")),
                        ("order", models.PositiveSmallIntegerField(unique=True, verbose_name="urutan")),
                        ("source", models.CharField(max_length=200, verbose_name="sumber")),
                    ],
                    options={
                        "verbose_name": "unsur SKM",
                        "verbose_name_plural": "unsur SKM",
                        "ordering": ["order"],
                    },
                ),
                migrations.CreateModel(
                    name="SurveyPeriod",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="Misalnya Triwulan I 2026.", max_length=100, verbose_name="nama periode"
                            ),
                        ),
                        ("begins_on", models.DateField(verbose_name="mulai tanggal")),
                        ("ends_on", models.DateField(verbose_name="sampai tanggal")),
                        (
                            "population",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Perkiraan selama periode ini, untuk menghitung jumlah responden yang diperlukan. Boleh kosong.",
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="jumlah penerima layanan",
                            ),
                        ),
                        (
                            "equal_weight_rounded",
                            models.BooleanField(
                                default=False,
                                help_text="Hanya bila daerah memintanya: dengan 0,11 nilai tertinggi menjadi 99,00, bukan 100,00.",
                                verbose_name="bobot cetak 0,11",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Disiapkan"),
                                    ("open", "Dibuka"),
                                    ("closed", "Ditutup"),
                                    ("published", "Diumumkan"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="dibuka pada")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup pada")),
                        ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="diumumkan pada")),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="survey_periods",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "periode SKM",
                        "verbose_name_plural": "periode SKM",
                        "ordering": ["-begins_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SurveyCard",
                    fields=[
                        (
                            "token_hash",
                            models.CharField(
                                max_length=64, primary_key=True, serialize=False, verbose_name="sidik kode"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("card", "Kartu cetak"), ("page", "Halaman")],
                                max_length=10,
                                verbose_name="jenis",
                            ),
                        ),
                        ("batch", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="cetakan ke")),
                        ("printed_on", models.DateField(blank=True, null=True, verbose_name="dicetak tanggal")),
                        ("used_on", models.DateField(blank=True, null=True, verbose_name="dipakai tanggal")),
                        (
                            "period",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cards",
                                to="reports.surveyperiod",
                                verbose_name="periode",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kartu survei",
                        "verbose_name_plural": "kartu survei",
                    },
                ),
                migrations.CreateModel(
                    name="SurveyQuestion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="urutan dalam kuesioner",
                            ),
                        ),
                        ("wording", models.CharField(max_length=300, verbose_name="pertanyaan")),
                        (
                            "explanation",
                            models.CharField(
                                blank=True,
                                help_text="Tampil di bawah pertanyaan dan ikut dibacakan.",
                                max_length=300,
                                verbose_name="penjelasan dengan kata sederhana",
                            ),
                        ),
                        ("answer_1", models.CharField(max_length=60, verbose_name="jawaban bernilai 1")),
                        ("answer_2", models.CharField(max_length=60, verbose_name="jawaban bernilai 2")),
                        ("answer_3", models.CharField(max_length=60, verbose_name="jawaban bernilai 3")),
                        ("answer_4", models.CharField(max_length=60, verbose_name="jawaban bernilai 4")),
                        (
                            "valid_from",
                            models.DateField(
                                help_text="Periode yang dimulai sebelum tanggal ini tetap memakai pertanyaan sebelumnya.",
                                verbose_name="berlaku sejak",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="Peraturan, pedoman, atau keputusan dinas.",
                                max_length=200,
                                verbose_name="sumber",
                            ),
                        ),
                        (
                            "element",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="questions",
                                to="reports.surveyelement",
                                verbose_name="unsur",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pertanyaan SKM",
                        "verbose_name_plural": "pertanyaan SKM",
                        "ordering": ["element", "-valid_from"],
                    },
                ),
                migrations.CreateModel(
                    name="SurveyResponse",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("answered_on", models.DateField(verbose_name="tanggal")),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("qr", "QR di dinding"),
                                    ("card", "Kartu"),
                                    ("tablet", "Tablet di panti"),
                                    ("assisted", "Dibacakan"),
                                    ("import", "Impor data lama"),
                                ],
                                max_length=10,
                                verbose_name="cara",
                            ),
                        ),
                        (
                            "helper",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("officer", "Petugas lain (bukan yang melayani)"),
                                    ("volunteer", "Relawan"),
                                    ("family", "Keluarga"),
                                    ("companion", "Pendamping"),
                                ],
                                max_length=10,
                                verbose_name="dibantu oleh",
                            ),
                        ),
                        (
                            "respondent",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("client", "Penghuni atau bekas penghuni"),
                                    ("family", "Keluarga"),
                                    ("sender", "Kantor pengirim (Satpol PP, Polsek, desa)"),
                                    ("partner", "Mitra (rumah sakit, LKS, panti lain)"),
                                ],
                                max_length=10,
                                verbose_name="Anda siapa",
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("L", "Laki-laki"), ("P", "Perempuan")],
                                max_length=1,
                                verbose_name="jenis kelamin",
                            ),
                        ),
                        (
                            "age_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("u18", "Di bawah 18 tahun"),
                                    ("18-29", "18–29 tahun"),
                                    ("30-39", "30–39 tahun"),
                                    ("40-49", "40–49 tahun"),
                                    ("50-59", "50–59 tahun"),
                                    ("60+", "60 tahun ke atas"),
                                ],
                                max_length=6,
                                verbose_name="usia",
                            ),
                        ),
                        (
                            "education",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "Tidak sekolah"),
                                    ("sd", "SD"),
                                    ("smp", "SMP"),
                                    ("sma", "SMA"),
                                    ("d", "D1–D4"),
                                    ("s1", "S1"),
                                    ("s2", "S2"),
                                    ("s3", "S3"),
                                ],
                                max_length=5,
                                verbose_name="pendidikan terakhir",
                            ),
                        ),
                        (
                            "occupation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("pns", "PNS"),
                                    ("tni", "TNI"),
                                    ("polri", "Polri"),
                                    ("swasta", "Swasta"),
                                    ("wirausaha", "Wirausaha"),
                                    ("tidak", "Tidak bekerja"),
                                    ("lain", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="pekerjaan",
                            ),
                        ),
                        ("service", models.CharField(blank=True, max_length=150, verbose_name="layanan yang diterima")),
                        ("suggestion", models.TextField(blank=True, max_length=1000, verbose_name="saran")),
                        ("suggestion_hidden", models.BooleanField(default=False, verbose_name="saran dikosongkan")),
                        (
                            "period",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="responses",
                                to="reports.surveyperiod",
                                verbose_name="periode",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jawaban survei",
                        "verbose_name_plural": "jawaban survei",
                    },
                ),
                migrations.CreateModel(
                    name="SurveyScore",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("score", models.PositiveSmallIntegerField(verbose_name="nilai")),
                        (
                            "element",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="reports.surveyelement",
                                verbose_name="unsur",
                            ),
                        ),
                        (
                            "response",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="scores",
                                to="reports.surveyresponse",
                                verbose_name="jawaban",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nilai jawaban",
                        "verbose_name_plural": "nilai jawaban",
                    },
                ),
                migrations.AddConstraint(
                    model_name="surveyperiod",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("begins_on"))),
                        name="survey_period_ends_after_it_begins",
                        violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyperiod",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("population", None), ("population__gte", 1), _connector="OR"),
                        name="survey_period_population_positive",
                        violation_error_message="Jumlah penerima layanan sedikitnya 1; kosongkan bila belum tahu.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyperiod",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at", None), ("opened_at", None), ("published_at", None), ("status", "draft")
                            ),
                            models.Q(
                                ("closed_at", None),
                                ("opened_at__isnull", False),
                                ("published_at", None),
                                ("status", "open"),
                            ),
                            models.Q(("closed_at__isnull", False), ("published_at", None), ("status", "closed")),
                            models.Q(
                                ("closed_at__isnull", False), ("published_at__isnull", False), ("status", "published")
                            ),
                            _connector="OR",
                        ),
                        name="survey_period_status_is_told",
                        violation_error_message="Keadaan periode tidak sesuai dengan riwayatnya. Muat ulang halaman ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyperiod",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opened_at", None), ("opened_by", None)),
                            models.Q(("opened_at__isnull", False), ("opened_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="survey_period_opened_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyperiod",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None)),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="survey_period_closed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyperiod",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at", None), ("published_by", None)),
                            models.Q(("published_at__isnull", False), ("published_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="survey_period_published_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyperiod",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("shelter", "="),
                            (
                                models.Func(
                                    "begins_on",
                                    "ends_on",
                                    models.Value("[]"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="survey_period_one_at_a_time",
                        violation_error_message="Pada tanggal itu sudah ada periode survei lain di panti ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveycard",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch__isnull", False), ("kind", "card"), ("printed_on__isnull", False)),
                            models.Q(
                                ("batch", None), ("kind", "page"), ("printed_on", None), ("used_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="survey_card_printed_in_a_batch",
                        violation_error_message="Kartu mencatat cetakannya; halaman hanya bahwa sudah dipakai.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyquestion",
                    constraint=models.UniqueConstraint(
                        fields=("element", "valid_from"),
                        name="survey_question_once_per_day",
                        violation_error_message="Pertanyaan unsur ini sejak tanggal itu sudah ada. Pilih tanggal lain.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyquestion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("wording", ""), _negated=True),
                            models.Q(("answer_1", ""), _negated=True),
                            models.Q(("answer_2", ""), _negated=True),
                            models.Q(("answer_3", ""), _negated=True),
                            models.Q(("answer_4", ""), _negated=True),
                        ),
                        name="survey_question_has_words",
                        violation_error_message="Tulis pertanyaan dan keempat jawabannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyquestion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="survey_question_has_source",
                        violation_error_message="Tulis sumber pertanyaan ini.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="surveyresponse",
                    index=models.Index(fields=["period", "answered_on"], name="survey_response_of_period"),
                ),
                migrations.AddConstraint(
                    model_name="surveyresponse",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("way", "assisted"), _negated=True),
                            models.Q(("helper", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="survey_response_assisted_by_kind",
                        violation_error_message="Pilih siapa yang membacakan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyresponse",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("suggestion_hidden", False), ("suggestion", ""), _connector="OR"),
                        name="survey_response_hidden_is_empty",
                        violation_error_message="Saran yang disembunyikan harus kosong.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyscore",
                    constraint=models.UniqueConstraint(
                        fields=("response", "element"),
                        name="survey_score_once",
                        violation_error_message="Unsur ini sudah dinilai dalam jawaban ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="surveyscore",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("score__in", (1, 2, 3, 4))),
                        name="survey_score_in_range",
                        violation_error_message="Nilai harus 1 sampai 4.",
                    ),
                ),
                migrations.CreateModel(
                    name="SurveyClass",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("file_name", models.CharField(max_length=120, verbose_name="nama berkas")),
                        ("sha256", models.CharField(max_length=64)),
                        ("headings", models.JSONField(default=list, verbose_name="judul kolom")),
                        ("rows", models.JSONField(blank=True, default=list, verbose_name="baris")),
                        ("dropped", models.JSONField(blank=True, default=list, verbose_name="kolom yang dibuang")),
                        ("pairs", models.JSONField(blank=True, default=dict, verbose_name="pasangan kolom")),
                        ("style", models.CharField(blank=True, max_length=3, verbose_name="cara menulis tanggal")),
                        (
                            "uploaded_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="diunggah"),
                        ),
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
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                migrations.CreateModel(
                    name="OldSurveyFigure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        (
                            "respondents",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="jumlah responden"),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="Laporan atau surat asal angka ini.", max_length=200, verbose_name="sumber"
                            ),
                        ),
                        (
                            "entered_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="dicatat pada"),
                        ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("shelter", "ended_on"),
                                name="old_survey_figure_once",
                                violation_error_message="Angka lama dengan tanggal itu sudah ada.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("index__gte", 25), ("index__lte", 100)),
                                name="old_survey_figure_index_in_range",
                                violation_error_message="IKM antara 25,00 dan 100,00.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("source", ""), _negated=True), models.Q(("name", ""), _negated=True)
                                ),
                                name="old_survey_figure_has_source",
                                violation_error_message="Tulis nama periode dan sumber angka ini.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SurveyAction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("action", ""), _negated=True),
                                name="survey_action_has_words",
                                violation_error_message="Tulis tindakannya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at", None), ("note", ""), ("status", "open")),
                                    models.Q(
                                        ("done_at__isnull", False),
                                        ("status", "done"),
                                        models.Q(("note", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="survey_action_done_is_told",
                                violation_error_message="Tindak lanjut yang selesai mencatat hasilnya dan waktunya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at", None), ("done_by", None)),
                                    models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="survey_action_done_at_and_by",
                            ),
                        ],
                    },
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
                        fields=("period", "section"),
                        name="survey_text_once",
                        violation_error_message="Bagian ini sudah ada.",
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
                migrations.CreateModel(
                    name="Complaint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.UUIDField(unique=True)),
                        ("number", models.CharField(max_length=30, unique=True, verbose_name="nomor")),
                        ("code_hash", models.CharField(max_length=64)),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("form", "Formulir publik"),
                                    ("desk", "Langsung"),
                                    ("phone", "Telepon"),
                                    ("letter", "Surat"),
                                    ("whatsapp", "WhatsApp"),
                                    ("sp4n", "SP4N-LAPOR!"),
                                    ("box", "Kotak saran"),
                                ],
                                max_length=10,
                                verbose_name="saluran",
                            ),
                        ),
                        (
                            "addressed_to",
                            models.CharField(
                                choices=[("shelter", "Panti"), ("department", "Dinas")],
                                max_length=10,
                                verbose_name="ditujukan kepada",
                            ),
                        ),
                        ("about_head", models.BooleanField(default=False, verbose_name="tentang kepala panti")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("complaint", "Pengaduan"),
                                    ("suggestion", "Saran atau aspirasi"),
                                    ("information", "Permintaan informasi"),
                                    ("thanks", "Apresiasi"),
                                    ("person", "Laporan tentang orang yang perlu ditolong"),
                                ],
                                max_length=12,
                                verbose_name="jenis",
                            ),
                        ),
                        ("subject", models.CharField(max_length=150, verbose_name="perihal")),
                        ("text", models.TextField(max_length=4000, verbose_name="isi")),
                        ("happened_on", models.DateField(blank=True, null=True, verbose_name="tanggal kejadian")),
                        ("file", models.FileField(blank=True, upload_to="pengaduan/", verbose_name="lampiran")),
                        ("reporter_name", models.CharField(blank=True, max_length=100, verbose_name="nama pengirim")),
                        (
                            "reporter_phone",
                            models.CharField(blank=True, max_length=30, verbose_name="telepon pengirim"),
                        ),
                        (
                            "reporter_email",
                            models.EmailField(blank=True, max_length=254, verbose_name="surel pengirim"),
                        ),
                        (
                            "confidentiality",
                            models.CharField(
                                choices=[("open", "Terbuka"), ("secret", "Rahasia")],
                                default="open",
                                max_length=10,
                                verbose_name="kerahasiaan",
                            ),
                        ),
                        ("sp4n_id", models.CharField(blank=True, max_length=30, verbose_name="nomor SP4N-LAPOR!")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("received", "Diterima"),
                                    ("verified", "Terverifikasi"),
                                    ("in_progress", "Ditindaklanjuti"),
                                    ("answered", "Dijawab"),
                                    ("closed", "Ditutup"),
                                    ("refused", "Tidak dapat diproses"),
                                    ("duplicate", "Ganda"),
                                    ("forwarded", "Diteruskan ke instansi lain"),
                                ],
                                default="received",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("received_at", models.DateTimeField(verbose_name="diterima")),
                        ("received_on", models.DateField(verbose_name="tanggal diterima")),
                        ("counted_from", models.DateField(verbose_name="tenggat dihitung sejak")),
                        ("verified_at", models.DateTimeField(blank=True, null=True, verbose_name="diverifikasi")),
                        (
                            "verdict",
                            models.TextField(blank=True, max_length=1000, verbose_name="penjelasan bagi pengirim"),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("scope", "Di luar pelayanan panti dan dinas"),
                                    ("unclear", "Keterangan kurang dan pengirim tidak dapat dihubungi"),
                                    ("court", "Sedang ditangani penegak hukum atau pengadilan"),
                                    ("abuse", "Hanya berisi hinaan atau iklan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="alasan tidak dapat diproses",
                            ),
                        ),
                        (
                            "forwarded_to",
                            models.CharField(blank=True, max_length=150, verbose_name="diteruskan kepada"),
                        ),
                        ("assigned_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "followed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="tindak lanjut pertama"),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup")),
                        (
                            "satisfaction",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "Sangat tidak puas"), (2, "Tidak puas"), (3, "Puas"), (4, "Sangat puas")],
                                null=True,
                                verbose_name="kepuasan pengirim",
                            ),
                        ),
                        (
                            "reopened_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dibuka kembali oleh pengirim"),
                        ),
                        (
                            "reopened_count",
                            models.PositiveSmallIntegerField(default=0, verbose_name="berapa kali dibuka kembali"),
                        ),
                        (
                            "about",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="complaints",
                                to="cases.shelter",
                                verbose_name="tentang panti",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "assigned_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="complaints",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditangani oleh",
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "duplicate_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="duplicates",
                                to="reports.complaint",
                                verbose_name="ganda dari",
                            ),
                        ),
                        (
                            "followed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "received_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="referrals.intakerequest",
                                verbose_name="permintaan penerimaan",
                            ),
                        ),
                        (
                            "verified_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pengaduan",
                        "verbose_name_plural": "pengaduan",
                        "ordering": ["-received_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ComplaintClient",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("joined_at", models.DateTimeField(verbose_name="dihubungkan")),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.client",
                                verbose_name="klien",
                            ),
                        ),
                        (
                            "complaint",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clients",
                                to="reports.complaint",
                                verbose_name="laporan",
                            ),
                        ),
                        (
                            "joined_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dihubungkan oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "klien dalam laporan",
                        "verbose_name_plural": "klien dalam laporan",
                        "ordering": ["joined_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ComplaintCounter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField()),
                        ("last", models.PositiveIntegerField(default=0)),
                        (
                            "shelter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.shelter",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "penghitung pengaduan",
                        "verbose_name_plural": "penghitung pengaduan",
                    },
                ),
                migrations.CreateModel(
                    name="ComplaintLimit",
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
                                    ("complaint", "Pengaduan"),
                                    ("suggestion", "Saran atau aspirasi"),
                                    ("information", "Permintaan informasi"),
                                    ("thanks", "Apresiasi"),
                                    ("person", "Laporan tentang orang yang perlu ditolong"),
                                ],
                                max_length=12,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "valid_from",
                            models.DateField(
                                help_text="Yang masuk sebelum tanggal ini tetap memakai batas sebelumnya.",
                                verbose_name="berlaku sejak",
                            ),
                        ),
                        (
                            "verify_days",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1, "Sedikitnya 1 hari."),
                                    django.core.validators.MaxValueValidator(250, "Paling lama 250 hari."),
                                ],
                                verbose_name="verifikasi paling lama (hari kerja)",
                            ),
                        ),
                        (
                            "follow_days",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1, "Sedikitnya 1 hari."),
                                    django.core.validators.MaxValueValidator(250, "Paling lama 250 hari."),
                                ],
                                verbose_name="tindak lanjut pertama paling lama (hari kerja)",
                            ),
                        ),
                        (
                            "finish_days",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1, "Sedikitnya 1 hari."),
                                    django.core.validators.MaxValueValidator(250, "Paling lama 250 hari."),
                                ],
                                verbose_name="jawaban paling lama (hari kerja)",
                            ),
                        ),
                        (
                            "reopen_days",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1, "Sedikitnya 1 hari."),
                                    django.core.validators.MaxValueValidator(250, "Paling lama 250 hari."),
                                ],
                                verbose_name="dapat dibuka kembali oleh pengirim dalam (hari kalender)",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="Peraturan, SOP, atau keputusan dinas.", max_length=300, verbose_name="sumber"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "batas waktu pengaduan",
                        "verbose_name_plural": "batas waktu pengaduan",
                        "ordering": ["kind", "-valid_from"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "valid_from"),
                                name="complaint_limit_once_per_day",
                                violation_error_message="Batas jenis ini sejak tanggal itu sudah ada. Ubah yang sudah ada.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("finish_days__gte", models.F("follow_days")),
                                    ("follow_days__gte", models.F("verify_days")),
                                    ("reopen_days__gte", 1),
                                    ("verify_days__gte", 1),
                                ),
                                name="complaint_limit_in_order",
                                violation_error_message="Urutannya: verifikasi, lalu tindak lanjut, lalu jawaban; semua sedikitnya 1.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="complaint_limit_has_source",
                                violation_error_message="Tulis sumber batas ini.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ComplaintShare",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(max_length=2000, verbose_name="yang disampaikan kepada panti")),
                        ("shared_at", models.DateTimeField(verbose_name="disampaikan")),
                        ("reply", models.TextField(blank=True, max_length=2000, verbose_name="tanggapan panti")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="ditanggapi")),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "complaint",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shares",
                                to="reports.complaint",
                                verbose_name="pengaduan",
                            ),
                        ),
                        (
                            "shared_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disampaikan oleh",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="complaint_shares",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "permintaan tanggapan dinas",
                        "verbose_name_plural": "permintaan tanggapan dinas",
                        "ordering": ["-shared_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ComplaintStep",
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
                                    ("note", "Catatan (tidak dibaca pengirim)"),
                                    ("message", "Pesan kepada pengirim"),
                                    ("answer", "Jawaban"),
                                    ("sender", "Pesan dari pengirim"),
                                    ("reopened", "Dibuka kembali oleh pengirim"),
                                ],
                                max_length=10,
                                verbose_name="jenis",
                            ),
                        ),
                        ("text", models.TextField(max_length=2000, verbose_name="isi")),
                        ("at", models.DateTimeField(verbose_name="waktu")),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "complaint",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="reports.complaint",
                                verbose_name="pengaduan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "langkah pengaduan",
                        "verbose_name_plural": "langkah pengaduan",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.AddIndex(
                    model_name="complaint",
                    index=models.Index(fields=["about", "-received_at"], name="complaint_about"),
                ),
                migrations.AddIndex(
                    model_name="complaint",
                    index=models.Index(fields=["status", "counted_from"], name="complaint_waiting"),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("addressed_to", "shelter"), _negated=True),
                            ("about__isnull", False),
                            _connector="OR",
                        ),
                        name="complaint_addressed_to_a_shelter",
                        violation_error_message="Pilih panti yang dituju.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("addressed_to", "department"),
                            models.Q(("about_head", False), ("confidentiality", "open")),
                            _connector="OR",
                        ),
                        name="complaint_secret_is_the_departments",
                        violation_error_message="Yang rahasia dan yang tentang kepala panti ditangani dinas.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("channel", "form"), ("received_by", None)),
                            models.Q(
                                models.Q(("channel", "form"), _negated=True),
                                models.Q(("received_by", None), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="complaint_typed_by_somebody_or_the_form",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("counted_from__gte", models.F("received_on"))),
                        name="complaint_counted_since_it_came",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("happened_on", None), ("happened_on__lte", models.F("received_on")), _connector="OR"
                        ),
                        name="complaint_happened_before_it_came",
                        violation_error_message="Tanggal kejadian belum tiba.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verified_at", None), ("verified_by", None)),
                            models.Q(("verified_at__isnull", False), ("verified_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="complaint_verified_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "received"), ("verified_at", None)),
                            models.Q(
                                models.Q(("status", "received"), _negated=True),
                                models.Q(("verified_at", None), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="complaint_verified_unless_just_received",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "refused"), models.Q(("reason", ""), _negated=True)),
                            models.Q(models.Q(("status", "refused"), _negated=True), ("reason", "")),
                            _connector="OR",
                        ),
                        name="complaint_refused_with_reason",
                        violation_error_message="Pilih alasan tidak dapat diproses.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", "other"), _negated=True),
                            models.Q(("verdict", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="complaint_other_reason_told",
                        violation_error_message="Tulis alasan lainnya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "duplicate"), ("duplicate_of__isnull", False)),
                            models.Q(
                                models.Q(("status", "duplicate"), _negated=True),
                                models.Q(("duplicate_of__isnull", False), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="complaint_duplicate_of_one",
                        violation_error_message="Pilih laporan yang sama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("duplicate_of", None),
                            models.Q(("duplicate_of", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="complaint_duplicate_of_another",
                        violation_error_message="Laporan tidak dapat menjadi ganda dari dirinya sendiri.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "forwarded"), models.Q(("forwarded_to", ""), _negated=True)),
                            models.Q(models.Q(("status", "forwarded"), _negated=True), ("forwarded_to", "")),
                            _connector="OR",
                        ),
                        name="complaint_forwarded_somewhere",
                        violation_error_message="Tulis instansi yang dituju.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("assigned_at", None), ("assigned_by", None), ("assigned_to", None)),
                            models.Q(
                                ("assigned_at__isnull", False),
                                ("assigned_by__isnull", False),
                                ("assigned_to__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="complaint_assigned_at_to_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("followed_at", None), ("followed_by", None)),
                            models.Q(("followed_at__isnull", False), ("followed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="complaint_followed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["in_progress", "answered", "closed"]), _negated=True),
                            ("followed_at__isnull", False),
                            _connector="OR",
                        ),
                        name="complaint_followed_before_it_is_done",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None)),
                            models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="complaint_answered_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("answered", "closed")), ("answered_at__isnull", False)),
                            models.Q(
                                models.Q(("status__in", ("answered", "closed")), _negated=True),
                                models.Q(("answered_at__isnull", False), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="complaint_answered_when_done",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None)),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="complaint_closed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "closed"), ("closed_at__isnull", False)),
                            models.Q(
                                models.Q(("status", "closed"), _negated=True),
                                models.Q(("closed_at__isnull", False), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="complaint_closed_when_closed",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("satisfaction", None),
                            models.Q(
                                ("satisfaction__gte", 1),
                                ("satisfaction__lte", 4),
                                ("status__in", ("answered", "closed")),
                            ),
                            _connector="OR",
                        ),
                        name="complaint_judged_when_done",
                        violation_error_message="Kepuasan dicatat sesudah dijawab.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reopened_at", None), ("reopened_count", 0)),
                            models.Q(
                                models.Q(("reopened_at", None), _negated=True),
                                models.Q(("reopened_count", 0), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="complaint_reopened_at_and_how_often",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaint",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("request", None), ("kind", "person"), _connector="OR"),
                        name="complaint_asked_for_help_of_a_person",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaintclient",
                    constraint=models.UniqueConstraint(
                        fields=("complaint", "client"),
                        name="complaint_client_once",
                        violation_error_message="Klien ini sudah dihubungkan dengan laporan ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaintcounter",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "year"), name="complaint_counter_once", nulls_distinct=False
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaintshare",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None)),
                            models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="complaint_share_answered_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaintshare",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("reply", "")),
                            models.Q(("answered_at__isnull", False), models.Q(("reply", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="complaint_share_answered_with_words",
                        violation_error_message="Tulis tanggapan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaintstep",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("by", None), ("kind__in", ["sender", "reopened"])),
                            models.Q(
                                models.Q(("kind__in", ["sender", "reopened"]), _negated=True), ("by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="complaint_step_by_staff_or_sender",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="complaintstep",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="complaint_step_says_something",
                        violation_error_message="Tulis isinya.",
                    ),
                ),
                migrations.CreateModel(
                    name="InnovationIndicator",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(max_length=40, verbose_name="kode")),
                        ("name", models.CharField(max_length=150, verbose_name="indikator")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        (
                            "weight",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Kosongkan bila pedoman tidak menyebutnya; jangan dikira-kira.",
                                null=True,
                                verbose_name="bobot",
                            ),
                        ),
                        (
                            "proof",
                            models.TextField(
                                blank=True,
                                help_text="Salin dari pedoman tahun itu: tingkat 1, tingkat 2, tingkat 3.",
                                max_length=1500,
                                verbose_name="bukti yang diminta per tingkat",
                            ),
                        ),
                        ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                        (
                            "valid_until",
                            models.DateField(
                                blank=True,
                                help_text="Hari itu masih termasuk.",
                                null=True,
                                verbose_name="berlaku sampai",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="Peraturan, pedoman tahunan, atau keputusan dinas.",
                                max_length=200,
                                verbose_name="sumber",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "indikator inovasi",
                        "verbose_name_plural": "indikator inovasi",
                        "ordering": ["position", "-valid_from"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code", "valid_from"),
                                name="innovation_indicator_once",
                                violation_error_message="Indikator dengan kode itu sejak tanggal itu sudah ada.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("weight", None),
                                    models.Q(("weight__gte", 1), ("weight__lte", 100)),
                                    _connector="OR",
                                ),
                                name="innovation_indicator_weight_plausible",
                                violation_error_message="Bobot antara 1 dan 100.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until", None), ("valid_until__gte", models.F("valid_from")), _connector="OR"
                                ),
                                name="innovation_indicator_ends_after_it_starts",
                                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="innovation_indicator_has_source",
                                violation_error_message="Tulis sumbernya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InnovationOption",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "list",
                            models.CharField(
                                choices=[
                                    ("initiator", "Inisiator"),
                                    ("form", "Bentuk inovasi"),
                                    ("theme", "Tematik"),
                                    ("sector", "Urusan"),
                                    ("actor", "Peran mitra"),
                                    ("track", "Lomba atau penilaian"),
                                ],
                                max_length=10,
                                verbose_name="daftar",
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="pilihan")),
                        ("position", models.PositiveSmallIntegerField(default=500, verbose_name="urutan")),
                        ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                        (
                            "valid_until",
                            models.DateField(
                                blank=True,
                                help_text="Kosongkan selama masih dipakai. Hari itu masih termasuk.",
                                null=True,
                                verbose_name="berlaku sampai",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="Peraturan, pedoman tahunan, atau keputusan dinas.",
                                max_length=200,
                                verbose_name="sumber",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pilihan isian inovasi",
                        "verbose_name_plural": "pilihan isian inovasi",
                        "ordering": ["list", "position", "name", "-valid_from"],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("list"),
                                django.db.models.functions.text.Lower("name"),
                                models.F("valid_from"),
                                name="innovation_option_once",
                                violation_error_message="Pilihan itu sudah ada dalam daftar ini.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until", None), ("valid_until__gte", models.F("valid_from")), _connector="OR"
                                ),
                                name="innovation_option_ends_after_it_starts",
                                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="innovation_option_has_source",
                                violation_error_message="Tulis sumbernya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Innovation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="nama inovasi")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("inisiatif", "Inisiatif"),
                                    ("uji_coba", "Uji coba"),
                                    ("penerapan", "Penerapan"),
                                ],
                                default="inisiatif",
                                max_length=10,
                                verbose_name="tahapan",
                            ),
                        ),
                        (
                            "started_on",
                            models.DateField(
                                help_text="Hari gagasan ini mulai dikerjakan.", verbose_name="dirintis sejak"
                            ),
                        ),
                        ("trial_on", models.DateField(blank=True, null=True, verbose_name="waktu uji coba")),
                        ("rollout_on", models.DateField(blank=True, null=True, verbose_name="waktu penerapan")),
                        ("initiator_name", models.CharField(max_length=150, verbose_name="nama inisiator")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("digital", "Digital"), ("non_digital", "Non digital")],
                                max_length=12,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "is_developed",
                            models.BooleanField(
                                default=False,
                                help_text="Isian “sudah berkembang?” pada IID.",
                                verbose_name="sudah dikembangkan dari inovasi sebelumnya",
                            ),
                        ),
                        (
                            "national_programme",
                            models.CharField(
                                blank=True,
                                help_text="Diminta formulir tahun 2026.",
                                max_length=200,
                                verbose_name="Asta Cita atau program prioritas",
                            ),
                        ),
                        ("legal_basis", models.TextField(blank=True, max_length=10000, verbose_name="dasar hukum")),
                        ("problem", models.TextField(blank=True, max_length=10000, verbose_name="permasalahan")),
                        ("issue", models.TextField(blank=True, max_length=10000, verbose_name="isu strategis")),
                        ("method", models.TextField(blank=True, max_length=10000, verbose_name="metode pembaharuan")),
                        (
                            "novelty",
                            models.TextField(blank=True, max_length=10000, verbose_name="keunggulan atau kebaharuan"),
                        ),
                        ("steps", models.TextField(blank=True, max_length=10000, verbose_name="tahapan inovasi")),
                        ("aims", models.TextField(blank=True, max_length=10000, verbose_name="tujuan")),
                        ("benefits", models.TextField(blank=True, max_length=10000, verbose_name="manfaat")),
                        ("results", models.TextField(blank=True, max_length=10000, verbose_name="hasil")),
                        (
                            "video_url",
                            models.URLField(
                                blank=True,
                                default="",
                                help_text="Diawali https://.",
                                max_length=300,
                                validators=[
                                    django.core.validators.URLValidator(
                                        ["https"], message="Tulis alamat video lengkap yang diawali https://."
                                    )
                                ],
                                verbose_name="alamat video",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, verbose_name="versi")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("changed_at", models.DateTimeField(verbose_name="diubah")),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diubah oleh",
                            ),
                        ),
                        (
                            "created_by",
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="innovations",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                        (
                            "form",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reports.innovationoption",
                                verbose_name="bentuk inovasi",
                            ),
                        ),
                        (
                            "initiator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reports.innovationoption",
                                verbose_name="inisiator",
                            ),
                        ),
                        (
                            "other_sectors",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="reports.innovationoption",
                                verbose_name="urusan beririsan",
                            ),
                        ),
                        (
                            "sector",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reports.innovationoption",
                                verbose_name="urusan utama",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reports.innovationoption",
                                verbose_name="tematik",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "inovasi",
                        "verbose_name_plural": "inovasi",
                        "ordering": ["-started_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="InnovationPartner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("added_at", models.DateTimeField(auto_now_add=True)),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="yang dikerjakan")),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reports.innovationoption",
                                verbose_name="peran",
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "innovation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="reports.innovation",
                                verbose_name="inovasi",
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="innovations",
                                to="referrals.partner",
                                verbose_name="mitra",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mitra inovasi",
                        "verbose_name_plural": "mitra inovasi",
                        "ordering": ["actor__position", "partner__name"],
                    },
                ),
                migrations.CreateModel(
                    name="InnovationRule",
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
                                    ("words", "Rancang bangun paling sedikit (kata)"),
                                    ("age", "Sudah diterapkan paling sedikit (bulan)"),
                                ],
                                max_length=10,
                                verbose_name="aturan",
                            ),
                        ),
                        (
                            "amount",
                            models.PositiveSmallIntegerField(
                                validators=[django.core.validators.MinValueValidator(1)], verbose_name="angka"
                            ),
                        ),
                        ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                        (
                            "source",
                            models.CharField(
                                help_text="Peraturan, pedoman tahunan, atau keputusan dinas.",
                                max_length=200,
                                verbose_name="sumber",
                            ),
                        ),
                        (
                            "track",
                            models.ForeignKey(
                                blank=True,
                                help_text="Hanya untuk umur penerapan.",
                                limit_choices_to={"list": "track"},
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reports.innovationoption",
                                verbose_name="lomba atau penilaian",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aturan inovasi",
                        "verbose_name_plural": "aturan inovasi",
                        "ordering": ["kind", "track", "-valid_from"],
                    },
                ),
                migrations.CreateModel(
                    name="InnovationSubmission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("konsep", "Konsep"),
                                    ("terkirim", "Terkirim"),
                                    ("lolos_administrasi", "Lolos administrasi"),
                                    ("penilaian", "Penilaian"),
                                    ("finalis", "Finalis"),
                                    ("penghargaan", "Penghargaan"),
                                    ("tidak_lolos", "Tidak lolos"),
                                ],
                                default="konsep",
                                max_length=20,
                                verbose_name="status",
                            ),
                        ),
                        ("status_on", models.DateField(verbose_name="status sejak")),
                        ("note", models.CharField(blank=True, max_length=500, verbose_name="catatan")),
                        ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="disetujui")),
                        (
                            "approved_version",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="versi yang disetujui"),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disetujui oleh",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "innovation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="submissions",
                                to="reports.innovation",
                                verbose_name="inovasi",
                            ),
                        ),
                        (
                            "track",
                            models.ForeignKey(
                                limit_choices_to={"list": "track"},
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reports.innovationoption",
                                verbose_name="lomba atau penilaian",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pengajuan inovasi",
                        "verbose_name_plural": "pengajuan inovasi",
                        "ordering": ["-year", "track__position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="InnovationEvidence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="tingkat yang dibuktikan"
                            ),
                        ),
                        ("title", models.CharField(max_length=150, verbose_name="judul bukti")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        (
                            "link",
                            models.URLField(
                                blank=True,
                                default="",
                                max_length=300,
                                validators=[
                                    django.core.validators.URLValidator(
                                        ["https"], message="Tulis alamat video lengkap yang diawali https://."
                                    )
                                ],
                                verbose_name="tautan",
                            ),
                        ),
                        ("file", models.FileField(blank=True, upload_to="inovasi/", verbose_name="berkas")),
                        (
                            "content_type",
                            models.CharField(blank=True, default="", max_length=100, verbose_name="bentuk"),
                        ),
                        ("size", models.PositiveIntegerField(default=0, verbose_name="ukuran")),
                        ("sha256", models.CharField(blank=True, default="", max_length=64)),
                        ("added_at", models.DateTimeField(auto_now_add=True)),
                        ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="dihapus")),
                        (
                            "remove_reason",
                            models.CharField(blank=True, default="", max_length=200, verbose_name="alasan dihapus"),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disimpan oleh",
                            ),
                        ),
                        (
                            "innovation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="reports.innovation",
                                verbose_name="inovasi",
                            ),
                        ),
                        (
                            "removed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="reports.innovationindicator",
                                verbose_name="indikator",
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="papers",
                                to="reports.innovationsubmission",
                                verbose_name="pengajuan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bukti inovasi",
                        "verbose_name_plural": "bukti inovasi",
                        "ordering": ["indicator__position", "-level", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="InnovationSubmissionStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("konsep", "Konsep"),
                                    ("terkirim", "Terkirim"),
                                    ("lolos_administrasi", "Lolos administrasi"),
                                    ("penilaian", "Penilaian"),
                                    ("finalis", "Finalis"),
                                    ("penghargaan", "Penghargaan"),
                                    ("tidak_lolos", "Tidak lolos"),
                                ],
                                max_length=20,
                                verbose_name="status",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="sejak")),
                        ("note", models.CharField(blank=True, max_length=500, verbose_name="catatan")),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="reports.innovationsubmission",
                                verbose_name="pengajuan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "langkah pengajuan inovasi",
                        "verbose_name_plural": "langkah pengajuan inovasi",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="InnovationActivity",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("added_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "innovation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="reports.innovation",
                                verbose_name="inovasi",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="innovations",
                                to="cases.programme",
                                verbose_name="kegiatan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kegiatan inovasi",
                        "verbose_name_plural": "kegiatan inovasi",
                        "ordering": ["programme__name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("innovation", "programme"),
                                name="innovation_activity_once",
                                violation_error_message="Kegiatan itu sudah tercatat pada inovasi ini.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InnovationBudget",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("added_at", models.DateTimeField(auto_now_add=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="jumlah (Rp)",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="Misalnya APBD kabupaten, BPJS, CSR, swadaya.",
                                max_length=150,
                                verbose_name="sumber dana",
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "innovation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="reports.innovation",
                                verbose_name="inovasi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "anggaran inovasi",
                        "verbose_name_plural": "anggaran inovasi",
                        "ordering": ["year", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("innovation", "year", "source"),
                                name="innovation_budget_once",
                                violation_error_message="Sumber dana itu untuk tahun itu sudah dicatat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("amount__gte", 0), ("year__gte", 2000), ("year__lte", 2100)),
                                name="innovation_budget_makes_sense",
                                violation_error_message="Jumlah tidak kurang dari 0, tahun antara 2000 dan 2100.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InnovationFigure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("added_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "measure",
                            models.SlugField(
                                blank=True, default="", max_length=40, verbose_name="angka dari data Balai"
                            ),
                        ),
                        ("label", models.CharField(blank=True, default="", max_length=150, verbose_name="angka lain")),
                        ("unit", models.CharField(blank=True, default="", max_length=30, verbose_name="satuan")),
                        ("before_first", models.DateField(verbose_name="sebelum: dari")),
                        ("before_last", models.DateField(verbose_name="sebelum: sampai")),
                        ("after_first", models.DateField(verbose_name="sesudah: dari")),
                        ("after_last", models.DateField(verbose_name="sesudah: sampai")),
                        (
                            "before_value",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="nilai sebelum"
                            ),
                        ),
                        (
                            "after_value",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="nilai sesudah"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=200, verbose_name="sumber angka"),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "innovation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="reports.innovation",
                                verbose_name="inovasi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "angka inovasi",
                        "verbose_name_plural": "angka inovasi",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("measure", ""), _negated=True),
                                        ("after_value", None),
                                        ("before_value", None),
                                        ("label", ""),
                                        ("source", ""),
                                        ("unit", ""),
                                    ),
                                    models.Q(
                                        ("after_value__isnull", False),
                                        ("measure", ""),
                                        models.Q(("label", ""), _negated=True),
                                        models.Q(("source", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="innovation_figure_computed_or_typed",
                                violation_error_message="Pilih angka dari data, atau tulis angka lain dengan nilai dan sumbernya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("after_first__gt", models.F("before_last")),
                                    ("after_last__gte", models.F("after_first")),
                                    ("before_last__gte", models.F("before_first")),
                                ),
                                name="innovation_figure_before_lies_before",
                                violation_error_message="Masa sesudah dimulai setelah masa sebelum berakhir, dan keduanya berurutan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InnovationHistory",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("inisiatif", "Inisiatif"),
                                    ("uji_coba", "Uji coba"),
                                    ("penerapan", "Penerapan"),
                                ],
                                max_length=10,
                                verbose_name="tahapan",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="sejak")),
                        ("note", models.CharField(blank=True, max_length=500, verbose_name="catatan")),
                        ("is_back", models.BooleanField(default=False, verbose_name="mundur")),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "innovation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="history",
                                to="reports.innovation",
                                verbose_name="inovasi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat tahapan inovasi",
                        "verbose_name_plural": "riwayat tahapan inovasi",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_back", False), models.Q(("note", ""), _negated=True), _connector="OR"
                                ),
                                name="innovation_history_back_has_reason",
                                violation_error_message="Tulis mengapa tahapannya mundur.",
                            )
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="innovation",
                    constraint=models.UniqueConstraint(
                        models.F("shelter"),
                        django.db.models.functions.text.Lower("name"),
                        name="innovation_name_once",
                        nulls_distinct=False,
                        violation_error_message="Inovasi dengan nama itu sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rollout_on", None), ("stage", "inisiatif"), ("trial_on", None)),
                            models.Q(("rollout_on", None), ("stage", "uji_coba"), ("trial_on__isnull", False)),
                            models.Q(
                                ("rollout_on__isnull", False), ("stage", "penerapan"), ("trial_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="innovation_stage_has_its_dates",
                        violation_error_message="Uji coba memerlukan tanggal uji coba; penerapan memerlukan keduanya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("trial_on", None), ("trial_on__gte", models.F("started_on")), _connector="OR"
                        ),
                        name="innovation_trial_after_start",
                        violation_error_message="Uji coba tidak boleh sebelum inovasi dirintis.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("rollout_on", None), ("rollout_on__gte", models.F("trial_on")), _connector="OR"
                        ),
                        name="innovation_rollout_after_trial",
                        violation_error_message="Penerapan tidak boleh sebelum uji coba.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["digital", "non_digital"])),
                        name="innovation_kind_known",
                        violation_error_message="Pilih digital atau non digital.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("video_url", ""), ("video_url__startswith", "https://"), _connector="OR"),
                        name="innovation_video_is_https",
                        violation_error_message="Alamat video diawali https://.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("version__gte", 1)),
                        name="innovation_version_counts",
                        violation_error_message="Versi sedikitnya 1.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationpartner",
                    constraint=models.UniqueConstraint(
                        fields=("innovation", "partner"),
                        name="innovation_partner_once",
                        violation_error_message="Mitra itu sudah tercatat pada inovasi ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationrule",
                    constraint=models.UniqueConstraint(
                        fields=("kind", "track", "valid_from"),
                        name="innovation_rule_once",
                        nulls_distinct=False,
                        violation_error_message="Aturan itu sejak tanggal itu sudah ada. Ubah yang sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationrule",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "words"), ("track", None)),
                            models.Q(("kind", "age"), ("track__isnull", False)),
                            _connector="OR",
                        ),
                        name="innovation_rule_age_names_track",
                        violation_error_message="Umur penerapan memerlukan lomba; jumlah kata tidak memakainya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationrule",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("amount__gte", 1)),
                        name="innovation_rule_above_zero",
                        violation_error_message="Angka sedikitnya 1.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationrule",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="innovation_rule_has_source",
                        violation_error_message="Tulis sumbernya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationsubmission",
                    constraint=models.UniqueConstraint(
                        fields=("innovation", "track", "year"),
                        name="innovation_submission_once",
                        violation_error_message="Inovasi ini sudah diajukan pada lomba dan tahun itu.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationsubmission",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at", None), ("approved_by", None), ("approved_version", None)),
                            models.Q(
                                ("approved_at__isnull", False),
                                ("approved_by__isnull", False),
                                ("approved_version__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="innovation_submission_approved_by_somebody",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationsubmission",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status", "konsep"), ("approved_at__isnull", False), _connector="OR"),
                        name="innovation_submission_sent_with_approval",
                        violation_error_message="Pengajuan dikirim setelah disetujui kepala panti.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationsubmission",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                        name="innovation_submission_year_plausible",
                        violation_error_message="Tahun antara 2000 dan 2100.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationevidence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("indicator__isnull", False), ("level__isnull", False), ("submission", None)),
                            models.Q(("indicator", None), ("level", None), ("submission__isnull", False)),
                            _connector="OR",
                        ),
                        name="innovation_evidence_of_one",
                        violation_error_message="Bukti milik satu indikator dengan tingkatnya, atau satu pengajuan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationevidence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("level", None), models.Q(("level__gte", 0), ("level__lte", 3)), _connector="OR"
                        ),
                        name="innovation_evidence_level_known",
                        violation_error_message="Tingkat antara 0 dan 3.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationevidence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("remove_reason", ""),
                                ("removed_at", None),
                                ("removed_by", None),
                                models.Q(
                                    models.Q(("file", ""), _negated=True),
                                    models.Q(("link", ""), _negated=True),
                                    _connector="XOR",
                                ),
                            ),
                            models.Q(
                                ("file", ""),
                                ("removed_at__isnull", False),
                                ("removed_by__isnull", False),
                                models.Q(("remove_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="innovation_evidence_there_or_removed",
                        violation_error_message="Pilih berkas atau tulis tautan, salah satu.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="innovationevidence",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at", None), models.Q(("sha256", ""), _negated=True)),
                        fields=("innovation", "indicator", "submission", "sha256"),
                        name="innovation_evidence_once",
                        nulls_distinct=False,
                        violation_error_message="Berkas yang sama sudah ada di sini.",
                    ),
                ),
                migrations.CreateModel(
                    name="EvaluationPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        ("title", models.CharField(max_length=150, verbose_name="judul")),
                        ("subject_text", models.CharField(blank=True, max_length=150, verbose_name="yang lain")),
                        ("purpose", models.TextField(blank=True, max_length=2000, verbose_name="tujuan evaluasi")),
                        (
                            "near",
                            models.PositiveSmallIntegerField(
                                default=90,
                                help_text="Capaian mulai angka ini, tetapi di bawah target, disebut hampir tercapai.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="“hampir tercapai” mulai (persen)",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "Konsep"), ("active", "Berjalan"), ("closed", "Ditutup")],
                                default="draft",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("activated_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("signer", models.JSONField(blank=True, default=dict, verbose_name="penanda tangan")),
                        ("digest", models.CharField(blank=True, max_length=64, verbose_name="sidik")),
                        (
                            "activated_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "innovation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reports.innovation",
                                verbose_name="inovasi",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.programme",
                                verbose_name="kegiatan",
                            ),
                        ),
                        (
                            "service",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.basicservice",
                                verbose_name="layanan dasar",
                            ),
                        ),
                        (
                            "service_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.servicetype",
                                verbose_name="jenis pelayanan SPM",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluation_plans",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evaluasi",
                        "verbose_name_plural": "evaluasi",
                        "ordering": ["-year", "shelter__name", "title"],
                    },
                ),
                migrations.CreateModel(
                    name="EvaluationIndicator",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("input", "Masukan"),
                                    ("process", "Proses"),
                                    ("output", "Keluaran"),
                                    ("outcome", "Hasil"),
                                ],
                                default="output",
                                max_length=10,
                                verbose_name="jenis",
                            ),
                        ),
                        ("wording", models.CharField(max_length=250, verbose_name="indikator")),
                        ("measure", models.CharField(blank=True, max_length=60, verbose_name="diukur dari")),
                        ("unit", models.CharField(max_length=40, verbose_name="satuan")),
                        (
                            "direction",
                            models.CharField(
                                choices=[("higher", "Makin tinggi makin baik"), ("lower", "Makin rendah makin baik")],
                                default="higher",
                                max_length=10,
                                verbose_name="arah",
                            ),
                        ),
                        (
                            "judged",
                            models.CharField(
                                choices=[("percent", "Persen dari target"), ("reached", "Tercapai atau belum saja")],
                                default="percent",
                                max_length=10,
                                verbose_name="dinilai dengan",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, max_length=500, verbose_name="cara mengukur dan sumber"),
                        ),
                        (
                            "baseline",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="keadaan awal"
                            ),
                        ),
                        (
                            "baseline_note",
                            models.CharField(blank=True, max_length=150, verbose_name="keadaan awal dari"),
                        ),
                        (
                            "target_1",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="target triwulan I"
                            ),
                        ),
                        (
                            "target_2",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=15,
                                null=True,
                                verbose_name="target triwulan II",
                            ),
                        ),
                        (
                            "target_3",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=15,
                                null=True,
                                verbose_name="target triwulan III",
                            ),
                        ),
                        (
                            "target_4",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=15,
                                null=True,
                                verbose_name="target triwulan IV",
                            ),
                        ),
                        (
                            "target_year",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="target setahun"
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="penanggung jawab",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="indicators",
                                to="reports.evaluationplan",
                                verbose_name="evaluasi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "indikator evaluasi",
                        "verbose_name_plural": "indikator evaluasi",
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="EvaluationFinding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "quarter",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Triwulan I"),
                                    (2, "Triwulan II"),
                                    (3, "Triwulan III"),
                                    (4, "Triwulan IV"),
                                    (5, "Setahun"),
                                ],
                                verbose_name="masa",
                            ),
                        ),
                        (
                            "actual",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="realisasi"
                            ),
                        ),
                        ("actual_source", models.CharField(blank=True, max_length=300, verbose_name="sumber angka")),
                        ("measured_on", models.DateField(blank=True, null=True, verbose_name="tanggal diukur")),
                        ("note", models.TextField(blank=True, max_length=2000, verbose_name="penjelasan")),
                        ("follow_up", models.TextField(blank=True, max_length=1000, verbose_name="tindak lanjut")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                        ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("result", models.CharField(blank=True, max_length=300, verbose_name="hasil tindak lanjut")),
                        (
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="penanggung jawab tindak lanjut",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="reports.evaluationindicator",
                                verbose_name="indikator",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "catatan evaluasi",
                        "verbose_name_plural": "catatan evaluasi",
                        "ordering": ["quarter", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("indicator", "quarter"),
                                name="evaluation_finding_once",
                                violation_error_message="Catatan untuk masa ini sudah ada. Muat ulang halaman.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("quarter__gte", 1), ("quarter__lte", 5)),
                                name="evaluation_finding_quarter",
                                violation_error_message="Pilih triwulan I sampai IV, atau setahun.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("actual", None), ("actual_source", ""), ("measured_on", None)),
                                    models.Q(
                                        ("actual__isnull", False),
                                        ("measured_on__isnull", False),
                                        models.Q(("actual_source", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="evaluation_finding_actual_has_source",
                                violation_error_message="Realisasi yang diisi tangan perlu sumber dan tanggal diukur.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("due_on", None), ("follow_up", ""), ("owner", None)),
                                    models.Q(
                                        ("due_on__isnull", False),
                                        ("owner__isnull", False),
                                        models.Q(("follow_up", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="evaluation_finding_follow_up_has_owner",
                                violation_error_message="Tindak lanjut perlu penanggung jawab dan tanggal paling lambat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at", None), ("done_by", None), ("result", "")),
                                    models.Q(
                                        ("done_at__isnull", False),
                                        ("done_by__isnull", False),
                                        models.Q(("result", ""), _negated=True),
                                        models.Q(("follow_up", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="evaluation_finding_done_pair",
                                violation_error_message="Tulis hasil tindak lanjut.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvaluationFigure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "quarter",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Triwulan I"),
                                    (2, "Triwulan II"),
                                    (3, "Triwulan III"),
                                    (4, "Triwulan IV"),
                                    (5, "Setahun"),
                                ]
                            ),
                        ),
                        (
                            "actual",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="realisasi"
                            ),
                        ),
                        (
                            "achieved",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="capaian (persen)"
                            ),
                        ),
                        ("verdict", models.CharField(max_length=10, verbose_name="penilaian")),
                        ("is_small", models.BooleanField(default=False, verbose_name="dari kurang dari lima orang")),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="figures",
                                to="reports.evaluationindicator",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "angka evaluasi",
                        "verbose_name_plural": "angka evaluasi",
                        "ordering": ["indicator", "quarter"],
                        "constraints": [
                            models.UniqueConstraint(fields=("indicator", "quarter"), name="evaluation_figure_once"),
                            models.CheckConstraint(
                                condition=models.Q(("quarter__gte", 1), ("quarter__lte", 5)),
                                name="evaluation_figure_quarter",
                            ),
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="evaluationplan",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "year", "title"),
                        name="evaluation_once_by_title",
                        nulls_distinct=False,
                        violation_error_message="Sudah ada evaluasi dengan judul ini untuk tahun itu.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                        name="evaluation_year_is_plausible",
                        violation_error_message="Tahun harus antara 2000 dan 2100.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="evaluation_has_title",
                        violation_error_message="Isi judul evaluasi.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("innovation", None),
                                ("programme", None),
                                ("service", None),
                                ("service_type__isnull", False),
                                ("subject_text", ""),
                            ),
                            models.Q(
                                ("innovation", None),
                                ("programme", None),
                                ("service_type", None),
                                ("service__isnull", False),
                                ("subject_text", ""),
                            ),
                            models.Q(
                                ("innovation", None),
                                ("service", None),
                                ("service_type", None),
                                ("programme__isnull", False),
                                ("subject_text", ""),
                            ),
                            models.Q(
                                ("programme", None),
                                ("service", None),
                                ("service_type", None),
                                ("innovation__isnull", False),
                                ("subject_text", ""),
                            ),
                            models.Q(
                                ("innovation", None),
                                ("programme", None),
                                ("service", None),
                                ("service_type", None),
                                models.Q(("subject_text", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evaluation_of_one_subject",
                        violation_error_message="Pilih satu saja yang dievaluasi, atau tulis pada “Yang lain”.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("near__gte", 1), ("near__lte", 99)),
                        name="evaluation_near_is_below_target",
                        violation_error_message="Batas “hampir tercapai” antara 1 dan 99 persen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("activated_at", None),
                                ("activated_by", None),
                                ("closed_at", None),
                                ("closed_by", None),
                                ("digest", ""),
                                ("status", "draft"),
                            ),
                            models.Q(
                                ("activated_at__isnull", False),
                                ("activated_by__isnull", False),
                                ("closed_at", None),
                                ("closed_by", None),
                                ("digest", ""),
                                ("status", "active"),
                            ),
                            models.Q(
                                ("activated_at__isnull", False),
                                ("activated_by__isnull", False),
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                                ("status", "closed"),
                                models.Q(("digest", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evaluation_status_and_moments",
                        violation_error_message="Keadaan evaluasi tidak sesuai dengan siapa dan kapan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationindicator",
                    constraint=models.UniqueConstraint(
                        fields=("plan", "wording"),
                        name="evaluation_indicator_once",
                        violation_error_message="Indikator ini sudah ada dalam evaluasi ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationindicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("wording", ""), _negated=True), models.Q(("unit", ""), _negated=True)
                        ),
                        name="evaluation_indicator_has_words",
                        violation_error_message="Tulis indikator dan satuannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationindicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measure", ""), _negated=True),
                            models.Q(("source", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evaluation_indicator_by_hand_has_source",
                        violation_error_message="Angka yang diisi tangan perlu cara mengukur dan sumbernya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationindicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("judged", "percent"), _negated=True),
                            models.Q(
                                models.Q(("target_1", None), ("target_1__gt", 0), _connector="OR"),
                                models.Q(("target_2", None), ("target_2__gt", 0), _connector="OR"),
                                models.Q(("target_3", None), ("target_3__gt", 0), _connector="OR"),
                                models.Q(("target_4", None), ("target_4__gt", 0), _connector="OR"),
                                models.Q(("target_year", None), ("target_year__gt", 0), _connector="OR"),
                            ),
                            _connector="OR",
                        ),
                        name="evaluation_indicator_percent_of_something",
                        violation_error_message="Persen dari target 0 tidak dapat dihitung. Isi target di atas 0, atau pilih “Tercapai atau belum saja”.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationindicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("direction__in", ["higher", "lower"]),
                            ("judged__in", ["percent", "reached"]),
                            ("kind__in", ["input", "process", "output", "outcome"]),
                        ),
                        name="evaluation_indicator_choices",
                        violation_error_message="Pilih jenis, arah, dan cara menilai dari daftar.",
                    ),
                ),
            ]
        ),
        *operations("0009_public", migrations.RunSQL),
        *operations("0009_public", migrations.RunPython),
        *operations("0010_sop", migrations.RunSQL),
        *operations("0011_survey", migrations.RunPython),
        *operations("0012_survey_results", migrations.RunPython),
        *operations("0013_complaints", migrations.RunPython),
        *operations("0014_innovations", migrations.RunPython),
        *operations("0015_evaluation", migrations.RunSQL),
    ]
