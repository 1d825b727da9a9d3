import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KINDS = {"balai": "balai", "singgah": "singgah"}


def shelters_are_partners(apps, schema_editor):
    """Every shelter of the installation is a partner by itself; one that stood on the list already is that partner."""
    Partner = apps.get_model("referrals", "Partner")
    for shelter in apps.get_model("cases", "Shelter").objects.order_by("pk"):
        namesakes = Partner.objects.filter(name__iexact=shelter.name)
        partner = namesakes.filter(shelter=None).first() or Partner(contact_position="Kepala")
        is_taken = namesakes.exclude(pk=partner.pk).exists()
        partner.name = f"{shelter.name} ({shelter.code})" if is_taken else shelter.name
        partner.kind = KINDS.get(shelter.kind, "panti")
        partner.address, partner.city = shelter.address, shelter.city
        partner.phone, partner.email = shelter.phone, shelter.email
        partner.shelter = shelter
        partner.save()


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_need_who_and_when"),
        ("referrals", "0002_suspension"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Criteria",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("all_categories", models.BooleanField(default=False, verbose_name="menerima semua kategori PPKS")),
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
                ("all_regions", models.BooleanField(default=False, verbose_name="melayani warga dari semua daerah")),
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
                ("free_places", models.PositiveIntegerField(blank=True, null=True, verbose_name="tempat kosong")),
                ("free_on", models.DateField(blank=True, null=True, verbose_name="menurut keterangan tanggal")),
                ("free_said_by", models.CharField(blank=True, max_length=150, verbose_name="keterangan dari")),
            ],
            options={
                "verbose_name": "kriteria mitra",
                "verbose_name_plural": "kriteria mitra",
            },
        ),
        migrations.CreateModel(
            name="OpeningHours",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            ],
            options={
                "verbose_name": "jam buka mitra",
                "verbose_name_plural": "jam buka mitra",
                "ordering": ["weekday"],
            },
        ),
        migrations.CreateModel(
            name="PartnerAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            ],
            options={
                "verbose_name": "catatan pengalaman",
                "verbose_name_plural": "catatan pengalaman",
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="partner",
            name="always_open",
            field=models.BooleanField(default=False, verbose_name="buka 24 jam setiap hari"),
        ),
        migrations.AddField(
            model_name="partner",
            name="basic_services",
            field=models.ManyToManyField(
                blank=True,
                help_text="Dipakai untuk mencari mitra yang cocok dengan kebutuhan klien.",
                related_name="partners",
                to="cases.basicservice",
                verbose_name="layanan dasar yang diberikan",
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="hours_note",
            field=models.CharField(
                blank=True,
                default="",
                help_text="Misalnya tutup saat libur nasional.",
                max_length=200,
                verbose_name="catatan jam buka",
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="map_url",
            field=models.URLField(
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
        migrations.AddField(
            model_name="partner",
            name="retire_note",
            field=models.CharField(
                blank=True, default="", max_length=500, verbose_name="alasan dan nasib rujukan yang berjalan"
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="retired_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="dihentikan oleh",
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="shelter",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="as_partner",
                to="cases.shelter",
                verbose_name="panti di sistem ini",
            ),
        ),
        migrations.AlterField(
            model_name="partner",
            name="kind",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="partner",
            name="retired_on",
            field=models.DateField(blank=True, null=True, verbose_name="tidak dipakai sejak"),
        ),
        migrations.AddConstraint(
            model_name="partner",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("retired_on__isnull", False), models.Q(("retire_note", ""), ("retired_by", None)), _connector="OR"
                ),
                name="partner_retired_with_date",
                violation_error_message="Tulis sejak kapan mitra tidak dipakai.",
            ),
        ),
        migrations.AddField(
            model_name="criteria",
            name="categories",
            field=models.ManyToManyField(
                blank=True,
                help_text="Tanpa pilihan: belum diketahui.",
                related_name="+",
                to="cases.category",
                verbose_name="kategori PPKS yang diterima",
            ),
        ),
        migrations.AddField(
            model_name="criteria",
            name="free_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="criteria",
            name="partner",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="criteria",
                to="referrals.partner",
                verbose_name="mitra",
            ),
        ),
        migrations.AddField(
            model_name="criteria",
            name="regions",
            field=models.ManyToManyField(
                blank=True,
                help_text="Provinsi, kabupaten/kota, atau kecamatan. Tanpa pilihan: belum diketahui.",
                related_name="+",
                to="cases.region",
                verbose_name="daerah asal klien yang dilayani",
            ),
        ),
        migrations.AddField(
            model_name="openinghours",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="hours",
                to="referrals.partner",
                verbose_name="mitra",
            ),
        ),
        migrations.AddField(
            model_name="partneragreement",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="dicatat oleh",
            ),
        ),
        migrations.AddField(
            model_name="partneragreement",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreements",
                to="referrals.partner",
                verbose_name="mitra",
            ),
        ),
        migrations.AddField(
            model_name="partnercontact",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contacts",
                to="referrals.partner",
                verbose_name="mitra",
            ),
        ),
        migrations.AddField(
            model_name="partnernote",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notes",
                to="referrals.partner",
                verbose_name="mitra",
            ),
        ),
        migrations.AddField(
            model_name="partnernote",
            name="shelter",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.shelter",
                verbose_name="panti",
            ),
        ),
        migrations.AddField(
            model_name="partnernote",
            name="withdrawn_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="partnernote",
            name="written_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="ditulis oleh",
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
        migrations.RunPython(shelters_are_partners, migrations.RunPython.noop),
    ]
