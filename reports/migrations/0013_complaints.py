from datetime import date

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SOURCE = {
    "complaint": (3, 5, 14, "SP4N-LAPOR!: verifikasi 3 hari kerja. Tindak lanjut 5 dan jawaban 14 hari kerja belum "
                  "dipastikan (ada yang menyebut 60)."),
    "suggestion": (3, 5, 14, "Disamakan dengan pengaduan; belum ada dasar tersendiri."),
    "information": (3, 5, 5, "SP4N-LAPOR!: permintaan informasi 5 hari kerja; belum dipastikan."),
    "thanks": (3, 14, 14, "Kesepakatan; aturan tidak memberi batas."),
    "person": (1, 1, 3, "Orang yang perlu ditolong tidak menunggu; tetapkan menurut SOP dinas."),
}  # fmt: skip


def limits(apps, schema_editor):
    """What the department starts with; it corrects them with their source."""
    rows = [
        apps.get_model("reports", "ComplaintLimit")(
            kind=kind, valid_from=date(2020, 1, 1), verify_days=verify, follow_days=follow, finish_days=finish,
            reopen_days=14, source=source,
        )
        for kind, (verify, follow, finish, source) in SOURCE.items()
    ]  # fmt: skip
    apps.get_model("reports", "ComplaintLimit").objects.bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [("reports", "0012_survey_results")]

    operations = [
        migrations.CreateModel(
            name="Complaint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(unique=True)),
                ("number", models.CharField(max_length=30, unique=True, verbose_name="nomor")),
                ("code_hash", models.CharField(max_length=64)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("form", "Formulir publik"),
                            ("desk", "Langsung"),
                            ("phone", "Telepon"),
                            ("letter", "Surat"),
                            ("whatsapp", "WhatsApp"),
                            ("sp4n", "SP4N-LAPOR!"),
                            ("box", "Kotak saran"),
                        ],
                        max_length=10,
                        verbose_name="saluran",
                    ),
                ),
                (
                    "addressed_to",
                    models.CharField(
                        choices=[("shelter", "Panti"), ("department", "Dinas")],
                        max_length=10,
                        verbose_name="ditujukan kepada",
                    ),
                ),
                ("about_head", models.BooleanField(default=False, verbose_name="tentang kepala panti")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complaint", "Pengaduan"),
                            ("suggestion", "Saran atau aspirasi"),
                            ("information", "Permintaan informasi"),
                            ("thanks", "Apresiasi"),
                            ("person", "Laporan tentang orang yang perlu ditolong"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("subject", models.CharField(max_length=150, verbose_name="perihal")),
                ("text", models.TextField(max_length=4000, verbose_name="isi")),
                ("happened_on", models.DateField(blank=True, null=True, verbose_name="tanggal kejadian")),
                ("file", models.FileField(blank=True, upload_to="pengaduan/", verbose_name="lampiran")),
                ("reporter_name", models.CharField(blank=True, max_length=100, verbose_name="nama pengirim")),
                ("reporter_phone", models.CharField(blank=True, max_length=30, verbose_name="telepon pengirim")),
                ("reporter_email", models.EmailField(blank=True, max_length=254, verbose_name="surel pengirim")),
                (
                    "confidentiality",
                    models.CharField(
                        choices=[("open", "Terbuka"), ("secret", "Rahasia")],
                        default="open",
                        max_length=10,
                        verbose_name="kerahasiaan",
                    ),
                ),
                ("sp4n_id", models.CharField(blank=True, max_length=30, verbose_name="nomor SP4N-LAPOR!")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("received", "Diterima"),
                            ("verified", "Terverifikasi"),
                            ("in_progress", "Ditindaklanjuti"),
                            ("answered", "Dijawab"),
                            ("closed", "Ditutup"),
                            ("refused", "Tidak dapat diproses"),
                            ("duplicate", "Ganda"),
                            ("forwarded", "Diteruskan ke instansi lain"),
                        ],
                        default="received",
                        max_length=12,
                        verbose_name="keadaan",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="diterima")),
                ("received_on", models.DateField(verbose_name="tanggal diterima")),
                ("counted_from", models.DateField(verbose_name="tenggat dihitung sejak")),
                ("verified_at", models.DateTimeField(blank=True, null=True, verbose_name="diverifikasi")),
                ("verdict", models.TextField(blank=True, max_length=1000, verbose_name="penjelasan bagi pengirim")),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("scope", "Di luar pelayanan panti dan dinas"),
                            ("unclear", "Keterangan kurang dan pengirim tidak dapat dihubungi"),
                            ("court", "Sedang ditangani penegak hukum atau pengadilan"),
                            ("abuse", "Hanya berisi hinaan atau iklan"),
                            ("other", "Lainnya"),
                        ],
                        max_length=10,
                        verbose_name="alasan tidak dapat diproses",
                    ),
                ),
                ("forwarded_to", models.CharField(blank=True, max_length=150, verbose_name="diteruskan kepada")),
                ("assigned_at", models.DateTimeField(blank=True, null=True)),
                ("followed_at", models.DateTimeField(blank=True, null=True, verbose_name="tindak lanjut pertama")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup")),
                (
                    "satisfaction",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "Sangat tidak puas"), (2, "Tidak puas"), (3, "Puas"), (4, "Sangat puas")],
                        null=True,
                        verbose_name="kepuasan pengirim",
                    ),
                ),
                (
                    "reopened_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="dibuka kembali oleh pengirim"),
                ),
                (
                    "reopened_count",
                    models.PositiveSmallIntegerField(default=0, verbose_name="berapa kali dibuka kembali"),
                ),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="complaints",
                        to="cases.shelter",
                        verbose_name="tentang panti",
                    ),
                ),
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
                        related_name="complaints",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditangani oleh",
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
                    "duplicate_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duplicates",
                        to="reports.complaint",
                        verbose_name="ganda dari",
                    ),
                ),
                (
                    "followed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "request",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="referrals.intakerequest",
                        verbose_name="permintaan penerimaan",
                    ),
                ),
                (
                    "verified_by",
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
                "verbose_name": "pengaduan",
                "verbose_name_plural": "pengaduan",
                "ordering": ["-received_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ComplaintClient",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("joined_at", models.DateTimeField(verbose_name="dihubungkan")),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.client",
                        verbose_name="klien",
                    ),
                ),
                (
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clients",
                        to="reports.complaint",
                        verbose_name="laporan",
                    ),
                ),
                (
                    "joined_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dihubungkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "klien dalam laporan",
                "verbose_name_plural": "klien dalam laporan",
                "ordering": ["joined_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ComplaintCounter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                (
                    "shelter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.shelter",
                    ),
                ),
            ],
            options={
                "verbose_name": "penghitung pengaduan",
                "verbose_name_plural": "penghitung pengaduan",
            },
        ),
        migrations.CreateModel(
            name="ComplaintLimit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complaint", "Pengaduan"),
                            ("suggestion", "Saran atau aspirasi"),
                            ("information", "Permintaan informasi"),
                            ("thanks", "Apresiasi"),
                            ("person", "Laporan tentang orang yang perlu ditolong"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Yang masuk sebelum tanggal ini tetap memakai batas sebelumnya.",
                        verbose_name="berlaku sejak",
                    ),
                ),
                (
                    "verify_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1, "Sedikitnya 1 hari."),
                            django.core.validators.MaxValueValidator(250, "Paling lama 250 hari."),
                        ],
                        verbose_name="verifikasi paling lama (hari kerja)",
                    ),
                ),
                (
                    "follow_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1, "Sedikitnya 1 hari."),
                            django.core.validators.MaxValueValidator(250, "Paling lama 250 hari."),
                        ],
                        verbose_name="tindak lanjut pertama paling lama (hari kerja)",
                    ),
                ),
                (
                    "finish_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1, "Sedikitnya 1 hari."),
                            django.core.validators.MaxValueValidator(250, "Paling lama 250 hari."),
                        ],
                        verbose_name="jawaban paling lama (hari kerja)",
                    ),
                ),
                (
                    "reopen_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1, "Sedikitnya 1 hari."),
                            django.core.validators.MaxValueValidator(250, "Paling lama 250 hari."),
                        ],
                        verbose_name="dapat dibuka kembali oleh pengirim dalam (hari kalender)",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="Peraturan, SOP, atau keputusan dinas.", max_length=300, verbose_name="sumber"
                    ),
                ),
            ],
            options={
                "verbose_name": "batas waktu pengaduan",
                "verbose_name_plural": "batas waktu pengaduan",
                "ordering": ["kind", "-valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "valid_from"),
                        name="complaint_limit_once_per_day",
                        violation_error_message="Batas jenis ini sejak tanggal itu sudah ada. Ubah yang sudah ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("finish_days__gte", models.F("follow_days")),
                            ("follow_days__gte", models.F("verify_days")),
                            ("reopen_days__gte", 1),
                            ("verify_days__gte", 1),
                        ),
                        name="complaint_limit_in_order",
                        violation_error_message="Urutannya: verifikasi, lalu tindak lanjut, lalu jawaban; semua sedikitnya 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="complaint_limit_has_source",
                        violation_error_message="Tulis sumber batas ini.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComplaintShare",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(max_length=2000, verbose_name="yang disampaikan kepada panti")),
                ("shared_at", models.DateTimeField(verbose_name="disampaikan")),
                ("reply", models.TextField(blank=True, max_length=2000, verbose_name="tanggapan panti")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="ditanggapi")),
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
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="reports.complaint",
                        verbose_name="pengaduan",
                    ),
                ),
                (
                    "shared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disampaikan oleh",
                    ),
                ),
                (
                    "shelter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="complaint_shares",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "permintaan tanggapan dinas",
                "verbose_name_plural": "permintaan tanggapan dinas",
                "ordering": ["-shared_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ComplaintStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("note", "Catatan (tidak dibaca pengirim)"),
                            ("message", "Pesan kepada pengirim"),
                            ("answer", "Jawaban"),
                            ("sender", "Pesan dari pengirim"),
                            ("reopened", "Dibuka kembali oleh pengirim"),
                        ],
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="isi")),
                ("at", models.DateTimeField(verbose_name="waktu")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
                (
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="reports.complaint",
                        verbose_name="pengaduan",
                    ),
                ),
            ],
            options={
                "verbose_name": "langkah pengaduan",
                "verbose_name_plural": "langkah pengaduan",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="complaint",
            index=models.Index(fields=["about", "-received_at"], name="complaint_about"),
        ),
        migrations.AddIndex(
            model_name="complaint",
            index=models.Index(fields=["status", "counted_from"], name="complaint_waiting"),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("addressed_to", "shelter"), _negated=True), ("about__isnull", False), _connector="OR"
                ),
                name="complaint_addressed_to_a_shelter",
                violation_error_message="Pilih panti yang dituju.",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("addressed_to", "department"),
                    models.Q(("about_head", False), ("confidentiality", "open")),
                    _connector="OR",
                ),
                name="complaint_secret_is_the_departments",
                violation_error_message="Yang rahasia dan yang tentang kepala panti ditangani dinas.",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("channel", "form"), ("received_by", None)),
                    models.Q(
                        models.Q(("channel", "form"), _negated=True), models.Q(("received_by", None), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="complaint_typed_by_somebody_or_the_form",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(("counted_from__gte", models.F("received_on"))),
                name="complaint_counted_since_it_came",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("happened_on", None), ("happened_on__lte", models.F("received_on")), _connector="OR"
                ),
                name="complaint_happened_before_it_came",
                violation_error_message="Tanggal kejadian belum tiba.",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verified_at", None), ("verified_by", None)),
                    models.Q(("verified_at__isnull", False), ("verified_by__isnull", False)),
                    _connector="OR",
                ),
                name="complaint_verified_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "received"), ("verified_at", None)),
                    models.Q(
                        models.Q(("status", "received"), _negated=True), models.Q(("verified_at", None), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="complaint_verified_unless_just_received",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "refused"), models.Q(("reason", ""), _negated=True)),
                    models.Q(models.Q(("status", "refused"), _negated=True), ("reason", "")),
                    _connector="OR",
                ),
                name="complaint_refused_with_reason",
                violation_error_message="Pilih alasan tidak dapat diproses.",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", "other"), _negated=True),
                    models.Q(("verdict", ""), _negated=True),
                    _connector="OR",
                ),
                name="complaint_other_reason_told",
                violation_error_message="Tulis alasan lainnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "duplicate"), ("duplicate_of__isnull", False)),
                    models.Q(
                        models.Q(("status", "duplicate"), _negated=True),
                        models.Q(("duplicate_of__isnull", False), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="complaint_duplicate_of_one",
                violation_error_message="Pilih laporan yang sama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("duplicate_of", None), models.Q(("duplicate_of", models.F("id")), _negated=True), _connector="OR"
                ),
                name="complaint_duplicate_of_another",
                violation_error_message="Laporan tidak dapat menjadi ganda dari dirinya sendiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "forwarded"), models.Q(("forwarded_to", ""), _negated=True)),
                    models.Q(models.Q(("status", "forwarded"), _negated=True), ("forwarded_to", "")),
                    _connector="OR",
                ),
                name="complaint_forwarded_somewhere",
                violation_error_message="Tulis instansi yang dituju.",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("assigned_at", None), ("assigned_by", None), ("assigned_to", None)),
                    models.Q(
                        ("assigned_at__isnull", False), ("assigned_by__isnull", False), ("assigned_to__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="complaint_assigned_at_to_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("followed_at", None), ("followed_by", None)),
                    models.Q(("followed_at__isnull", False), ("followed_by__isnull", False)),
                    _connector="OR",
                ),
                name="complaint_followed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ["in_progress", "answered", "closed"]), _negated=True),
                    ("followed_at__isnull", False),
                    _connector="OR",
                ),
                name="complaint_followed_before_it_is_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("answered_by", None)),
                    models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                    _connector="OR",
                ),
                name="complaint_answered_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ("answered", "closed")), ("answered_at__isnull", False)),
                    models.Q(
                        models.Q(("status__in", ("answered", "closed")), _negated=True),
                        models.Q(("answered_at__isnull", False), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="complaint_answered_when_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None)),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                    _connector="OR",
                ),
                name="complaint_closed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "closed"), ("closed_at__isnull", False)),
                    models.Q(
                        models.Q(("status", "closed"), _negated=True),
                        models.Q(("closed_at__isnull", False), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="complaint_closed_when_closed",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("satisfaction", None),
                    models.Q(
                        ("satisfaction__gte", 1), ("satisfaction__lte", 4), ("status__in", ("answered", "closed"))
                    ),
                    _connector="OR",
                ),
                name="complaint_judged_when_done",
                violation_error_message="Kepuasan dicatat sesudah dijawab.",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reopened_at", None), ("reopened_count", 0)),
                    models.Q(
                        models.Q(("reopened_at", None), _negated=True), models.Q(("reopened_count", 0), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="complaint_reopened_at_and_how_often",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(("request", None), ("kind", "person"), _connector="OR"),
                name="complaint_asked_for_help_of_a_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintclient",
            constraint=models.UniqueConstraint(
                fields=("complaint", "client"),
                name="complaint_client_once",
                violation_error_message="Klien ini sudah dihubungkan dengan laporan ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintcounter",
            constraint=models.UniqueConstraint(
                fields=("shelter", "year"), name="complaint_counter_once", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintshare",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("answered_by", None)),
                    models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                    _connector="OR",
                ),
                name="complaint_share_answered_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintshare",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("reply", "")),
                    models.Q(("answered_at__isnull", False), models.Q(("reply", ""), _negated=True)),
                    _connector="OR",
                ),
                name="complaint_share_answered_with_words",
                violation_error_message="Tulis tanggapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("by", None), ("kind__in", ["sender", "reopened"])),
                    models.Q(models.Q(("kind__in", ["sender", "reopened"]), _negated=True), ("by__isnull", False)),
                    _connector="OR",
                ),
                name="complaint_step_by_staff_or_sender",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintstep",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="complaint_step_says_something",
                violation_error_message="Tulis isinya.",
            ),
        ),
        migrations.RunPython(limits, migrations.RunPython.noop),
    ]
