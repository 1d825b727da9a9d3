import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_family_and_exit")]
    operations = [
        migrations.CreateModel(
            name="ActivitySession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="tanggal")),
                ("at", models.TimeField(blank=True, null=True, verbose_name="jam")),
                ("plan", models.TextField(blank=True, max_length=2000, verbose_name="rencana")),
                ("leader", models.CharField(blank=True, max_length=150, verbose_name="dipandu oleh")),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="catatan pelaksanaan")),
            ],
            options={
                "verbose_name": "sesi kegiatan",
                "verbose_name_plural": "sesi kegiatan",
                "ordering": ["-on", "-at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="shelter",
            name="death_wait_hours",
            field=models.PositiveIntegerField(
                blank=True,
                default=72,
                help_text="Memberi kesempatan keluarga datang. Lebih cepat hanya dengan alasan kepala panti.",
                verbose_name="waktu tunggu sebelum pemakaman (jam)",
            ),
        ),
        migrations.AddField(
            model_name="stay",
            name="setting",
            field=models.CharField(
                choices=[("in_house", "Tinggal di panti"), ("outside", "Layanan luar panti")],
                default="in_house",
                max_length=10,
                verbose_name="tempat pelayanan",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="kind",
            field=models.CharField(
                choices=[
                    ("referral", "Surat rujukan"),
                    ("civil", "Surat pengantar dokumen kependudukan"),
                    ("abscond", "Laporan orang meninggalkan panti tanpa izin"),
                    ("handover", "Berita acara serah terima klien"),
                    ("death", "Berita acara kematian dan pemulasaraan"),
                    ("sweep_receipt", "Berita acara penerimaan (razia)"),
                ],
                max_length=20,
                verbose_name="jenis surat",
            ),
        ),
        migrations.CreateModel(
            name="Death",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("died_at", models.DateTimeField(verbose_name="waktu meninggal atau ditemukan")),
                ("place", models.CharField(max_length=200, verbose_name="tempat")),
                (
                    "found_by",
                    models.CharField(blank=True, max_length=200, verbose_name="ditemukan atau didampingi oleh"),
                ),
                ("cause", models.TextField(blank=True, max_length=2000, verbose_name="sebab menurut keterangan")),
                ("medical_note", models.TextField(blank=True, max_length=3000, verbose_name="keterangan medis")),
                ("wait_until", models.DateTimeField(verbose_name="menunggu keluarga sampai")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "early_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan sebelum waktu tunggu berakhir"),
                ),
                ("early_at", models.DateTimeField(blank=True, null=True)),
                ("buried_at", models.DateTimeField(blank=True, null=True, verbose_name="waktu pemakaman")),
                (
                    "burial_place",
                    models.CharField(
                        blank=True, help_text="Misalnya TPU Madureso.", max_length=200, verbose_name="tempat pemakaman"
                    ),
                ),
                ("burial_plot", models.CharField(blank=True, max_length=100, verbose_name="blok dan nomor makam")),
                ("washed_by", models.CharField(blank=True, max_length=200, verbose_name="dimandikan oleh")),
                (
                    "shrouded_by",
                    models.CharField(blank=True, max_length=200, verbose_name="dikafani atau dipakaikan oleh"),
                ),
                ("buried_by", models.CharField(blank=True, max_length=200, verbose_name="dimakamkan oleh")),
                (
                    "rite",
                    models.CharField(
                        blank=True,
                        help_text="Menurut agama almarhum/almarhumah bila diketahui.",
                        max_length=200,
                        verbose_name="tata cara",
                    ),
                ),
                (
                    "rite_decided_by",
                    models.CharField(
                        blank=True,
                        help_text="Diisi bila agamanya tidak diketahui.",
                        max_length=200,
                        verbose_name="tata cara ditetapkan oleh",
                    ),
                ),
                (
                    "cost",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="biaya (Rp)",
                    ),
                ),
                (
                    "certificate_requested_on",
                    models.DateField(blank=True, null=True, verbose_name="permohonan akta kematian"),
                ),
                ("certificate_number", models.CharField(blank=True, max_length=60, verbose_name="nomor akta kematian")),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("cancel_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan pembatalan")),
                (
                    "buried_record",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicerecord",
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
                    "early_by",
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
                        related_name="death",
                        to="cases.letter",
                    ),
                ),
                (
                    "need",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.need",
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
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deaths",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
            ],
            options={
                "verbose_name": "kematian",
                "verbose_name_plural": "kematian",
                "ordering": ["-died_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="DeathStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("police", "Laporan ke Polsek"),
                            ("doctor", "Pemeriksaan dokter atau visum"),
                            ("dukcapil", "Pemeriksaan sidik jari Dukcapil"),
                            ("family", "Pemberitahuan kepada keluarga"),
                            ("announcement", "Pengumuman mencari keluarga"),
                            ("grave", "Makam ditunjukkan atau diserahkan kepada keluarga"),
                            ("other", "Langkah lain"),
                        ],
                        max_length=12,
                        verbose_name="langkah",
                    ),
                ),
                ("on", models.DateField(verbose_name="tanggal")),
                ("to", models.CharField(blank=True, max_length=200, verbose_name="kepada atau oleh")),
                ("reference", models.CharField(blank=True, max_length=100, verbose_name="nomor surat")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="hasil")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "death",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="cases.death",
                        verbose_name="kematian",
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
                    "service_record",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicerecord",
                    ),
                ),
            ],
            options={
                "verbose_name": "langkah setelah kematian",
                "verbose_name_plural": "langkah setelah kematian",
                "ordering": ["on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Incident",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="waktu kejadian")),
                ("place", models.CharField(max_length=150, verbose_name="tempat")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fight", "Perkelahian"),
                            ("injury", "Cedera"),
                            ("self_harm", "Melukai diri"),
                            ("illness", "Sakit mendadak"),
                            ("fire", "Kebakaran"),
                            ("loss", "Kehilangan barang"),
                            ("violence", "Kekerasan"),
                            ("other", "Lainnya"),
                        ],
                        max_length=12,
                        verbose_name="jenis kejadian",
                    ),
                ),
                ("description", models.TextField(max_length=5000, verbose_name="apa yang terjadi")),
                ("first_aid", models.TextField(blank=True, max_length=2000, verbose_name="pertolongan pertama")),
                ("reported_to", models.CharField(blank=True, max_length=200, verbose_name="dilaporkan kepada")),
                ("reported_at", models.DateTimeField(blank=True, null=True, verbose_name="waktu melapor")),
                ("follow_up", models.TextField(blank=True, max_length=3000, verbose_name="tindak lanjut")),
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
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "people",
                    models.ManyToManyField(
                        blank=True, related_name="incidents", to="cases.stay", verbose_name="klien yang terlibat"
                    ),
                ),
                (
                    "shelter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incidents",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "kejadian",
                "verbose_name_plural": "kejadian",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Product",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=150, verbose_name="hasil karya")),
                (
                    "quantity",
                    models.PositiveIntegerField(
                        default=1, validators=[django.core.validators.MinValueValidator(1)], verbose_name="jumlah"
                    ),
                ),
                (
                    "sold_for",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Jumlah uang seluruhnya. Kosongkan bila tidak dijual.",
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="terjual (Rp)",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="products",
                        to="cases.activitysession",
                        verbose_name="sesi",
                    ),
                ),
            ],
            options={
                "verbose_name": "hasil karya",
                "verbose_name_plural": "hasil karya",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="nama kegiatan")),
                ("aim", models.TextField(blank=True, max_length=1000, verbose_name="tujuan")),
                (
                    "dimensions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("body", "Fisik"),
                                ("social", "Sosial"),
                                ("mind", "Psikologis"),
                                ("spirit", "Spiritual"),
                                ("income", "Ekonomi"),
                            ],
                            max_length=10,
                        ),
                        size=5,
                        verbose_name="aspek yang dikembangkan",
                    ),
                ),
                (
                    "partners",
                    models.CharField(
                        blank=True, help_text="Misalnya perajin setempat, PKK.", max_length=300, verbose_name="mitra"
                    ),
                ),
                ("started_on", models.DateField(verbose_name="mulai")),
                (
                    "ended_on",
                    models.DateField(
                        blank=True, help_text="Kosongkan selama masih berjalan.", null=True, verbose_name="berakhir"
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        limit_choices_to={"slug__in": ("guidance", "adl_guidance", "basic_skills")},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.basicservice",
                        verbose_name="dihitung sebagai layanan dasar",
                    ),
                ),
                (
                    "shelter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programmes",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "kegiatan",
                "verbose_name_plural": "kegiatan",
                "ordering": [models.OrderBy(models.F("ended_on"), descending=True, nulls_first=True), "name"],
            },
        ),
        migrations.CreateModel(
            name="EffectRating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("body", "Fisik"),
                            ("social", "Sosial"),
                            ("mind", "Psikologis"),
                            ("spirit", "Spiritual"),
                            ("income", "Ekonomi"),
                        ],
                        max_length=10,
                        verbose_name="aspek",
                    ),
                ),
                ("rated_on", models.DateField(verbose_name="tanggal penilaian")),
                ("value", models.PositiveSmallIntegerField(verbose_name="nilai")),
                ("rated_at", models.DateTimeField(auto_now=True)),
                (
                    "rated_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="cases.programme",
                        verbose_name="kegiatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "penilaian pengaruh",
                "verbose_name_plural": "penilaian pengaruh",
                "ordering": ["rated_on", "pk"],
            },
        ),
        migrations.AddField(
            model_name="activitysession",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sessions",
                to="cases.programme",
                verbose_name="kegiatan",
            ),
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="tanggal kunjungan")),
                ("visited_by", models.CharField(max_length=200, verbose_name="petugas yang berkunjung")),
                ("purpose", models.CharField(max_length=300, verbose_name="tujuan kunjungan")),
                ("findings", models.TextField(blank=True, max_length=5000, verbose_name="hasil kunjungan")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="kunjungan berikutnya")),
                ("version", models.PositiveIntegerField(default=1)),
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
                    "services",
                    models.ManyToManyField(
                        blank=True, related_name="visits", to="cases.servicerecord", verbose_name="layanan"
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="cases.stay",
                        verbose_name="masa layanan",
                    ),
                ),
            ],
            options={
                "verbose_name": "kunjungan",
                "verbose_name_plural": "kunjungan",
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "service_record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attendance", to="cases.servicerecord"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="cases.activitysession",
                        verbose_name="sesi",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
            ],
            options={
                "verbose_name": "kehadiran kegiatan",
                "verbose_name_plural": "kehadiran kegiatan",
                "ordering": ["-session__on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("session", "stay"), name="attendance_once_per_session")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.UniqueConstraint(
                condition=models.Q(("cancelled_at", None)),
                fields=("stay",),
                name="death_once_per_stay",
                violation_error_message="Kematian klien ini sudah dicatat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("early_at", None), ("early_by", None), ("early_reason", "")),
                    models.Q(
                        ("early_at__isnull", False),
                        ("early_by__isnull", False),
                        models.Q(("early_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="death_early_at_by_and_reason",
                violation_error_message="Izin sebelum waktu tunggu berakhir memerlukan alasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("buried_at", None),
                    ("buried_at__gte", models.F("wait_until")),
                    ("early_at__isnull", False),
                    _connector="OR",
                ),
                name="death_burial_waits_or_is_allowed",
                violation_error_message="Waktu tunggu keluarga belum berakhir. Mintakan izin kepala panti.",
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(("buried_at", None), ("buried_at__gte", models.F("died_at")), _connector="OR"),
                name="death_burial_after_death",
                violation_error_message="Waktu pemakaman tidak boleh sebelum waktu meninggal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("burial_place", ""), ("buried_at", None), ("buried_by", "")),
                    models.Q(
                        ("buried_at__isnull", False),
                        models.Q(("burial_place", ""), _negated=True),
                        models.Q(("buried_by", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="death_burial_is_told",
                violation_error_message="Isi waktu, tempat, dan siapa yang memakamkan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cancel_reason", ""), ("cancelled_at", None), ("cancelled_by", None)),
                    models.Q(
                        ("cancelled_at__isnull", False),
                        ("cancelled_by__isnull", False),
                        models.Q(("cancel_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="death_cancelled_at_by_and_reason",
                violation_error_message="Pembatalan memerlukan alasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(("cost", None), ("cost__gte", 0), _connector="OR"),
                name="death_cost_not_negative",
                violation_error_message="Biaya tidak boleh kurang dari 0.",
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["shelter", "-at"], name="incident_shelter_at"),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reported_at", None), ("reported_to", "")),
                    models.Q(("reported_at__isnull", False), models.Q(("reported_to", ""), _negated=True)),
                    _connector="OR",
                ),
                name="incident_reported_to_and_at",
                violation_error_message="Isi kepada siapa dan kapan kejadian dilaporkan, atau kosongkan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(("reported_at", None), ("reported_at__gte", models.F("at")), _connector="OR"),
                name="incident_reported_after_it_happened",
                violation_error_message="Waktu melapor tidak boleh sebelum kejadian.",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None)),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        models.Q(("follow_up", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="incident_closed_at_and_by",
                violation_error_message="Kejadian ditutup dengan tindak lanjutnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="product",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("quantity__gte", 1), models.Q(("sold_for", None), ("sold_for__gte", 0), _connector="OR")
                ),
                name="product_numbers_make_sense",
                violation_error_message="Jumlah sedikitnya 1 dan hasil penjualan tidak kurang dari 0.",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.UniqueConstraint(
                fields=("shelter", "name"),
                name="programme_name_once",
                violation_error_message="Panti ini sudah mempunyai kegiatan dengan nama itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"),
                name="programme_ends_after_it_starts",
                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(("dimensions__len__gte", 1)),
                name="programme_has_a_dimension",
                violation_error_message="Pilih sedikitnya satu aspek.",
            ),
        ),
        migrations.AddConstraint(
            model_name="effectrating",
            constraint=models.UniqueConstraint(
                fields=("stay", "programme", "dimension", "rated_on"), name="effect_rating_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="effectrating",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__gte", 1), ("value__lte", 5)),
                name="effect_rating_on_the_scale",
                violation_error_message="Nilai antara 1 dan 5.",
            ),
        ),
        migrations.AddConstraint(
            model_name="activitysession",
            constraint=models.UniqueConstraint(
                fields=("programme", "on", "at"),
                name="session_once_at_a_time",
                nulls_distinct=False,
                violation_error_message="Sudah ada sesi kegiatan ini pada tanggal dan jam itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(("next_on", None), ("next_on__gt", models.F("on")), _connector="OR"),
                name="visit_next_is_later",
                violation_error_message="Kunjungan berikutnya sesudah tanggal kunjungan ini.",
            ),
        ),
    ]
