"""All migrations so far as one: a new database is made in seconds; one that began with the others goes on with them."""

import uuid
from importlib import import_module

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from cases.schema import Together


def operations(app, name, kind):
    """What the replaced migration did besides changing the schema: functions, triggers and the rows of lists."""
    replaced = import_module(f"{app}.migrations.{name}").Migration
    return [operation for operation in replaced.operations if isinstance(operation, kind)]


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("referrals", "0001_partners_and_referrals"),
        ("referrals", "0002_suspension"),
        ("referrals", "0003_partners"),
        ("referrals", "0004_states"),
        ("referrals", "0005_links"),
        ("referrals", "0006_incoming"),
        ("referrals", "0007_journeys"),
        ("referrals", "0008_reminders"),
    ]
    dependencies = [
        ("assessments", "0001_squashed_0010_aftercare"),
        ("cases", "0001_squashed_0020_standard"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="CommunityGroup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "area",
                            models.CharField(
                                help_text="Misalnya “Kecamatan Umpama”. Dipakai di tabel menurut wilayah.",
                                max_length=120,
                                verbose_name="wilayah kerja dalam kata-kata",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
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
                            "region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.region",
                                verbose_name="wilayah kerja",
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
                                verbose_name="panti pendamping",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kelompok pelapor",
                        "verbose_name_plural": "kelompok pelapor",
                        "ordering": ["area", "partner__name"],
                    },
                ),
                migrations.CreateModel(
                    name="CommunityReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        (
                            "half",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "Januari–Juni"), (2, "Juli–Desember")], verbose_name="semester"
                            ),
                        ),
                        ("revision", models.PositiveSmallIntegerField(default=0, verbose_name="ralat")),
                        ("why", models.CharField(blank=True, max_length=300, verbose_name="alasan ralat")),
                        ("activities", models.TextField(blank=True, max_length=3000, verbose_name="kegiatan")),
                        ("needs", models.TextField(blank=True, max_length=2000, verbose_name="kebutuhan kelompok")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("begun_at", models.DateTimeField(auto_now_add=True)),
                        ("saved_at", models.DateTimeField(auto_now=True, verbose_name="disimpan")),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="dikirim")),
                        ("sent_by", models.CharField(blank=True, max_length=150, verbose_name="nama pengirim")),
                        ("position", models.CharField(blank=True, max_length=150, verbose_name="jabatan pengirim")),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="referrals.communitygroup",
                                verbose_name="kelompok",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "laporan kelompok",
                        "verbose_name_plural": "laporan kelompok",
                        "ordering": ["-year", "-half", "-revision"],
                    },
                ),
                migrations.CreateModel(
                    name="CommunityFigure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "help",
                            models.CharField(
                                choices=[
                                    ("grant", "Santunan"),
                                    ("empowerment", "Pemberdayaan"),
                                    ("protection", "Perlindungan"),
                                    ("rehabilitation", "Rehabilitasi sosial"),
                                ],
                                max_length=15,
                                verbose_name="jenis bantuan",
                            ),
                        ),
                        (
                            "persons",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MaxValueValidator(100000)], verbose_name="orang"
                            ),
                        ),
                        (
                            "category",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.category",
                                verbose_name="kategori PPKS",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="figures",
                                to="referrals.communityreport",
                                verbose_name="laporan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "angka laporan kelompok",
                        "verbose_name_plural": "angka laporan kelompok",
                        "ordering": ["category__position", "help"],
                    },
                ),
                migrations.CreateModel(
                    name="DoorLink",
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
                                    ("referral", "Rujukan"),
                                    ("sender", "Kantor pengirim"),
                                    ("community", "WKSBM"),
                                    ("journey", "Perjalanan pulang"),
                                ],
                                max_length=10,
                                verbose_name="untuk",
                            ),
                        ),
                        ("seed", models.CharField(max_length=43)),
                        ("token_hash", models.CharField(max_length=64, unique=True)),
                        ("expires_at", models.DateTimeField(blank=True, null=True, verbose_name="berlaku sampai")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="dimatikan pada")),
                        ("code_hash", models.CharField(blank=True, max_length=64)),
                        ("code_expires_at", models.DateTimeField(blank=True, null=True)),
                        ("wrong_codes", models.PositiveSmallIntegerField(default=0, verbose_name="kode salah")),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "replaced_by",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaces",
                                to="referrals.doorlink",
                            ),
                        ),
                        (
                            "revoked_by",
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="door_links",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tautan",
                        "verbose_name_plural": "tautan",
                    },
                ),
                migrations.AddField(
                    model_name="communitygroup",
                    name="link",
                    field=models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="community",
                        to="referrals.doorlink",
                        verbose_name="tautan",
                    ),
                ),
                migrations.CreateModel(
                    name="IntakeRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.UUIDField(unique=True)),
                        ("number", models.CharField(max_length=30, unique=True, verbose_name="nomor")),
                        ("code_hash", models.CharField(blank=True, max_length=64)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("new", "Baru"),
                                    ("question", "Menunggu jawaban pengirim"),
                                    ("accepted", "Diterima"),
                                    ("refused", "Tidak dapat diterima"),
                                ],
                                default="new",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("sent_at", models.DateTimeField(auto_now_add=True, verbose_name="dikirim")),
                        ("agency", models.CharField(blank=True, max_length=150, verbose_name="instansi atau kelompok")),
                        ("bringer", models.CharField(max_length=100, verbose_name="nama petugas")),
                        ("rank", models.CharField(blank=True, max_length=100, verbose_name="pangkat atau jabatan")),
                        ("phone", models.CharField(max_length=30, verbose_name="nomor HP")),
                        ("letter_number", models.CharField(blank=True, max_length=100, verbose_name="nomor surat")),
                        ("letter", models.FileField(blank=True, upload_to="permintaan/", verbose_name="surat")),
                        ("photo", models.FileField(blank=True, upload_to="permintaan/", verbose_name="foto")),
                        ("expected_on", models.DateField(blank=True, null=True, verbose_name="rencana datang")),
                        ("expected_at", models.TimeField(blank=True, null=True, verbose_name="jam rencana datang")),
                        ("found_on", models.DateField(blank=True, null=True, verbose_name="tanggal ditemukan")),
                        ("found_at", models.CharField(blank=True, max_length=200, verbose_name="ditemukan di")),
                        (
                            "remarks",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="catatan keamanan dan keselamatan"
                            ),
                        ),
                        ("passed_at", models.DateTimeField(blank=True, null=True)),
                        ("pass_note", models.CharField(blank=True, max_length=300, verbose_name="alasan diteruskan")),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan")),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "Daya tampung penuh"),
                                    ("scope", "Di luar sasaran layanan panti"),
                                    ("area", "Di luar wilayah kerja"),
                                    ("health", "Perlu rumah sakit lebih dahulu"),
                                    ("double", "Sudah dilaporkan sebelumnya"),
                                    ("unclear", "Keterangan kurang dan tidak dapat dihubungi"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="alasan tidak diterima",
                            ),
                        ),
                        ("reason_text", models.CharField(blank=True, max_length=500, verbose_name="keterangan")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "passed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "passed_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.shelter",
                                verbose_name="diteruskan dari",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="intake_requests",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                        (
                            "sweep",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="intake_request",
                                to="cases.sweep",
                                verbose_name="razia",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "permintaan penerimaan",
                        "verbose_name_plural": "permintaan penerimaan",
                        "ordering": ["-sent_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Journey",
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
                                    ("draft", "Konsep"),
                                    ("waiting", "Menunggu persetujuan kepala"),
                                    ("approved", "Siap berangkat"),
                                    ("underway", "Dalam perjalanan"),
                                    ("arrived", "Tiba, belum diterima"),
                                    ("received", "Diterima di tujuan"),
                                    ("failed", "Gagal"),
                                    ("closed", "Ditutup"),
                                    ("cancelled", "Dibatalkan"),
                                ],
                                default="draft",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "purpose",
                            models.TextField(
                                help_text="Mengapa klien pulang, dan kepada siapa.",
                                max_length=2000,
                                verbose_name="alasan dan tujuan pemulangan",
                            ),
                        ),
                        ("address", models.CharField(max_length=250, verbose_name="alamat tujuan")),
                        (
                            "consent",
                            models.CharField(
                                choices=[
                                    ("agreed", "Klien menyetujui"),
                                    ("guardian", "Disetujui wali atau keluarga"),
                                    ("unable", "Klien belum mampu menyatakan"),
                                    ("without", "Tanpa persetujuan: darurat atau kewajiban hukum"),
                                ],
                                max_length=10,
                                verbose_name="persetujuan",
                            ),
                        ),
                        (
                            "consent_note",
                            models.CharField(
                                blank=True,
                                help_text="Wajib bila bukan klien sendiri yang menyetujui: siapa walinya, atau mengapa tanpa persetujuan.",
                                max_length=300,
                                verbose_name="keterangan persetujuan",
                            ),
                        ),
                        (
                            "fitness",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Belum diperiksa"),
                                    ("fit", "Layak jalan"),
                                    ("with_care", "Layak jalan dengan syarat"),
                                    ("unfit", "Belum layak jalan"),
                                ],
                                max_length=10,
                                verbose_name="pemeriksaan kesehatan",
                            ),
                        ),
                        (
                            "fitness_by",
                            models.CharField(
                                blank=True, help_text="Nama dan jabatan.", max_length=150, verbose_name="diperiksa oleh"
                            ),
                        ),
                        ("fitness_on", models.DateField(blank=True, null=True, verbose_name="tanggal diperiksa")),
                        (
                            "fitness_note",
                            models.CharField(
                                blank=True,
                                help_text="Misalnya obat yang dibawa, pantangan, dan apa yang dilakukan bila kambuh.",
                                max_length=500,
                                verbose_name="catatan kesehatan untuk perjalanan",
                            ),
                        ),
                        (
                            "documents",
                            models.TextField(
                                blank=True,
                                help_text="Satu baris satu dokumen.",
                                max_length=1000,
                                verbose_name="dokumen yang dibawa",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("returned_at", models.DateTimeField(blank=True, null=True)),
                        ("return_note", models.CharField(blank=True, max_length=1000, verbose_name="catatan kepala")),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("issued_at", models.DateTimeField(blank=True, null=True)),
                        ("told", models.JSONField(blank=True, default=list, verbose_name="data untuk dinas")),
                        ("departed_on", models.DateField(blank=True, null=True, verbose_name="tanggal berangkat")),
                        ("departed_time", models.TimeField(blank=True, null=True, verbose_name="jam berangkat")),
                        ("departed_at", models.DateTimeField(blank=True, null=True)),
                        ("arrived_on", models.DateField(blank=True, null=True, verbose_name="tanggal tiba")),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="tanggal diterima")),
                        ("received_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "failure",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("returned", "Kembali ke panti"),
                                    ("left", "Pergi di perjalanan"),
                                    ("refused", "Ditolak di tujuan"),
                                    ("ill", "Dirawat di perjalanan"),
                                    ("died", "Meninggal dunia di perjalanan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="yang terjadi",
                            ),
                        ),
                        ("failed_on", models.DateField(blank=True, null=True, verbose_name="tanggal kejadian")),
                        ("failed_at", models.DateTimeField(blank=True, null=True)),
                        ("failure_note", models.TextField(blank=True, max_length=2000, verbose_name="penjelasan")),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=200, verbose_name="alasan pembatalan"),
                        ),
                        ("resumed_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("advance", models.PositiveIntegerField(default=0, verbose_name="uang muka (rupiah)")),
                        (
                            "advance_to",
                            models.CharField(blank=True, max_length=150, verbose_name="uang muka diterima oleh"),
                        ),
                        ("advance_on", models.DateField(blank=True, null=True, verbose_name="tanggal uang muka")),
                        (
                            "remainder",
                            models.PositiveIntegerField(default=0, verbose_name="sisa yang dikembalikan (rupiah)"),
                        ),
                        (
                            "remainder_on",
                            models.DateField(blank=True, null=True, verbose_name="tanggal sisa dikembalikan"),
                        ),
                        (
                            "balance_note",
                            models.CharField(blank=True, max_length=300, verbose_name="penjelasan selisih"),
                        ),
                        (
                            "approved_as",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.standin",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "cancelled_by",
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
                                verbose_name="dibuat oleh",
                            ),
                        ),
                        (
                            "departed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "failed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "issued_by",
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
                                related_name="journey_return",
                                to="cases.clientletter",
                                verbose_name="surat pengantar pemulangan",
                            ),
                        ),
                        (
                            "receiver",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.relative",
                                verbose_name="keluarga yang menerima",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.region",
                                verbose_name="wilayah tujuan",
                            ),
                        ),
                        (
                            "resumed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            ),
                        ),
                        (
                            "statement",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="journey_statement",
                                to="cases.clientletter",
                                verbose_name="surat pernyataan",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="journeys",
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
                            "travel_letter",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="journey_travel",
                                to="cases.clientletter",
                                verbose_name="surat jalan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pemulangan",
                        "verbose_name_plural": "pemulangan",
                        "ordering": ["-created_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="JourneyCost",
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
                                    ("ticket", "Tiket"),
                                    ("meals", "Uang makan"),
                                    ("pocket", "Uang saku"),
                                    ("hire", "Sewa kendaraan"),
                                    ("other", "Lain-lain"),
                                ],
                                max_length=10,
                                verbose_name="untuk",
                            ),
                        ),
                        ("amount", models.PositiveIntegerField(verbose_name="jumlah (rupiah)")),
                        ("paid_on", models.DateField(verbose_name="tanggal")),
                        (
                            "paid_to",
                            models.CharField(
                                help_text="Misalnya PO Safari, atau klien sendiri.",
                                max_length=150,
                                verbose_name="diterima oleh",
                            ),
                        ),
                        ("receipt_number", models.CharField(blank=True, max_length=60, verbose_name="nomor bukti")),
                        (
                            "no_receipt_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="tanpa bukti, karena"),
                        ),
                        ("recorded_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "journey",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="costs",
                                to="referrals.journey",
                                verbose_name="pemulangan",
                            ),
                        ),
                        (
                            "receipt",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="journey_costs",
                                to="cases.attachment",
                                verbose_name="bukti",
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
                    ],
                    options={
                        "verbose_name": "biaya pemulangan",
                        "verbose_name_plural": "biaya pemulangan",
                        "ordering": ["paid_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="JourneyLeg",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        (
                            "place",
                            models.CharField(
                                help_text="Misalnya Terminal Tirtonadi atau kantor dinas.",
                                max_length=200,
                                verbose_name="tempat serah terima",
                            ),
                        ),
                        (
                            "contact_name",
                            models.CharField(blank=True, max_length=150, verbose_name="narahubung di sana"),
                        ),
                        (
                            "contact_phone",
                            models.CharField(
                                blank=True,
                                max_length=50,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[0-9][0-9 ()./-]{4,}$", "Tulis nomor dengan angka, misalnya 0293-491-119."
                                    )
                                ],
                                verbose_name="telepon narahubung",
                            ),
                        ),
                        ("leaves_on", models.DateField(verbose_name="tanggal berangkat")),
                        ("leaves_at", models.TimeField(blank=True, null=True, verbose_name="jam berangkat")),
                        ("arrives_on", models.DateField(verbose_name="perkiraan tanggal tiba")),
                        ("arrives_at", models.TimeField(blank=True, null=True, verbose_name="perkiraan jam tiba")),
                        (
                            "vehicle",
                            models.CharField(
                                choices=[
                                    ("bus", "Bus"),
                                    ("train", "Kereta api"),
                                    ("ship", "Kapal"),
                                    ("plane", "Pesawat"),
                                    ("travel", "Travel atau mobil sewa"),
                                    ("office", "Kendaraan dinas"),
                                    ("ambulance", "Ambulans"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="kendaraan",
                            ),
                        ),
                        (
                            "operator",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="nama perusahaan atau nomor kendaraan"
                            ),
                        ),
                        ("ticket", models.CharField(blank=True, max_length=60, verbose_name="nomor tiket")),
                        ("escort_name", models.CharField(blank=True, max_length=150, verbose_name="pendamping")),
                        (
                            "escort_position",
                            models.CharField(blank=True, max_length=150, verbose_name="jabatan pendamping"),
                        ),
                        (
                            "escort_phone",
                            models.CharField(
                                blank=True,
                                max_length=50,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[0-9][0-9 ()./-]{4,}$", "Tulis nomor dengan angka, misalnya 0293-491-119."
                                    )
                                ],
                                verbose_name="telepon pendamping",
                            ),
                        ),
                        (
                            "unescorted_reason",
                            models.CharField(
                                blank=True,
                                help_text="Untuk anak dan klien yang dijaga hanya dengan persetujuan kepala panti.",
                                max_length=300,
                                verbose_name="tanpa pendamping, karena",
                            ),
                        ),
                        ("cost_planned", models.PositiveIntegerField(default=0, verbose_name="rencana biaya (rupiah)")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("waiting", "Belum ada kabar"),
                                    ("arrived", "Sudah tiba"),
                                    ("forwarded", "Sudah diteruskan"),
                                    ("missing", "Tidak datang"),
                                    ("passed", "Dilewati tanpa kabar"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("waiting_since", models.DateTimeField(blank=True, null=True)),
                        ("reminded_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="tanggal kabar")),
                        ("answered_time", models.TimeField(blank=True, null=True, verbose_name="jam kabar")),
                        (
                            "answered_by_name",
                            models.CharField(blank=True, max_length=150, verbose_name="dikabarkan oleh"),
                        ),
                        (
                            "answered_by_position",
                            models.CharField(blank=True, max_length=150, verbose_name="jabatan yang mengabarkan"),
                        ),
                        (
                            "answered_channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("link", "Tautan"),
                                    ("phone", "Telepon"),
                                    ("letter", "Surat"),
                                    ("inside", "Dalam sistem"),
                                ],
                                max_length=10,
                                verbose_name="dikabarkan lewat",
                            ),
                        ),
                        (
                            "journey",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="legs",
                                to="referrals.journey",
                                verbose_name="pemulangan",
                            ),
                        ),
                        (
                            "link",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="journey",
                                to="referrals.doorlink",
                                verbose_name="tautan",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.region",
                                verbose_name="wilayah tujuan ruas ini",
                            ),
                        ),
                        (
                            "reminded_by",
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
                        "verbose_name": "ruas perjalanan",
                        "verbose_name_plural": "ruas perjalanan",
                        "ordering": ["journey", "position"],
                    },
                ),
                migrations.CreateModel(
                    name="JourneyNews",
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
                                    ("arrived", "Sudah tiba di sini"),
                                    ("forwarded", "Sudah diteruskan"),
                                    ("missing", "Tidak datang"),
                                    ("message", "Pesan"),
                                ],
                                max_length=10,
                                verbose_name="kabar",
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="nama")),
                        ("position", models.CharField(blank=True, max_length=150, verbose_name="jabatan")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("link", "Tautan"),
                                    ("phone", "Telepon"),
                                    ("letter", "Surat"),
                                    ("inside", "Dalam sistem"),
                                ],
                                max_length=10,
                                verbose_name="lewat",
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="dicatat")),
                        ("said_on", models.DateField(verbose_name="tanggal")),
                        ("said_time", models.TimeField(blank=True, null=True, verbose_name="jam")),
                        ("condition", models.CharField(blank=True, max_length=300, verbose_name="keadaan klien")),
                        ("text", models.TextField(blank=True, max_length=2000, verbose_name="catatan")),
                        ("counts", models.BooleanField(default=True)),
                        ("differs", models.BooleanField(default=False, verbose_name="berbeda dari kabar yang berlaku")),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "leg",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="news",
                                to="referrals.journeyleg",
                                verbose_name="ruas",
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
                            "typed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kabar perjalanan",
                        "verbose_name_plural": "kabar perjalanan",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="JourneyPayer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("slug", models.SlugField(max_length=60, unique=True, verbose_name="kode")),
                        ("name", models.CharField(max_length=120, verbose_name="nama")),
                        ("also_known_as", models.JSONField(blank=True, default=list, verbose_name="sebutan lain")),
                        ("position", models.PositiveSmallIntegerField(default=500, verbose_name="urutan")),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="sumber")),
                        ("retired_on", models.DateField(blank=True, null=True, verbose_name="tidak dipakai sejak")),
                        (
                            "maps_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="local_entries",
                                to="referrals.journeypayer",
                                verbose_name="termasuk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sumber biaya pemulangan",
                        "verbose_name_plural": "sumber biaya pemulangan",
                        "ordering": ["position", "name"],
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="journey",
                    name="payer",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="referrals.journeypayer",
                        verbose_name="dibiayai oleh",
                    ),
                ),
                migrations.CreateModel(
                    name="LinkOpening",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="waktu")),
                        ("device", models.CharField(max_length=60, verbose_name="perangkat")),
                        ("decided", models.CharField(blank=True, max_length=100, verbose_name="yang dilakukan")),
                        (
                            "link",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="openings",
                                to="referrals.doorlink",
                                verbose_name="tautan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pembukaan tautan",
                        "verbose_name_plural": "pembukaan tautan",
                        "ordering": ["-at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Partner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="nama mitra")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("mental_hospital", "Rumah Sakit Jiwa (RSJ)"),
                                    ("hospital", "Rumah sakit (RSUD/RS)"),
                                    ("health_centre", "Puskesmas"),
                                    ("panti", "Panti sosial"),
                                    ("balai", "Balai"),
                                    ("sentra", "Sentra Kemensos"),
                                    ("lks", "Lembaga Kesejahteraan Sosial (LKS)"),
                                    ("wksbm", "WKSBM"),
                                    ("origin_office", "Dinas Sosial daerah asal"),
                                    ("civil_registry", "Dukcapil"),
                                    ("public_order", "Satpol PP"),
                                    ("police", "Polsek"),
                                    ("singgah", "Rumah singgah"),
                                    ("labour", "Dinas tenaga kerja atau BLK"),
                                    ("enterprise", "Dinas koperasi dan usaha"),
                                    ("bank", "Bank"),
                                    ("community", "Komunitas atau relawan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=20,
                                verbose_name="jenis",
                            ),
                        ),
                        ("address", models.CharField(blank=True, max_length=250, verbose_name="alamat")),
                        (
                            "city",
                            models.CharField(
                                blank=True,
                                help_text="Dicetak di surat: “di …”.",
                                max_length=80,
                                verbose_name="kabupaten/kota",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                max_length=50,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[0-9][0-9 ()./-]{4,}$", "Tulis nomor dengan angka, misalnya 0293-491-119."
                                    )
                                ],
                                verbose_name="telepon",
                            ),
                        ),
                        (
                            "whatsapp",
                            models.CharField(
                                blank=True,
                                max_length=30,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[0-9][0-9 ()./-]{4,}$", "Tulis nomor dengan angka, misalnya 0293-491-119."
                                    )
                                ],
                                verbose_name="WhatsApp",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        ("contact_name", models.CharField(blank=True, max_length=150, verbose_name="nama narahubung")),
                        (
                            "contact_position",
                            models.CharField(
                                blank=True,
                                help_text="Misalnya Direktur. Dicetak di surat: “Yth. …”.",
                                max_length=100,
                                verbose_name="jabatan yang disurati",
                            ),
                        ),
                        ("services", models.TextField(blank=True, verbose_name="layanan yang diberikan")),
                        (
                            "requirements",
                            models.TextField(
                                blank=True,
                                help_text="Berkas, usia, jam terima, rujukan BPJS.",
                                verbose_name="syarat penerimaan",
                            ),
                        ),
                        (
                            "map_url",
                            models.URLField(
                                blank=True,
                                default="",
                                help_text="Salin dari aplikasi peta, diawali https://.",
                                max_length=300,
                                validators=[
                                    django.core.validators.URLValidator(
                                        ["https"], message="Tulis alamat peta lengkap yang diawali https://."
                                    )
                                ],
                                verbose_name="alamat peta",
                            ),
                        ),
                        ("always_open", models.BooleanField(default=False, verbose_name="buka 24 jam setiap hari")),
                        (
                            "hours_note",
                            models.CharField(
                                blank=True,
                                default="",
                                help_text="Misalnya tutup saat libur nasional.",
                                max_length=200,
                                verbose_name="catatan jam buka",
                            ),
                        ),
                        ("retired_on", models.DateField(blank=True, null=True, verbose_name="tidak dipakai sejak")),
                        (
                            "retire_note",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=500,
                                verbose_name="alasan dan nasib rujukan yang berjalan",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "basic_services",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Dipakai untuk mencari mitra yang cocok dengan kebutuhan klien.",
                                related_name="partners",
                                to="cases.basicservice",
                                verbose_name="layanan dasar yang diberikan",
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
                                verbose_name="dihentikan oleh",
                            ),
                        ),
                        (
                            "shelter",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="as_partner",
                                to="cases.shelter",
                                verbose_name="panti di sistem ini",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mitra",
                        "verbose_name_plural": "mitra",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="OpeningHours",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "weekday",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Senin"),
                                    (1, "Selasa"),
                                    (2, "Rabu"),
                                    (3, "Kamis"),
                                    (4, "Jumat"),
                                    (5, "Sabtu"),
                                    (6, "Minggu"),
                                ],
                                verbose_name="hari",
                            ),
                        ),
                        ("opens", models.TimeField(verbose_name="buka")),
                        ("closes", models.TimeField(verbose_name="tutup")),
                        (
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hours",
                                to="referrals.partner",
                                verbose_name="mitra",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jam buka mitra",
                        "verbose_name_plural": "jam buka mitra",
                        "ordering": ["weekday"],
                    },
                ),
                migrations.AddField(
                    model_name="journeyleg",
                    name="office",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journey_legs",
                        to="referrals.partner",
                        verbose_name="yang mengambil alih",
                    ),
                ),
                migrations.AddField(
                    model_name="journey",
                    name="office",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journeys",
                        to="referrals.partner",
                        verbose_name="dinas penerima",
                    ),
                ),
                migrations.CreateModel(
                    name="Criteria",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Belum diketahui"),
                                    ("all", "Laki-laki dan perempuan"),
                                    ("L", "Hanya laki-laki"),
                                    ("P", "Hanya perempuan"),
                                ],
                                max_length=3,
                                verbose_name="jenis kelamin",
                            ),
                        ),
                        (
                            "age_from",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Tahun. Semua usia: 0 sampai 130. Kosongkan bila belum diketahui.",
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
                        (
                            "all_categories",
                            models.BooleanField(default=False, verbose_name="menerima semua kategori PPKS"),
                        ),
                        (
                            "accepted",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("mental", "Gangguan jiwa"),
                                        ("dementia", "Demensia atau pikun"),
                                        ("bedridden", "Tirah baring, tidak dapat berjalan"),
                                        ("physical", "Disabilitas fisik"),
                                        ("sensory", "Disabilitas sensorik (netra, rungu, wicara)"),
                                        ("infectious", "Penyakit menular (misalnya TBC)"),
                                        ("hiv", "HIV/AIDS"),
                                        ("drugs", "Penyalahgunaan NAPZA"),
                                        ("pregnant", "Hamil atau baru melahirkan"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="kondisi kesehatan yang diterima",
                            ),
                        ),
                        (
                            "refused",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("mental", "Gangguan jiwa"),
                                        ("dementia", "Demensia atau pikun"),
                                        ("bedridden", "Tirah baring, tidak dapat berjalan"),
                                        ("physical", "Disabilitas fisik"),
                                        ("sensory", "Disabilitas sensorik (netra, rungu, wicara)"),
                                        ("infectious", "Penyakit menular (misalnya TBC)"),
                                        ("hiv", "HIV/AIDS"),
                                        ("drugs", "Penyalahgunaan NAPZA"),
                                        ("pregnant", "Hamil atau baru melahirkan"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="kondisi kesehatan yang tidak diterima",
                            ),
                        ),
                        (
                            "all_regions",
                            models.BooleanField(default=False, verbose_name="melayani warga dari semua daerah"),
                        ),
                        (
                            "documents",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("ktp", "KTP-el"),
                                        ("kk", "Kartu keluarga"),
                                        ("health", "KIS atau BPJS Kesehatan"),
                                        ("birth", "Akta kelahiran"),
                                        ("domicile", "Surat keterangan domisili"),
                                        ("neglect", "Surat keterangan orang terlantar"),
                                        ("poverty", "SKTM"),
                                        ("health_letter", "Surat kesehatan atau rekam medis"),
                                        ("assessment", "Hasil asesmen yang disetujui"),
                                        ("family", "Bukti hubungan keluarga"),
                                    ],
                                    max_length=15,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="berkas yang diminta",
                            ),
                        ),
                        ("quota", models.PositiveIntegerField(blank=True, null=True, verbose_name="daya tampung")),
                        (
                            "free_places",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="tempat kosong"),
                        ),
                        ("free_on", models.DateField(blank=True, null=True, verbose_name="menurut keterangan tanggal")),
                        ("free_said_by", models.CharField(blank=True, max_length=150, verbose_name="keterangan dari")),
                        (
                            "categories",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Tanpa pilihan: belum diketahui.",
                                related_name="+",
                                to="cases.category",
                                verbose_name="kategori PPKS yang diterima",
                            ),
                        ),
                        (
                            "free_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "regions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Provinsi, kabupaten/kota, atau kecamatan. Tanpa pilihan: belum diketahui.",
                                related_name="+",
                                to="cases.region",
                                verbose_name="daerah asal klien yang dilayani",
                            ),
                        ),
                        (
                            "partner",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="criteria",
                                to="referrals.partner",
                                verbose_name="mitra",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kriteria mitra",
                        "verbose_name_plural": "kriteria mitra",
                    },
                ),
                migrations.AddField(
                    model_name="communitygroup",
                    name="partner",
                    field=models.OneToOneField(
                        error_messages={"unique": "Mitra ini sudah menjadi kelompok pelapor."},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="community_group",
                        to="referrals.partner",
                        verbose_name="mitra",
                    ),
                ),
                migrations.CreateModel(
                    name="PartnerAgreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.CharField(max_length=100, verbose_name="nomor MoU atau perjanjian")),
                        ("subject", models.CharField(blank=True, max_length=200, verbose_name="tentang")),
                        ("starts_on", models.DateField(verbose_name="berlaku sejak")),
                        (
                            "ends_on",
                            models.DateField(
                                blank=True,
                                help_text="Kosongkan bila tidak dibatasi waktu.",
                                null=True,
                                verbose_name="berlaku sampai",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
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
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="referrals.partner",
                                verbose_name="mitra",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perjanjian mitra",
                        "verbose_name_plural": "perjanjian mitra",
                        "ordering": ["-starts_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerContact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "task",
                            models.CharField(
                                choices=[
                                    ("referral", "Rujukan"),
                                    ("papers", "Dokumen"),
                                    ("transport", "Pengantaran"),
                                    ("emergency", "Darurat"),
                                    ("other", "Lainnya"),
                                ],
                                default="referral",
                                max_length=10,
                                verbose_name="untuk urusan",
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="nama")),
                        ("function", models.CharField(blank=True, max_length=100, verbose_name="jabatan atau bagian")),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                max_length=50,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[0-9][0-9 ()./-]{4,}$", "Tulis nomor dengan angka, misalnya 0293-491-119."
                                    )
                                ],
                                verbose_name="telepon",
                            ),
                        ),
                        (
                            "whatsapp",
                            models.CharField(
                                blank=True,
                                max_length=30,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[0-9][0-9 ()./-]{4,}$", "Tulis nomor dengan angka, misalnya 0293-491-119."
                                    )
                                ],
                                verbose_name="WhatsApp",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        (
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="referrals.partner",
                                verbose_name="mitra",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "narahubung mitra",
                        "verbose_name_plural": "narahubung mitra",
                        "ordering": ["task", "name"],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        (
                            "text",
                            models.TextField(
                                help_text="Dibaca semua panti. Jangan menulis nama, nomor, atau ciri klien.",
                                max_length=1000,
                                verbose_name="pengalaman",
                            ),
                        ),
                        ("written_at", models.DateTimeField(auto_now_add=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="referrals.partner",
                                verbose_name="mitra",
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
                        "verbose_name": "catatan pengalaman",
                        "verbose_name_plural": "catatan pengalaman",
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Referral",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("batch", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Konsep"),
                                    ("waiting", "Menunggu persetujuan kepala"),
                                    ("sent", "Menunggu jawaban"),
                                    ("seen", "Dibuka mitra"),
                                    ("question", "Mitra bertanya"),
                                    ("accepted", "Diterima mitra"),
                                    ("postponed", "Ditunda mitra"),
                                    ("declined", "Ditolak mitra"),
                                    ("handed_over", "Diserahterimakan"),
                                    ("arrived", "Sudah tiba"),
                                    ("completed", "Hasil diterima"),
                                    ("closed", "Ditutup"),
                                    ("withdrawn", "Dibatalkan"),
                                    ("expired", "Lewat waktu"),
                                ],
                                default="draft",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "purpose",
                            models.TextField(
                                help_text="Mengapa klien dirujuk dan apa yang diharapkan.",
                                max_length=3000,
                                verbose_name="alasan dan tujuan rujukan",
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(
                                blank=True,
                                help_text="Hanya yang perlu diketahui mitra untuk menolong klien. Dicetak di surat bila dibagikan.",
                                max_length=5000,
                                verbose_name="ringkasan asesmen untuk mitra",
                            ),
                        ),
                        (
                            "urgency",
                            models.CharField(
                                choices=[("normal", "Biasa"), ("soon", "Segera"), ("emergency", "Darurat")],
                                default="normal",
                                max_length=10,
                                verbose_name="sifat",
                            ),
                        ),
                        ("wished_on", models.DateField(blank=True, null=True, verbose_name="diharapkan paling lambat")),
                        (
                            "consent",
                            models.CharField(
                                choices=[
                                    ("agreed", "Klien menyetujui"),
                                    ("guardian", "Disetujui wali atau keluarga"),
                                    ("unable", "Klien belum mampu menyatakan"),
                                    ("without", "Tanpa persetujuan: darurat atau kewajiban hukum"),
                                ],
                                max_length=10,
                                verbose_name="persetujuan",
                            ),
                        ),
                        (
                            "consent_note",
                            models.CharField(
                                blank=True,
                                help_text="Wajib bila bukan klien sendiri yang menyetujui: siapa walinya, atau mengapa tanpa persetujuan.",
                                max_length=300,
                                verbose_name="keterangan persetujuan",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("returned_at", models.DateTimeField(blank=True, null=True)),
                        ("return_note", models.CharField(blank=True, max_length=1000, verbose_name="catatan kepala")),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("waiting_since", models.DateTimeField(blank=True, null=True)),
                        ("reminded_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="tanggal jawaban")),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_by_name", models.CharField(blank=True, max_length=150, verbose_name="dijawab oleh")),
                        (
                            "answered_by_position",
                            models.CharField(blank=True, max_length=150, verbose_name="jabatan yang menjawab"),
                        ),
                        (
                            "answered_channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("link", "Tautan"),
                                    ("phone", "Telepon"),
                                    ("letter", "Surat"),
                                    ("inside", "Dalam sistem"),
                                ],
                                max_length=10,
                                verbose_name="dijawab lewat",
                            ),
                        ),
                        ("answer_note", models.TextField(blank=True, max_length=3000, verbose_name="catatan jawaban")),
                        (
                            "decline_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "Kuota penuh"),
                                    ("criteria", "Tidak sesuai kriteria"),
                                    ("refused", "Klien menolak"),
                                    ("papers", "Dokumen kurang"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="alasan ditolak",
                            ),
                        ),
                        ("postponed_until", models.DateField(blank=True, null=True, verbose_name="ditunda sampai")),
                        (
                            "arranged_on",
                            models.DateField(blank=True, null=True, verbose_name="tanggal mengantar klien"),
                        ),
                        ("conditions", models.TextField(blank=True, max_length=2000, verbose_name="syarat dari mitra")),
                        (
                            "handed_over_on",
                            models.DateField(blank=True, null=True, verbose_name="tanggal serah terima"),
                        ),
                        ("handed_over_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "received_by_name",
                            models.CharField(blank=True, max_length=200, verbose_name="diterima oleh"),
                        ),
                        ("arrived_on", models.DateField(blank=True, null=True, verbose_name="tanggal tiba")),
                        ("arrived_at", models.DateTimeField(blank=True, null=True)),
                        ("completed_at", models.DateTimeField(blank=True, null=True)),
                        ("result", models.TextField(blank=True, max_length=3000, verbose_name="hasil rujukan")),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("resumed_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "withdraw_reason",
                            models.CharField(blank=True, max_length=200, verbose_name="alasan pembatalan"),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "answer_recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "approved_as",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.standin",
                            ),
                        ),
                        (
                            "approved_by",
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
                            "completed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "consent_paper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals",
                                to="assessments.consent",
                                verbose_name="lembar persetujuan",
                            ),
                        ),
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
                            "handed_over_by",
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
                                related_name="referral",
                                to="cases.letter",
                                verbose_name="surat",
                            ),
                        ),
                        (
                            "link",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referral",
                                to="referrals.doorlink",
                                verbose_name="tautan",
                            ),
                        ),
                        (
                            "needs",
                            models.ManyToManyField(
                                blank=True, related_name="referrals", to="cases.need", verbose_name="kebutuhan"
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals",
                                to="referrals.partner",
                                verbose_name="mitra tujuan",
                            ),
                        ),
                        (
                            "reminded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "resumed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            ),
                        ),
                        (
                            "sent_by",
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
                                related_name="referrals",
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
                            "task",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referral",
                                to="cases.task",
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
                        "verbose_name": "rujukan",
                        "verbose_name_plural": "rujukan",
                        "ordering": ["-created_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerMail",
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
                                choices=[("reminder", "Pengingat"), ("noted", "Jawaban yang dicatat")],
                                max_length=10,
                                verbose_name="jenis surel",
                            ),
                        ),
                        ("step", models.DateTimeField(verbose_name="langkah sejak")),
                        ("on", models.DateField(verbose_name="hari")),
                        ("to", models.EmailField(max_length=254, verbose_name="kepada")),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="terkirim")),
                        ("failed_at", models.DateTimeField(blank=True, null=True, verbose_name="gagal")),
                        ("failure", models.CharField(blank=True, max_length=100, verbose_name="sebab gagal")),
                        (
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mails",
                                to="referrals.referral",
                                verbose_name="rujukan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "surel kepada mitra",
                        "verbose_name_plural": "surel kepada mitra",
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=150, verbose_name="judul")),
                        ("name", models.CharField(max_length=150, verbose_name="nama pengirim")),
                        ("position", models.CharField(blank=True, max_length=150, verbose_name="jabatan")),
                        ("file", models.FileField(upload_to="mitra/", verbose_name="berkas")),
                        ("content_type", models.CharField(max_length=100, verbose_name="bentuk")),
                        ("size", models.PositiveIntegerField(verbose_name="ukuran")),
                        ("sha256", models.CharField(max_length=64)),
                        ("received_at", models.DateTimeField(auto_now_add=True, verbose_name="diterima")),
                        (
                            "kept",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="from_partner",
                                to="cases.attachment",
                                verbose_name="berkas klien",
                            ),
                        ),
                        (
                            "leg",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="partner_files",
                                to="referrals.journeyleg",
                                verbose_name="ruas perjalanan",
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="partner_files",
                                to="referrals.referral",
                                verbose_name="rujukan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "berkas dari mitra",
                        "verbose_name_plural": "berkas dari mitra",
                        "ordering": ["received_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ReferralAnswer",
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
                                    ("question", "Pertanyaan"),
                                    ("reply", "Balasan panti"),
                                    ("message", "Pesan"),
                                    ("accepted", "Diterima"),
                                    ("postponed", "Ditunda"),
                                    ("declined", "Tidak dapat diterima"),
                                    ("arrived", "Klien sudah datang"),
                                    ("not_arrived", "Klien tidak datang"),
                                    ("result", "Hasil"),
                                ],
                                max_length=12,
                                verbose_name="jawaban",
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="nama")),
                        ("position", models.CharField(blank=True, max_length=150, verbose_name="jabatan")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("link", "Tautan"),
                                    ("phone", "Telepon"),
                                    ("letter", "Surat"),
                                    ("inside", "Dalam sistem"),
                                ],
                                max_length=10,
                                verbose_name="lewat",
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="dicatat")),
                        ("said_on", models.DateField(verbose_name="tanggal disampaikan")),
                        ("said_time", models.TimeField(blank=True, null=True, verbose_name="jam disampaikan")),
                        ("text", models.TextField(blank=True, max_length=3000, verbose_name="isi")),
                        ("day", models.DateField(blank=True, null=True, verbose_name="tanggal yang disebut")),
                        ("conditions", models.TextField(blank=True, max_length=2000, verbose_name="syarat")),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "Kuota penuh"),
                                    ("criteria", "Tidak sesuai kriteria"),
                                    ("refused", "Klien menolak"),
                                    ("papers", "Dokumen kurang"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="alasan ditolak",
                            ),
                        ),
                        ("counts", models.BooleanField(default=True)),
                        (
                            "differs",
                            models.BooleanField(default=False, verbose_name="berbeda dari jawaban yang berlaku"),
                        ),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="referrals.referral",
                                verbose_name="rujukan",
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
                            "typed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jawaban rujukan",
                        "verbose_name_plural": "jawaban rujukan",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ReferralShare",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "piece",
                            models.CharField(
                                choices=[
                                    ("identity", "Identitas (nama, NIK, tanggal lahir)"),
                                    ("contact", "Alamat asal dan nomor telepon"),
                                    ("category", "Kategori PPKS dan tanggal masuk"),
                                    ("assessment_summary", "Ringkasan asesmen"),
                                    ("needs", "Kebutuhan layanan"),
                                    ("photo", "Foto"),
                                    ("health_letter", "Surat kesehatan"),
                                    ("attachment", "Berkas"),
                                ],
                                max_length=20,
                                verbose_name="bagian",
                            ),
                        ),
                        ("sensitive", models.BooleanField(default=True, verbose_name="hanya dengan kode")),
                        ("facts", models.JSONField(blank=True, default=list, verbose_name="data")),
                        ("text", models.TextField(blank=True, verbose_name="isi")),
                        ("file", models.FileField(blank=True, upload_to="rujukan/", verbose_name="foto")),
                        (
                            "attachment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.attachment",
                                verbose_name="berkas",
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shares",
                                to="referrals.referral",
                                verbose_name="rujukan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bagian yang dibagikan",
                        "verbose_name_plural": "bagian yang dibagikan",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="RequestMessage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="waktu")),
                        ("name", models.CharField(max_length=150, verbose_name="oleh")),
                        ("text", models.TextField(max_length=1000, verbose_name="pesan")),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="messages",
                                to="referrals.intakerequest",
                                verbose_name="permintaan",
                            ),
                        ),
                        (
                            "typed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditulis oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pesan permintaan",
                        "verbose_name_plural": "pesan permintaan",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="RequestPerson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("serial", models.PositiveSmallIntegerField(verbose_name="nomor urut")),
                        ("mark", models.CharField(blank=True, max_length=200, verbose_name="ciri-ciri")),
                        ("name", models.CharField(blank=True, max_length=200, verbose_name="nama")),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("L", "Laki-laki"), ("P", "Perempuan"), ("", "Tidak diketahui")],
                                max_length=1,
                                verbose_name="jenis kelamin",
                            ),
                        ),
                        (
                            "estimated_age",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MaxValueValidator(
                                        130, "Perkiraan usia antara 0 dan 130 tahun."
                                    )
                                ],
                                verbose_name="perkiraan usia",
                            ),
                        ),
                        ("condition", models.CharField(blank=True, max_length=140, verbose_name="kondisi")),
                        ("needs", models.CharField(blank=True, max_length=140, verbose_name="kebutuhan mendesak")),
                        (
                            "close_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_come", "Tidak datang"),
                                    ("not_found", "Tidak ditemukan di tempatnya"),
                                    ("on_the_spot", "Sudah ditolong di tempat"),
                                    ("elsewhere", "Ditangani pihak lain"),
                                ],
                                max_length=12,
                                verbose_name="selesai karena",
                            ),
                        ),
                        ("close_note", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
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
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="referrals.intakerequest",
                                verbose_name="permintaan",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requested_as",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                        (
                            "sweep_person",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requested_as",
                                to="cases.sweepperson",
                                verbose_name="baris razia",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "orang dalam permintaan",
                        "verbose_name_plural": "orang dalam permintaan",
                        "ordering": ["serial"],
                    },
                ),
                migrations.CreateModel(
                    name="SenderOffice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
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
                            "link",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sender",
                                to="referrals.doorlink",
                                verbose_name="tautan",
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sender_offices",
                                to="referrals.partner",
                                verbose_name="mitra",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sender_offices",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kantor pengirim",
                        "verbose_name_plural": "kantor pengirim",
                        "ordering": ["partner__name", "pk"],
                    },
                ),
                migrations.AddField(
                    model_name="intakerequest",
                    name="office",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="referrals.senderoffice",
                        verbose_name="kantor pengirim",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="communityreport",
                    constraint=models.UniqueConstraint(
                        fields=("group", "year", "half", "revision"), name="community_report_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="communityreport",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("sent_at", None)),
                        fields=("group", "year", "half"),
                        name="community_report_one_draft",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="communityreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("half__in", [1, 2])), name="community_report_half"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="communityreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revision", 0), ("why", "")),
                            models.Q(("revision__gt", 0), models.Q(("why", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="community_report_correction_says_why",
                        violation_error_message="Tulis apa yang diperbaiki dan mengapa.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="communityreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at", None), ("sent_by", "")),
                            models.Q(("sent_at__isnull", False), models.Q(("sent_by", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="community_report_sent_by_somebody",
                        violation_error_message="Isi nama pengirim laporan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="communityfigure",
                    constraint=models.UniqueConstraint(
                        fields=("report", "category", "help"), name="community_figure_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="communityfigure",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("persons__gte", 1), ("persons__lte", 100000)),
                        name="community_figure_counts",
                        violation_error_message="Jumlah orang antara 1 dan 100.000.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="doorlink",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("replaced_by", None), ("revoked_at", None), ("revoked_by", None)),
                            models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="door_link_revoked_by_someone",
                        violation_error_message="Tautan yang dimatikan mencatat siapa yang mematikannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="doorlink",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code_expires_at", None), ("code_hash", "")),
                            models.Q(models.Q(("code_hash", ""), _negated=True), ("code_expires_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="door_link_code_has_end",
                        violation_error_message="Kode sekali pakai mempunyai batas waktu.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeycost",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="journey_cost_positive",
                        violation_error_message="Isi jumlahnya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeycost",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("receipt", None), ("no_receipt_reason", ""), _connector="OR"),
                        name="journey_cost_receipt_or_reason",
                        violation_error_message="Biaya yang berbukti tidak memerlukan alasan tanpa bukti.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeynews",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("channel", "link"), ("typed_by", None)),
                            models.Q(models.Q(("channel", "link"), _negated=True), ("typed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="journey_news_typed_by_somebody",
                        violation_error_message="Kabar yang bukan lewat tautan memerlukan nama petugas yang mencatat.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeynews",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("differs", False), ("counts", False), _connector="OR"),
                        name="journey_news_differs_only_late",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeynews",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("settled_by", None)),
                            models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="journey_news_settled_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeypayer",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="journey_payer_name_once",
                        violation_error_message="Nama itu sudah ada dalam daftar.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partner",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="partner_name_once",
                        violation_error_message="Mitra dengan nama itu sudah ada dalam daftar.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partner",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("retired_on__isnull", False),
                            models.Q(("retire_note", ""), ("retired_by", None)),
                            _connector="OR",
                        ),
                        name="partner_retired_with_date",
                        violation_error_message="Tulis sejak kapan mitra tidak dipakai.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="openinghours",
                    constraint=models.UniqueConstraint(
                        fields=("partner", "weekday"),
                        name="opening_hours_once_a_day",
                        violation_error_message="Jam buka hari itu sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="openinghours",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("closes__gt", models.F("opens"))),
                        name="opening_hours_in_order",
                        violation_error_message="Jam tutup harus sesudah jam buka.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeyleg",
                    constraint=models.UniqueConstraint(
                        fields=("journey", "position"),
                        name="journey_leg_position_once",
                        violation_error_message="Ruas dengan urutan itu sudah ada. Muat ulang halaman ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeyleg",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("arrives_on__gte", models.F("leaves_on"))),
                        name="journey_leg_arrives_after_leaving",
                        violation_error_message="Perkiraan tiba tidak boleh sebelum berangkat.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeyleg",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("escort_name", ""), _negated=True),
                                models.Q(("escort_phone", ""), _negated=True),
                                ("unescorted_reason", ""),
                            ),
                            models.Q(
                                ("escort_name", ""),
                                ("escort_phone", ""),
                                ("escort_position", ""),
                                models.Q(("unescorted_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="journey_leg_escorted_or_why_not",
                        violation_error_message="Isi nama dan telepon pendamping, atau alasan tanpa pendamping.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeyleg",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at", None),
                                ("answered_by_name", ""),
                                ("answered_channel", ""),
                                ("answered_on", None),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_on__isnull", False),
                                models.Q(("answered_by_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="journey_leg_answered_by_somebody",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeyleg",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("status__in", ["waiting", "passed"])),
                            models.Q(
                                models.Q(("status__in", ["waiting", "passed"]), _negated=True),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="journey_leg_status_fits_answer",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journeyleg",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reminded_at", None), ("reminded_by", None)),
                            models.Q(("reminded_at__isnull", False), ("reminded_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="journey_leg_reminded_at_and_by",
                    ),
                ),
                migrations.AddIndex(
                    model_name="journey",
                    index=models.Index(fields=["status", "-created_at"], name="journey_status_created"),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status__in", ["draft", "waiting", "approved", "underway", "arrived"])),
                        fields=("stay",),
                        name="journey_open_once_per_stay",
                        violation_error_message="Pemulangan klien ini sudah direncanakan. Buka yang sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("receiver__isnull", False), ("office__isnull", False), _connector="OR"),
                        name="journey_leads_to_somebody",
                        violation_error_message="Pilih siapa yang menerima di tujuan: keluarga, dinas, atau keduanya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("consent", "agreed"),
                            models.Q(
                                ("consent__in", ["guardian", "unable", "without"]),
                                models.Q(("consent_note", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="journey_consent_explained",
                        violation_error_message="Jelaskan siapa yang menyetujui, atau mengapa klien belum mampu menyatakan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("fitness__in", ["", "fit"]), models.Q(("fitness_note", ""), _negated=True), _connector="OR"
                        ),
                        name="journey_fitness_explained",
                        violation_error_message="Jelaskan syarat perjalanan, atau mengapa klien belum layak jalan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issued_at", None),
                                ("issued_by", None),
                                ("letter", None),
                                ("statement", None),
                                ("travel_letter", None),
                            ),
                            models.Q(
                                ("issued_at__isnull", False),
                                ("issued_by__isnull", False),
                                ("letter__isnull", False),
                                ("statement__isnull", False),
                                ("travel_letter__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="journey_issued_with_letters",
                        violation_error_message="Pemulangan yang siap berangkat memerlukan surat-suratnya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("issued_at", None), ("status__in", ["draft", "waiting"])),
                            models.Q(
                                ("issued_at__isnull", False),
                                ("status__in", ["approved", "underway", "arrived", "received", "failed", "closed"]),
                            ),
                            ("status", "cancelled"),
                            _connector="OR",
                        ),
                        name="journey_issued_fits_status",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "waiting"), _negated=True),
                            ("submitted_at__isnull", False),
                            _connector="OR",
                        ),
                        name="journey_waiting_was_submitted",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by", None),
                            ("submitted_by", None),
                            models.Q(("approved_by", models.F("submitted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="journey_approved_by_another",
                        violation_error_message="Pemulangan disetujui oleh orang lain, bukan oleh yang mengajukannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("departed_at__isnull", False),
                                ("departed_by__isnull", False),
                                ("departed_on__isnull", False),
                                ("status__in", ["underway", "arrived", "received", "failed", "closed"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("status__in", ["underway", "arrived", "received", "failed", "closed"]),
                                    _negated=True,
                                ),
                                ("departed_at", None),
                                ("departed_by", None),
                                ("departed_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="journey_departed_fits_status",
                        violation_error_message="Keberangkatan memerlukan tanggal.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("arrived_on", None), ("arrived_on__gte", models.F("departed_on")), _connector="OR"
                            ),
                            models.Q(
                                ("received_on", None), ("received_on__gte", models.F("departed_on")), _connector="OR"
                            ),
                            models.Q(("failed_on", None), ("failed_on__gte", models.F("departed_on")), _connector="OR"),
                        ),
                        name="journey_arrives_after_departing",
                        violation_error_message="Tanggal ini tidak boleh sebelum tanggal berangkat.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("status", "received"), _negated=True),
                                models.Q(("status", "closed"), _negated=True),
                                ("received_at", None),
                                ("received_on", None),
                            ),
                            models.Q(
                                ("received_at__isnull", False), ("received_on__isnull", False), ("status", "received")
                            ),
                            ("status", "closed"),
                            _connector="OR",
                        ),
                        name="journey_received_with_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("failed_at", None),
                                ("failed_by", None),
                                ("failed_on", None),
                                ("failure", ""),
                                ("failure_note", ""),
                            ),
                            models.Q(
                                ("failed_at__isnull", False),
                                ("failed_on__isnull", False),
                                ("status__in", ["failed", "received", "closed"]),
                                ("failed_by__isnull", False),
                                models.Q(("failure", ""), _negated=True),
                                models.Q(("failure_note", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="journey_failed_with_reason",
                        violation_error_message="Pilih apa yang terjadi, dan jelaskan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "failed"), _negated=True), ("failed_at__isnull", False), _connector="OR"
                        ),
                        name="journey_failed_fits_status",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("status", "closed"), _negated=True), ("closed_at", None), ("closed_by", None)
                            ),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False), ("status", "closed")),
                            _connector="OR",
                        ),
                        name="journey_closed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("status", "cancelled"), _negated=True),
                                ("cancel_reason", ""),
                                ("cancelled_at", None),
                                ("cancelled_by", None),
                            ),
                            models.Q(
                                ("cancelled_at__isnull", False),
                                ("cancelled_by__isnull", False),
                                ("status", "cancelled"),
                                models.Q(("cancel_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="journey_cancelled_at_and_by",
                        violation_error_message="Pemulangan yang dibatalkan memerlukan alasan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at__isnull", False),
                                ("status__in", ["received", "failed", "closed", "cancelled"]),
                            ),
                            models.Q(
                                models.Q(("status__in", ["received", "failed", "closed", "cancelled"]), _negated=True),
                                ("ended_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="journey_ended_fits_status",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("advance", 0), ("advance_on", None), ("advance_to", "")),
                            models.Q(
                                ("advance__gt", 0),
                                ("advance_on__isnull", False),
                                models.Q(("advance_to", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="journey_advance_to_somebody",
                        violation_error_message="Tulis kepada siapa dan kapan uang muka diberikan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("remainder", 0), ("remainder_on", None)),
                            models.Q(("advance__gte", models.F("remainder")), ("remainder_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="journey_remainder_from_advance",
                        violation_error_message="Sisa yang dikembalikan tidak lebih dari uang muka, dan bertanggal.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resumed_at", None), ("resumed_by", None)),
                            models.Q(("resumed_at__isnull", False), ("resumed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="journey_resumed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("submitted_at", None), ("submitted_by", None)),
                            models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="journey_submitted_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at", None), ("approved_by", None)),
                            models.Q(("approved_at__isnull", False), ("approved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="journey_approved_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("return_note", ""), ("returned_at", None), ("returned_by", None)),
                            models.Q(
                                ("returned_at__isnull", False),
                                ("returned_by__isnull", False),
                                models.Q(("return_note", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="journey_returned_at_and_by",
                        violation_error_message="Tulis apa yang perlu diperbaiki.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="criteria",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("age_from", None), ("age_to", None), ("age_to__gte", models.F("age_from")), _connector="OR"
                        ),
                        name="criteria_ages_in_order",
                        violation_error_message="Usia sampai tidak boleh di bawah usia mulai.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="criteria",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("free_by", None), ("free_on", None), ("free_places", None), ("free_said_by", "")),
                            models.Q(
                                ("free_on__isnull", False),
                                ("free_places__isnull", False),
                                models.Q(("free_said_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="criteria_free_places_told",
                        violation_error_message="Tempat kosong disertai tanggal dan siapa yang mengatakannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="criteria",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("accepted__overlap", models.F("refused")), _negated=True),
                        name="criteria_condition_on_one_side",
                        violation_error_message="Satu kondisi tidak dapat diterima dan sekaligus tidak diterima.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="communitygroup",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("area", ""), _negated=True),
                        name="community_group_has_area",
                        violation_error_message="Isi wilayah kerja kelompok ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partneragreement",
                    constraint=models.UniqueConstraint(
                        fields=("partner", "number"),
                        name="partner_agreement_number_once",
                        violation_error_message="Nomor perjanjian itu sudah dicatat pada mitra ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partneragreement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="partner_agreement_ends_after_it_starts",
                        violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partnercontact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("phone", ""), _negated=True),
                            models.Q(("whatsapp", ""), _negated=True),
                            models.Q(("email", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="partner_contact_can_be_reached",
                        violation_error_message="Isi telepon, WhatsApp, atau surel.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partnernote",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="partner_note_withdrawn_at_and_by",
                    ),
                ),
                migrations.AddIndex(
                    model_name="referral",
                    index=models.Index(fields=["status", "-created_at"], name="referral_status_created"),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "draft",
                                    "waiting",
                                    "sent",
                                    "seen",
                                    "question",
                                    "postponed",
                                    "accepted",
                                    "handed_over",
                                    "arrived",
                                ],
                            )
                        ),
                        fields=("stay", "partner"),
                        name="referral_running_once_per_partner",
                        violation_error_message="Rujukan klien ini ke mitra itu masih berjalan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("consent", "agreed"),
                            models.Q(
                                ("consent__in", ["guardian", "unable", "without"]),
                                models.Q(("consent_note", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referral_consent_explained",
                        violation_error_message="Jelaskan siapa yang menyetujui, atau mengapa klien belum mampu menyatakan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("letter", None), ("sent_at", None), ("sent_by", None)),
                            models.Q(("letter__isnull", False), ("sent_at__isnull", False), ("sent_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_sent_at_and_by",
                        violation_error_message="Rujukan yang dikirim memerlukan surat, waktu, dan pengirim.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at", None), ("status__in", ["draft", "waiting"])),
                            models.Q(
                                models.Q(("status__in", ["draft", "waiting", "withdrawn"]), _negated=True),
                                ("sent_at__isnull", False),
                            ),
                            ("status", "withdrawn"),
                            _connector="OR",
                        ),
                        name="referral_sent_fits_status",
                        violation_error_message="Hanya konsep yang belum mempunyai surat.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "waiting"), _negated=True),
                            ("submitted_at__isnull", False),
                            _connector="OR",
                        ),
                        name="referral_waiting_was_submitted",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by", None),
                            models.Q(
                                ("submitted_by__isnull", False),
                                models.Q(("approved_by", models.F("submitted_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referral_approved_by_another",
                        violation_error_message="Rujukan disetujui oleh orang lain, bukan oleh yang mengajukannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer_recorded_by", None),
                                ("answered_at", None),
                                ("answered_by_name", ""),
                                ("answered_channel", ""),
                                ("answered_on", None),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_on__isnull", False),
                                ("sent_at__isnull", False),
                                models.Q(("answered_by_name", ""), _negated=True),
                                models.Q(
                                    models.Q(("answer_recorded_by", None), ("answered_channel", "link")),
                                    models.Q(
                                        models.Q(("answered_channel__in", ["", "link"]), _negated=True),
                                        ("answer_recorded_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="referral_answered_at_and_by",
                        violation_error_message="Jawaban mitra memerlukan tanggal dan nama yang menjawab.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("status__in", ["draft", "waiting"])),
                            models.Q(
                                ("answered_at__isnull", False),
                                (
                                    "status__in",
                                    [
                                        "declined",
                                        "postponed",
                                        "accepted",
                                        "handed_over",
                                        "arrived",
                                        "completed",
                                        "closed",
                                    ],
                                ),
                            ),
                            ("status__in", ["sent", "seen", "question", "withdrawn", "expired"]),
                            _connector="OR",
                        ),
                        name="referral_answer_fits_status",
                        violation_error_message="Catat jawaban mitra beserta tanggal dan nama yang menjawab.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(models.Q(("status", "declined"), _negated=True), ("decline_reason", "")),
                            models.Q(
                                ("status", "declined"), models.Q(("decline_reason__in", ["", "other"]), _negated=True)
                            ),
                            models.Q(
                                ("decline_reason", "other"),
                                ("status", "declined"),
                                models.Q(("answer_note", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referral_declined_with_reason",
                        violation_error_message="Pilih alasan ditolak; bila “Lainnya”, tulis di catatan jawaban.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("postponed_until__isnull", False), ("status", "postponed")),
                            models.Q(models.Q(("status", "postponed"), _negated=True), ("postponed_until", None)),
                            _connector="OR",
                        ),
                        name="referral_postponed_until_a_day",
                        violation_error_message="Penundaan memerlukan tanggal.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("arranged_on", None), ("conditions", "")),
                            models.Q(
                                ("answered_on__isnull", False),
                                (
                                    "status__in",
                                    ["accepted", "handed_over", "arrived", "completed", "closed", "withdrawn"],
                                ),
                                models.Q(
                                    ("arranged_on", None),
                                    ("arranged_on__gte", models.F("answered_on")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="referral_arranged_when_accepted",
                        violation_error_message="Tanggal mengantar klien tidak boleh sebelum tanggal jawaban.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("handed_over_at", None), ("handed_over_on", None), ("received_by_name", "")),
                            models.Q(
                                ("handed_over_at__isnull", False),
                                ("handed_over_on__gte", models.F("answered_on")),
                                ("status__in", ["accepted", "handed_over", "arrived", "completed", "closed"]),
                                models.Q(("received_by_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referral_handed_over_when_taken",
                        violation_error_message="Serah terima memerlukan tanggal dan nama yang menerima, sesudah mitra menerima.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "handed_over"), _negated=True),
                            ("handed_over_at__isnull", False),
                            _connector="OR",
                        ),
                        name="referral_handed_over_fits_status",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("status", "arrived"), _negated=True),
                                ("arrived_at", None),
                                ("arrived_on", None),
                            ),
                            models.Q(
                                ("arrived_at__isnull", False),
                                ("arrived_on__isnull", False),
                                ("status__in", ["arrived", "completed", "closed"]),
                            ),
                            _connector="OR",
                        ),
                        name="referral_arrived_when_taken",
                        violation_error_message="Kedatangan klien memerlukan tanggal.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("status__in", ["completed", "closed"]), _negated=True),
                                ("completed_at", None),
                                ("completed_by", None),
                                ("result", ""),
                            ),
                            models.Q(
                                ("completed_at__isnull", False),
                                ("status__in", ["completed", "closed"]),
                                models.Q(("result", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referral_completed_at_and_by",
                        violation_error_message="Rujukan yang selesai memerlukan hasilnya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("status", "closed"), _negated=True), ("closed_at", None), ("closed_by", None)
                            ),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False), ("status", "closed")),
                            _connector="OR",
                        ),
                        name="referral_closed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("status", "withdrawn"), _negated=True),
                                ("withdraw_reason", ""),
                                ("withdrawn_at", None),
                                ("withdrawn_by", None),
                            ),
                            models.Q(
                                ("status", "withdrawn"),
                                ("withdrawn_at__isnull", False),
                                models.Q(("withdraw_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referral_withdrawn_at_and_by",
                        violation_error_message="Rujukan yang dibatalkan memerlukan alasan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at__isnull", False),
                                ("status__in", ["declined", "completed", "closed", "withdrawn", "expired"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("status__in", ["declined", "completed", "closed", "withdrawn", "expired"]),
                                    _negated=True,
                                ),
                                ("ended_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="referral_ended_fits_status",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resumed_at", None), ("resumed_by", None)),
                            models.Q(("resumed_at__isnull", False), ("resumed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_resumed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("submitted_at", None), ("submitted_by", None)),
                            models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_submitted_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at", None), ("approved_by", None)),
                            models.Q(("approved_at__isnull", False), ("approved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_approved_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reminded_at", None), ("reminded_by", None)),
                            models.Q(("reminded_at__isnull", False), ("reminded_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_reminded_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("handed_over_at", None), ("handed_over_by", None)),
                            models.Q(("handed_over_at__isnull", False), ("handed_over_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_handed_over_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("return_note", ""), ("returned_at", None), ("returned_by", None)),
                            models.Q(
                                ("returned_at__isnull", False),
                                ("returned_by__isnull", False),
                                models.Q(("return_note", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referral_returned_at_and_by",
                        violation_error_message="Tulis apa yang perlu diperbaiki.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partnermail",
                    constraint=models.UniqueConstraint(
                        fields=("referral", "kind", "step"), name="partner_mail_once_per_step"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partnermail",
                    constraint=models.UniqueConstraint(fields=("referral", "on"), name="partner_mail_once_a_day"),
                ),
                migrations.AddConstraint(
                    model_name="partnermail",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("failed_at", None), ("failure", "")),
                            models.Q(
                                ("failed_at__isnull", False),
                                ("sent_at", None),
                                models.Q(("failure", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="partner_mail_sent_or_failed",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partnerfile",
                    constraint=models.UniqueConstraint(
                        fields=("referral", "sha256"),
                        name="partner_file_once",
                        violation_error_message="Berkas yang sama sudah kami terima.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partnerfile",
                    constraint=models.UniqueConstraint(
                        fields=("leg", "sha256"),
                        name="partner_file_once_per_leg",
                        violation_error_message="Berkas yang sama sudah kami terima.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partnerfile",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("leg__isnull", False), ("referral", None)),
                            models.Q(("leg", None), ("referral__isnull", False)),
                            _connector="OR",
                        ),
                        name="partner_file_of_one",
                    ),
                ),
                migrations.AddIndex(
                    model_name="referralanswer",
                    index=models.Index(
                        condition=models.Q(("settled_at", None)), fields=["referral"], name="referral_answer_open"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referralanswer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("channel", "link"), ("typed_by", None)),
                            models.Q(models.Q(("channel", "link"), _negated=True), ("typed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_answer_typed_by_somebody",
                        violation_error_message="Jawaban yang bukan lewat tautan memerlukan nama petugas yang mencatat.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referralanswer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("differs", False), ("counts", False), _connector="OR"),
                        name="referral_answer_differs_only_late",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referralanswer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("settled_by", None)),
                            models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_answer_settled_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referralshare",
                    constraint=models.UniqueConstraint(
                        fields=("referral", "piece", "attachment"),
                        name="referral_share_once",
                        nulls_distinct=False,
                        violation_error_message="Bagian ini sudah dipilih.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referralshare",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("attachment__isnull", False), ("piece__in", ("health_letter", "attachment"))),
                            models.Q(
                                models.Q(("piece__in", ("health_letter", "attachment")), _negated=True),
                                ("attachment", None),
                            ),
                            _connector="OR",
                        ),
                        name="referral_share_with_file",
                        violation_error_message="Pilih berkas yang dibagikan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="requestperson",
                    constraint=models.UniqueConstraint(fields=("request", "serial"), name="request_person_serial_once"),
                ),
                migrations.AddConstraint(
                    model_name="requestperson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mark", ""), _negated=True),
                            models.Q(("name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="request_person_can_be_told_apart",
                        violation_error_message="Isi nama atau ciri-ciri.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="requestperson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stay", None), ("sweep_person", None)),
                            models.Q(("closed_at", None), ("sweep_person", None)),
                            models.Q(("closed_at", None), ("stay", None)),
                            _connector="OR",
                        ),
                        name="request_person_one_way",
                        violation_error_message="Orang ini sudah diterima.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="requestperson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("close_note", ""), ("close_reason", ""), ("closed_at", None), ("closed_by", None)
                            ),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                                models.Q(("close_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="request_person_closed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="requestperson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("estimated_age", None), ("estimated_age__lte", 130), _connector="OR"),
                        name="request_person_age_is_human",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="senderoffice",
                    constraint=models.UniqueConstraint(
                        fields=("partner", "shelter"),
                        name="sender_office_once",
                        violation_error_message="Kantor ini sudah terdaftar sebagai pengirim ke panti itu.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="intakerequest",
                    index=models.Index(fields=["shelter", "state", "-sent_at"], name="intake_request_shelter"),
                ),
                migrations.AddIndex(
                    model_name="intakerequest",
                    index=models.Index(fields=["office", "-sent_at"], name="intake_request_office"),
                ),
                migrations.AddConstraint(
                    model_name="intakerequest",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("state__in", ["new", "question"])),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("state__in", ["accepted", "refused"]),
                            ),
                            _connector="OR",
                        ),
                        name="intake_request_decided_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="intakerequest",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), models.Q(("reason", ""), _negated=True)),
                            models.Q(
                                models.Q(("state", "refused"), _negated=True), ("reason", ""), ("reason_text", "")
                            ),
                            _connector="OR",
                        ),
                        name="intake_request_refused_with_reason",
                        violation_error_message="Pilih alasan permintaan tidak dapat diterima.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="intakerequest",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", "other"), _negated=True),
                            models.Q(("reason_text", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="intake_request_other_reason_told",
                        violation_error_message="Tulis alasan lainnya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="intakerequest",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("pass_note", ""), ("passed_at", None), ("passed_by", None), ("passed_from", None)
                            ),
                            models.Q(
                                ("passed_at__isnull", False),
                                ("passed_by__isnull", False),
                                ("passed_from__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="intake_request_passed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="intakerequest",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("passed_from", None),
                            models.Q(("passed_from", models.F("shelter")), _negated=True),
                            _connector="OR",
                        ),
                        name="intake_request_passed_elsewhere",
                        violation_error_message="Pilih panti lain.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="intakerequest",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code_hash", ""), ("office__isnull", False)),
                            models.Q(("office", None), models.Q(("code_hash", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="intake_request_office_or_code",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="intakerequest",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("sweep", None), ("state", "accepted"), _connector="OR"),
                        name="intake_request_sweep_when_accepted",
                    ),
                ),
            ]
        ),
        *operations("referrals", "0003_partners", migrations.RunPython),
        *operations("referrals", "0004_states", migrations.RunSQL),
        *operations("referrals", "0004_states", migrations.RunPython),
        *operations("referrals", "0007_journeys", migrations.RunPython),
    ]
