"""All migrations so far as one: a new database is made in seconds; one that began with the others goes on with them."""

import uuid
from importlib import import_module

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import assessments.models.answer_batch
import assessments.models.filling
import assessments.scoring
from cases.schema import Together


def operations(app, name, kind):
    """What the replaced migration did besides changing the schema: functions, triggers and the rows of lists."""
    replaced = import_module(f"{app}.migrations.{name}").Migration
    return [operation for operation in replaced.operations if isinstance(operation, kind)]


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("assessments", "0001_instruments_and_assessments"),
        ("assessments", "0002_builtin_instruments"),
        ("assessments", "0003_publishing"),
        ("assessments", "0004_repeats_and_pictures"),
        ("assessments", "0005_review"),
        ("assessments", "0006_plans"),
        ("assessments", "0007_measures"),
        ("assessments", "0008_papers"),
        ("assessments", "0009_old_answers"),
        ("assessments", "0010_aftercare"),
    ]
    dependencies = [
        ("cases", "0001_squashed_0020_standard"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Assessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("imported_at", models.DateTimeField(blank=True, null=True, verbose_name="diimpor")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Sedang diisi"),
                                    ("submitted", "Menunggu tinjauan"),
                                    ("returned", "Dikembalikan"),
                                    ("approved", "Disetujui"),
                                    ("dropped", "Perbaikan dibatalkan"),
                                    ("imported", "Diimpor"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("answers", models.JSONField(blank=True, default=dict, verbose_name="jawaban")),
                        ("stamps", models.JSONField(blank=True, default=dict, verbose_name="cap jawaban")),
                        ("revision", models.PositiveIntegerField(default=0, verbose_name="revisi")),
                        ("started_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dimulai")),
                        (
                            "last_saved_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="terakhir disimpan"),
                        ),
                        ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="diselesaikan")),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditinjau")),
                        ("review_note", models.TextField(blank=True, max_length=2000, verbose_name="catatan peninjau")),
                        (
                            "returned_answers",
                            models.JSONField(blank=True, null=True, verbose_name="jawaban saat dikembalikan"),
                        ),
                        (
                            "correction_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="alasan perbaikan"),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="assessments.assessment",
                                verbose_name="perbaikan atas",
                            ),
                        ),
                        (
                            "imported_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diimpor oleh",
                            ),
                        ),
                        (
                            "last_saved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reviewed_as",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.standin",
                            ),
                        ),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "started_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dimulai oleh",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="cases.stay",
                                verbose_name="masa tinggal",
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
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "asesmen",
                        "verbose_name_plural": "asesmen",
                        "ordering": ["-started_at", "-pk"],
                    },
                    bases=(assessments.models.filling.Filling, models.Model),
                ),
                migrations.CreateModel(
                    name="AnswerChoice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("path", models.CharField(max_length=300, verbose_name="pertanyaan")),
                        ("was", models.JSONField(blank=True, null=True, verbose_name="semula")),
                        ("mine", models.JSONField(blank=True, null=True, verbose_name="jawaban yang memilih")),
                        ("theirs", models.JSONField(blank=True, null=True, verbose_name="jawaban orang lain")),
                        ("theirs_by", models.CharField(blank=True, max_length=150, verbose_name="dijawab oleh")),
                        ("theirs_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab pada")),
                        (
                            "kept",
                            models.CharField(
                                choices=[("mine", "Jawaban yang memilih"), ("theirs", "Jawaban orang lain")],
                                max_length=6,
                                verbose_name="yang dipakai",
                            ),
                        ),
                        ("comment", models.CharField(blank=True, max_length=500, verbose_name="keterangan")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dipilih pada")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dipilih oleh",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="choices",
                                to="assessments.assessment",
                                verbose_name="asesmen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pilihan jawaban",
                        "verbose_name_plural": "pilihan jawaban",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="AftercareFilling",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "contact",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="filling",
                                to="cases.aftercare",
                            ),
                        ),
                        (
                            "assessment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aftercare",
                                to="assessments.assessment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "isian pasca-layanan",
                        "verbose_name_plural": "isian pasca-layanan",
                    },
                ),
                migrations.CreateModel(
                    name="AssessmentFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("path", models.CharField(max_length=300, verbose_name="pertanyaan")),
                        ("file", models.FileField(upload_to="asesmen/", verbose_name="berkas")),
                        (
                            "original_name",
                            models.CharField(blank=True, max_length=150, verbose_name="nama berkas asal"),
                        ),
                        ("content_type", models.CharField(max_length=100, verbose_name="bentuk")),
                        ("size", models.PositiveIntegerField(verbose_name="ukuran")),
                        ("sha256", models.CharField(max_length=64)),
                        ("uploaded_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="assessments.assessment",
                                verbose_name="asesmen",
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
                        "verbose_name": "berkas asesmen",
                        "verbose_name_plural": "berkas asesmen",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Conference",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="tanggal")),
                        ("held_at", models.TimeField(blank=True, null=True, verbose_name="jam mulai")),
                        ("place", models.CharField(max_length=150, verbose_name="tempat")),
                        ("questions", models.TextField(max_length=3000, verbose_name="yang dibahas")),
                        (
                            "discussion",
                            models.TextField(blank=True, max_length=5000, verbose_name="jalannya pembahasan"),
                        ),
                        ("decision", models.TextField(blank=True, max_length=3000, verbose_name="keputusan")),
                        (
                            "confidentiality",
                            models.CharField(
                                blank=True,
                                default="Isi pembahasan bersifat rahasia. Peserta tidak menyampaikannya kepada pihak lain selain untuk menolong klien.",
                                max_length=300,
                                verbose_name="kerahasiaan",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
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
                                verbose_name="notulis",
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dipimpin oleh",
                            ),
                        ),
                        (
                            "letter",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conference",
                                to="cases.letter",
                                verbose_name="nomor notulen",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conferences",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pembahasan kasus",
                        "verbose_name_plural": "pembahasan kasus",
                        "ordering": ["-held_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Addendum",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(max_length=2000, verbose_name="tambahan atau koreksi")),
                        ("written_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditulis oleh",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="addenda",
                                to="assessments.conference",
                                verbose_name="pembahasan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tambahan notulen",
                        "verbose_name_plural": "tambahan notulen",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ConferenceOption",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("what", models.CharField(max_length=300, verbose_name="pilihan")),
                        ("pro", models.TextField(blank=True, max_length=1000, verbose_name="yang mendukung")),
                        ("contra", models.TextField(blank=True, max_length=1000, verbose_name="yang memberatkan")),
                        ("chosen", models.BooleanField(default=False, verbose_name="pilihan yang diambil")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="options",
                                to="assessments.conference",
                                verbose_name="pembahasan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pilihan yang dipertimbangkan",
                        "verbose_name_plural": "pilihan yang dipertimbangkan",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("care", "Asesmen dan pelayanan"),
                                    ("share", "Berbagi data"),
                                    ("medical", "Pemeriksaan atau tindakan kesehatan"),
                                    ("photo", "Foto untuk berkas dan kegiatan"),
                                    ("publication", "Publikasi foto atau cerita"),
                                ],
                                max_length=12,
                                verbose_name="untuk apa",
                            ),
                        ),
                        ("partner", models.CharField(blank=True, max_length=150, verbose_name="lembaga penerima data")),
                        ("detail", models.TextField(blank=True, max_length=1000, verbose_name="rincian")),
                        ("statement", models.TextField(max_length=4000, verbose_name="yang dijelaskan")),
                        ("explained_by", models.CharField(max_length=150, verbose_name="dijelaskan oleh")),
                        (
                            "language",
                            models.CharField(
                                default="Bahasa Indonesia", max_length=100, verbose_name="bahasa atau cara menjelaskan"
                            ),
                        ),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Belum dijawab"),
                                    ("given", "Disetujui"),
                                    ("refused", "Tidak disetujui"),
                                    ("unable", "Belum mampu menyatakan"),
                                    ("withdrawn", "Dicabut"),
                                    ("void", "Dibatalkan"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="jawaban",
                            ),
                        ),
                        ("prepared_at", models.DateTimeField(auto_now_add=True)),
                        ("decided_on", models.DateField(blank=True, null=True, verbose_name="tanggal dijawab")),
                        (
                            "given_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("client", "Klien sendiri"),
                                    ("guardian", "Wali atau keluarga"),
                                    ("head", "Kepala panti, untuk anak tanpa wali"),
                                ],
                                max_length=10,
                                verbose_name="dijawab oleh",
                            ),
                        ),
                        ("giver_name", models.CharField(blank=True, max_length=150, verbose_name="nama yang menjawab")),
                        (
                            "giver_relation",
                            models.CharField(blank=True, max_length=100, verbose_name="hubungan dengan klien"),
                        ),
                        (
                            "way",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("signature", "Tanda tangan"),
                                    ("thumb", "Cap jempol"),
                                    ("spoken", "Lisan, dengan dua saksi"),
                                ],
                                max_length=10,
                                verbose_name="cara menyatakan",
                            ),
                        ),
                        ("witness_1", models.CharField(blank=True, max_length=150, verbose_name="saksi 1")),
                        ("witness_2", models.CharField(blank=True, max_length=150, verbose_name="saksi 2")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan atau keterangan")),
                        ("recorded_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="dicabut pada")),
                        (
                            "withdrawn_by_name",
                            models.CharField(blank=True, max_length=150, verbose_name="dicabut oleh"),
                        ),
                        (
                            "withdraw_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan dicabut"),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("voided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "letter",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consent_form",
                                to="cases.letter",
                                verbose_name="surat",
                            ),
                        ),
                        (
                            "prepared_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disiapkan oleh",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                        (
                            "voided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                        "verbose_name": "persetujuan",
                        "verbose_name_plural": "persetujuan",
                        "ordering": ["-prepared_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Instrument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("slug", models.SlugField(max_length=60, unique=True, verbose_name="kode")),
                        ("title", models.CharField(max_length=150, verbose_name="nama instrumen")),
                        (
                            "purpose",
                            models.CharField(
                                blank=True,
                                help_text="Satu kalimat untuk yang memilihnya.",
                                max_length=200,
                                verbose_name="kegunaan",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=500,
                                help_text="Yang kecil berdiri di atas.",
                                validators=[django.core.validators.MaxValueValidator(9999)],
                                verbose_name="urutan",
                            ),
                        ),
                        (
                            "age_from",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(130)],
                                verbose_name="usia mulai",
                            ),
                        ),
                        (
                            "age_to",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(130)],
                                verbose_name="usia sampai",
                            ),
                        ),
                        ("retired_at", models.DateTimeField(blank=True, null=True, verbose_name="tidak dipakai sejak")),
                        (
                            "categories",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="cases.category", verbose_name="kategori PPKS"
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
                            ),
                        ),
                        (
                            "shelters",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="cases.shelter", verbose_name="panti"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "instrumen",
                        "verbose_name_plural": "instrumen",
                        "ordering": ["position", "title"],
                    },
                ),
                migrations.AddField(
                    model_name="assessment",
                    name="instrument",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assessments.instrument",
                        verbose_name="instrumen",
                    ),
                ),
                migrations.CreateModel(
                    name="AnswerMapping",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("headings", models.CharField(max_length=64, verbose_name="sidik judul kolom")),
                        ("columns", models.JSONField(default=dict, verbose_name="pasangan kolom")),
                        (
                            "style",
                            models.CharField(
                                choices=[
                                    ("id", "Indonesia: 21/11/2026 dan 36,5"),
                                    ("iso", "KoboToolbox: 2026-11-21 dan 36.5"),
                                    ("us", "Amerika: 11/21/2026 dan 36.5"),
                                ],
                                default="id",
                                max_length=3,
                                verbose_name="cara menulis tanggal dan angka",
                            ),
                        ),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="assessments.instrument",
                                verbose_name="instrumen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pasangan kolom",
                        "verbose_name_plural": "pasangan kolom",
                        "ordering": ["-saved_at"],
                    },
                ),
                migrations.CreateModel(
                    name="InstrumentVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="versi")),
                        (
                            "kind",
                            models.CharField(
                                choices=[(".md", "Markdown"), (".xlsx", "Excel")],
                                max_length=5,
                                verbose_name="jenis berkas",
                            ),
                        ),
                        ("source", models.BinaryField(verbose_name="isi berkas")),
                        ("sha256", models.CharField(max_length=64, verbose_name="sidik isi")),
                        ("file_name", models.CharField(blank=True, max_length=150, verbose_name="nama berkas")),
                        ("uploaded_at", models.DateTimeField(blank=True, null=True, verbose_name="diunggah")),
                        ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="terbit")),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan perubahan")),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="assessments.instrument",
                                verbose_name="instrumen",
                            ),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Kosong: instrumen bawaan.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diterbitkan oleh",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diunggah oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "versi instrumen",
                        "verbose_name_plural": "versi instrumen",
                        "ordering": ["instrument_id", "-number"],
                    },
                ),
                migrations.AddField(
                    model_name="assessment",
                    name="version",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="assessments.instrumentversion",
                        verbose_name="versi instrumen",
                    ),
                ),
                migrations.CreateModel(
                    name="AnswerBatch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                upload_to=assessments.models.answer_batch.private_name,
                                verbose_name="berkas",
                            ),
                        ),
                        ("file_name", models.CharField(max_length=120, verbose_name="nama berkas")),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "uploaded_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="diunggah"),
                        ),
                        ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="dimasukkan")),
                        ("counts", models.JSONField(blank=True, default=dict, verbose_name="hasil")),
                        ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
                        (
                            "applied_by",
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
                        (
                            "mapping",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="batches",
                                to="assessments.answermapping",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="assessments.instrumentversion",
                                verbose_name="versi instrumen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "berkas jawaban lama",
                        "verbose_name_plural": "berkas jawaban lama",
                        "ordering": ["-uploaded_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="InterventionPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="versi")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Konsep"),
                                    ("submitted", "Menunggu persetujuan"),
                                    ("returned", "Dikembalikan"),
                                    ("approved", "Berlaku"),
                                    ("superseded", "Diganti versi baru"),
                                    ("discarded", "Tidak dipakai"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "direction",
                            models.TextField(
                                blank=True, max_length=3000, verbose_name="gambaran masalah dan arah penanganan"
                            ),
                        ),
                        ("review_on", models.DateField(blank=True, null=True, verbose_name="dievaluasi pada")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan perubahan")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "submit_note",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="alasan diajukan dengan kekurangan"
                            ),
                        ),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        ("review_note", models.TextField(blank=True, max_length=2000, verbose_name="catatan peninjau")),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disusun oleh",
                            ),
                        ),
                        (
                            "ended_by",
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
                                related_name="plan",
                                to="cases.letter",
                                verbose_name="surat kontrak",
                            ),
                        ),
                        (
                            "previous",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="revisions",
                                to="assessments.interventionplan",
                                verbose_name="versi yang diperbaiki",
                            ),
                        ),
                        (
                            "reviewed_as",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.standin",
                            ),
                        ),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="cases.stay",
                                verbose_name="masa tinggal",
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
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rencana intervensi",
                        "verbose_name_plural": "rencana intervensi",
                        "ordering": ["stay", "-number"],
                    },
                ),
                migrations.CreateModel(
                    name="Goal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("thread", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("position", models.PositiveSmallIntegerField(default=1, verbose_name="urutan")),
                        ("domain", models.CharField(blank=True, max_length=60, verbose_name="aspek")),
                        ("domain_label", models.CharField(blank=True, max_length=150)),
                        ("statement", models.CharField(max_length=300, verbose_name="tujuan")),
                        ("indicator", models.CharField(max_length=300, verbose_name="ukuran keberhasilan")),
                        (
                            "priority",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "Mendesak"), (2, "Penting"), (3, "Dapat menunggu")],
                                default=2,
                                verbose_name="prioritas",
                            ),
                        ),
                        ("target_on", models.DateField(blank=True, null=True, verbose_name="target tercapai")),
                        (
                            "branch_when",
                            models.CharField(blank=True, max_length=200, verbose_name="cadangan, dijalankan bila"),
                        ),
                        ("remark", models.CharField(blank=True, max_length=500, verbose_name="catatan peninjau")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("opened_at", models.DateTimeField(blank=True, null=True)),
                        ("open_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dijalankan")),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("achieved", "Tercapai"),
                                    ("partly", "Tercapai sebagian"),
                                    ("missed", "Tidak tercapai"),
                                ],
                                max_length=10,
                                verbose_name="hasil",
                            ),
                        ),
                        ("result_on", models.DateField(blank=True, null=True, verbose_name="tanggal hasil")),
                        ("result_note", models.CharField(blank=True, max_length=500, verbose_name="keterangan hasil")),
                        ("judged_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "judged_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="goals",
                                to="cases.need",
                                verbose_name="kebutuhan yang dijawab",
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
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="goals",
                                to="assessments.interventionplan",
                                verbose_name="rencana",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tujuan",
                        "verbose_name_plural": "tujuan",
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Agreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("agreed", "Setuju"),
                                    ("partly", "Setuju sebagian"),
                                    ("refused", "Menolak"),
                                    ("unable", "Belum mampu menyatakan"),
                                ],
                                max_length=10,
                                verbose_name="jawaban",
                            ),
                        ),
                        (
                            "party",
                            models.CharField(
                                choices=[
                                    ("client", "Klien sendiri"),
                                    ("guardian", "Orang tua, keluarga, atau wali"),
                                    ("head", "Kepala panti (wali anak tidak diketahui)"),
                                ],
                                default="client",
                                max_length=10,
                                verbose_name="dinyatakan oleh",
                            ),
                        ),
                        (
                            "party_name",
                            models.CharField(blank=True, max_length=150, verbose_name="nama keluarga atau wali"),
                        ),
                        (
                            "party_relation",
                            models.CharField(blank=True, max_length=100, verbose_name="hubungan dengan klien"),
                        ),
                        (
                            "way",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("signature", "Tanda tangan"),
                                    ("thumb", "Cap jempol"),
                                    ("spoken", "Lisan, dengan dua saksi"),
                                ],
                                max_length=10,
                                verbose_name="cara",
                            ),
                        ),
                        ("witness_1", models.CharField(blank=True, max_length=150, verbose_name="saksi pertama")),
                        ("witness_2", models.CharField(blank=True, max_length=150, verbose_name="saksi kedua")),
                        (
                            "means",
                            models.CharField(blank=True, max_length=150, verbose_name="bahasa atau cara menjelaskan"),
                        ),
                        (
                            "exception",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="yang tidak disetujui, atau alasan"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("recorded_at", models.DateTimeField(auto_now_add=True)),
                        ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="ditarik pada")),
                        (
                            "withdraw_reason",
                            models.CharField(blank=True, max_length=150, verbose_name="alasan ditarik"),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "explained_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dijelaskan oleh",
                            ),
                        ),
                        (
                            "letter",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreement",
                                to="cases.letter",
                                verbose_name="surat kontrak",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "relative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.relative",
                                verbose_name="keluarga atau wali dalam berkas",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="assessments.interventionplan",
                                verbose_name="rencana",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "persetujuan rencana",
                        "verbose_name_plural": "persetujuan rencana",
                        "ordering": ["-recorded_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Measure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "at",
                            models.DateTimeField(
                                help_text="Perbaikan menilai saat yang sama dengan asesmen yang diperbaikinya.",
                                verbose_name="dinilai",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                        ("slug", models.CharField(max_length=60, verbose_name="kode bidang")),
                        ("label", models.CharField(max_length=150, verbose_name="bidang")),
                        ("value", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="nilai")),
                        (
                            "minimum",
                            models.DecimalField(decimal_places=2, max_digits=12, verbose_name="nilai terendah"),
                        ),
                        (
                            "maximum",
                            models.DecimalField(decimal_places=2, max_digits=12, verbose_name="nilai tertinggi"),
                        ),
                        ("answered", models.PositiveSmallIntegerField(verbose_name="dijawab")),
                        ("asked", models.PositiveSmallIntegerField(verbose_name="ditanyakan")),
                        ("band", models.CharField(blank=True, max_length=100, verbose_name="pita")),
                        ("is_weak", models.BooleanField(default=False, verbose_name="perlu perhatian")),
                        ("higher_is_better", models.BooleanField(default=True, verbose_name="makin tinggi makin baik")),
                        (
                            "standing",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(
                                        models.Q(("answered", models.F("asked")), _negated=True),
                                        then=models.Value(None),
                                    ),
                                    models.When(
                                        higher_is_better=True,
                                        then=django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("value"), "-", models.F("minimum")
                                            ),
                                            "/",
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("maximum"), "-", models.F("minimum")
                                            ),
                                        ),
                                    ),
                                    default=django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("maximum"), "-", models.F("value")
                                        ),
                                        "/",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("maximum"), "-", models.F("minimum")
                                        ),
                                    ),
                                ),
                                output_field=models.DecimalField(decimal_places=6, max_digits=7, null=True),
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="measures",
                                to="assessments.assessment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nilai bidang",
                        "verbose_name_plural": "nilai bidang",
                        "ordering": ["assessment_id", "position"],
                    },
                    bases=(assessments.scoring.Readable, models.Model),
                ),
                migrations.CreateModel(
                    name="OldAnswers",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="baris")),
                        ("digest", models.CharField(max_length=64, verbose_name="sidik baris")),
                        ("answered_at", models.DateTimeField(verbose_name="waktu pengisian")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("imported", "Dimasukkan"),
                                    ("held", "Belum dicocokkan"),
                                    ("discarded", "Dibuang"),
                                ],
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("answers", models.JSONField(blank=True, default=dict, verbose_name="jawaban")),
                        (
                            "identity",
                            models.JSONField(blank=True, default=dict, verbose_name="identitas seperti tertulis"),
                        ),
                        ("why", models.CharField(blank=True, max_length=200, verbose_name="belum dicocokkan karena")),
                        ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan")),
                        ("reason", models.CharField(blank=True, max_length=200, verbose_name="alasan dibuang")),
                        (
                            "assessment",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="old_answers",
                                to="assessments.assessment",
                                verbose_name="asesmen",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rows",
                                to="assessments.answerbatch",
                                verbose_name="berkas jawaban lama",
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="assessments.instrument",
                                verbose_name="instrumen",
                            ),
                        ),
                        (
                            "settled_by",
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
                                related_name="+",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jawaban lama",
                        "verbose_name_plural": "jawaban lama",
                        "ordering": ["batch", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="Participant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=150, verbose_name="nama (di luar panti)")),
                        (
                            "institution",
                            models.CharField(blank=True, max_length=150, verbose_name="instansi atau hubungan"),
                        ),
                        ("position", models.CharField(blank=True, max_length=100, verbose_name="jabatan atau peran")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="participants",
                                to="assessments.conference",
                                verbose_name="pembahasan",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="petugas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "peserta pembahasan",
                        "verbose_name_plural": "peserta pembahasan",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PlanAction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("thread", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("position", models.PositiveSmallIntegerField(default=1, verbose_name="urutan")),
                        ("what", models.CharField(max_length=300, verbose_name="tindakan")),
                        (
                            "responsible_name",
                            models.CharField(blank=True, max_length=150, verbose_name="atau orang lain"),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                        ("partner", models.CharField(blank=True, max_length=200, verbose_name="bersama mitra")),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Belum mulai"),
                                    ("running", "Berjalan"),
                                    ("done", "Selesai"),
                                    ("dropped", "Batal"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("status_on", models.DateField(blank=True, null=True, verbose_name="sejak")),
                        ("status_at", models.DateTimeField(blank=True, null=True)),
                        ("drop_reason", models.CharField(blank=True, max_length=500, verbose_name="alasan batal")),
                        (
                            "goal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="assessments.goal",
                                verbose_name="tujuan",
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
                            "status_by",
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
                        "verbose_name": "tindakan",
                        "verbose_name_plural": "tindakan",
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="FollowUp",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("what", models.CharField(max_length=300, verbose_name="tindak lanjut")),
                        (
                            "responsible_name",
                            models.CharField(blank=True, max_length=150, verbose_name="atau orang lain"),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_ups",
                                to="assessments.conference",
                                verbose_name="pembahasan",
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
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_ups",
                                to="assessments.planaction",
                                verbose_name="di rencana sebagai",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tindak lanjut pembahasan",
                        "verbose_name_plural": "tindak lanjut pembahasan",
                        "ordering": ["due_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ActionNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("text", models.CharField(max_length=500, verbose_name="apa yang dilakukan")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Belum mulai"),
                                    ("running", "Berjalan"),
                                    ("done", "Selesai"),
                                    ("dropped", "Batal"),
                                ],
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "service",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan_note",
                                to="cases.servicerecord",
                                verbose_name="layanan",
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="assessments.planaction",
                                verbose_name="tindakan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "catatan kemajuan",
                        "verbose_name_plural": "catatan kemajuan",
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ReassessmentRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "every_days",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(730),
                                ],
                                verbose_name="setiap (hari)",
                            ),
                        ),
                        (
                            "from_entry",
                            models.BooleanField(
                                default=False,
                                help_text="Yang belum pernah diisi jatuh tempo sekian hari sejak masuk.",
                                verbose_name="juga yang pertama",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="dipakai")),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="Peraturan, pedoman, atau keputusan dinas.",
                                max_length=200,
                                verbose_name="dasar",
                            ),
                        ),
                        (
                            "category",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.category",
                                verbose_name="hanya untuk kategori",
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rules",
                                to="assessments.instrument",
                                verbose_name="instrumen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aturan asesmen ulang",
                        "verbose_name_plural": "aturan asesmen ulang",
                        "ordering": ["instrument__title", "category__name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewComment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("path", models.CharField(max_length=300, verbose_name="pertanyaan")),
                        ("text", models.TextField(max_length=1000, verbose_name="catatan")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="ditulis pada")),
                        ("resolved_at", models.DateTimeField(blank=True, null=True, verbose_name="ditanggapi pada")),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="comments",
                                to="assessments.assessment",
                                verbose_name="asesmen",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditulis oleh",
                            ),
                        ),
                        (
                            "resolved_by",
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
                        "verbose_name": "catatan tinjauan",
                        "verbose_name_plural": "catatan tinjauan",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SocialReport",
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
                                choices=[("social_report", "Laporan sosial"), ("progress", "Laporan perkembangan")],
                                max_length=15,
                                verbose_name="jenis laporan",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Konsep"),
                                    ("submitted", "Menunggu tanda tangan"),
                                    ("returned", "Dikembalikan"),
                                    ("signed", "Ditandatangani"),
                                    ("replaced", "Diganti"),
                                    ("void", "Dibatalkan"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("purpose", models.CharField(blank=True, max_length=200, verbose_name="keperluan")),
                        ("recipient", models.CharField(blank=True, max_length=200, verbose_name="ditujukan kepada")),
                        ("copies", models.CharField(blank=True, max_length=300, verbose_name="tembusan")),
                        ("period_from", models.DateField(blank=True, null=True, verbose_name="masa laporan dari")),
                        ("period_until", models.DateField(blank=True, null=True, verbose_name="masa laporan sampai")),
                        ("planned_end", models.DateField(blank=True, null=True, verbose_name="rencana terminasi")),
                        ("companion", models.CharField(blank=True, max_length=150, verbose_name="pendamping")),
                        ("sections", models.JSONField(blank=True, default=dict, verbose_name="isi")),
                        ("drafted", models.JSONField(blank=True, default=dict)),
                        ("revision", models.PositiveIntegerField(default=0, verbose_name="revisi")),
                        ("frozen", models.JSONField(blank=True, default=dict)),
                        (
                            "replace_reason",
                            models.CharField(blank=True, max_length=200, verbose_name="alasan mengganti"),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("last_saved_at", models.DateTimeField(blank=True, null=True)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        ("review_note", models.TextField(blank=True, max_length=2000, verbose_name="catatan kepala")),
                        ("signed_at", models.DateTimeField(blank=True, null=True)),
                        ("voided_at", models.DateTimeField(blank=True, null=True)),
                        ("void_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan dibatalkan")),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disusun oleh",
                            ),
                        ),
                        (
                            "last_saved_by",
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
                                related_name="social_report",
                                to="cases.letter",
                                verbose_name="surat",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replacements",
                                to="assessments.socialreport",
                                verbose_name="menggantikan",
                            ),
                        ),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="social_reports",
                                to="cases.stay",
                                verbose_name="masa tinggal",
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
                            ),
                        ),
                        (
                            "voided_by",
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
                        "verbose_name": "laporan sosial",
                        "verbose_name_plural": "laporan sosial",
                        "ordering": ["-created_at", "-pk"],
                    },
                ),
                migrations.AddConstraint(
                    model_name="conference",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="conference_closed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="conference",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("letter", None)),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("letter__isnull", False),
                                models.Q(("decision", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="conference_closed_with_decision",
                        violation_error_message="Pembahasan ditutup dengan keputusannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="conference",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("questions", ""), _negated=True), models.Q(("place", ""), _negated=True)
                        ),
                        name="conference_about_something",
                        violation_error_message="Tulis tempat dan apa yang dibahas.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="conferenceoption",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True),
                        name="conference_option_says_what",
                        violation_error_message="Tulis pilihannya.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="consent",
                    index=models.Index(fields=["stay", "purpose", "status"], name="consent_in_force"),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recorded_at__isnull", True), ("recorded_by__isnull", True)),
                            models.Q(("recorded_at__isnull", False), ("recorded_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="consent_recorded_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="consent_withdrawn_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("voided_at__isnull", True), ("voided_by__isnull", True)),
                            models.Q(("voided_at__isnull", False), ("voided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="consent_voided_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("purpose", "share"), models.Q(("partner", ""), _negated=True)),
                            models.Q(models.Q(("purpose", "share"), _negated=True), ("partner", "")),
                            _connector="OR",
                        ),
                        name="consent_partner_only_for_sharing",
                        violation_error_message="Berbagi data memerlukan nama lembaga penerima; tujuan lain tidak memakainya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on", None), ("recorded_at", None), ("status", "open")),
                            models.Q(
                                ("status__in", ["given", "refused", "withdrawn"]),
                                ("decided_on__isnull", False),
                                ("recorded_at__isnull", False),
                                models.Q(("given_by", ""), _negated=True),
                                models.Q(("giver_name", ""), _negated=True),
                                models.Q(("way", ""), _negated=True),
                            ),
                            models.Q(
                                ("decided_on__isnull", False),
                                ("given_by", ""),
                                ("status", "unable"),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(("status", "void"), ("voided_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="consent_answer_is_whole",
                        violation_error_message="Jawaban memerlukan siapa, cara, dan tanggalnya; yang belum mampu memerlukan alasan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("given_by", "guardian"), _negated=True),
                            models.Q(("giver_relation", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="consent_guardian_has_relation",
                        violation_error_message="Tulis hubungan wali dengan klien.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("given_by", "head"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="consent_head_says_why",
                        violation_error_message="Tulis mengapa tidak ada wali.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("way", "spoken"), _negated=True),
                            models.Q(
                                models.Q(("witness_1", ""), _negated=True), models.Q(("witness_2", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="consent_spoken_has_witnesses",
                        violation_error_message="Persetujuan lisan memerlukan dua saksi.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("status", "void"),
                            models.Q(
                                ("withdrawn_at", None),
                                ("withdrawn_on", None),
                                models.Q(("status", "withdrawn"), _negated=True),
                            ),
                            models.Q(
                                ("status", "withdrawn"),
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_on__gte", models.F("decided_on")),
                                models.Q(("withdrawn_by_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="consent_withdrawn_is_whole",
                        violation_error_message="Pencabutan memerlukan siapa dan tanggal, tidak sebelum persetujuan diberikan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until", None),
                            ("decided_on", None),
                            ("valid_until__gte", models.F("decided_on")),
                            _connector="OR",
                        ),
                        name="consent_lasts_beyond_its_answer",
                        violation_error_message="Masa berlaku berakhir tidak sebelum tanggal persetujuan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="instrument",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("retired_at", None), ("retired_by", None)),
                            models.Q(("retired_at__isnull", False), ("retired_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="instrument_retired_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="instrument",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("age_from", None), ("age_to", None), ("age_from__lte", models.F("age_to")), _connector="OR"
                        ),
                        name="instrument_ages_in_order",
                        violation_error_message="Usia sampai tidak boleh di bawah usia mulai.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answermapping",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "instrument", "headings"),
                        name="answer_mapping_once",
                        violation_error_message="Pasangan untuk judul kolom ini sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="instrumentversion",
                    constraint=models.UniqueConstraint(
                        fields=("instrument", "number"),
                        name="instrument_version_number_once",
                        violation_error_message="Nomor versi ini sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="instrumentversion",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("published_at", None)),
                        fields=("instrument", "sha256"),
                        name="instrument_draft_once",
                        violation_error_message="Berkas yang sama sudah diunggah dan menunggu diterbitkan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="instrumentversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("number__isnull", False),
                                ("published_at__isnull", False),
                                ("published_by", None),
                                ("uploaded_at", None),
                                ("uploaded_by", None),
                            ),
                            models.Q(
                                ("number", None),
                                ("published_at", None),
                                ("published_by", None),
                                ("uploaded_at__isnull", False),
                                ("uploaded_by__isnull", False),
                            ),
                            models.Q(
                                ("number__isnull", False),
                                ("published_at__isnull", False),
                                ("published_by__isnull", False),
                                ("uploaded_at__isnull", False),
                                ("uploaded_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="instrument_version_built_in_draft_or_published",
                        violation_error_message="Versi instrumen dicatat bersama siapa yang mengunggah dan menerbitkannya.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="assessment",
                    index=models.Index(fields=["status", "submitted_at"], name="assessment_status_submitted"),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("corrects", None), ("status__in", ("draft", "returned"))),
                        fields=("stay", "instrument"),
                        name="assessment_one_open_per_instrument",
                        violation_error_message="Asesmen dengan instrumen ini sedang diisi.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", "dropped"), _negated=True),
                        fields=("corrects",),
                        name="assessment_corrected_once",
                        violation_error_message="Perbaikan atas asesmen ini sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction_reason", ""), ("corrects", None)),
                            models.Q(("corrects__isnull", False), models.Q(("correction_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="assessment_correction_has_reason",
                        violation_error_message="Tulis mengapa asesmen diperbaiki.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("last_saved_at__isnull", True), ("last_saved_by__isnull", True)),
                            models.Q(("last_saved_at__isnull", False), ("last_saved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_last_saved_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_at__isnull", True), ("reviewed_by__isnull", True)),
                            models.Q(("reviewed_at__isnull", False), ("reviewed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_reviewed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("submitted_at", None), ("submitted_by", None)),
                            models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                            models.Q(("imported_at__isnull", False), ("submitted_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_submitted_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("imported_at", None), ("imported_by", None)),
                            models.Q(("imported_at__isnull", False), ("imported_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_imported_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("imported_at__isnull", False),
                                ("status", "imported"),
                                ("corrects", None),
                                ("reviewed_at", None),
                                ("submitted_at__isnull", False),
                                ("submitted_by", None),
                            ),
                            models.Q(models.Q(("status", "imported"), _negated=True), ("imported_at", None)),
                            _connector="OR",
                        ),
                        name="assessment_imported_fits",
                        violation_error_message="Asesmen yang diimpor tidak diselesaikan atau ditinjau di sini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_at", None), ("status", "draft"), ("submitted_at", None)),
                            models.Q(("reviewed_at", None), ("status", "submitted"), ("submitted_at__isnull", False)),
                            models.Q(
                                ("reviewed_at__isnull", False),
                                ("status", "returned"),
                                ("submitted_at__isnull", False),
                                models.Q(("review_note", ""), _negated=True),
                            ),
                            models.Q(
                                ("reviewed_at__isnull", False), ("status", "approved"), ("submitted_at__isnull", False)
                            ),
                            models.Q(("corrects__isnull", False), ("status", "dropped")),
                            models.Q(("status", "imported"), ("submitted_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_status_fits",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("reviewed_by", None),
                            models.Q(("reviewed_by", models.F("submitted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="assessment_not_reviewed_by_its_author",
                        violation_error_message="Asesmen ditinjau oleh orang lain, bukan oleh yang menyelesaikannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answerbatch",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("applied_at__isnull", True), ("applied_by__isnull", True)),
                            models.Q(("applied_at__isnull", False), ("applied_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="answer_batch_applied_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answerbatch",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="answer_batch_undone_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answerbatch",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("undone_at", None), ("applied_at__isnull", False), _connector="OR"),
                        name="answer_batch_undone_after_applied",
                    ),
                ),
                migrations.AddIndex(
                    model_name="interventionplan",
                    index=models.Index(fields=["status", "submitted_at"], name="plan_status_submitted"),
                ),
                migrations.AddConstraint(
                    model_name="interventionplan",
                    constraint=models.UniqueConstraint(
                        fields=("stay", "number"),
                        name="plan_number_once",
                        violation_error_message="Nomor versi ini sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interventionplan",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status__in", ["draft", "submitted"])),
                        fields=("stay",),
                        name="plan_one_open",
                        violation_error_message="Rencana untuk klien ini sedang disusun atau menunggu persetujuan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interventionplan",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", "approved")),
                        fields=("stay",),
                        name="plan_one_in_force",
                        violation_error_message="Hanya satu rencana yang berlaku.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interventionplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("submitted_at__isnull", True), ("submitted_by__isnull", True)),
                            models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="plan_submitted_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interventionplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_at__isnull", True), ("reviewed_by__isnull", True)),
                            models.Q(("reviewed_at__isnull", False), ("reviewed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="plan_reviewed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interventionplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="plan_ended_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interventionplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at", None),
                                ("letter", None),
                                ("reviewed_at", None),
                                ("status", "draft"),
                                ("submitted_at", None),
                            ),
                            models.Q(
                                ("ended_at", None),
                                ("letter", None),
                                ("reviewed_at", None),
                                ("status", "submitted"),
                                ("submitted_at__isnull", False),
                            ),
                            models.Q(
                                ("ended_at", None),
                                ("letter", None),
                                ("reviewed_at__isnull", False),
                                ("status", "returned"),
                                ("submitted_at__isnull", False),
                            ),
                            models.Q(
                                ("ended_at", None),
                                ("letter__isnull", False),
                                ("reviewed_at__isnull", False),
                                ("status", "approved"),
                            ),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("letter__isnull", False),
                                ("reviewed_at__isnull", False),
                                ("status", "superseded"),
                            ),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("letter", None),
                                ("status", "discarded"),
                                ("submitted_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="plan_status_fits",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interventionplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("reviewed_by", None),
                            models.Q(("reviewed_by", models.F("submitted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="plan_not_reviewed_by_its_author",
                        violation_error_message="Rencana ditinjau oleh orang lain, bukan oleh yang mengajukannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="interventionplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("previous", None), ("reason", "")),
                            models.Q(("previous__isnull", False), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="plan_revision_has_reason",
                        violation_error_message="Tulis mengapa rencana diubah.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="goal",
                    constraint=models.UniqueConstraint(fields=("plan", "thread"), name="goal_once_in_a_plan"),
                ),
                migrations.AddConstraint(
                    model_name="goal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opened_at__isnull", True), ("opened_by__isnull", True)),
                            models.Q(("opened_at__isnull", False), ("opened_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="goal_opened_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="goal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("judged_at__isnull", True), ("judged_by__isnull", True)),
                            models.Q(("judged_at__isnull", False), ("judged_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="goal_judged_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="goal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("statement", ""), _negated=True), models.Q(("indicator", ""), _negated=True)
                        ),
                        name="goal_measurable",
                        violation_error_message="Tujuan memerlukan ukuran: bagaimana kita tahu bahwa ia tercapai.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="goal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("judged_at", None), ("result", ""), ("result_on", None)),
                            models.Q(
                                ("judged_at__isnull", False),
                                ("result__in", ["achieved", "partly", "missed"]),
                                ("result_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="goal_result_fits",
                        violation_error_message="Hasil tujuan memerlukan tanggalnya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="goal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("open_reason", ""), ("opened_at", None)),
                            models.Q(
                                ("opened_at__isnull", False),
                                models.Q(("branch_when", ""), _negated=True),
                                models.Q(("open_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="goal_opened_is_a_branch",
                        violation_error_message="Hanya tujuan cadangan yang dibuka, dengan alasannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("answer__in", ["agreed", "partly"]), ("withdrawn_at", None)),
                        fields=("plan",),
                        name="agreement_one_standing",
                        violation_error_message="Persetujuan atas rencana ini sudah dicatat.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreement_withdrawn_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer__in", ["agreed", "partly"]), _negated=True),
                            models.Q(models.Q(("way", ""), _negated=True), ("letter__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreement_given_in_some_way",
                        violation_error_message="Pilih bagaimana persetujuan diberikan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("way", "spoken"), _negated=True),
                            models.Q(
                                models.Q(("witness_1", ""), _negated=True), models.Q(("witness_2", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="agreement_spoken_before_two",
                        violation_error_message="Persetujuan lisan memerlukan dua saksi.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("answer", "agreed"), models.Q(("exception", ""), _negated=True), _connector="OR"
                        ),
                        name="agreement_exception_told",
                        violation_error_message="Tulis bagian yang tidak disetujui, atau alasannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("party", "guardian"), _negated=True),
                            models.Q(
                                models.Q(("party_name", ""), _negated=True),
                                models.Q(("party_relation", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="agreement_guardian_named",
                        violation_error_message="Tulis nama dan hubungan keluarga atau wali.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdraw_reason", ""), ("withdrawn_at", None), ("withdrawn_on", None)),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_on__gte", models.F("on")),
                                models.Q(("withdraw_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="agreement_withdrawn_with_reason",
                        violation_error_message="Penarikan memerlukan tanggal, tidak sebelum persetujuan, dan alasan.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="measure",
                    index=models.Index(fields=["at"], name="measure_at"),
                ),
                migrations.AddConstraint(
                    model_name="measure",
                    constraint=models.UniqueConstraint(fields=("assessment", "slug"), name="measure_domain_once"),
                ),
                migrations.AddConstraint(
                    model_name="measure",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("answered__gte", 1), ("answered__lte", models.F("asked"))),
                        name="measure_answered_of_asked",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="measure",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("minimum__lt", models.F("maximum")),
                            models.Q(
                                models.Q(("answered", models.F("asked")), _negated=True),
                                models.Q(("value__gte", models.F("minimum")), ("value__lte", models.F("maximum"))),
                                _connector="OR",
                            ),
                        ),
                        name="measure_within_its_limits",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="measure",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("answered", models.F("asked")), models.Q(("band", ""), ("is_weak", False)), _connector="OR"
                        ),
                        name="measure_band_only_when_complete",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="oldanswers",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "instrument", "digest"),
                        name="old_answers_once",
                        violation_error_message="Baris ini sudah pernah dimasukkan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="oldanswers",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answers", {}), ("assessment__isnull", False), ("identity", {}), ("state", "imported")
                            ),
                            models.Q(("assessment", None), ("settled_at", None), ("state", "held")),
                            models.Q(
                                ("answers", {}),
                                ("assessment", None),
                                ("identity", {}),
                                ("settled_at__isnull", False),
                                ("state", "discarded"),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="old_answers_state_fits",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="oldanswers",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("settled_by", None)),
                            models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="old_answers_settled_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), ("user__isnull", False)),
                            models.Q(("user", None), models.Q(("name", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="participant_named_once",
                        violation_error_message="Pilih petugas, atau tulis nama orang dari luar.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("user__isnull", False)),
                        fields=("conference", "user"),
                        name="participant_user_once",
                        violation_error_message="Petugas ini sudah ada dalam daftar peserta.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="planaction",
                    index=models.Index(fields=["status", "due_on"], name="plan_action_due"),
                ),
                migrations.AddConstraint(
                    model_name="planaction",
                    constraint=models.UniqueConstraint(fields=("goal", "thread"), name="plan_action_once_in_a_goal"),
                ),
                migrations.AddConstraint(
                    model_name="planaction",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status_at__isnull", True), ("status_by__isnull", True)),
                            models.Q(("status_at__isnull", False), ("status_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="plan_action_status_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="planaction",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True),
                        name="plan_action_says_what",
                        violation_error_message="Tulis apa yang dilakukan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="planaction",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("drop_reason", ""), ("status", "planned"), ("status_at", None), ("status_on", None)
                            ),
                            models.Q(
                                ("drop_reason", ""),
                                ("status__in", ["running", "done"]),
                                ("status_at__isnull", False),
                                ("status_on__isnull", False),
                            ),
                            models.Q(
                                ("status", "dropped"),
                                ("status_at__isnull", False),
                                ("status_on__isnull", False),
                                models.Q(("drop_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="plan_action_status_fits",
                        violation_error_message="Tindakan yang dibatalkan memerlukan alasannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="followup",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("what", ""), _negated=True),
                            models.Q(
                                ("responsible__isnull", False),
                                models.Q(("responsible_name", ""), _negated=True),
                                _connector="OR",
                            ),
                        ),
                        name="follow_up_has_somebody",
                        violation_error_message="Tulis siapa yang mengerjakannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actionnote",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="action_note_says_something",
                        violation_error_message="Tulis apa yang dilakukan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reassessmentrule",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("is_active", True)),
                        fields=("instrument", "category"),
                        name="reassessment_rule_once",
                        nulls_distinct=False,
                        violation_error_message="Aturan untuk instrumen dan kategori ini sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reassessmentrule",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("every_days__gte", 1), ("every_days__lte", 730)),
                        name="reassessment_rule_some_days",
                        violation_error_message="Antara 1 dan 730 hari.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reviewcomment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resolved_at", None), ("resolved_by", None)),
                            models.Q(("resolved_at__isnull", False), ("resolved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="review_comment_resolved_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reviewcomment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="review_comment_says_something",
                        violation_error_message="Tulis catatannya.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="socialreport",
                    index=models.Index(fields=["status", "submitted_at"], name="social_report_status"),
                ),
                migrations.AddConstraint(
                    model_name="socialreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("last_saved_at__isnull", True), ("last_saved_by__isnull", True)),
                            models.Q(("last_saved_at__isnull", False), ("last_saved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="social_report_last_saved_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="socialreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("submitted_at__isnull", True), ("submitted_by__isnull", True)),
                            models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="social_report_submitted_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="socialreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_at__isnull", True), ("reviewed_by__isnull", True)),
                            models.Q(("reviewed_at__isnull", False), ("reviewed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="social_report_reviewed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="socialreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at__isnull", True), ("signed_by__isnull", True)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="social_report_signed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="socialreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("voided_at__isnull", True), ("voided_by__isnull", True)),
                            models.Q(("voided_at__isnull", False), ("voided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="social_report_voided_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="socialreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("letter", None), ("signed_at", None), ("status", "draft"), ("voided_at", None)),
                            models.Q(
                                ("letter", None),
                                ("signed_at", None),
                                ("status", "submitted"),
                                ("submitted_at__isnull", False),
                                ("voided_at", None),
                            ),
                            models.Q(
                                ("letter", None),
                                ("reviewed_at__isnull", False),
                                ("signed_at", None),
                                ("status", "returned"),
                                models.Q(("review_note", ""), _negated=True),
                            ),
                            models.Q(
                                ("status__in", ["signed", "replaced"]),
                                ("letter__isnull", False),
                                ("signed_at__isnull", False),
                                ("voided_at", None),
                            ),
                            models.Q(
                                ("status", "void"),
                                ("voided_at__isnull", False),
                                models.Q(("void_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="social_report_status_fits",
                        violation_error_message="Status laporan tidak cocok dengan nomor, tanda tangan, atau alasannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="socialreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("signed_by", None),
                            models.Q(("signed_by", models.F("submitted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="social_report_not_signed_by_its_author",
                        violation_error_message="Laporan ditandatangani oleh orang lain, bukan oleh yang menyusunnya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="socialreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "social_report"), ("period_from", None), ("period_until", None)),
                            models.Q(
                                ("kind", "progress"),
                                ("period_from__isnull", False),
                                ("period_until__gte", models.F("period_from")),
                            ),
                            _connector="OR",
                        ),
                        name="social_report_period_fits_kind",
                        violation_error_message="Masa laporan perkembangan berakhir tidak sebelum mulainya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="socialreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("replace_reason", ""), ("replaces", None)),
                            models.Q(("replaces__isnull", False), models.Q(("replace_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="social_report_replaces_with_reason",
                        violation_error_message="Tulis alasan mengganti laporan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="socialreport",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", "void"), _negated=True),
                        fields=("replaces",),
                        name="social_report_replaced_once",
                        violation_error_message="Laporan pengganti sudah ada.",
                    ),
                ),
            ]
        ),
        *operations("assessments", "0002_builtin_instruments", migrations.RunPython),
        *operations("assessments", "0003_publishing", migrations.RunSQL),
        *operations("assessments", "0003_publishing", migrations.RunPython),
        *operations("assessments", "0007_measures", migrations.RunPython),
    ]
