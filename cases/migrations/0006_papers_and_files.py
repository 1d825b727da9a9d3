import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_same_person")]
    operations = [
        migrations.CreateModel(
            name="IdentityPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
            name="CoverLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office", models.CharField(max_length=150, verbose_name="kepada")),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="di")),
                ("biometric", models.BooleanField(default=False, verbose_name="sekaligus mohon pencocokan biometrik")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="keterangan untuk Dukcapil")),
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
                (
                    "papers",
                    models.ManyToManyField(
                        related_name="cover_letters", to="cases.identitypaper", verbose_name="dokumen"
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
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("original_name", models.CharField(blank=True, max_length=150, verbose_name="nama berkas asal")),
                ("content_type", models.CharField(max_length=100, verbose_name="bentuk")),
                ("size", models.PositiveIntegerField(verbose_name="ukuran")),
                ("sha256", models.CharField(max_length=64)),
                ("uploaded_at", models.DateTimeField(auto_now_add=True)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("remove_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan dihapus")),
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
            ],
            options={
                "verbose_name": "berkas",
                "verbose_name_plural": "berkas",
                "ordering": ["-uploaded_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Belonging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("description", models.CharField(max_length=200, verbose_name="barang")),
                (
                    "quantity",
                    models.PositiveIntegerField(
                        default=1, validators=[django.core.validators.MinValueValidator(1)], verbose_name="jumlah"
                    ),
                ),
                ("value_note", models.CharField(blank=True, max_length=200, verbose_name="nilai atau keadaan")),
                ("kept_at", models.CharField(blank=True, max_length=100, verbose_name="disimpan di")),
                ("received_on", models.DateField(verbose_name="diterima")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="dikembalikan")),
                ("returned_to", models.CharField(blank=True, max_length=150, verbose_name="dikembalikan kepada")),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("returned_by", None), ("returned_on", None)),
                            models.Q(("returned_by__isnull", False), ("returned_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="belonging_returned_on_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gte", 1)),
                        name="belonging_quantity_positive",
                        violation_error_message="Jumlah sedikitnya 1.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BiometricCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_by", None), ("answered_on", None)),
                            models.Q(("answered_by__isnull", False), ("answered_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="biometric_answered_on_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="FileWarning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                "indexes": [
                    models.Index(condition=models.Q(("ended_at", None)), fields=["review_on"], name="warning_review")
                ],
                "constraints": [
                    models.CheckConstraint(
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
                    )
                ],
            },
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
                    models.Q(("status", "issued"), _negated=True), ("decided_on__isnull", False), _connector="OR"
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
    ]
