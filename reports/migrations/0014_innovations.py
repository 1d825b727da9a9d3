"""Innovations: the lists of their forms come with their sources, for the department to keep up to date."""

from datetime import date

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

IID = "Formulir Indeks Inovasi Daerah (IID); periksa terhadap pedoman tahun berjalan"
LAW = "UU 23/2014 Pasal 12"
FIVE = "Pelibatan lima unsur (pentahelix) pada indikator IID"
TRACKS = "Kemendagri (Permendagri 104/2018) dan KemenPANRB (Permenpan RB 91/2021)"
SECTORS = [
    # Sosial first; the supporting functions that the form also offers are not known for sure, and added on screen.
    "Sosial", "Pendidikan", "Kesehatan", "Pekerjaan umum dan penataan ruang", "Perumahan rakyat dan kawasan permukiman",
    "Ketenteraman, ketertiban umum, dan pelindungan masyarakat", "Tenaga kerja",
    "Pemberdayaan perempuan dan pelindungan anak", "Pangan", "Pertanahan", "Lingkungan hidup",
    "Administrasi kependudukan dan pencatatan sipil", "Pemberdayaan masyarakat dan desa",
    "Pengendalian penduduk dan keluarga berencana", "Perhubungan", "Komunikasi dan informatika",
    "Koperasi, usaha kecil, dan menengah", "Penanaman modal", "Kepemudaan dan olahraga", "Statistik", "Persandian",
    "Kebudayaan", "Perpustakaan", "Kearsipan", "Kelautan dan perikanan", "Pariwisata", "Pertanian", "Kehutanan",
    "Energi dan sumber daya mineral", "Perdagangan", "Perindustrian", "Transmigrasi",
]  # fmt: skip
OPTIONS = [
    ("initiator", IID, ["Kepala Daerah", "Anggota DPRD", "OPD", "ASN", "Masyarakat"]),
    ("form", IID, [
        "Inovasi tata kelola pemerintahan daerah", "Inovasi pelayanan publik",
        "Inovasi daerah lainnya sesuai bidang urusan yang menjadi kewenangan daerah",
    ]),
    ("theme", IID, [
        "Digitalisasi layanan pemerintahan", "Penanggulangan kemiskinan", "Kemudahan investasi",
        "Prioritas aktual Presiden", "Non tematik",
    ]),
    ("sector", LAW, SECTORS),
    ("actor", FIVE, ["Pemerintah", "Akademisi", "Dunia usaha", "Komunitas", "Media"]),
    ("track", TRACKS, ["Indeks Inovasi Daerah (IID)", "KIPP / SINOVIK"]),
]  # fmt: skip
GUIDE = "Panduan pihak ketiga untuk IID 2026; periksa terhadap pedoman resmi tahun berjalan"
INDICATORS = [
    ("regulasi", "Regulasi inovasi daerah", 9), ("sdm", "Ketersediaan SDM", 6),
    ("anggaran", "Dukungan anggaran", 6), ("bimtek", "Bimtek inovasi", 3),
    ("rkpd", "Program dan kegiatan dalam RKPD", 6), ("aktor", "Keterlibatan aktor (pentahelix)", 6),
    ("pelaksana", "Pelaksana inovasi", 3), ("jejaring", "Jejaring inovasi", 3), ("sosialisasi", "Sosialisasi inovasi", 3),
    ("pedoman", "Pedoman teknis", 3), ("informasi", "Kemudahan informasi layanan", 3),
    ("proses", "Kemudahan proses inovasi", 6), ("pengaduan", "Penyelesaian layanan pengaduan", 3),
    ("integrasi", "Layanan terintegrasi", 6), ("replikasi", "Replikasi", 9),
    ("kecepatan", "Kecepatan penciptaan inovasi", 6), ("manfaat", "Kemanfaatan inovasi", 6),
    ("monev", "Monitoring dan evaluasi", 3), ("kualitas", "Kualitas inovasi (rancang bangun)", 6),
    ("video", "Video inovasi", None),  # its weight is not told
]  # fmt: skip
ALWAYS, GUIDED = date(2000, 1, 1), date(2026, 1, 1)


