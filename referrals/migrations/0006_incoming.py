import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0018_referral_rules"),
        ("referrals", "0005_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="CommunityGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "link",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="community",
                        to="referrals.doorlink",
                        verbose_name="tautan",
                    ),
                ),
                (
                    "partner",
                    models.OneToOneField(
                        error_messages={"unique": "Mitra ini sudah menjadi kelompok pelapor."},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="community_group",
                        to="referrals.partner",
                        verbose_name="mitra",
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            name="IntakeRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    models.TextField(blank=True, max_length=2000, verbose_name="catatan keamanan dan keselamatan"),
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
            name="RequestMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                            django.core.validators.MaxValueValidator(130, "Perkiraan usia antara 0 dan 130 tahun.")
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            model_name="communitygroup",
            constraint=models.CheckConstraint(
                condition=models.Q(("area", ""), _negated=True),
                name="community_group_has_area",
                violation_error_message="Isi wilayah kerja kelompok ini.",
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
            constraint=models.CheckConstraint(condition=models.Q(("half__in", [1, 2])), name="community_report_half"),
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
            constraint=models.UniqueConstraint(fields=("report", "category", "help"), name="community_figure_once"),
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
            model_name="requestperson",
            constraint=models.UniqueConstraint(fields=("request", "serial"), name="request_person_serial_once"),
        ),
        migrations.AddConstraint(
            model_name="requestperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mark", ""), _negated=True), models.Q(("name", ""), _negated=True), _connector="OR"
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
                    models.Q(("close_note", ""), ("close_reason", ""), ("closed_at", None), ("closed_by", None)),
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
                    models.Q(models.Q(("state", "refused"), _negated=True), ("reason", ""), ("reason_text", "")),
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
                    models.Q(("pass_note", ""), ("passed_at", None), ("passed_by", None), ("passed_from", None)),
                    models.Q(
                        ("passed_at__isnull", False), ("passed_by__isnull", False), ("passed_from__isnull", False)
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
