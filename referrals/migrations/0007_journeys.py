import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

# slug, name, position; what practice names, to be added to by an office.
PAYERS = [
    ("apbd-kabupaten", "APBD kabupaten/kota", 10), ("apbd-provinsi", "APBD provinsi", 20), ("apbn", "APBN", 30),
    ("baznas", "BAZNAS", 40), ("keluarga", "Keluarga klien", 50), ("dinas-asal", "Dinas Sosial daerah asal", 60),
    ("klien", "Klien sendiri", 70), ("donatur", "Donatur atau lembaga sosial", 80), ("lainnya", "Lainnya", 500),
]  # fmt: skip


def list_payers(apps, schema_editor):
    payer = apps.get_model("referrals", "JourneyPayer")
    payer.objects.bulk_create(
        [payer(slug=slug, name=name, position=position) for slug, name, position in PAYERS], ignore_conflicts=True
    )


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0006_incoming"),
        ("cases", "0020_standard"),
        ("assessments", "0010_aftercare"),
    ]

    operations = [
        migrations.CreateModel(
            name="JourneyNews",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="kode")),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                ("also_known_as", models.JSONField(blank=True, default=list, verbose_name="sebutan lain")),
                ("position", models.PositiveSmallIntegerField(default=500, verbose_name="urutan")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="sumber")),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="tidak dipakai sejak")),
            ],
            options={
                "verbose_name": "sumber biaya pemulangan",
                "verbose_name_plural": "sumber biaya pemulangan",
                "ordering": ["position", "name"],
                "abstract": False,
            },
        ),
        migrations.AlterField(
            model_name="partnerfile",
            name="referral",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="partner_files",
                to="referrals.referral",
                verbose_name="rujukan",
            ),
        ),
        migrations.CreateModel(
            name="Journey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("cancel_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan pembatalan")),
                ("resumed_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("advance", models.PositiveIntegerField(default=0, verbose_name="uang muka (rupiah)")),
                ("advance_to", models.CharField(blank=True, max_length=150, verbose_name="uang muka diterima oleh")),
                ("advance_on", models.DateField(blank=True, null=True, verbose_name="tanggal uang muka")),
                ("remainder", models.PositiveIntegerField(default=0, verbose_name="sisa yang dikembalikan (rupiah)")),
                ("remainder_on", models.DateField(blank=True, null=True, verbose_name="tanggal sisa dikembalikan")),
                ("balance_note", models.CharField(blank=True, max_length=300, verbose_name="penjelasan selisih")),
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
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journeys",
                        to="referrals.partner",
                        verbose_name="dinas penerima",
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("no_receipt_reason", models.CharField(blank=True, max_length=300, verbose_name="tanpa bukti, karena")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                (
                    "place",
                    models.CharField(
                        help_text="Misalnya Terminal Tirtonadi atau kantor dinas.",
                        max_length=200,
                        verbose_name="tempat serah terima",
                    ),
                ),
                ("contact_name", models.CharField(blank=True, max_length=150, verbose_name="narahubung di sana")),
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
                    models.CharField(blank=True, max_length=100, verbose_name="nama perusahaan atau nomor kendaraan"),
                ),
                ("ticket", models.CharField(blank=True, max_length=60, verbose_name="nomor tiket")),
                ("escort_name", models.CharField(blank=True, max_length=150, verbose_name="pendamping")),
                ("escort_position", models.CharField(blank=True, max_length=150, verbose_name="jabatan pendamping")),
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
                ("answered_by_name", models.CharField(blank=True, max_length=150, verbose_name="dikabarkan oleh")),
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
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journey_legs",
                        to="referrals.partner",
                        verbose_name="yang mengambil alih",
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
        migrations.AddField(
            model_name="partnerfile",
            name="leg",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="partner_files",
                to="referrals.journeyleg",
                verbose_name="ruas perjalanan",
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
        migrations.AddField(
            model_name="journeynews",
            name="leg",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="news",
                to="referrals.journeyleg",
                verbose_name="ruas",
            ),
        ),
        migrations.AddField(
            model_name="journeynews",
            name="settled_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="journeynews",
            name="typed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="dicatat oleh",
            ),
        ),
        migrations.AddField(
            model_name="journeypayer",
            name="maps_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="local_entries",
                to="referrals.journeypayer",
                verbose_name="termasuk",
            ),
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
                        ("answered_at", None), ("answered_by_name", ""), ("answered_channel", ""), ("answered_on", None)
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
                        models.Q(("status__in", ["waiting", "passed"]), _negated=True), ("answered_at__isnull", False)
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
                    models.Q(("status", "waiting"), _negated=True), ("submitted_at__isnull", False), _connector="OR"
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
                            ("status__in", ["underway", "arrived", "received", "failed", "closed"]), _negated=True
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
                    models.Q(("arrived_on", None), ("arrived_on__gte", models.F("departed_on")), _connector="OR"),
                    models.Q(("received_on", None), ("received_on__gte", models.F("departed_on")), _connector="OR"),
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
                    models.Q(("received_at__isnull", False), ("received_on__isnull", False), ("status", "received")),
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
                    models.Q(models.Q(("status", "closed"), _negated=True), ("closed_at", None), ("closed_by", None)),
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
                        ("ended_at__isnull", False), ("status__in", ["received", "failed", "closed", "cancelled"])
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
                        ("advance__gt", 0), ("advance_on__isnull", False), models.Q(("advance_to", ""), _negated=True)
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
        migrations.RunPython(list_payers, migrations.RunPython.noop),
    ]
