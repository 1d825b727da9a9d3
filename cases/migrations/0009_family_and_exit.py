"""Family, guardians, contacts with them, and what each way out asks for.

What a reason asks for, and after how many days somebody asks how it goes, are rows that a department then edits.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ASKS = {
    "reunifikasi": ["needs_receiver", "needs_relation_proven", "needs_papers", "is_reunion"],
    "pemulangan": ["needs_region"],
    "rujukan-panti": ["to_institution", "needs_letter"],
    "rujukan-rs": ["to_institution", "needs_letter"],
    "rujukan-lks": ["to_institution", "needs_letter"],
    "mandiri": ["needs_destination"],
    "kabur": ["is_abscond"],
    "meninggal": ["is_death"],
    "menolak": ["needs_statement"],
}
AFTERCARE = {
    "reunifikasi": [7, 30, 90],
    "pemulangan": [7, 30],
    "rujukan-panti": [30],
    "rujukan-rs": [7],
    "rujukan-lks": [30],
    "mandiri": [30, 90],
}


def fill_in(apps, schema_editor):
    reasons = apps.get_model("cases", "ExitReason").objects
    for slug, asks in ASKS.items():
        reasons.filter(slug=slug).update(**dict.fromkeys(asks, True))
    rules = apps.get_model("cases", "AftercareRule")
    known = dict(reasons.filter(slug__in=AFTERCARE).values_list("slug", "pk"))
    rules.objects.bulk_create(
        rules(reason_id=known[slug], days=days) for slug, plan in AFTERCARE.items() for days in plan
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_presence_and_limits")]

    operations = [
        migrations.AddField(
            model_name="exitreason",
            name="is_abscond",
            field=models.BooleanField(default=False, verbose_name="pergi tanpa izin"),
        ),
        migrations.AddField(
            model_name="exitreason",
            name="is_death",
            field=models.BooleanField(default=False, verbose_name="karena meninggal"),
        ),
        migrations.AddField(
            model_name="exitreason",
            name="is_reunion",
            field=models.BooleanField(default=False, verbose_name="kembali ke keluarga"),
        ),
        migrations.AddField(
            model_name="exitreason",
            name="needs_destination",
            field=models.BooleanField(default=False, verbose_name="memerlukan alamat tujuan"),
        ),
        migrations.AddField(
            model_name="exitreason",
            name="needs_letter",
            field=models.BooleanField(default=False, verbose_name="memerlukan surat ke lembaga"),
        ),
        migrations.AddField(
            model_name="exitreason",
            name="needs_papers",
            field=models.BooleanField(default=False, verbose_name="memerlukan berkas penjemputan"),
        ),
        migrations.AddField(
            model_name="exitreason",
            name="needs_receiver",
            field=models.BooleanField(default=False, verbose_name="memerlukan penerima"),
        ),
        migrations.AddField(
            model_name="exitreason",
            name="needs_region",
            field=models.BooleanField(default=False, verbose_name="memerlukan wilayah tujuan"),
        ),
        migrations.AddField(
            model_name="exitreason",
            name="needs_relation_proven",
            field=models.BooleanField(default=False, verbose_name="hubungan penerima harus terbukti"),
        ),
        migrations.AddField(
            model_name="exitreason",
            name="needs_statement",
            field=models.BooleanField(default=False, verbose_name="memerlukan pernyataan klien"),
        ),
        migrations.AddField(
            model_name="exitreason",
            name="to_institution",
            field=models.BooleanField(default=False, verbose_name="diserahkan kepada lembaga"),
        ),
        migrations.AddField(
            model_name="stay",
            name="guard_note",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                max_length=200,
                verbose_name="tidak boleh diserahkan tanpa verifikasi, karena",
            ),
        ),
        migrations.CreateModel(
            name="Household",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            name="HouseholdMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            name="Relative",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("decision_note", models.CharField(blank=True, max_length=300, verbose_name="keterangan pemeriksaan")),
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
        migrations.CreateModel(
            name="HandoverPermission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="permissions_to_hand_over",
                        to="cases.stay",
                        verbose_name="masa tinggal",
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
            ],
            options={
                "verbose_name": "izin penyerahan",
                "verbose_name_plural": "izin penyerahan",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="FamilyContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("whom", models.CharField(blank=True, max_length=200, verbose_name="dengan siapa (di luar daftar)")),
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
                    models.BooleanField(default=False, verbose_name="klien mengizinkan pencarian lewat media sosial"),
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
            ],
            options={
                "verbose_name": "kontak keluarga",
                "verbose_name_plural": "kontak keluarga",
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ExitRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "receiver_facts",
                    models.JSONField(blank=True, default=dict, verbose_name="data penerima saat penyerahan"),
                ),
                ("has_ktp", models.BooleanField(default=False, verbose_name="KTP penjemput")),
                ("has_kk", models.BooleanField(default=False, verbose_name="Kartu Keluarga")),
                ("has_rt_letter", models.BooleanField(default=False, verbose_name="surat keterangan RT/RW")),
                ("has_statement", models.BooleanField(default=False, verbose_name="surat pernyataan bermeterai")),
                ("escort", models.CharField(blank=True, max_length=200, verbose_name="pendamping perjalanan")),
                ("ticket", models.CharField(blank=True, max_length=200, verbose_name="tiket atau kendaraan")),
                ("cost", models.PositiveIntegerField(blank=True, null=True, verbose_name="biaya (rupiah)")),
                ("institution", models.CharField(blank=True, max_length=200, verbose_name="lembaga penerima")),
                ("institution_officer", models.CharField(blank=True, max_length=200, verbose_name="petugas penerima")),
                ("letter_number", models.CharField(blank=True, max_length=100, verbose_name="nomor surat rujukan")),
                ("letter_follows", models.BooleanField(default=False, verbose_name="surat menyusul")),
                ("work", models.CharField(blank=True, max_length=200, verbose_name="pekerjaan atau kegiatan")),
                ("statement", models.TextField(blank=True, max_length=2000, verbose_name="pernyataan klien")),
                ("witness_1", models.CharField(blank=True, max_length=200, verbose_name="saksi pertama")),
                ("witness_2", models.CharField(blank=True, max_length=200, verbose_name="saksi kedua")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
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
                    "recorded_by",
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
                        verbose_name="wilayah tujuan",
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
            ],
            options={
                "verbose_name": "catatan keluar",
                "verbose_name_plural": "catatan keluar",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Aftercare",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                "indexes": [
                    models.Index(condition=models.Q(("done_on", None)), fields=["due_on"], name="aftercare_due")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("stay", "due_on"),
                        name="aftercare_once_a_day",
                        violation_error_message="Bimbingan lanjut pada tanggal itu sudah dijadwalkan.",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", "concern"), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="aftercare_concern_explained",
                        violation_error_message="Tulis masalahnya di catatan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AftercareRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("reason", "days"),
                        name="aftercare_rule_once",
                        violation_error_message="Jadwal itu sudah ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__gte", 1)),
                        name="aftercare_rule_after_exit",
                        violation_error_message="Sedikitnya satu hari setelah keluar.",
                    ),
                ],
            },
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
            model_name="familycontact",
            constraint=models.CheckConstraint(
                condition=models.Q(("relative__isnull", False), models.Q(("whom", ""), _negated=True), _connector="OR"),
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
                condition=models.Q(models.Q(("way", "social"), _negated=True), ("consented", True), _connector="OR"),
                name="family_contact_social_media_consented",
                violation_error_message="Media sosial hanya dengan izin klien.",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("letter", None),
                    models.Q(models.Q(("witness_1", ""), _negated=True), models.Q(("witness_2", ""), _negated=True)),
                    _connector="OR",
                ),
                name="exit_record_minutes_witnessed",
                violation_error_message="Berita acara memerlukan nama dua saksi.",
            ),
        ),
        migrations.RunPython(fill_in, migrations.RunPython.noop),
    ]