def lists(apps, schema_editor):
    InnovationOption = apps.get_model("reports", "InnovationOption")
    InnovationIndicator = apps.get_model("reports", "InnovationIndicator")
    InnovationRule = apps.get_model("reports", "InnovationRule")
    for kind, source, names in OPTIONS:
        for number, name in enumerate(names, 1):
            InnovationOption.objects.create(
                list=kind, name=name, position=number * 10, valid_from=ALWAYS, source=source
            )
    for number, (code, name, weight) in enumerate(INDICATORS, 1):
        InnovationIndicator.objects.create(
            code=code, name=name, weight=weight, position=number * 10, valid_from=GUIDED, source=GUIDE
        )
    InnovationRule.objects.create(kind="words", amount=300, valid_from=ALWAYS, source=IID)
    contest = InnovationOption.objects.get(list="track", name__startswith="KIPP")
    asked = "Edaran KIPP: telah berjalan paling sedikit 2 tahun; periksa edaran tahun berjalan"
    InnovationRule.objects.create(kind="age", track=contest, amount=24, valid_from=ALWAYS, source=asked)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0013_complaints"),
    ]

    operations = [
        migrations.CreateModel(
            name="Innovation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=150, verbose_name="nama inovasi")),
                (
                    "stage",
                    models.CharField(
                        choices=[("inisiatif", "Inisiatif"), ("uji_coba", "Uji coba"), ("penerapan", "Penerapan")],
                        default="inisiatif",
                        max_length=10,
                        verbose_name="tahapan",
                    ),
                ),
                (
                    "started_on",
                    models.DateField(help_text="Hari gagasan ini mulai dikerjakan.", verbose_name="dirintis sejak"),
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
                ("novelty", models.TextField(blank=True, max_length=10000, verbose_name="keunggulan atau kebaharuan")),
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
            ],
            options={
                "verbose_name": "inovasi",
                "verbose_name_plural": "inovasi",
                "ordering": ["-started_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="InnovationActivity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        on_delete=django.db.models.deletion.PROTECT, to="reports.innovation", verbose_name="inovasi"
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
            },
        ),
        migrations.CreateModel(
            name="InnovationBudget",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        on_delete=django.db.models.deletion.PROTECT, to="reports.innovation", verbose_name="inovasi"
                    ),
                ),
            ],
            options={
                "verbose_name": "anggaran inovasi",
                "verbose_name_plural": "anggaran inovasi",
                "ordering": ["year", "pk"],
            },
        ),
        migrations.CreateModel(
            name="InnovationFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "measure",
                    models.SlugField(blank=True, default="", max_length=40, verbose_name="angka dari data Balai"),
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
                ("source", models.CharField(blank=True, default="", max_length=200, verbose_name="sumber angka")),
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
                        on_delete=django.db.models.deletion.PROTECT, to="reports.innovation", verbose_name="inovasi"
                    ),
                ),
            ],
            options={
                "verbose_name": "angka inovasi",
                "verbose_name_plural": "angka inovasi",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="InnovationHistory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "stage",
                    models.CharField(
                        choices=[("inisiatif", "Inisiatif"), ("uji_coba", "Uji coba"), ("penerapan", "Penerapan")],
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
            },
        ),
        migrations.CreateModel(
            name="InnovationIndicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        blank=True, help_text="Hari itu masih termasuk.", null=True, verbose_name="berlaku sampai"
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
                            ("weight", None), models.Q(("weight__gte", 1), ("weight__lte", 100)), _connector="OR"
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
        migrations.AddField(
            model_name="innovation",
            name="form",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="reports.innovationoption",
                verbose_name="bentuk inovasi",
            ),
        ),
        migrations.AddField(
            model_name="innovation",
            name="initiator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="reports.innovationoption",
                verbose_name="inisiator",
            ),
        ),
        migrations.AddField(
            model_name="innovation",
            name="other_sectors",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="reports.innovationoption", verbose_name="urusan beririsan"
            ),
        ),
        migrations.AddField(
            model_name="innovation",
            name="sector",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="reports.innovationoption",
                verbose_name="urusan utama",
            ),
        ),
        migrations.AddField(
            model_name="innovation",
            name="theme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="reports.innovationoption",
                verbose_name="tematik",
            ),
        ),
        migrations.CreateModel(
            name="InnovationPartner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        on_delete=django.db.models.deletion.PROTECT, to="reports.innovation", verbose_name="inovasi"
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tingkat yang dibuktikan"),
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
                ("content_type", models.CharField(blank=True, default="", max_length=100, verbose_name="bentuk")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
        migrations.AddConstraint(
            model_name="innovationactivity",
            constraint=models.UniqueConstraint(
                fields=("innovation", "programme"),
                name="innovation_activity_once",
                violation_error_message="Kegiatan itu sudah tercatat pada inovasi ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="innovationbudget",
            constraint=models.UniqueConstraint(
                fields=("innovation", "year", "source"),
                name="innovation_budget_once",
                violation_error_message="Sumber dana itu untuk tahun itu sudah dicatat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="innovationbudget",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0), ("year__gte", 2000), ("year__lte", 2100)),
                name="innovation_budget_makes_sense",
                violation_error_message="Jumlah tidak kurang dari 0, tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="innovationfigure",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="innovationfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("after_first__gt", models.F("before_last")),
                    ("after_last__gte", models.F("after_first")),
                    ("before_last__gte", models.F("before_first")),
                ),
                name="innovation_figure_before_lies_before",
                violation_error_message="Masa sesudah dimulai setelah masa sebelum berakhir, dan keduanya berurutan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="innovationhistory",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_back", False), models.Q(("note", ""), _negated=True), _connector="OR"),
                name="innovation_history_back_has_reason",
                violation_error_message="Tulis mengapa tahapannya mundur.",
            ),
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
                    models.Q(("rollout_on__isnull", False), ("stage", "penerapan"), ("trial_on__isnull", False)),
                    _connector="OR",
                ),
                name="innovation_stage_has_its_dates",
                violation_error_message="Uji coba memerlukan tanggal uji coba; penerapan memerlukan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="innovation",
            constraint=models.CheckConstraint(
                condition=models.Q(("trial_on", None), ("trial_on__gte", models.F("started_on")), _connector="OR"),
                name="innovation_trial_after_start",
                violation_error_message="Uji coba tidak boleh sebelum inovasi dirintis.",
            ),
        ),
        migrations.AddConstraint(
            model_name="innovation",
            constraint=models.CheckConstraint(
                condition=models.Q(("rollout_on", None), ("rollout_on__gte", models.F("trial_on")), _connector="OR"),
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
                condition=models.Q(("level", None), models.Q(("level__gte", 0), ("level__lte", 3)), _connector="OR"),
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
        migrations.RunPython(lists, migrations.RunPython.noop),
    ]
