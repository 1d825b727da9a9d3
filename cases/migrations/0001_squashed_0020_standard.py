"""All migrations so far as one: a new database is made in seconds; one that began with the others goes on with them."""

from importlib import import_module

import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations, models

import cases.models.client
import cases.numbering
from cases.schema import Together


def operations(app, name, kind):
    """What the replaced migration did besides changing the schema: functions, triggers and the rows of lists."""
    replaced = import_module(f"{app}.migrations.{name}").Migration
    return [operation for operation in replaced.operations if isinstance(operation, kind)]


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("cases", "0001_people_places_stays"),
        ("cases", "0002_lists_and_catalogue"),
        ("cases", "0003_short_labels"),
        ("cases", "0004_sweeps"),
        ("cases", "0005_same_person"),
        ("cases", "0006_papers_and_files"),
        ("cases", "0007_rooms"),
        ("cases", "0008_presence_and_limits"),
        ("cases", "0009_family_and_exit"),
        ("cases", "0010_incidents_activities_visits"),
        ("cases", "0011_timeline_of_a_file"),
        ("cases", "0012_letters_of_intake_and_plan"),
        ("cases", "0013_tasks"),
        ("cases", "0014_endings"),
        ("cases", "0015_standins"),
        ("cases", "0016_need_who_and_when"),
        ("cases", "0017_letters"),
        ("cases", "0018_referral_rules"),
        ("cases", "0019_way_home"),
        ("cases", "0020_standard"),
    ]
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        *operations("cases", "0001_people_places_stays", migrations.RunSQL),
        Together(
            [
                migrations.CreateModel(
                    name="ActivitySession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                migrations.CreateModel(
                    name="BasicService",
                    fields=[
                        (
                            "slug",
                            models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name="kode"),
                        ),
                        ("label", models.CharField(max_length=150, verbose_name="layanan dasar")),
                        (
                            "short_label",
                            models.CharField(
                                help_text="Untuk lembar harian dan tabel.", max_length=30, verbose_name="sebutan pendek"
                            ),
                        ),
                        ("unit", models.CharField(default="kali", max_length=30, verbose_name="satuan")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                        ("on_daily_sheet", models.BooleanField(default=False, verbose_name="tampil di lembar harian")),
                    ],
                    options={
                        "verbose_name": "layanan dasar",
                        "verbose_name_plural": "layanan dasar",
                        "ordering": ["position", "label"],
                    },
                ),
                migrations.CreateModel(
                    name="Building",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="nama gedung")),
                    ],
                    options={
                        "verbose_name": "gedung",
                        "verbose_name_plural": "gedung",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="FormKey",
                    fields=[
                        ("key", models.UUIDField(primary_key=True, serialize=False)),
                        ("user_id", models.BigIntegerField()),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        ("result_url", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "verbose_name": "kunci formulir",
                        "verbose_name_plural": "kunci formulir",
                    },
                ),
                migrations.CreateModel(
                    name="Holiday",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                migrations.CreateModel(
                    name="LetterRule",
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
                                    ("referral", "Surat rujukan"),
                                    ("civil", "Surat pengantar dokumen kependudukan"),
                                    ("abscond", "Laporan orang meninggalkan panti tanpa izin"),
                                    ("handover", "Berita acara serah terima klien"),
                                    ("death", "Berita acara kematian dan pemulasaraan"),
                                    ("sweep_receipt", "Berita acara penerimaan (razia)"),
                                    ("receipt", "Berita acara penerimaan klien"),
                                    ("together", "Surat pernyataan bersama"),
                                    ("consent", "Persetujuan setelah penjelasan"),
                                    ("agreement", "Kontrak pelayanan"),
                                    ("conference", "Notulen pembahasan kasus"),
                                    ("social_report", "Laporan sosial"),
                                    ("progress", "Laporan perkembangan"),
                                    ("recommendation", "Surat rekomendasi"),
                                    ("travel", "Surat jalan"),
                                    ("statement", "Surat pernyataan"),
                                    ("invitation", "Undangan keluarga"),
                                    ("return_home", "Surat pengantar pemulangan"),
                                    ("autopsy", "Permintaan autopsi"),
                                    ("burial", "Permintaan pemakaman"),
                                    ("month_report", "Laporan bulanan"),
                                    ("other", "Surat lain"),
                                ],
                                max_length=20,
                                unique=True,
                                verbose_name="jenis surat",
                            ),
                        ),
                        (
                            "classification",
                            models.CharField(
                                default="400.9",
                                help_text="Mengisi {klasifikasi} dalam nomor surat berikutnya. Urusan sosial: 400.9.",
                                max_length=20,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[0-9A-Za-z.\\-]+$", "Tulis kode dengan angka, huruf, titik, misalnya 400.9."
                                    )
                                ],
                                verbose_name="kode klasifikasi arsip",
                            ),
                        ),
                        (
                            "retention",
                            models.CharField(
                                blank=True,
                                help_text="Misalnya “Aktif 2 tahun, inaktif 3 tahun, permanen”.",
                                max_length=200,
                                verbose_name="masa simpan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jenis surat",
                        "verbose_name_plural": "jenis surat",
                        "ordering": ["kind"],
                    },
                ),
                migrations.CreateModel(
                    name="Throttle",
                    fields=[
                        ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ("began_at", models.DateTimeField(db_index=True)),
                        ("count", models.PositiveIntegerField()),
                    ],
                    options={
                        "verbose_name": "pembatas",
                        "verbose_name_plural": "pembatas",
                    },
                ),
                migrations.CreateModel(
                    name="User",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "username",
                            models.CharField(
                                error_messages={"unique": "A user with that username already exists."},
                                help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                                max_length=150,
                                unique=True,
                                validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                                verbose_name="username",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                        (
                            "is_staff",
                            models.BooleanField(
                                default=False,
                                help_text="Designates whether the user can log into this admin site.",
                                verbose_name="staff status",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                                verbose_name="active",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="nama lengkap")),
                        (
                            "nip",
                            models.CharField(
                                blank=True, help_text="Bila ada; dicetak di surat.", max_length=30, verbose_name="NIP"
                            ),
                        ),
                        (
                            "position",
                            models.CharField(
                                blank=True, help_text="Dicetak di surat.", max_length=100, verbose_name="jabatan"
                            ),
                        ),
                        (
                            "rank",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Misalnya Penata Tk. I (III/d). Dicetak di surat.",
                                max_length=60,
                                verbose_name="pangkat, golongan",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=30, verbose_name="nomor telepon")),
                        (
                            "must_change_password",
                            models.BooleanField(default=False, verbose_name="wajib mengganti kata sandi"),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "akun",
                        "verbose_name_plural": "akun",
                        "ordering": ["name", "username"],
                    },
                    managers=[
                        ("objects", django.contrib.auth.models.UserManager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AuditEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="waktu")),
                        ("actor_id", models.BigIntegerField(null=True)),
                        ("actor_name", models.CharField(max_length=150, verbose_name="oleh")),
                        ("action", models.CharField(max_length=60, verbose_name="peristiwa")),
                        ("target_model", models.CharField(max_length=60)),
                        ("target_id", models.CharField(max_length=60)),
                        ("shelter_id", models.BigIntegerField(null=True)),
                        ("client_id", models.BigIntegerField(null=True)),
                        ("details", models.JSONField(default=dict, verbose_name="rincian")),
                    ],
                    options={
                        "verbose_name": "peristiwa",
                        "verbose_name_plural": "peristiwa",
                        "ordering": ["-pk"],
                        "indexes": [
                            models.Index(fields=["target_model", "target_id"], name="audit_target"),
                            models.Index(fields=["shelter_id", "-id"], name="audit_shelter"),
                            models.Index(fields=["client_id", "-id"], name="audit_client"),
                            models.Index(fields=["actor_id", "-id"], name="audit_actor"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Category",
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
                            "spm_group",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("disability", "Penyandang disabilitas telantar"),
                                    ("child", "Anak telantar"),
                                    ("elderly", "Lanjut usia telantar"),
                                    ("gepeng", "Gelandangan dan pengemis"),
                                ],
                                max_length=20,
                                verbose_name="kelompok SPM",
                            ),
                        ),
                        ("is_confidential", models.BooleanField(default=False, verbose_name="rahasia")),
                        (
                            "maps_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="local_entries",
                                to="cases.category",
                                verbose_name="termasuk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kategori PPKS",
                        "verbose_name_plural": "kategori PPKS",
                        "ordering": ["position", "name"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Client",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.CharField(max_length=40, unique=True, verbose_name="nomor klien")),
                        ("name", models.CharField(blank=True, max_length=200, verbose_name="nama")),
                        (
                            "aliases",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=100),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="nama panggilan atau alias",
                            ),
                        ),
                        (
                            "description",
                            models.CharField(
                                blank=True,
                                help_text="Bila namanya tidak diketahui, misalnya “kaos merah, tato”.",
                                max_length=300,
                                verbose_name="ciri-ciri",
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("L", "Laki-laki"), ("P", "Perempuan"), ("", "Tidak diketahui")],
                                max_length=1,
                                verbose_name="jenis kelamin",
                            ),
                        ),
                        ("birth_date", models.DateField(blank=True, null=True, verbose_name="tanggal lahir")),
                        ("birth_place", models.CharField(blank=True, max_length=100, verbose_name="tempat lahir")),
                        (
                            "estimated_age",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="perkiraan usia"),
                        ),
                        (
                            "age_estimated_on",
                            models.DateField(blank=True, null=True, verbose_name="usia diperkirakan pada"),
                        ),
                        ("nik", models.CharField(blank=True, max_length=16, null=True, verbose_name="NIK")),
                        (
                            "claimed_nik",
                            models.CharField(blank=True, max_length=40, verbose_name="NIK seperti tertulis"),
                        ),
                        (
                            "nik_status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Belum ada"),
                                    ("valid", "Sah bentuknya"),
                                    ("invalid", "NIK belum valid"),
                                    ("doubled", "Sama dengan klien lain"),
                                ],
                                max_length=10,
                                verbose_name="keadaan NIK",
                            ),
                        ),
                        ("nik_note", models.CharField(blank=True, max_length=200, verbose_name="catatan NIK")),
                        (
                            "no_nik_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Belum ditanya"),
                                    ("never", "Belum punya"),
                                    ("lost", "Hilang"),
                                    ("forgotten", "Tidak ingat"),
                                    ("pending", "Dalam proses Dukcapil"),
                                ],
                                max_length=10,
                                verbose_name="mengapa belum ada NIK",
                            ),
                        ),
                        ("kk_number", models.CharField(blank=True, max_length=20, verbose_name="nomor KK")),
                        (
                            "citizenship",
                            models.CharField(
                                choices=[("wni", "WNI"), ("wna", "WNA")],
                                default="wni",
                                max_length=3,
                                verbose_name="kewarganegaraan",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=30, verbose_name="nomor HP")),
                        ("origin_address", models.CharField(blank=True, max_length=250, verbose_name="alamat asal")),
                        (
                            "health_note",
                            models.CharField(
                                blank=True,
                                help_text="Tampil di lembar harian.",
                                max_length=200,
                                verbose_name="diet, alergi, dan perhatian",
                            ),
                        ),
                        ("photo", models.ImageField(blank=True, upload_to="klien/", verbose_name="foto")),
                        (
                            "search_names",
                            models.GeneratedField(
                                db_persist=True,
                                expression=cases.models.client.SearchDocument("name", "aliases", "description"),
                                output_field=models.TextField(),
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged_from",
                                to="cases.client",
                                verbose_name="digabung ke",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "klien",
                        "verbose_name_plural": "klien",
                        "ordering": ["name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="EntrySource",
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
                                to="cases.entrysource",
                                verbose_name="termasuk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sumber rujukan masuk",
                        "verbose_name_plural": "sumber rujukan masuk",
                        "ordering": ["position", "name"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ExitReason",
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
                        ("needs_receiver", models.BooleanField(default=False, verbose_name="memerlukan penerima")),
                        (
                            "needs_relation_proven",
                            models.BooleanField(default=False, verbose_name="hubungan penerima harus terbukti"),
                        ),
                        (
                            "needs_papers",
                            models.BooleanField(default=False, verbose_name="memerlukan berkas penjemputan"),
                        ),
                        (
                            "needs_letter",
                            models.BooleanField(default=False, verbose_name="memerlukan surat ke lembaga"),
                        ),
                        (
                            "needs_destination",
                            models.BooleanField(default=False, verbose_name="memerlukan alamat tujuan"),
                        ),
                        ("needs_region", models.BooleanField(default=False, verbose_name="memerlukan wilayah tujuan")),
                        (
                            "needs_statement",
                            models.BooleanField(default=False, verbose_name="memerlukan pernyataan klien"),
                        ),
                        (
                            "to_institution",
                            models.BooleanField(default=False, verbose_name="diserahkan kepada lembaga"),
                        ),
                        ("is_death", models.BooleanField(default=False, verbose_name="karena meninggal")),
                        ("is_abscond", models.BooleanField(default=False, verbose_name="pergi tanpa izin")),
                        ("is_reunion", models.BooleanField(default=False, verbose_name="kembali ke keluarga")),
                        (
                            "maps_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="local_entries",
                                to="cases.exitreason",
                                verbose_name="termasuk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "alasan keluar",
                        "verbose_name_plural": "alasan keluar",
                        "ordering": ["position", "name"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AftercareRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("days", models.PositiveSmallIntegerField(verbose_name="hari setelah keluar")),
                        (
                            "reason",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aftercare_rules",
                                to="cases.exitreason",
                                verbose_name="alasan keluar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jadwal bimbingan lanjut",
                        "verbose_name_plural": "jadwal bimbingan lanjut",
                        "ordering": ["reason", "days"],
                    },
                ),
                migrations.CreateModel(
                    name="FamilyTracing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("opened_on", models.DateField(verbose_name="dibuka")),
                        (
                            "known",
                            models.TextField(blank=True, max_length=2000, verbose_name="yang diketahui menurut klien"),
                        ),
                        ("next_step", models.CharField(blank=True, max_length=200, verbose_name="langkah berikutnya")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                        (
                            "social_media",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Diizinkan klien"), ("no", "Tidak diizinkan klien")],
                                max_length=3,
                                verbose_name="pencarian lewat media sosial",
                            ),
                        ),
                        (
                            "social_media_on",
                            models.DateField(blank=True, null=True, verbose_name="klien ditanya tanggal"),
                        ),
                        ("photo_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan izin foto")),
                        ("photo_permitted_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="ditutup")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("willing", "Ditemukan, bersedia menerima"),
                                    ("refused", "Ditemukan, semua menolak"),
                                    ("not_found", "Tidak ditemukan"),
                                    ("stopped", "Dihentikan"),
                                ],
                                max_length=10,
                                verbose_name="hasil",
                            ),
                        ),
                        (
                            "outcome_note",
                            models.TextField(blank=True, max_length=1000, verbose_name="keterangan hasil"),
                        ),
                        ("recorded_at", models.DateTimeField(auto_now_add=True)),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dibuka oleh",
                            ),
                        ),
                        (
                            "photo_permitted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "social_media_by",
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
                        "verbose_name": "penelusuran keluarga",
                        "verbose_name_plural": "penelusuran keluarga",
                        "ordering": ["-opened_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Letter",
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
                                    ("referral", "Surat rujukan"),
                                    ("civil", "Surat pengantar dokumen kependudukan"),
                                    ("abscond", "Laporan orang meninggalkan panti tanpa izin"),
                                    ("handover", "Berita acara serah terima klien"),
                                    ("death", "Berita acara kematian dan pemulasaraan"),
                                    ("sweep_receipt", "Berita acara penerimaan (razia)"),
                                    ("receipt", "Berita acara penerimaan klien"),
                                    ("together", "Surat pernyataan bersama"),
                                    ("consent", "Persetujuan setelah penjelasan"),
                                    ("agreement", "Kontrak pelayanan"),
                                    ("conference", "Notulen pembahasan kasus"),
                                    ("social_report", "Laporan sosial"),
                                    ("progress", "Laporan perkembangan"),
                                    ("recommendation", "Surat rekomendasi"),
                                    ("travel", "Surat jalan"),
                                    ("statement", "Surat pernyataan"),
                                    ("invitation", "Undangan keluarga"),
                                    ("return_home", "Surat pengantar pemulangan"),
                                    ("autopsy", "Permintaan autopsi"),
                                    ("burial", "Permintaan pemakaman"),
                                    ("month_report", "Laporan bulanan"),
                                    ("other", "Surat lain"),
                                ],
                                max_length=20,
                                verbose_name="jenis surat",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        ("sequence", models.PositiveIntegerField(blank=True, null=True, verbose_name="nomor urut")),
                        ("number", models.CharField(max_length=100, verbose_name="nomor surat")),
                        ("issued_on", models.DateField(verbose_name="tanggal surat")),
                        ("code", models.CharField(max_length=30, unique=True, verbose_name="kode pemeriksaan")),
                        ("void_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan dibatalkan")),
                        (
                            "subject",
                            models.CharField(
                                blank=True, db_default="", default="", max_length=200, verbose_name="perihal"
                            ),
                        ),
                        (
                            "addressee",
                            models.CharField(
                                blank=True, db_default="", default="", max_length=200, verbose_name="kepada"
                            ),
                        ),
                        ("frozen", models.JSONField(blank=True, default=dict)),
                        (
                            "issued_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diterbitkan oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "surat",
                        "verbose_name_plural": "surat",
                        "ordering": ["-year", "-sequence"],
                    },
                ),
                migrations.CreateModel(
                    name="Absence",
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
                                help_text="Untuk yang pergi tanpa izin: hari terakhir terlihat.",
                                verbose_name="pergi sejak",
                            ),
                        ),
                        ("left_at", models.TimeField(blank=True, null=True, verbose_name="jam pergi")),
                        ("expected_on", models.DateField(blank=True, null=True, verbose_name="rencana kembali")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                        ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="dicatat pada")),
                        ("returned_on", models.DateField(blank=True, null=True, verbose_name="kembali pada")),
                        ("returned_at", models.TimeField(blank=True, null=True, verbose_name="jam kembali")),
                        (
                            "return_note",
                            models.CharField(blank=True, max_length=300, verbose_name="keterangan kembali"),
                        ),
                        ("return_recorded_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "let_go_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dinyatakan pergi tanpa izin"),
                        ),
                        ("report", models.JSONField(blank=True, default=dict, verbose_name="isi surat laporan")),
                        (
                            "police_number",
                            models.CharField(blank=True, max_length=100, verbose_name="nomor laporan kepolisian"),
                        ),
                        (
                            "let_go_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "return_recorded_by",
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
                                related_name="absence",
                                to="cases.letter",
                                verbose_name="surat laporan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "keadaan tidak di panti",
                        "verbose_name_plural": "keadaan tidak di panti",
                        "ordering": ["-left_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="LetterText",
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
                                    ("referral", "Surat rujukan"),
                                    ("civil", "Surat pengantar dokumen kependudukan"),
                                    ("abscond", "Laporan orang meninggalkan panti tanpa izin"),
                                    ("handover", "Berita acara serah terima klien"),
                                    ("death", "Berita acara kematian dan pemulasaraan"),
                                    ("sweep_receipt", "Berita acara penerimaan (razia)"),
                                    ("receipt", "Berita acara penerimaan klien"),
                                    ("together", "Surat pernyataan bersama"),
                                    ("consent", "Persetujuan setelah penjelasan"),
                                    ("agreement", "Kontrak pelayanan"),
                                    ("conference", "Notulen pembahasan kasus"),
                                    ("social_report", "Laporan sosial"),
                                    ("progress", "Laporan perkembangan"),
                                    ("recommendation", "Surat rekomendasi"),
                                    ("travel", "Surat jalan"),
                                    ("statement", "Surat pernyataan"),
                                    ("invitation", "Undangan keluarga"),
                                    ("return_home", "Surat pengantar pemulangan"),
                                    ("autopsy", "Permintaan autopsi"),
                                    ("burial", "Permintaan pemakaman"),
                                    ("month_report", "Laporan bulanan"),
                                    ("other", "Surat lain"),
                                ],
                                max_length=20,
                                verbose_name="jenis surat",
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="versi")),
                        ("opening", models.TextField(blank=True, max_length=3000, verbose_name="pembuka")),
                        ("closing", models.TextField(blank=True, max_length=3000, verbose_name="penutup")),
                        ("copies", models.TextField(blank=True, max_length=1000, verbose_name="tembusan")),
                        ("enclosure", models.CharField(blank=True, max_length=100, verbose_name="lampiran")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "created_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditulis oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "teks surat",
                        "verbose_name_plural": "teks surat",
                        "ordering": ["kind", "-number"],
                    },
                ),
                migrations.AddField(
                    model_name="letter",
                    name="text",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.lettertext",
                        verbose_name="teks",
                    ),
                ),
                migrations.CreateModel(
                    name="Merge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="waktu")),
                        (
                            "before",
                            models.JSONField(
                                blank=True, default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder
                            ),
                        ),
                        (
                            "after",
                            models.JSONField(
                                blank=True, default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder
                            ),
                        ),
                        ("moved", models.JSONField(blank=True, default=dict)),
                        ("held", models.JSONField(blank=True, default=dict)),
                        ("marks", models.JSONField(blank=True, default=dict)),
                        ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada")),
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
                            "dropped",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.client",
                                verbose_name="berkas yang digabungkan",
                            ),
                        ),
                        (
                            "kept",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges",
                                to="cases.client",
                                verbose_name="berkas yang dipertahankan",
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
                    ],
                    options={
                        "verbose_name": "penggabungan",
                        "verbose_name_plural": "penggabungan",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Need",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("opened_on", models.DateField(verbose_name="dibuka")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="ditutup")),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("terpenuhi", "Terpenuhi"),
                                    ("tidak diperlukan", "Tidak diperlukan"),
                                    ("ditolak", "Ditolak klien"),
                                ],
                                max_length=20,
                                verbose_name="alasan ditutup",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needs",
                                to="cases.basicservice",
                                verbose_name="layanan dasar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kebutuhan",
                        "verbose_name_plural": "kebutuhan",
                        "ordering": ["closed_on", "opened_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Death",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("died_at", models.DateTimeField(verbose_name="waktu meninggal atau ditemukan")),
                        ("place", models.CharField(max_length=200, verbose_name="tempat")),
                        (
                            "found_by",
                            models.CharField(blank=True, max_length=200, verbose_name="ditemukan atau didampingi oleh"),
                        ),
                        (
                            "cause",
                            models.TextField(blank=True, max_length=2000, verbose_name="sebab menurut keterangan"),
                        ),
                        (
                            "medical_note",
                            models.TextField(blank=True, max_length=3000, verbose_name="keterangan medis"),
                        ),
                        ("wait_until", models.DateTimeField(verbose_name="menunggu keluarga sampai")),
                        ("recorded_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "early_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="alasan sebelum waktu tunggu berakhir"
                            ),
                        ),
                        ("early_at", models.DateTimeField(blank=True, null=True)),
                        ("buried_at", models.DateTimeField(blank=True, null=True, verbose_name="waktu pemakaman")),
                        (
                            "burial_place",
                            models.CharField(
                                blank=True,
                                help_text="Misalnya TPU Madureso.",
                                max_length=200,
                                verbose_name="tempat pemakaman",
                            ),
                        ),
                        (
                            "burial_plot",
                            models.CharField(blank=True, max_length=100, verbose_name="blok dan nomor makam"),
                        ),
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
                        (
                            "certificate_number",
                            models.CharField(blank=True, max_length=60, verbose_name="nomor akta kematian"),
                        ),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=200, verbose_name="alasan pembatalan"),
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
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
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
                    ],
                    options={
                        "verbose_name": "kematian",
                        "verbose_name_plural": "kematian",
                        "ordering": ["-died_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="NotSame",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="waktu")),
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
                            "first",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.client",
                                verbose_name="berkas pertama",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.client",
                                verbose_name="berkas kedua",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bukan orang yang sama",
                        "verbose_name_plural": "bukan orang yang sama",
                    },
                ),
                migrations.CreateModel(
                    name="Pickup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("planned_on", models.DateField(verbose_name="rencana tanggal")),
                        ("planned_at", models.TimeField(blank=True, null=True, verbose_name="jam")),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Direncanakan"),
                                    ("done", "Terlaksana"),
                                    ("cancelled", "Dibatalkan"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "close_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="alasan dibatalkan"),
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
                                verbose_name="direncanakan oleh",
                            ),
                        ),
                        (
                            "met_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditemui petugas",
                            ),
                        ),
                        (
                            "tracing",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pickups",
                                to="cases.familytracing",
                                verbose_name="penelusuran",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rencana penjemputan",
                        "verbose_name_plural": "rencana penjemputan",
                        "ordering": ["-planned_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PickupItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                error_messages={"unique": "Syarat itu sudah ada dalam daftar."},
                                max_length=120,
                                unique=True,
                                verbose_name="syarat",
                            ),
                        ),
                        (
                            "when",
                            models.CharField(
                                choices=[
                                    ("always", "Setiap penjemputan"),
                                    ("child", "Bila klien anak"),
                                    ("guarded", "Bila klien dijaga (anak dan yang diberi penjagaan khusus)"),
                                ],
                                default="always",
                                max_length=10,
                                verbose_name="diminta",
                            ),
                        ),
                        (
                            "required",
                            models.BooleanField(
                                default=True,
                                help_text="Tanpa yang wajib, penyerahan menunggu izin kepala panti.",
                                verbose_name="wajib",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=500, verbose_name="urutan")),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="sumber")),
                        ("in_use", models.BooleanField(default=True, verbose_name="dipakai")),
                        (
                            "stands_for",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("has_ktp", "KTP penjemput"),
                                    ("has_kk", "Kartu Keluarga"),
                                    ("has_rt_letter", "surat keterangan RT/RW"),
                                    ("has_statement", "surat pernyataan bermeterai"),
                                    ("relation", "hubungan terbukti"),
                                ],
                                max_length=20,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "syarat penjemputan",
                        "verbose_name_plural": "syarat penjemputan",
                        "ordering": ["position", "label"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stands_for", ""), _negated=True),
                                fields=("stands_for",),
                                name="pickup_item_stands_for_once",
                                violation_error_message="Syarat bawaan itu sudah ada.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PickupCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("seen_on", models.DateField(verbose_name="dilihat tanggal")),
                        ("recorded_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "pickup",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="cases.pickup",
                                verbose_name="penjemputan",
                            ),
                        ),
                        (
                            "seen_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dilihat oleh",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="cases.pickupitem",
                                verbose_name="syarat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "syarat yang sudah dilihat",
                        "verbose_name_plural": "syarat yang sudah dilihat",
                        "ordering": ["item"],
                    },
                ),
                migrations.CreateModel(
                    name="Product",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="hasil karya")),
                        (
                            "quantity",
                            models.PositiveIntegerField(
                                default=1,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="jumlah",
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
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                                blank=True,
                                help_text="Misalnya perajin setempat, PKK.",
                                max_length=300,
                                verbose_name="mitra",
                            ),
                        ),
                        ("started_on", models.DateField(verbose_name="mulai")),
                        (
                            "ended_on",
                            models.DateField(
                                blank=True,
                                help_text="Kosongkan selama masih berjalan.",
                                null=True,
                                verbose_name="berakhir",
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
                    ],
                    options={
                        "verbose_name": "kegiatan",
                        "verbose_name_plural": "kegiatan",
                        "ordering": [models.OrderBy(models.F("ended_on"), descending=True, nulls_first=True), "name"],
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
                    name="Region",
                    fields=[
                        (
                            "code",
                            models.CharField(
                                max_length=13, primary_key=True, serialize=False, verbose_name="kode wilayah"
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="nama")),
                        (
                            "level",
                            models.SmallIntegerField(
                                choices=[
                                    (1, "Provinsi"),
                                    (2, "Kabupaten/kota"),
                                    (3, "Kecamatan"),
                                    (4, "Desa/kelurahan"),
                                ],
                                verbose_name="tingkat",
                            ),
                        ),
                        ("path", models.CharField(max_length=250, verbose_name="nama lengkap")),
                        ("retired_on", models.DateField(blank=True, null=True, verbose_name="tidak berlaku sejak")),
                        (
                            "parent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="cases.region",
                                verbose_name="induk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wilayah",
                        "verbose_name_plural": "wilayah",
                        "ordering": ["code"],
                    },
                ),
                migrations.AddField(
                    model_name="client",
                    name="origin",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.region",
                        verbose_name="wilayah asal",
                    ),
                ),
                migrations.CreateModel(
                    name="Relative",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="nama")),
                        (
                            "relation",
                            models.CharField(
                                choices=[
                                    ("mother", "Ibu"),
                                    ("father", "Ayah"),
                                    ("husband", "Suami"),
                                    ("wife", "Istri"),
                                    ("child", "Anak"),
                                    ("elder", "Kakak"),
                                    ("younger", "Adik"),
                                    ("grandparent", "Kakek atau nenek"),
                                    ("grandchild", "Cucu"),
                                    ("aunt", "Bibi"),
                                    ("uncle", "Paman"),
                                    ("nephew", "Keponakan"),
                                    ("cousin", "Sepupu"),
                                    ("in_law", "Mertua, menantu, atau ipar"),
                                    ("step", "Orang tua atau anak tiri/angkat"),
                                    ("guardian", "Wali menurut penetapan"),
                                    ("neighbour", "Tetangga atau kenalan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=20,
                                verbose_name="hubungan dengan klien",
                            ),
                        ),
                        ("is_guardian", models.BooleanField(default=False, verbose_name="wali atau penanggung jawab")),
                        ("phone", models.CharField(blank=True, max_length=50, verbose_name="nomor telepon")),
                        ("address", models.CharField(blank=True, max_length=250, verbose_name="alamat")),
                        ("nik", models.CharField(blank=True, max_length=40, verbose_name="NIK")),
                        ("note", models.TextField(blank=True, max_length=2000, verbose_name="catatan")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("claimed", "Mengaku, belum terbukti"),
                                    ("proven", "Terbukti"),
                                    ("disproven", "Tidak benar"),
                                ],
                                default="claimed",
                                max_length=10,
                                verbose_name="keadaan hubungan",
                            ),
                        ),
                        (
                            "proof",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("kk", "Kartu Keluarga (KK)"),
                                    ("akta", "Akta kelahiran atau akta nikah"),
                                    ("dukcapil", "Data Dukcapil"),
                                    ("court", "Penetapan pengadilan atau surat perwalian"),
                                    ("witness", "Surat keterangan saksi, RT/RW, atau desa"),
                                ],
                                max_length=10,
                                verbose_name="bukti",
                            ),
                        ),
                        ("proof_number", models.CharField(blank=True, max_length=100, verbose_name="nomor bukti")),
                        ("decided_on", models.DateField(blank=True, null=True, verbose_name="tanggal dipastikan")),
                        (
                            "decision_note",
                            models.CharField(blank=True, max_length=300, verbose_name="keterangan pemeriksaan"),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="relatives",
                                to="cases.client",
                                verbose_name="klien",
                            ),
                        ),
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
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="relative_of",
                                to="cases.client",
                                verbose_name="juga klien",
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
                                verbose_name="wilayah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "keluarga atau wali",
                        "verbose_name_plural": "keluarga atau wali",
                        "ordering": ["-is_guardian", "name", "pk"],
                    },
                ),
                migrations.AddField(
                    model_name="pickup",
                    name="relative",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pickups",
                        to="cases.relative",
                        verbose_name="dijemput oleh",
                    ),
                ),
                migrations.CreateModel(
                    name="Room",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="nama kamar")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("men", "Laki-laki"),
                                    ("women", "Perempuan"),
                                    ("family", "Keluarga"),
                                    ("isolation", "Isolasi"),
                                ],
                                max_length=10,
                                verbose_name="untuk siapa",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="catatan kamar")),
                        (
                            "building",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rooms",
                                to="cases.building",
                                verbose_name="gedung",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kamar",
                        "verbose_name_plural": "kamar",
                        "ordering": ["building__name", "name"],
                    },
                ),
                migrations.CreateModel(
                    name="Bed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("label", models.CharField(max_length=20, verbose_name="nomor tempat tidur")),
                        (
                            "room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="beds",
                                to="cases.room",
                                verbose_name="kamar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tempat tidur",
                        "verbose_name_plural": "tempat tidur",
                        "ordering": [django.db.models.functions.text.Length("label"), "label"],
                    },
                ),
                migrations.CreateModel(
                    name="ServiceRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("date", models.DateField(verbose_name="tanggal")),
                        ("quantity", models.PositiveIntegerField(default=1, verbose_name="jumlah")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                        ("on_sheet", models.BooleanField(default=False)),
                        ("recorded_at", models.DateTimeField(auto_now=True)),
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
                            "service",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="records",
                                to="cases.basicservice",
                                verbose_name="layanan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "layanan",
                        "verbose_name_plural": "layanan",
                        "ordering": ["-date", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="DeathStep",
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
                migrations.AddField(
                    model_name="death",
                    name="buried_record",
                    field=models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicerecord",
                    ),
                ),
                migrations.CreateModel(
                    name="ServiceType",
                    fields=[
                        (
                            "code",
                            models.CharField(max_length=30, primary_key=True, serialize=False, verbose_name="kode"),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("provinsi", "Provinsi (di dalam panti)"),
                                    ("kabupaten", "Kabupaten/kota (di luar panti)"),
                                ],
                                max_length=20,
                                verbose_name="tingkat",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("disability", "Penyandang disabilitas telantar"),
                                    ("child", "Anak telantar"),
                                    ("elderly", "Lanjut usia telantar"),
                                    ("gepeng", "Gelandangan dan pengemis"),
                                ],
                                max_length=20,
                                verbose_name="kelompok",
                            ),
                        ),
                        ("label", models.CharField(max_length=200, verbose_name="jenis pelayanan dasar")),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="sumber")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                    ],
                    options={
                        "verbose_name": "jenis pelayanan SPM",
                        "verbose_name_plural": "jenis pelayanan SPM",
                        "ordering": ["position", "code"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("level", "group"), name="service_type_once_per_level_and_group"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ServiceRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "needed_by",
                            models.CharField(
                                choices=[("everyone", "Semua penerima"), ("assessed", "Sesuai hasil asesmen")],
                                max_length=10,
                                verbose_name="dibutuhkan oleh",
                            ),
                        ),
                        (
                            "rule",
                            models.CharField(
                                choices=[
                                    ("daily", "Setiap hari hadir"),
                                    ("monthly", "Kali per bulan"),
                                    ("once", "Sekali selama masa tinggal"),
                                    ("process", "Ada langkah pada bulan itu"),
                                    ("presence", "Dengan tinggal di panti"),
                                ],
                                max_length=10,
                                verbose_name="aturan",
                            ),
                        ),
                        ("quantity", models.PositiveSmallIntegerField(default=1, verbose_name="jumlah")),
                        (
                            "first_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Untuk aturan harian: berapa hari pertama.",
                                null=True,
                                verbose_name="hanya hari pertama",
                            ),
                        ),
                        ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        ("sipd_code", models.CharField(blank=True, max_length=40, verbose_name="kode SIPD")),
                        ("source", models.CharField(max_length=200, verbose_name="sumber")),
                        (
                            "end_source",
                            models.CharField(
                                blank=True, db_default="", default="", max_length=200, verbose_name="sumber pengakhiran"
                            ),
                        ),
                        (
                            "service",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rules",
                                to="cases.basicservice",
                                verbose_name="layanan dasar",
                            ),
                        ),
                        (
                            "service_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rules",
                                to="cases.servicetype",
                                verbose_name="jenis pelayanan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aturan layanan dasar",
                        "verbose_name_plural": "aturan layanan dasar",
                        "ordering": ["service_type__position", "service__position", "valid_from"],
                    },
                ),
                migrations.CreateModel(
                    name="Shelter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("slug", models.SlugField(unique=True, verbose_name="nama pendek di alamat")),
                        (
                            "code",
                            models.CharField(
                                help_text="Awal nomor klien, misalnya TMG untuk TMG-2026-0117.",
                                max_length=6,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9]{2,6}$", "Gunakan 2–6 huruf besar atau angka, misalnya TMG."
                                    )
                                ],
                                verbose_name="kode nomor klien",
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="nama panti")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("panti", "Panti sosial"),
                                    ("balai", "Balai"),
                                    ("singgah", "Rumah singgah"),
                                    ("protection", "Rumah perlindungan sosial"),
                                    ("centre", "Pusat rehabilitasi sosial"),
                                ],
                                default="singgah",
                                max_length=20,
                                verbose_name="jenis lembaga",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("provinsi", "Provinsi (di dalam panti)"),
                                    ("kabupaten", "Kabupaten/kota (di luar panti)"),
                                ],
                                default="kabupaten",
                                max_length=20,
                                verbose_name="tingkat",
                            ),
                        ),
                        (
                            "time_zone",
                            models.CharField(
                                choices=[("Asia/Jakarta", "WIB"), ("Asia/Makassar", "WITA"), ("Asia/Jayapura", "WIT")],
                                default="Asia/Jakarta",
                                max_length=30,
                                verbose_name="zona waktu",
                            ),
                        ),
                        (
                            "capacity",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MinValueValidator(1)], verbose_name="daya tampung"
                            ),
                        ),
                        (
                            "max_stay",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Kosongkan bila tidak dibatasi.",
                                null=True,
                                verbose_name="batas lama tinggal",
                            ),
                        ),
                        (
                            "max_stay_unit",
                            models.CharField(
                                choices=[("calendar", "hari kalender"), ("working", "hari kerja")],
                                default="calendar",
                                max_length=10,
                                verbose_name="satuan",
                            ),
                        ),
                        (
                            "abscond_after_hours",
                            models.PositiveSmallIntegerField(
                                default=24,
                                help_text="Sebelum itu klien yang tidak ada saat apel disebut “belum kembali”.",
                                validators=[django.core.validators.MaxValueValidator(720)],
                                verbose_name="dinyatakan pergi tanpa izin sesudah (jam)",
                            ),
                        ),
                        (
                            "abscond_frees_bed",
                            models.BooleanField(
                                db_default=True,
                                default=True,
                                help_text="Saat apel atau lembar harian disimpan. Tanpa tanda ini: dengan satu tombol di halaman apel.",
                                verbose_name="tempat tidur dilepas sendiri sesudah dinyatakan pergi tanpa izin",
                            ),
                        ),
                        (
                            "abscond_close_after_days",
                            models.PositiveSmallIntegerField(
                                default=7,
                                help_text="Kembali dalam masa itu meneruskan masa tinggal yang sama.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(365),
                                ],
                                verbose_name="usulan menutup masa tinggal sesudah pergi tanpa izin (hari)",
                            ),
                        ),
                        (
                            "death_wait_hours",
                            models.PositiveIntegerField(
                                blank=True,
                                default=72,
                                help_text="Memberi kesempatan keluarga datang. Lebih cepat hanya dengan alasan kepala panti.",
                                verbose_name="waktu tunggu sebelum pemakaman (jam)",
                            ),
                        ),
                        (
                            "referral_needs_approval",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Tanpa tanda ini pekerja sosial mengirim sendiri.",
                                verbose_name="rujukan terbit sesudah disetujui kepala panti",
                            ),
                        ),
                        (
                            "reminder_days",
                            models.PositiveSmallIntegerField(
                                db_default=2,
                                default=2,
                                help_text="Mitra yang belum menjawab selama itu muncul di beranda pekerja sosial.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(60),
                                ],
                                verbose_name="pengingat rujukan sesudah (hari kerja)",
                            ),
                        ),
                        (
                            "escalation_days",
                            models.PositiveSmallIntegerField(
                                db_default=4,
                                default=4,
                                help_text="Sesudah itu kepala panti diberi tahu.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(60),
                                ],
                                verbose_name="rujukan disebut macet sesudah (hari kerja)",
                            ),
                        ),
                        (
                            "referral_result_days",
                            models.PositiveSmallIntegerField(
                                db_default=10,
                                default=10,
                                help_text="Dihitung sejak klien tiba di mitra.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(250),
                                ],
                                verbose_name="hasil rujukan ditanyakan sesudah (hari kerja)",
                            ),
                        ),
                        (
                            "tracing_step_days",
                            models.PositiveSmallIntegerField(
                                db_default=7,
                                default=7,
                                help_text="Penelusuran yang diam selama itu muncul di beranda pekerja sosial.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                                verbose_name="penelusuran keluarga diingatkan sesudah tanpa langkah (hari)",
                            ),
                        ),
                        (
                            "letterhead_government",
                            models.CharField(
                                blank=True,
                                help_text="Misalnya PEMERINTAH KABUPATEN …",
                                max_length=150,
                                verbose_name="kop: pemerintah daerah",
                            ),
                        ),
                        (
                            "letterhead_department",
                            models.CharField(
                                blank=True, help_text="Misalnya DINAS SOSIAL", max_length=150, verbose_name="kop: dinas"
                            ),
                        ),
                        ("address", models.CharField(blank=True, max_length=250, verbose_name="alamat")),
                        (
                            "city",
                            models.CharField(
                                blank=True, help_text="Misalnya Temanggung", max_length=80, verbose_name="tempat surat"
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=50, verbose_name="telepon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        (
                            "letter_pattern",
                            models.CharField(
                                default="{klasifikasi}/{nomor}/{unit}/{tahun}",
                                help_text="Diisi otomatis: {klasifikasi}, {nomor}, {unit}, {kode}, {bulan}, {tahun}. Perubahan berlaku bagi surat berikutnya.",
                                max_length=80,
                                validators=[cases.numbering.check_pattern],
                                verbose_name="pola nomor surat",
                            ),
                        ),
                        (
                            "letter_unit",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Mengisi {unit}, misalnya RSM atau 35.2. Kosongkan untuk memakai kode nomor klien.",
                                max_length=20,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[^{}]*$", "Kode unit tidak memakai kurung kurawal."
                                    )
                                ],
                                verbose_name="kode unit dalam nomor surat",
                            ),
                        ),
                        (
                            "together_text",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Satu baris satu butir. Dicetak sebagai lampiran berita acara penerimaan. Kosongkan untuk isi baku.",
                                max_length=4000,
                                verbose_name="isi surat pernyataan bersama",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "panti",
                        "verbose_name_plural": "panti",
                        "ordering": ["name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("capacity__gte", 1)),
                                name="shelter_has_room",
                                violation_error_message="Daya tampung sedikitnya 1.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("escalation_days__gte", models.F("reminder_days"))),
                                name="shelter_escalates_after_reminding",
                                violation_error_message="Rujukan disebut macet tidak lebih cepat daripada pengingatnya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("letter_pattern__contains", "{nomor}")),
                                name="shelter_letter_pattern_counts",
                                violation_error_message="Pola nomor surat harus memuat {nomor}.",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="programme",
                    name="shelter",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programmes",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
                migrations.CreateModel(
                    name="Membership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("worker", "Pekerja sosial"),
                                    ("officer", "Petugas layanan"),
                                    ("head", "Kepala panti"),
                                    ("department", "Admin dinas"),
                                    ("auditor", "Pengawas"),
                                ],
                                max_length=20,
                                verbose_name="peran",
                            ),
                        ),
                        ("started_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="mulai")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="berakhir")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="akun",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "peran",
                        "verbose_name_plural": "peran",
                        "ordering": ["shelter__name", "role"],
                    },
                ),
                migrations.AddField(
                    model_name="letter",
                    name="shelter",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
                migrations.CreateModel(
                    name="IncomingLetter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        ("sequence", models.PositiveIntegerField(verbose_name="nomor agenda")),
                        ("number", models.CharField(max_length=100, verbose_name="nomor surat")),
                        ("sender", models.CharField(max_length=150, verbose_name="dari")),
                        ("dated_on", models.DateField(verbose_name="tanggal surat")),
                        ("received_on", models.DateField(verbose_name="diterima tanggal")),
                        ("subject", models.CharField(max_length=200, verbose_name="perihal")),
                        (
                            "forwarded_to",
                            models.CharField(blank=True, max_length=150, verbose_name="diteruskan kepada"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
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
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="incoming_letters",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "surat masuk",
                        "verbose_name_plural": "surat masuk",
                        "ordering": ["-year", "-sequence"],
                    },
                ),
                migrations.CreateModel(
                    name="Household",
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
                                related_name="households",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "keluarga datang bersama",
                        "verbose_name_plural": "keluarga datang bersama",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="FileWarning",
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
                                    ("health", "Kesehatan"),
                                    ("safety", "Keamanan"),
                                    ("child", "Anak"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="jenis",
                            ),
                        ),
                        ("text", models.CharField(max_length=200, verbose_name="peringatan")),
                        ("review_on", models.DateField(verbose_name="ditinjau lagi pada")),
                        ("set_at", models.DateTimeField(auto_now_add=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan diakhiri")),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="warnings",
                                to="cases.client",
                                verbose_name="klien",
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
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dibuat oleh",
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
                        "verbose_name": "peringatan berkas",
                        "verbose_name_plural": "peringatan berkas",
                        "ordering": ["kind", "-set_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Counter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=20)),
                        ("year", models.PositiveSmallIntegerField()),
                        ("last", models.PositiveIntegerField(default=0)),
                        (
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.shelter"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "penghitung nomor",
                        "verbose_name_plural": "penghitung nomor",
                    },
                ),
                migrations.AddField(
                    model_name="building",
                    name="shelter",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="buildings",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
                migrations.CreateModel(
                    name="Standin",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("first_on", models.DateField(verbose_name="mulai tanggal")),
                        ("until", models.DateField(verbose_name="sampai tanggal")),
                        (
                            "reason",
                            models.CharField(
                                help_text="Misalnya cuti atau dinas luar, dan nomor suratnya.",
                                max_length=200,
                                verbose_name="alasan",
                            ),
                        ),
                        (
                            "named_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="ditunjuk pada"),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="dihentikan pada")),
                        (
                            "ended_by",
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
                            "named_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditunjuk oleh",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="standins",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="standins",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pengganti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pelaksana harian",
                        "verbose_name_plural": "pelaksana harian",
                        "ordering": ["-first_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Stay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("register_number", models.CharField(max_length=40, verbose_name="nomor register")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("resident", "Tinggal di panti"),
                                    ("discharged", "Sudah keluar"),
                                    ("cancelled", "Dibatalkan (salah catat)"),
                                ],
                                default="resident",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "setting",
                            models.CharField(
                                choices=[("in_house", "Tinggal di panti"), ("outside", "Layanan luar panti")],
                                default="in_house",
                                max_length=10,
                                verbose_name="tempat pelayanan",
                            ),
                        ),
                        ("entered_on", models.DateField(verbose_name="tanggal masuk")),
                        ("entered_at", models.TimeField(blank=True, null=True, verbose_name="jam masuk")),
                        (
                            "brought_by",
                            models.CharField(
                                blank=True,
                                help_text="Instansi atau orang, misalnya Polsek Kota.",
                                max_length=200,
                                verbose_name="diantar oleh",
                            ),
                        ),
                        (
                            "bringer_letter",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=100,
                                verbose_name="nomor surat pengantar",
                            ),
                        ),
                        (
                            "bringer_name",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=100,
                                verbose_name="nama petugas pengantar",
                            ),
                        ),
                        (
                            "bringer_rank",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=100,
                                verbose_name="pangkat atau jabatan",
                            ),
                        ),
                        (
                            "bringer_number",
                            models.CharField(
                                blank=True, db_default="", default="", max_length=40, verbose_name="NIP atau NRP"
                            ),
                        ),
                        ("found_at", models.CharField(blank=True, max_length=200, verbose_name="ditemukan di")),
                        ("condition", models.CharField(blank=True, max_length=300, verbose_name="kondisi saat datang")),
                        (
                            "neglect",
                            models.CharField(
                                choices=[
                                    ("unconfirmed", "Belum dipastikan"),
                                    ("confirmed", "Memenuhi kriteria telantar"),
                                    ("contradicted", "Tidak memenuhi kriteria telantar"),
                                ],
                                default="unconfirmed",
                                max_length=12,
                                verbose_name="kriteria telantar",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="keterangan")),
                        (
                            "over_capacity",
                            models.BooleanField(default=False, verbose_name="diterima melebihi daya tampung"),
                        ),
                        (
                            "guard_note",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=200,
                                verbose_name="tidak boleh diserahkan tanpa verifikasi, karena",
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="tanggal keluar")),
                        ("destination", models.CharField(blank=True, max_length=200, verbose_name="tujuan keluar")),
                        ("exit_note", models.TextField(blank=True, verbose_name="catatan keluar")),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=200, verbose_name="alasan pembatalan"),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("discharged_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "category",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.category",
                                verbose_name="kategori PPKS",
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stays",
                                to="cases.client",
                                verbose_name="klien",
                            ),
                        ),
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
                            "discharged_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "exit_reason",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.exitreason",
                                verbose_name="alasan keluar",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stays",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.entrysource",
                                verbose_name="sumber rujukan masuk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "masa tinggal",
                        "verbose_name_plural": "masa tinggal",
                        "ordering": ["-entered_on", "-pk"],
                    },
                ),
                migrations.AddField(
                    model_name="servicerecord",
                    name="stay",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                migrations.CreateModel(
                    name="Placement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("started_on", models.DateField(verbose_name="menempati sejak")),
                        ("started_at", models.TimeField(blank=True, null=True, verbose_name="jam")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="sampai")),
                        ("reason", models.CharField(blank=True, max_length=200, verbose_name="alasan")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "bed",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="cases.bed",
                                verbose_name="tempat tidur",
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
                            "room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="cases.room",
                                verbose_name="kamar",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tempat di kamar",
                        "verbose_name_plural": "tempat di kamar",
                        "ordering": ["started_on", "pk"],
                    },
                ),
                migrations.AddField(
                    model_name="pickup",
                    name="stay",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pickups",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                migrations.AddField(
                    model_name="need",
                    name="stay",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="needs",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                migrations.AddField(
                    model_name="letter",
                    name="about",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                migrations.CreateModel(
                    name="Incident",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        (
                            "first_aid",
                            models.TextField(blank=True, max_length=2000, verbose_name="pertolongan pertama"),
                        ),
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
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="incidents",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                        (
                            "people",
                            models.ManyToManyField(
                                blank=True,
                                related_name="incidents",
                                to="cases.stay",
                                verbose_name="klien yang terlibat",
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
                    name="IdentityPaper",
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
                                    ("ktp", "KTP-el"),
                                    ("kk", "Kartu keluarga (KK)"),
                                    ("kia", "KIA"),
                                    ("birth", "Akta kelahiran"),
                                    ("marriage", "Buku nikah atau akta perkawinan"),
                                    ("divorce", "Akta cerai"),
                                    ("death", "Akta kematian"),
                                    ("biodata", "Biodata penduduk atau surat keterangan Dukcapil"),
                                    ("health", "KIS atau BPJS Kesehatan"),
                                    ("licence", "SIM"),
                                    ("passport", "Paspor atau SPLP"),
                                    ("diploma", "Ijazah"),
                                    ("domicile", "Surat keterangan domisili"),
                                    ("lost", "Surat keterangan kehilangan (polisi)"),
                                    ("neglect", "Surat keterangan orang terlantar"),
                                    ("poverty", "SKTM"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="jenis dokumen",
                            ),
                        ),
                        ("kind_note", models.CharField(blank=True, max_length=100, verbose_name="sebutan dokumen")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("held", "Ada, asli"),
                                    ("missing", "Belum punya"),
                                    ("lost", "Hilang"),
                                    ("damaged", "Rusak"),
                                    ("copy", "Hanya fotokopi"),
                                    ("gathered", "Syarat dikumpulkan"),
                                    ("requested", "Diajukan"),
                                    ("issued", "Terbit"),
                                    ("refused", "Ditolak"),
                                    ("handed", "Diserahkan"),
                                    ("dropped", "Dihentikan"),
                                ],
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "begun_as",
                            models.CharField(
                                choices=[
                                    ("held", "Ada, asli"),
                                    ("missing", "Belum punya"),
                                    ("lost", "Hilang"),
                                    ("damaged", "Rusak"),
                                    ("copy", "Hanya fotokopi"),
                                    ("gathered", "Syarat dikumpulkan"),
                                    ("requested", "Diajukan"),
                                    ("issued", "Terbit"),
                                    ("refused", "Ditolak"),
                                    ("handed", "Diserahkan"),
                                    ("dropped", "Dihentikan"),
                                ],
                                max_length=10,
                                verbose_name="keadaan awal",
                            ),
                        ),
                        (
                            "requirements",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("no_papers", "Surat pernyataan tidak memiliki dokumen kependudukan"),
                                        ("rt_rw", "Surat pengantar RT/RW"),
                                        ("shelter", "Surat keterangan dari panti"),
                                        ("police", "Surat keterangan kehilangan dari kepolisian"),
                                        ("biometric", "Perekaman atau pencocokan biometrik"),
                                        ("witness", "Keterangan dua orang saksi"),
                                        ("birth_proof", "Surat keterangan lahir atau SPTJM kelahiran"),
                                        ("ktp", "KTP-el atau NIK"),
                                        ("kk", "Kartu keluarga"),
                                        ("photo", "Pas foto"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="syarat yang sudah ada",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="ditanyakan lagi pada")),
                        ("pick_up", models.CharField(blank=True, max_length=150, verbose_name="yang akan mengambil")),
                        ("started_on", models.DateField(verbose_name="dicatat")),
                        ("gathered_on", models.DateField(blank=True, null=True, verbose_name="syarat dikumpulkan")),
                        ("requested_on", models.DateField(blank=True, null=True, verbose_name="diajukan")),
                        ("office", models.CharField(blank=True, max_length=150, verbose_name="diajukan ke")),
                        ("file_number", models.CharField(blank=True, max_length=60, verbose_name="nomor berkas")),
                        ("officer", models.CharField(blank=True, max_length=100, verbose_name="petugas penerima")),
                        ("decided_on", models.DateField(blank=True, null=True, verbose_name="terbit atau ditolak")),
                        ("number", models.CharField(blank=True, max_length=60, verbose_name="nomor dokumen")),
                        ("refuse_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan ditolak")),
                        ("handed_on", models.DateField(blank=True, null=True, verbose_name="diserahkan")),
                        ("handed_to", models.CharField(blank=True, max_length=150, verbose_name="diserahkan kepada")),
                        ("dropped_on", models.DateField(blank=True, null=True, verbose_name="dihentikan")),
                        ("drop_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan dihentikan")),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="papers",
                                to="cases.client",
                                verbose_name="klien",
                            ),
                        ),
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
                            "dropped_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "gathered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "handed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "requested_by",
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
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="papers",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dokumen kependudukan",
                        "verbose_name_plural": "dokumen kependudukan",
                        "ordering": ["-started_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HouseholdMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "household",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="cases.household",
                                verbose_name="keluarga",
                            ),
                        ),
                        (
                            "stay",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="household_place",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "anggota yang datang bersama",
                        "verbose_name_plural": "anggota yang datang bersama",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HandoverPermission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reason", models.TextField(max_length=1000, verbose_name="alasan")),
                        ("granted_at", models.DateTimeField(auto_now_add=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "granted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diizinkan oleh",
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
                            "receiver",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.relative",
                                verbose_name="diserahkan kepada",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="permissions_to_hand_over",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "izin penyerahan",
                        "verbose_name_plural": "izin penyerahan",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.AddField(
                    model_name="familytracing",
                    name="stay",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tracings",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                migrations.CreateModel(
                    name="Extension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        (
                            "decision_note",
                            models.CharField(blank=True, max_length=300, verbose_name="catatan keputusan"),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diputuskan oleh",
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diminta oleh",
                            ),
                        ),
                        (
                            "decided_as",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.standin",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="extensions",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perpanjangan",
                        "verbose_name_plural": "perpanjangan",
                        "ordering": ["-requested_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ExitRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "receiver_facts",
                            models.JSONField(blank=True, default=dict, verbose_name="data penerima saat penyerahan"),
                        ),
                        ("has_ktp", models.BooleanField(default=False, verbose_name="KTP penjemput")),
                        ("has_kk", models.BooleanField(default=False, verbose_name="Kartu Keluarga")),
                        ("has_rt_letter", models.BooleanField(default=False, verbose_name="surat keterangan RT/RW")),
                        (
                            "has_statement",
                            models.BooleanField(default=False, verbose_name="surat pernyataan bermeterai"),
                        ),
                        (
                            "checklist",
                            models.JSONField(
                                blank=True, default=None, null=True, verbose_name="syarat penjemputan saat penyerahan"
                            ),
                        ),
                        ("escort", models.CharField(blank=True, max_length=200, verbose_name="pendamping perjalanan")),
                        ("ticket", models.CharField(blank=True, max_length=200, verbose_name="tiket atau kendaraan")),
                        ("cost", models.PositiveIntegerField(blank=True, null=True, verbose_name="biaya (rupiah)")),
                        ("institution", models.CharField(blank=True, max_length=200, verbose_name="lembaga penerima")),
                        (
                            "institution_officer",
                            models.CharField(blank=True, max_length=200, verbose_name="petugas penerima"),
                        ),
                        (
                            "letter_number",
                            models.CharField(blank=True, max_length=100, verbose_name="nomor surat rujukan"),
                        ),
                        ("letter_follows", models.BooleanField(default=False, verbose_name="surat menyusul")),
                        ("work", models.CharField(blank=True, max_length=200, verbose_name="pekerjaan atau kegiatan")),
                        ("statement", models.TextField(blank=True, max_length=2000, verbose_name="pernyataan klien")),
                        ("witness_1", models.CharField(blank=True, max_length=200, verbose_name="saksi pertama")),
                        ("witness_2", models.CharField(blank=True, max_length=200, verbose_name="saksi kedua")),
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
                            "permission",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.handoverpermission",
                                verbose_name="izin kepala",
                            ),
                        ),
                        (
                            "letter",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exit_record",
                                to="cases.letter",
                                verbose_name="berita acara",
                            ),
                        ),
                        (
                            "pickup",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exit_records",
                                to="cases.pickup",
                                verbose_name="rencana penjemputan",
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
                                verbose_name="wilayah tujuan",
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
                                verbose_name="diterima oleh",
                            ),
                        ),
                        (
                            "stay",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exit_record",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "catatan keluar",
                        "verbose_name_plural": "catatan keluar",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="EffectRating",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ratings",
                                to="cases.stay",
                                verbose_name="masa tinggal",
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
                    model_name="death",
                    name="stay",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deaths",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                migrations.CreateModel(
                    name="DayRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("date", models.DateField(verbose_name="tanggal")),
                        (
                            "presence",
                            models.CharField(
                                choices=[
                                    ("hadir", "Hadir"),
                                    ("izin", "Izin"),
                                    ("rs", "Dirawat di RS"),
                                    ("kabur", "Pergi tanpa izin"),
                                    ("perjalanan", "Dalam perjalanan"),
                                ],
                                max_length=10,
                                verbose_name="kehadiran",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(auto_now=True)),
                        (
                            "absence",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="days",
                                to="cases.absence",
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
                                related_name="days",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kehadiran",
                        "verbose_name_plural": "kehadiran",
                        "ordering": ["date"],
                    },
                ),
                migrations.CreateModel(
                    name="CoverLetter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("office", models.CharField(max_length=150, verbose_name="kepada")),
                        ("city", models.CharField(blank=True, max_length=80, verbose_name="di")),
                        (
                            "biometric",
                            models.BooleanField(default=False, verbose_name="sekaligus mohon pencocokan biometrik"),
                        ),
                        (
                            "note",
                            models.TextField(blank=True, max_length=1000, verbose_name="keterangan untuk Dukcapil"),
                        ),
                        (
                            "papers",
                            models.ManyToManyField(
                                related_name="cover_letters", to="cases.identitypaper", verbose_name="dokumen"
                            ),
                        ),
                        (
                            "letter",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cover_letter",
                                to="cases.letter",
                                verbose_name="surat",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cover_letters",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "surat pengantar dokumen",
                        "verbose_name_plural": "surat pengantar dokumen",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ClientLetter",
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
                                    ("recommendation", "Surat rekomendasi"),
                                    ("travel", "Surat jalan"),
                                    ("statement", "Surat pernyataan"),
                                    ("invitation", "Undangan keluarga"),
                                    ("return_home", "Surat pengantar pemulangan"),
                                    ("autopsy", "Permintaan autopsi"),
                                    ("burial", "Permintaan pemakaman"),
                                ],
                                max_length=20,
                                verbose_name="jenis surat",
                            ),
                        ),
                        ("addressee", models.CharField(blank=True, max_length=150, verbose_name="kepada")),
                        ("city", models.CharField(blank=True, max_length=80, verbose_name="di")),
                        ("subject", models.CharField(max_length=150, verbose_name="hal")),
                        (
                            "manner",
                            models.CharField(
                                choices=[
                                    ("normal", "Biasa"),
                                    ("soon", "Segera"),
                                    ("urgent", "Sangat segera"),
                                    ("secret", "Rahasia"),
                                ],
                                default="normal",
                                max_length=10,
                                verbose_name="sifat",
                            ),
                        ),
                        (
                            "facts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("born", "Tempat, tanggal lahir atau usia"),
                                        ("sex", "Jenis kelamin"),
                                        ("nik", "NIK lengkap"),
                                        ("nik_masked", "NIK disamarkan"),
                                        ("address", "Alamat asal"),
                                        ("number", "Nomor klien dan register"),
                                        ("entered", "Tanggal masuk"),
                                        ("death", "Waktu dan tempat meninggal"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="data klien dalam surat",
                            ),
                        ),
                        ("body", models.TextField(max_length=4000, verbose_name="isi surat")),
                        ("details", models.TextField(blank=True, max_length=1500, verbose_name="rincian")),
                        ("enclosure", models.CharField(blank=True, max_length=100, verbose_name="lampiran")),
                        ("copies", models.TextField(blank=True, max_length=1000, verbose_name="tembusan")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("frozen", models.JSONField(blank=True, default=dict)),
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
                            "letter",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="client_letter",
                                to="cases.letter",
                                verbose_name="surat",
                            ),
                        ),
                        (
                            "relative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="cases.relative",
                                verbose_name="keluarga",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="client_letters",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "surat untuk klien",
                        "verbose_name_plural": "surat untuk klien",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="BiometricCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="tanggal permohonan")),
                        ("officer", models.CharField(blank=True, max_length=100, verbose_name="petugas Dukcapil")),
                        ("letter_number", models.CharField(blank=True, max_length=100, verbose_name="nomor surat")),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("pending", "Menunggu hasil"),
                                    ("found", "Ditemukan"),
                                    ("not_found", "Tidak ditemukan"),
                                ],
                                default="pending",
                                max_length=10,
                                verbose_name="hasil",
                            ),
                        ),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="tanggal hasil")),
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
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="biometric_checks",
                                to="cases.client",
                                verbose_name="klien",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="biometric_checks",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pencocokan biometrik",
                        "verbose_name_plural": "pencocokan biometrik",
                        "ordering": ["-asked_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Belonging",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("description", models.CharField(max_length=200, verbose_name="barang")),
                        (
                            "quantity",
                            models.PositiveIntegerField(
                                default=1,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="jumlah",
                            ),
                        ),
                        ("value_note", models.CharField(blank=True, max_length=200, verbose_name="nilai atau keadaan")),
                        ("kept_at", models.CharField(blank=True, max_length=100, verbose_name="disimpan di")),
                        ("received_on", models.DateField(verbose_name="diterima")),
                        ("returned_on", models.DateField(blank=True, null=True, verbose_name="dikembalikan")),
                        (
                            "returned_to",
                            models.CharField(blank=True, max_length=150, verbose_name="dikembalikan kepada"),
                        ),
                        (
                            "received_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diterima oleh",
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
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="belongings",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "barang titipan",
                        "verbose_name_plural": "barang titipan",
                        "ordering": ["received_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "service_record",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendance",
                                to="cases.servicerecord",
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
                    },
                ),
                migrations.CreateModel(
                    name="Attachment",
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
                                    ("identity", "Dokumen identitas"),
                                    ("letter", "Surat atau berita acara"),
                                    ("health", "Surat kesehatan"),
                                    ("family", "Bukti hubungan keluarga"),
                                    ("consent", "Persetujuan atau pernyataan"),
                                    ("photo", "Foto kegiatan atau kunjungan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="jenis berkas",
                            ),
                        ),
                        ("title", models.CharField(max_length=150, verbose_name="judul")),
                        ("file", models.FileField(blank=True, upload_to="berkas/", verbose_name="berkas")),
                        (
                            "original_name",
                            models.CharField(blank=True, max_length=150, verbose_name="nama berkas asal"),
                        ),
                        ("content_type", models.CharField(max_length=100, verbose_name="bentuk")),
                        ("size", models.PositiveIntegerField(verbose_name="ukuran")),
                        ("sha256", models.CharField(max_length=64)),
                        ("uploaded_at", models.DateTimeField(auto_now_add=True)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("remove_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan dihapus")),
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
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diunggah oleh",
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="cases.client",
                                verbose_name="klien",
                            ),
                        ),
                        (
                            "exit_record",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="cases.exitrecord",
                                verbose_name="serah terima",
                            ),
                        ),
                        (
                            "permission",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="cases.handoverpermission",
                                verbose_name="izin penyerahan",
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="cases.identitypaper",
                                verbose_name="dokumen",
                            ),
                        ),
                        (
                            "pickup_check",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="cases.pickupcheck",
                                verbose_name="syarat penjemputan",
                            ),
                        ),
                        (
                            "relative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="cases.relative",
                                verbose_name="bukti hubungan",
                            ),
                        ),
                        (
                            "shelter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "berkas",
                        "verbose_name_plural": "berkas",
                        "ordering": ["-uploaded_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Aftercare",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="jadwal")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="tanggal kontak")),
                        (
                            "way",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("visit", "Kunjungan"),
                                    ("phone", "Telepon atau WhatsApp"),
                                    ("through", "Lewat TKSK, desa, atau lembaga penerima"),
                                ],
                                max_length=10,
                                verbose_name="cara",
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("well", "Keadaan baik"),
                                    ("concern", "Ada masalah, perlu tindak lanjut"),
                                    ("street", "Kembali ke jalan"),
                                    ("left", "Sudah pergi dari tempat itu"),
                                    ("unreached", "Tidak tersambung"),
                                    ("died", "Meninggal dunia"),
                                ],
                                max_length=10,
                                verbose_name="hasil",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=2000, verbose_name="catatan")),
                        ("recorded_at", models.DateTimeField(blank=True, null=True)),
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
                                related_name="aftercare",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bimbingan lanjut",
                        "verbose_name_plural": "bimbingan lanjut",
                        "ordering": ["due_on", "pk"],
                    },
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
                migrations.CreateModel(
                    name="Sweep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="tanggal penertiban")),
                        ("arrived_on", models.DateField(verbose_name="tanggal tiba di panti")),
                        ("arrived_at", models.TimeField(blank=True, null=True, verbose_name="jam tiba di panti")),
                        ("place", models.CharField(max_length=200, verbose_name="tempat penertiban")),
                        (
                            "order_number",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="nomor surat tugas atau berita acara"
                            ),
                        ),
                        (
                            "officers",
                            models.JSONField(
                                blank=True, default=list, verbose_name="instansi dan petugas yang menyerahkan"
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=2000, verbose_name="catatan")),
                        ("lettered_at", models.DateTimeField(blank=True, null=True)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup pada")),
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
                            "letter",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sweep",
                                to="cases.letter",
                                verbose_name="berita acara penerimaan",
                            ),
                        ),
                        (
                            "lettered_by",
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
                                related_name="sweeps",
                                to="cases.shelter",
                                verbose_name="panti",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.entrysource",
                                verbose_name="sumber rujukan masuk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "razia",
                        "verbose_name_plural": "razia",
                        "ordering": ["-held_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ArrivalLetter",
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
                                    ("receipt", "Berita acara penerimaan klien"),
                                    ("together", "Surat pernyataan bersama"),
                                ],
                                max_length=20,
                                verbose_name="jenis surat",
                            ),
                        ),
                        ("words", models.JSONField(default=dict, verbose_name="isi surat")),
                        ("voided_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
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
                            "letter",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="arrival_letter",
                                to="cases.letter",
                                verbose_name="surat",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="arrival_letters",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                        (
                            "sweep",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="arrival_letters",
                                to="cases.sweep",
                                verbose_name="razia",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "surat penerimaan",
                        "verbose_name_plural": "surat penerimaan",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SweepPerson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("serial", models.PositiveSmallIntegerField(verbose_name="nomor urut")),
                        ("number", models.CharField(max_length=30, verbose_name="nomor sementara")),
                        ("mark", models.CharField(blank=True, max_length=200, verbose_name="ciri-ciri")),
                        ("photo", models.ImageField(blank=True, upload_to="razia/", verbose_name="foto")),
                        ("called", models.CharField(blank=True, max_length=100, verbose_name="nama panggilan")),
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
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="perkiraan usia"),
                        ),
                        (
                            "has_ktp",
                            models.CharField(
                                blank=True,
                                choices=[("", "Belum ditanya"), ("yes", "Ada"), ("no", "Tidak ada")],
                                max_length=3,
                                verbose_name="KTP",
                            ),
                        ),
                        ("group", models.CharField(blank=True, max_length=3, verbose_name="keluarga")),
                        ("needs_isolation", models.BooleanField(default=False, verbose_name="perlu isolasi")),
                        ("remark", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                        ("recognised_by", models.CharField(blank=True, max_length=200, verbose_name="cara mengenali")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Belum diputuskan"),
                                    ("admitted", "Diterima di sini"),
                                    ("shelter", "Ke panti lain"),
                                    ("partner", "Ke lembaga mitra"),
                                    ("family", "Dijemput keluarga"),
                                    ("released", "Dipersilakan pulang"),
                                    ("same", "Orang yang sama"),
                                ],
                                max_length=10,
                                verbose_name="keputusan",
                            ),
                        ),
                        (
                            "destination",
                            models.CharField(blank=True, max_length=200, verbose_name="tujuan atau penjemput"),
                        ),
                        ("proof", models.CharField(blank=True, max_length=200, verbose_name="bukti hubungan")),
                        ("joined_or_parted_at", models.DateTimeField(blank=True, null=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "category",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.category",
                                verbose_name="kategori PPKS",
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sweep_rows",
                                to="cases.client",
                                verbose_name="klien",
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
                            "same_as",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="joined",
                                to="cases.sweepperson",
                                verbose_name="orang yang sama dengan",
                            ),
                        ),
                        (
                            "stay",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sweep_person",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                        (
                            "sweep",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="cases.sweep",
                                verbose_name="razia",
                            ),
                        ),
                        (
                            "to_shelter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.shelter",
                                verbose_name="panti tujuan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "orang dalam razia",
                        "verbose_name_plural": "orang dalam razia",
                        "ordering": ["serial"],
                    },
                ),
                migrations.CreateModel(
                    name="TaskRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("slug", models.SlugField(max_length=60, unique=True, verbose_name="kode")),
                        (
                            "title",
                            models.CharField(
                                error_messages={"unique": "Tugas itu sudah ada dalam daftar."},
                                max_length=120,
                                unique=True,
                                verbose_name="tugas",
                            ),
                        ),
                        (
                            "when",
                            models.CharField(
                                choices=[
                                    ("intake", "Setiap penerimaan"),
                                    ("no_nik", "Bila klien belum punya NIK yang valid"),
                                    ("child", "Bila klien anak"),
                                ],
                                default="intake",
                                max_length=10,
                                verbose_name="muncul",
                            ),
                        ),
                        (
                            "hours",
                            models.PositiveIntegerField(
                                default=24,
                                help_text="24 jam = satu hari, 72 jam = tiga hari.",
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="batas waktu (jam sejak masuk)",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=500, verbose_name="urutan")),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="sumber")),
                        ("in_use", models.BooleanField(default=True, verbose_name="dipakai")),
                        (
                            "service",
                            models.ForeignKey(
                                blank=True,
                                help_text="Bila layanan ini dicatat, tugas selesai; bila tugas diselesaikan, layanan ini tercatat.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.basicservice",
                                verbose_name="layanan dasar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aturan tugas",
                        "verbose_name_plural": "aturan tugas",
                        "ordering": ["position", "title"],
                    },
                ),
                migrations.CreateModel(
                    name="Task",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="tugas")),
                        ("due_at", models.DateTimeField(verbose_name="batas waktu")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Terbuka"),
                                    ("done", "Selesai"),
                                    ("suspended", "Ditangguhkan"),
                                    ("cancelled", "Dibatalkan"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("assigned_at", models.DateTimeField(blank=True, null=True)),
                        ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="hasil")),
                        ("suspended_at", models.DateTimeField(blank=True, null=True, verbose_name="ditangguhkan")),
                        (
                            "suspend_reason",
                            models.CharField(blank=True, max_length=200, verbose_name="alasan ditangguhkan"),
                        ),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=200, verbose_name="alasan dibatalkan"),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
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
                                related_name="tasks",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditugaskan kepada",
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
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                        (
                            "suspended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.taskrule",
                                verbose_name="aturan tugas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tugas",
                        "verbose_name_plural": "tugas",
                        "ordering": ["due_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="TracingLead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("dukcapil", "Dukcapil"),
                                    ("village", "Kepala desa atau lurah"),
                                    ("rt_rw", "RT/RW"),
                                    ("tksk", "TKSK atau PSM"),
                                    ("office", "Dinas daerah asal"),
                                    ("police", "Polsek"),
                                    ("kin", "Keluarga atau kenalan"),
                                    ("social", "Media sosial"),
                                    ("client", "Keterangan klien"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="sumber",
                            ),
                        ),
                        ("text", models.TextField(max_length=1000, verbose_name="petunjuk")),
                        ("phone", models.CharField(blank=True, max_length=50, verbose_name="nomor telepon")),
                        ("with_photo", models.BooleanField(default=False, verbose_name="foto klien dipakai")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("new", "Belum ditanya"),
                                    ("asking", "Sedang ditanya"),
                                    ("gave", "Menghasilkan"),
                                    ("dead", "Buntu"),
                                ],
                                default="new",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("result", models.CharField(blank=True, max_length=300, verbose_name="hasil")),
                        ("state_at", models.DateTimeField(blank=True, null=True)),
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
                            "region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.region",
                                verbose_name="wilayah",
                            ),
                        ),
                        (
                            "state_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "tracing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leads",
                                to="cases.familytracing",
                                verbose_name="penelusuran",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "petunjuk penelusuran",
                        "verbose_name_plural": "petunjuk penelusuran",
                        "ordering": ["pk"],
                    },
                ),
                migrations.AddField(
                    model_name="relative",
                    name="lead",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relatives",
                        to="cases.tracinglead",
                        verbose_name="petunjuk",
                    ),
                ),
                migrations.CreateModel(
                    name="FamilyContact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "whom",
                            models.CharField(blank=True, max_length=200, verbose_name="dengan siapa (di luar daftar)"),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("phone", "Telepon atau WhatsApp"),
                                    ("visit", "Kunjungan ke rumah keluarga"),
                                    ("guest", "Keluarga datang ke panti"),
                                    ("letter", "Surat"),
                                    ("office", "Lewat Dukcapil, desa, TKSK, atau instansi"),
                                    ("social", "Media sosial"),
                                ],
                                max_length=10,
                                verbose_name="cara",
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("reached", "Berhasil dihubungi"),
                                    ("agreed", "Setuju menerima atau menjemput"),
                                    ("refused", "Menolak"),
                                    ("unreached", "Tidak tersambung"),
                                    ("waiting", "Menunggu kabar"),
                                    ("unknown", "Keluarga tidak ditemukan"),
                                ],
                                max_length=10,
                                verbose_name="hasil",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=2000, verbose_name="catatan")),
                        (
                            "consented",
                            models.BooleanField(
                                default=False, verbose_name="klien mengizinkan pencarian lewat media sosial"
                            ),
                        ),
                        (
                            "with_photo",
                            models.BooleanField(
                                db_default=False, default=False, verbose_name="foto klien dipakai di media sosial"
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
                            "tracing",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="cases.familytracing",
                                verbose_name="penelusuran",
                            ),
                        ),
                        (
                            "relative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="cases.relative",
                                verbose_name="dengan siapa",
                            ),
                        ),
                        (
                            "service",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="family_contact",
                                to="cases.servicerecord",
                                verbose_name="layanan",
                            ),
                        ),
                        (
                            "stay",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="family_contacts",
                                to="cases.stay",
                                verbose_name="masa tinggal",
                            ),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="cases.tracinglead",
                                verbose_name="dari petunjuk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kontak keluarga",
                        "verbose_name_plural": "kontak keluarga",
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Visit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                    name="BedOutage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("started_on", models.DateField(verbose_name="tidak dapat dipakai mulai")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="dapat dipakai lagi mulai")),
                        ("reason", models.CharField(max_length=200, verbose_name="alasan")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "bed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="outages",
                                to="cases.bed",
                                verbose_name="tempat tidur",
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
                    ],
                    options={
                        "verbose_name": "tempat tidur tidak dapat dipakai",
                        "verbose_name_plural": "tempat tidur tidak dapat dipakai",
                        "ordering": ["-started_on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"
                                ),
                                name="bed_outage_ends_after_it_starts",
                                violation_error_message="Tanggal dapat dipakai lagi tidak boleh sebelum tanggal mulai.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("bed", "="),
                                    (
                                        models.Func(
                                            "started_on",
                                            "ended_on",
                                            models.Value("[)"),
                                            function="daterange",
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="bed_outage_no_overlap",
                                violation_error_message="Tempat tidur ini sudah dicatat tidak dapat dipakai pada tanggal itu.",
                            ),
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="category",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="category_name_once",
                        violation_error_message="Nama itu sudah ada dalam daftar.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="entrysource",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="entry_source_name_once",
                        violation_error_message="Nama itu sudah ada dalam daftar.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="exitreason",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="exit_reason_name_once",
                        violation_error_message="Nama itu sudah ada dalam daftar.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="aftercarerule",
                    constraint=models.UniqueConstraint(
                        fields=("reason", "days"),
                        name="aftercare_rule_once",
                        violation_error_message="Jadwal itu sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="aftercarerule",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("days__gte", 1)),
                        name="aftercare_rule_after_exit",
                        violation_error_message="Sedikitnya satu hari setelah keluar.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lettertext",
                    constraint=models.UniqueConstraint(fields=("kind", "number"), name="letter_text_version_once"),
                ),
                migrations.AddConstraint(
                    model_name="merge",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kept", models.F("dropped")), _negated=True),
                        name="merge_of_two",
                        violation_error_message="Berkas tidak dapat digabung ke dirinya sendiri.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="merge",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("undone_at", None)),
                        fields=("dropped",),
                        name="merge_standing_once",
                        violation_error_message="Berkas ini sudah digabung.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="merge",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at", None), ("undone_by", None)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="merge_undone_at_and_by",
                        violation_error_message="Pembatalan memerlukan waktu dan pelaku.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="notsame",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="not_same_first_before_second",
                        violation_error_message="Pilih dua berkas yang berbeda.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="notsame",
                    constraint=models.UniqueConstraint(
                        fields=("first", "second"),
                        name="not_same_once",
                        violation_error_message="Keduanya sudah dinyatakan bukan orang yang sama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pickupcheck",
                    constraint=models.UniqueConstraint(
                        fields=("pickup", "item"),
                        name="pickup_check_once",
                        violation_error_message="Syarat ini sudah dicentang.",
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
                    model_name="activitysession",
                    constraint=models.UniqueConstraint(
                        fields=("programme", "on", "at"),
                        name="session_once_at_a_time",
                        nulls_distinct=False,
                        violation_error_message="Sudah ada sesi kegiatan ini pada tanggal dan jam itu.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="region",
                    index=django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("path"), name="gin_trgm_ops"
                        ),
                        name="region_path_trgm",
                    ),
                ),
                migrations.AddIndex(
                    model_name="client",
                    index=django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("search_names", name="gin_trgm_ops"),
                        name="client_search_names",
                    ),
                ),
                migrations.AddIndex(
                    model_name="client",
                    index=django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("nik", name="gin_trgm_ops"), name="client_nik_part"
                    ),
                ),
                migrations.AddIndex(
                    model_name="client",
                    index=models.Index(models.Func("number", function="UPPER"), name="client_number_upper"),
                ),
                migrations.AddIndex(
                    model_name="client",
                    index=models.Index(fields=["name", "id"], name="client_name"),
                ),
                migrations.AddIndex(
                    model_name="client",
                    index=models.Index(
                        models.Func(
                            models.Func(
                                models.F("phone"),
                                models.Value("\\D"),
                                models.Value(""),
                                models.Value("g"),
                                function="regexp_replace",
                            ),
                            models.Value(9),
                            function="right",
                            output_field=models.TextField(),
                        ),
                        name="client_phone_end",
                    ),
                ),
                migrations.AddIndex(
                    model_name="client",
                    index=models.Index(
                        condition=models.Q(("citizenship", "wni"), _negated=True), fields=["id"], name="client_foreign"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="client",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            models.Q(("description", ""), _negated=True),
                            models.Q(("aliases", []), _negated=True),
                            _connector="OR",
                        ),
                        name="client_can_be_called_something",
                        violation_error_message="Isi nama, nama panggilan, atau ciri-ciri klien.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="client",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("nik_status", "valid")),
                        fields=("nik",),
                        name="client_nik_once",
                        violation_error_message="NIK ini sudah tercatat pada klien lain.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="client",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nik__isnull", True), ("nik_status__in", ["", "invalid"])),
                            models.Q(("nik__regex", "^[0-9]{16}$"), ("nik_status__in", ["valid", "doubled"])),
                            _connector="OR",
                        ),
                        name="client_nik_fits_status",
                        violation_error_message="NIK terdiri dari 16 angka.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="client",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("age_estimated_on", None), ("estimated_age", None)),
                            models.Q(("age_estimated_on__isnull", False), ("estimated_age__lte", 130)),
                            _connector="OR",
                        ),
                        name="client_estimated_age_has_date",
                        violation_error_message="Perkiraan usia antara 0 dan 130 tahun.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="client",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("merged_into", models.F("pk")), _negated=True),
                        name="client_not_merged_into_itself",
                        violation_error_message="Berkas tidak dapat digabung ke dirinya sendiri.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="client",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("sex__in", ["L", "P", ""])),
                        name="client_sex_is_known_or_empty",
                        violation_error_message="Pilih laki-laki, perempuan, atau tidak diketahui.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="room",
                    constraint=models.UniqueConstraint(
                        fields=("building", "name"),
                        name="room_name_once",
                        violation_error_message="Kamar dengan nama itu sudah ada di gedung ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bed",
                    constraint=models.UniqueConstraint(
                        fields=("room", "label"),
                        name="bed_label_once",
                        violation_error_message="Nomor itu sudah dipakai di kamar ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bed",
                    constraint=models.UniqueConstraint(fields=("id", "room"), name="bed_and_its_room"),
                ),
                migrations.AddConstraint(
                    model_name="servicerule",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="service_rule_ends_after_it_starts",
                        violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="servicerule",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("quantity__gte", 1),
                            models.Q(
                                ("first_days", None),
                                models.Q(("first_days__gte", 1), ("rule", "daily")),
                                _connector="OR",
                            ),
                        ),
                        name="service_rule_quantity_positive",
                        violation_error_message="Jumlah sedikitnya 1; hari pertama hanya untuk aturan harian.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="servicerule",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("service_type", "="),
                            ("service", "="),
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
                        name="service_rule_one_at_a_time",
                        violation_error_message="Sudah ada aturan lain untuk layanan ini pada masa itu.",
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
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"
                        ),
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
                    model_name="membership",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role__in", ("department", "auditor")), ("shelter", None)),
                            models.Q(
                                models.Q(("role__in", ("department", "auditor")), _negated=True),
                                ("shelter__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="membership_shelter_fits_role",
                        violation_error_message="Peran di panti memerlukan panti; peran dinas tidak memakai panti.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="membership",
                    constraint=models.UniqueConstraint(
                        models.F("user"),
                        models.F("shelter"),
                        models.F("role"),
                        condition=models.Q(("ended_on", None)),
                        name="membership_once",
                        nulls_distinct=False,
                        violation_error_message="Peran ini sudah dimiliki.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="incomingletter",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "year", "sequence"), name="incoming_letter_sequence_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="incomingletter",
                    constraint=models.UniqueConstraint(
                        models.F("shelter"),
                        django.db.models.functions.text.Lower("sender"),
                        django.db.models.functions.text.Lower("number"),
                        models.F("year"),
                        name="incoming_letter_once",
                        violation_error_message="Surat dengan nomor itu dari pengirim itu sudah dicatat tahun ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="incomingletter",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("received_on__gte", models.F("dated_on"))),
                        name="incoming_letter_dated_before_received",
                        violation_error_message="Surat tidak dapat diterima sebelum tanggalnya.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="filewarning",
                    index=models.Index(
                        condition=models.Q(("ended_at", None)), fields=["review_on"], name="warning_review"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="filewarning",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end_reason", ""), ("ended_at", None), ("ended_by", None)),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                models.Q(("end_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="warning_ended_with_reason",
                        violation_error_message="Isi alasan mengapa peringatan diakhiri.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="counter",
                    constraint=models.UniqueConstraint(fields=("shelter", "kind", "year"), name="counter_once"),
                ),
                migrations.AddConstraint(
                    model_name="building",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "name"),
                        name="building_name_once",
                        violation_error_message="Gedung dengan nama itu sudah ada.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="standin",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("first_on"))),
                        name="standin_ends_after_it_starts",
                        violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="standin",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("user", models.F("named_by")), _negated=True),
                        name="standin_not_for_oneself",
                        violation_error_message="Pilih orang lain, bukan diri sendiri.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="standin",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="standin_ended_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="standin",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("ended_at", None)),
                        expressions=[
                            ("shelter", "="),
                            (
                                models.Func(
                                    "first_on",
                                    "until",
                                    models.Value("[]"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="standin_one_at_a_time",
                        violation_error_message="Pada tanggal itu sudah ada Plh. lain. Hentikan dahulu.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="stay",
                    index=models.Index(fields=["shelter", "status", "-entered_on"], name="stay_shelter_status"),
                ),
                migrations.AddIndex(
                    model_name="stay",
                    index=models.Index(fields=["shelter", "entered_on"], name="stay_shelter_entered"),
                ),
                migrations.AddIndex(
                    model_name="stay",
                    index=models.Index(fields=["shelter", "ended_on"], name="stay_shelter_ended"),
                ),
                migrations.AddIndex(
                    model_name="stay",
                    index=models.Index(models.Func("register_number", function="UPPER"), name="stay_register_upper"),
                ),
                migrations.AddIndex(
                    model_name="stay",
                    index=django.contrib.postgres.indexes.GistIndex(
                        models.F("shelter"),
                        models.Func(
                            "entered_on",
                            "ended_on",
                            models.Value("[]"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        name="stay_shelter_days",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stay",
                    constraint=models.UniqueConstraint(
                        models.F("shelter"),
                        models.F("register_number"),
                        name="stay_register_number_once",
                        violation_error_message="Nomor register itu sudah dipakai di panti ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stay",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gte", models.F("entered_on")), _connector="OR"
                        ),
                        name="stay_ends_after_it_starts",
                        violation_error_message="Tanggal keluar tidak boleh sebelum tanggal masuk.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stay",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("exit_reason", None), ("status", "resident")),
                            models.Q(
                                ("ended_on__isnull", False), ("exit_reason__isnull", False), ("status", "discharged")
                            ),
                            ("status", "cancelled"),
                            _connector="OR",
                        ),
                        name="stay_exit_fits_status",
                        violation_error_message="Masa tinggal yang selesai memerlukan tanggal dan alasan keluar.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stay",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("discharged_at", None), ("discharged_by", None)),
                            models.Q(("discharged_at__isnull", False), ("discharged_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="stay_discharged_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stay",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("status", "cancelled"), _negated=True),
                        expressions=[
                            ("client", "="),
                            (
                                models.Func(
                                    "entered_on",
                                    "ended_on",
                                    models.Value("[)"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="stay_no_overlap_per_client",
                        violation_error_message="Klien masih tercatat tinggal di panti pada tanggal itu.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="servicerecord",
                    index=models.Index(
                        fields=["stay", "service", "date"], include=("quantity",), name="service_record_of_stay"
                    ),
                ),
                migrations.AddIndex(
                    model_name="servicerecord",
                    index=models.Index(
                        fields=["date"], include=("stay", "service", "quantity"), name="service_record_of_date"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="servicerecord",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("on_sheet", True)),
                        fields=("stay", "date", "service"),
                        name="service_record_once_on_sheet",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="servicerecord",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quantity__gte", 1)),
                        name="service_record_quantity_positive",
                        violation_error_message="Jumlah sedikitnya 1.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="placement",
                    index=models.Index(fields=["room", "started_on"], name="placement_room"),
                ),
                migrations.AddConstraint(
                    model_name="placement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"
                        ),
                        name="placement_ends_after_it_starts",
                        violation_error_message="Tanggal pindah tidak boleh sebelum tanggal mulai menempati.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="placement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None), ("ended_on", None)),
                            models.Q(
                                ("closed_at__isnull", False), ("closed_by__isnull", False), ("ended_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="placement_closed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="placement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("bed__isnull", False), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="placement_without_bed_says_why",
                        violation_error_message="Tulis alasan memberi tempat tambahan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="placement",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("bed__isnull", False)),
                        expressions=[
                            ("bed", "="),
                            (
                                models.Func(
                                    "started_on",
                                    "ended_on",
                                    models.Value("[)"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="placement_one_per_bed",
                        violation_error_message="Tempat tidur itu sudah ditempati pada tanggal itu.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="placement",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("stay", "="),
                            (
                                models.Func(
                                    "started_on",
                                    "ended_on",
                                    models.Value("[)"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="placement_one_per_stay",
                        violation_error_message="Klien tercatat di tempat lain pada tanggal itu.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pickup",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", "planned")),
                        fields=("stay",),
                        name="pickup_one_open_per_stay",
                        violation_error_message="Sudah ada rencana penjemputan. Ubah atau batalkan rencana itu dahulu.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pickup",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None), ("status", "planned")),
                            models.Q(
                                models.Q(("status", "planned"), _negated=True),
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="pickup_closed_at_and_by",
                        violation_error_message="Rencana yang selesai memerlukan waktu dan pelaku.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pickup",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "cancelled"), _negated=True),
                            models.Q(("close_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="pickup_cancel_explained",
                        violation_error_message="Tulis mengapa penjemputan dibatalkan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="need",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on", None), ("reason", "")),
                            models.Q(
                                ("closed_on__gte", models.F("opened_on")),
                                ("reason__in", ["terpenuhi", "tidak diperlukan", "ditolak"]),
                            ),
                            _connector="OR",
                        ),
                        name="need_closed_with_reason",
                        violation_error_message="Kebutuhan ditutup dengan alasan, tidak sebelum tanggal dibuka.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="need",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("due_on", None), ("due_on__gte", models.F("opened_on")), _connector="OR"),
                        name="need_due_after_it_opened",
                        violation_error_message="Tenggat tidak boleh sebelum kebutuhan dibuka.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="need",
                    constraint=models.UniqueConstraint(
                        fields=("stay", "service", "opened_on"),
                        name="need_opened_once_a_day",
                        violation_error_message="Kebutuhan ini sudah dibuka pada tanggal itu.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="need",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("stay", "="),
                            ("service", "="),
                            (
                                models.Func(
                                    "opened_on",
                                    "closed_on",
                                    models.Value("[)"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="need_open_once_at_a_time",
                        violation_error_message="Kebutuhan akan layanan ini masih terbuka pada masa itu.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="letter",
                    index=models.Index(fields=["shelter", "year", "-issued_on"], name="letter_agenda"),
                ),
                migrations.AddConstraint(
                    model_name="letter",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "year", "sequence"), name="letter_sequence_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="letter",
                    constraint=models.UniqueConstraint(
                        fields=("shelter", "number"),
                        name="letter_number_once",
                        violation_error_message="Nomor ini sudah dipakai surat lain.",
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
                        condition=models.Q(
                            ("reported_at", None), ("reported_at__gte", models.F("at")), _connector="OR"
                        ),
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
                migrations.AddIndex(
                    model_name="identitypaper",
                    index=models.Index(fields=["status", "due_on"], name="paper_status_due"),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gathered_by", None), ("gathered_on", None)),
                            models.Q(("gathered_by__isnull", False), ("gathered_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="paper_gathered_on_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("requested_by", None), ("requested_on", None)),
                            models.Q(("requested_by__isnull", False), ("requested_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="paper_requested_on_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_by", None), ("decided_on", None)),
                            models.Q(("decided_by__isnull", False), ("decided_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="paper_decided_on_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("handed_by", None), ("handed_on", None)),
                            models.Q(("handed_by__isnull", False), ("handed_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="paper_handed_on_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dropped_by", None), ("dropped_on", None)),
                            models.Q(("dropped_by__isnull", False), ("dropped_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="paper_dropped_on_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("gathered_on", None),
                            ("started_on", None),
                            ("gathered_on__gte", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="paper_gathered_on_not_before_started_on",
                        violation_error_message="Syarat tidak mungkin dikumpulkan sebelum dicatat.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("requested_on", None),
                            ("started_on", None),
                            ("requested_on__gte", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="paper_requested_on_not_before_started_on",
                        violation_error_message="Tanggal pengajuan tidak boleh sebelum dicatat.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("decided_on", None),
                            ("requested_on", None),
                            ("decided_on__gte", models.F("requested_on")),
                            _connector="OR",
                        ),
                        name="paper_decided_on_not_before_requested_on",
                        violation_error_message="Tanggal terbit tidak boleh sebelum diajukan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("handed_on", None),
                            ("decided_on", None),
                            ("handed_on__gte", models.F("decided_on")),
                            _connector="OR",
                        ),
                        name="paper_handed_on_not_before_decided_on",
                        violation_error_message="Tanggal penyerahan tidak boleh sebelum terbit.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "requested"), _negated=True),
                            models.Q(("requested_on__isnull", False), models.Q(("office", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="paper_requested_at_an_office",
                        violation_error_message="Isi tanggal dan kantor tempat dokumen diajukan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "issued"), _negated=True),
                            ("decided_on__isnull", False),
                            _connector="OR",
                        ),
                        name="paper_issued_on_a_day",
                        violation_error_message="Isi tanggal terbit.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "refused"), _negated=True),
                            models.Q(("decided_on__isnull", False), models.Q(("refuse_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="paper_refused_with_reason",
                        violation_error_message="Isi tanggal dan alasan penolakan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "handed"), _negated=True),
                            models.Q(("handed_on__isnull", False), models.Q(("handed_to", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="paper_handed_to_somebody",
                        violation_error_message="Isi tanggal dan kepada siapa dokumen diserahkan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dropped"), _negated=True),
                            models.Q(("dropped_on__isnull", False), models.Q(("drop_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="paper_dropped_with_reason",
                        violation_error_message="Isi alasan mengapa dihentikan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("begun_as__in", ("missing", "lost", "damaged", "copy", "held"))),
                        name="paper_begun_as_initial",
                        violation_error_message="Pilih keadaan dokumen sekarang.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "other"), _negated=True),
                            models.Q(("kind_note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="paper_other_is_named",
                        violation_error_message="Tulis dokumen apa yang dimaksud.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="identitypaper",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            ("status__in", ["missing", "lost", "damaged", "copy", "gathered", "requested", "issued"]),
                            models.Q(("kind", "other"), _negated=True),
                        ),
                        fields=("stay", "kind"),
                        name="paper_open_once_per_kind",
                        violation_error_message="Dokumen jenis ini sudah dalam proses.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handoverpermission",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="handover_permission_reasoned",
                        violation_error_message="Tulis alasan pengecualian ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handoverpermission",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="handover_permission_withdrawn_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="familytracing",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("stay",),
                        name="tracing_one_open_per_stay",
                        violation_error_message="Penelusuran keluarga untuk masa tinggal ini masih terbuka.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="familytracing",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_by", None), ("closed_on", None), ("outcome", "")),
                            models.Q(
                                ("closed_by__isnull", False),
                                ("closed_on__gte", models.F("opened_on")),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="tracing_closed_with_outcome",
                        violation_error_message="Penelusuran ditutup dengan hasil, tidak sebelum tanggal dibuka.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="familytracing",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "stopped"), _negated=True),
                            models.Q(("outcome_note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="tracing_stop_explained",
                        violation_error_message="Tulis mengapa penelusuran dihentikan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="familytracing",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("social_media", ""), ("social_media_by", None), ("social_media_on", None)),
                            models.Q(
                                models.Q(("social_media", ""), _negated=True),
                                ("social_media_by__isnull", False),
                                ("social_media_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="tracing_social_media_dated",
                        violation_error_message="Jawaban klien tentang media sosial memerlukan tanggal.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="familytracing",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("photo_permitted_at", None), ("photo_permitted_by", None), ("photo_reason", "")),
                            models.Q(
                                models.Q(("photo_reason", ""), _negated=True),
                                ("photo_permitted_at__isnull", False),
                                ("photo_permitted_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="tracing_photo_permitted_at_and_by",
                        violation_error_message="Izin foto memerlukan alasan, waktu, dan pemberi izin.",
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
                migrations.AddConstraint(
                    model_name="exitrecord",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("letter", None),
                            models.Q(
                                models.Q(("witness_1", ""), _negated=True), models.Q(("witness_2", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="exit_record_minutes_witnessed",
                        violation_error_message="Berita acara memerlukan nama dua saksi.",
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
                        condition=models.Q(
                            ("buried_at", None), ("buried_at__gte", models.F("died_at")), _connector="OR"
                        ),
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
                    model_name="dayrecord",
                    index=models.Index(fields=["date"], name="day_record_date"),
                ),
                migrations.AddConstraint(
                    model_name="dayrecord",
                    constraint=models.UniqueConstraint(
                        fields=("stay", "date"),
                        name="day_record_once",
                        violation_error_message="Kehadiran tanggal itu sudah dicatat.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="clientletter",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("frozen", {}), ("letter", None)),
                            models.Q(("letter__isnull", False), models.Q(("frozen", {}), _negated=True)),
                            _connector="OR",
                        ),
                        name="client_letter_numbered_and_frozen",
                        violation_error_message="Surat yang bernomor menyimpan isinya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="clientletter",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ("recommendation", "travel", "statement")),
                            models.Q(("addressee", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="client_letter_goes_to_somebody",
                        violation_error_message="Tulis kepada siapa surat ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="biometriccheck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_by", None), ("answered_on", None)),
                            models.Q(("answered_by__isnull", False), ("answered_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="biometric_answered_on_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="biometriccheck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_on", None), ("result", "pending")),
                            models.Q(
                                ("result__in", ["found", "not_found"]), ("answered_on__gte", models.F("asked_on"))
                            ),
                            _connector="OR",
                        ),
                        name="biometric_result_has_date",
                        violation_error_message="Hasil dicatat dengan tanggalnya, tidak sebelum permohonan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="belonging",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("returned_by", None), ("returned_on", None)),
                            models.Q(("returned_by__isnull", False), ("returned_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="belonging_returned_on_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="belonging",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("returned_on", None), ("returned_to", "")),
                            models.Q(
                                ("returned_on__gte", models.F("received_on")),
                                models.Q(("returned_to", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="belonging_returned_to_somebody",
                        violation_error_message="Isi tanggal dan kepada siapa barang dikembalikan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="belonging",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quantity__gte", 1)),
                        name="belonging_quantity_positive",
                        violation_error_message="Jumlah sedikitnya 1.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attendance",
                    constraint=models.UniqueConstraint(fields=("session", "stay"), name="attendance_once_per_session"),
                ),
                migrations.AddConstraint(
                    model_name="attachment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("remove_reason", ""),
                                ("removed_at", None),
                                ("removed_by", None),
                                models.Q(("file", ""), _negated=True),
                            ),
                            models.Q(
                                ("file", ""),
                                ("removed_at__isnull", False),
                                ("removed_by__isnull", False),
                                models.Q(("remove_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="attachment_there_or_removed",
                        violation_error_message="Berkas yang dihapus memerlukan alasan.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="aftercare",
                    index=models.Index(condition=models.Q(("done_on", None)), fields=["due_on"], name="aftercare_due"),
                ),
                migrations.AddConstraint(
                    model_name="aftercare",
                    constraint=models.UniqueConstraint(
                        fields=("stay", "due_on"),
                        name="aftercare_once_a_day",
                        violation_error_message="Bimbingan lanjut pada tanggal itu sudah dijadwalkan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="aftercare",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("done_on", None),
                                ("recorded_at", None),
                                ("recorded_by", None),
                                ("result", ""),
                                ("way", ""),
                            ),
                            models.Q(
                                ("done_on__isnull", False),
                                ("recorded_at__isnull", False),
                                ("recorded_by__isnull", False),
                                models.Q(("way", ""), _negated=True),
                                models.Q(("result", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="aftercare_done_with_result",
                        violation_error_message="Kontak yang dilakukan memerlukan tanggal, cara, dan hasil.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="aftercare",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", "concern"), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="aftercare_concern_explained",
                        violation_error_message="Tulis masalahnya di catatan.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="absence",
                    index=models.Index(fields=["stay", "left_on"], name="absence_stay"),
                ),
                migrations.AddConstraint(
                    model_name="absence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("returned_on", None), ("returned_on__gte", models.F("left_on")), _connector="OR"
                        ),
                        name="absence_returns_after_leaving",
                        violation_error_message="Tanggal kembali tidak boleh sebelum tanggal pergi.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="absence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("expected_on", None), ("expected_on__gte", models.F("left_on")), _connector="OR"
                        ),
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
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("let_go_at", None), ("let_go_by", None)),
                            models.Q(("let_go_at__isnull", False), ("let_go_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="absence_let_go_at_and_by",
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
                migrations.AddIndex(
                    model_name="sweep",
                    index=models.Index(fields=["shelter", "-held_on"], name="sweep_shelter_held"),
                ),
                migrations.AddConstraint(
                    model_name="sweep",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("arrived_on__gte", models.F("held_on"))),
                        name="sweep_arrives_after_it_was_held",
                        violation_error_message="Tanggal tiba tidak boleh sebelum tanggal penertiban.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sweep",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None)),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="sweep_closed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sweep",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("letter", None), ("lettered_at", None), ("lettered_by", None)),
                            models.Q(
                                ("letter__isnull", False),
                                ("lettered_at__isnull", False),
                                ("lettered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="sweep_letter_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="arrivalletter",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stay__isnull", False), ("sweep", None)),
                            models.Q(("kind", "together"), ("stay", None), ("sweep__isnull", False)),
                            _connector="OR",
                        ),
                        name="arrival_letter_of_stay_or_sweep",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="arrivalletter",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("voided_at", None)),
                        fields=("stay", "kind"),
                        name="arrival_letter_once_per_stay",
                        violation_error_message="Surat ini sudah bernomor.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="arrivalletter",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("voided_at", None)),
                        fields=("sweep", "kind"),
                        name="arrival_letter_once_per_sweep",
                        violation_error_message="Surat ini sudah bernomor.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="arrivalletter",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("voided_at", None), ("voided_by", None)),
                            models.Q(("voided_at__isnull", False), ("voided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="arrival_letter_voided_at_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sweepperson",
                    constraint=models.UniqueConstraint(
                        fields=("sweep", "serial"),
                        name="sweepperson_serial_once",
                        violation_error_message="Nomor urut itu sudah dipakai.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sweepperson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mark", ""), _negated=True),
                            models.Q(("called", ""), _negated=True),
                            models.Q(("name", ""), _negated=True),
                            models.Q(("photo", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="sweepperson_can_be_told_apart",
                        violation_error_message="Isi satu tanda pengenal: ciri-ciri, nama panggilan, atau foto.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sweepperson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("destination", ""),
                                ("outcome", ""),
                                ("same_as", None),
                                ("stay", None),
                                ("to_shelter", None),
                            ),
                            models.Q(("outcome", "released"), ("same_as", None), ("stay", None), ("to_shelter", None)),
                            models.Q(
                                ("outcome", "admitted"),
                                ("same_as", None),
                                ("stay__isnull", False),
                                ("to_shelter", None),
                            ),
                            models.Q(
                                ("outcome", "shelter"), ("same_as", None), ("stay", None), ("to_shelter__isnull", False)
                            ),
                            models.Q(
                                ("outcome", "partner"),
                                models.Q(("destination", ""), _negated=True),
                                ("same_as", None),
                                ("stay", None),
                                ("to_shelter", None),
                            ),
                            models.Q(
                                ("outcome", "family"),
                                models.Q(("destination", ""), _negated=True),
                                ("same_as", None),
                                ("stay", None),
                                ("to_shelter", None),
                            ),
                            models.Q(
                                ("outcome", "same"), ("same_as__isnull", False), ("stay", None), ("to_shelter", None)
                            ),
                            _connector="OR",
                        ),
                        name="sweepperson_outcome_fits",
                        violation_error_message="Lengkapi keputusan: panti tujuan, nama lembaga, atau siapa yang menjemput.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sweepperson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("estimated_age", None),
                            ("estimated_age__gte", 18),
                            models.Q(
                                models.Q(("outcome", "released"), _negated=True),
                                models.Q(
                                    models.Q(("outcome", "family"), _negated=True),
                                    models.Q(("proof", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="sweepperson_child_in_safe_hands",
                        violation_error_message="Anak hanya diserahkan kepada keluarga dengan bukti hubungan, atau kepada lembaga.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sweepperson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("outcome", "")),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="sweepperson_decided_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sweepperson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("same_as", None), models.Q(("same_as", models.F("pk")), _negated=True), _connector="OR"
                        ),
                        name="sweepperson_not_same_as_itself",
                        violation_error_message="Pilih baris lain.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sweepperson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("estimated_age", None), ("estimated_age__lte", 130), _connector="OR"),
                        name="sweepperson_age_is_human",
                        violation_error_message="Perkiraan usia antara 0 dan 130 tahun.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="taskrule",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("hours__gte", 1)),
                        name="task_rule_has_time",
                        violation_error_message="Batas waktu sedikitnya 1 jam.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="task",
                    index=models.Index(
                        condition=models.Q(("status", "open")), fields=["assigned_to", "due_at"], name="task_open_of"
                    ),
                ),
                migrations.AddIndex(
                    model_name="task",
                    index=models.Index(condition=models.Q(("status", "open")), fields=["due_at"], name="task_open_due"),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("rule__isnull", False)),
                        fields=("stay", "rule"),
                        name="task_once_per_rule",
                        violation_error_message="Tugas ini sudah ada untuk masa tinggal ini.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("assigned_at", None), ("assigned_by", None)),
                            models.Q(("assigned_at__isnull", False), ("assigned_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="task_assigned_at_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("done_by", None)),
                            models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="task_done_at_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("suspended_at", None), ("suspended_by", None)),
                            models.Q(("suspended_at__isnull", False), ("suspended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="task_suspended_at_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cancelled_at", None), ("cancelled_by", None)),
                            models.Q(("cancelled_at__isnull", False), ("cancelled_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="task_cancelled_at_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("assigned_to", None), ("assigned_at__isnull", False), _connector="OR"),
                        name="task_assigned_to_somebody",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cancelled_at", None), ("done_at", None), ("status", "open"), ("suspended_at", None)
                            ),
                            models.Q(
                                ("cancelled_at", None),
                                ("done_at__isnull", False),
                                ("status", "done"),
                                ("suspended_at", None),
                            ),
                            models.Q(
                                ("cancelled_at", None),
                                ("done_at", None),
                                ("status", "suspended"),
                                ("suspended_at__isnull", False),
                                models.Q(("suspend_reason", ""), _negated=True),
                            ),
                            models.Q(
                                ("cancelled_at__isnull", False),
                                ("done_at", None),
                                ("status", "cancelled"),
                                ("suspended_at", None),
                                models.Q(("cancel_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="task_status_fits",
                        violation_error_message="Tulis alasannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tracinglead",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="lead_says_something",
                        violation_error_message="Tulis apa petunjuknya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tracinglead",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "new"), ("state_at", None), ("state_by", None)),
                            models.Q(
                                models.Q(("state", "new"), _negated=True),
                                ("state_at__isnull", False),
                                ("state_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="lead_state_at_and_by",
                        violation_error_message="Keadaan petunjuk memerlukan waktu dan pencatat.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tracinglead",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "dead"), _negated=True),
                            models.Q(("result", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="lead_dead_end_explained",
                        violation_error_message="Tulis mengapa petunjuk ini buntu.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="relative",
                    index=models.Index(
                        models.Func(
                            models.Func(
                                models.F("phone"),
                                models.Value("\\D"),
                                models.Value(""),
                                models.Value("g"),
                                function="regexp_replace",
                            ),
                            models.Value(9),
                            function="right",
                            output_field=models.TextField(),
                        ),
                        name="relative_phone_end",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relative",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="relative_has_name",
                        violation_error_message="Isi nama keluarga atau wali.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relative",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_by", None), ("decided_on", None), ("proof", ""), ("state", "claimed")),
                            models.Q(
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                                ("state", "proven"),
                                models.Q(("proof", ""), _negated=True),
                            ),
                            models.Q(
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                                ("state", "disproven"),
                                models.Q(("decision_note", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="relative_state_fits_proof",
                        violation_error_message="Hubungan yang terbukti memerlukan bukti, yang tidak benar alasannya.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="familycontact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("relative__isnull", False), models.Q(("whom", ""), _negated=True), _connector="OR"
                        ),
                        name="family_contact_with_somebody",
                        violation_error_message="Pilih keluarga dari daftar, atau tulis dengan siapa.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="familycontact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", "refused"), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="family_contact_refusal_explained",
                        violation_error_message="Tulis alasan penolakan di catatan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="familycontact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("way", "social"), _negated=True), ("consented", True), _connector="OR"
                        ),
                        name="family_contact_social_media_consented",
                        violation_error_message="Media sosial hanya dengan izin klien.",
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
        ),
        *operations("cases", "0002_lists_and_catalogue", migrations.RunPython),
        *operations("cases", "0003_short_labels", migrations.RunPython),
        *operations("cases", "0007_rooms", migrations.RunSQL),
        *operations("cases", "0008_presence_and_limits", migrations.RunPython),
        *operations("cases", "0009_family_and_exit", migrations.RunPython),
        *operations("cases", "0013_tasks", migrations.RunPython),
        *operations("cases", "0017_letters", migrations.RunPython),
        *operations("cases", "0019_way_home", migrations.RunPython),
    ]
