import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# What stood there before: each asked alone, by telephone or letter, and waiting since its last step.
FILL = """
update referrals_referral set
    batch = gen_random_uuid(),
    answered_channel = case when answered_at is null then '' else 'phone' end,
    waiting_since = coalesce(answered_at, sent_at),
    ended_at = case status
        when 'declined' then answered_at when 'completed' then completed_at when 'withdrawn' then withdrawn_at
    end;
set constraints all immediate;
"""
USUAL = ("identity", "contact", "category", "assessment_summary", "needs")


def share_as_before(apps, schema_editor):
    """Letters said all of this without being asked; a confidential category they left out."""
    Referral, Share = apps.get_model("referrals", "Referral"), apps.get_model("referrals", "ReferralShare")
    rows = Referral.objects.values_list("pk", "stay__category__is_confidential")
    Share.objects.bulk_create(
        Share(referral_id=pk, piece=piece, sensitive=piece != "needs")
        for pk, confidential in rows
        for piece in USUAL
        if not (confidential and piece == "category")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0003_partners"),
        ("cases", "0018_referral_rules"),
        ("assessments", "0008_papers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReferralAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("differs", models.BooleanField(default=False, verbose_name="berbeda dari jawaban yang berlaku")),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            ],
            options={
                "verbose_name": "bagian yang dibagikan",
                "verbose_name_plural": "bagian yang dibagikan",
                "ordering": ["pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="referral",
            name="referral_running_once_per_partner",
        ),
        migrations.RemoveConstraint(
            model_name="referral",
            name="referral_consent_explained",
        ),
        migrations.RemoveConstraint(
            model_name="referral",
            name="referral_sent_fits_status",
        ),
        migrations.RemoveConstraint(
            model_name="referral",
            name="referral_answered_at_and_by",
        ),
        migrations.RemoveConstraint(
            model_name="referral",
            name="referral_answer_fits_status",
        ),
        migrations.RemoveConstraint(
            model_name="referral",
            name="referral_arranged_when_accepted",
        ),
        migrations.RemoveConstraint(
            model_name="referral",
            name="referral_completed_at_and_by",
        ),
        migrations.RemoveConstraint(
            model_name="referral",
            name="referral_withdrawn_at_and_by",
        ),
        migrations.AddField(
            model_name="referral",
            name="answered_by_position",
            field=models.CharField(blank=True, max_length=150, verbose_name="jabatan yang menjawab"),
        ),
        migrations.AddField(
            model_name="referral",
            name="answered_channel",
            field=models.CharField(
                blank=True,
                choices=[("link", "Tautan"), ("phone", "Telepon"), ("letter", "Surat"), ("inside", "Dalam sistem")],
                max_length=10,
                verbose_name="dijawab lewat",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="approved_as",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.standin"
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="approved_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="approved_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="arrived_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="arrived_on",
            field=models.DateField(blank=True, null=True, verbose_name="tanggal tiba"),
        ),
        migrations.AddField(
            model_name="referral",
            name="batch",
            field=models.UUIDField(db_index=True, default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name="referral",
            name="closed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="consent_paper",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referrals",
                to="assessments.consent",
                verbose_name="lembar persetujuan",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="handed_over_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="handed_over_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="handed_over_on",
            field=models.DateField(blank=True, null=True, verbose_name="tanggal serah terima"),
        ),
        migrations.AddField(
            model_name="referral",
            name="postponed_until",
            field=models.DateField(blank=True, null=True, verbose_name="ditunda sampai"),
        ),
        migrations.AddField(
            model_name="referral",
            name="received_by_name",
            field=models.CharField(blank=True, max_length=200, verbose_name="diterima oleh"),
        ),
        migrations.AddField(
            model_name="referral",
            name="reminded_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="reminded_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="return_note",
            field=models.CharField(blank=True, max_length=1000, verbose_name="catatan kepala"),
        ),
        migrations.AddField(
            model_name="referral",
            name="returned_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="returned_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="submitted_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="submitted_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="task",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referral",
                to="cases.task",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="waiting_since",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="wished_on",
            field=models.DateField(blank=True, null=True, verbose_name="diharapkan paling lambat"),
        ),
        migrations.AlterField(
            model_name="referral",
            name="answer_note",
            field=models.TextField(blank=True, max_length=3000, verbose_name="catatan jawaban"),
        ),
        migrations.AlterField(
            model_name="referral",
            name="consent",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="referral",
            name="consent_note",
            field=models.CharField(
                blank=True,
                help_text="Wajib bila bukan klien sendiri yang menyetujui: siapa walinya, atau mengapa tanpa persetujuan.",
                max_length=300,
                verbose_name="keterangan persetujuan",
            ),
        ),
        migrations.AlterField(
            model_name="referral",
            name="status",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="referral",
            name="summary",
            field=models.TextField(
                blank=True,
                help_text="Hanya yang perlu diketahui mitra untuk menolong klien. Dicetak di surat bila dibagikan.",
                max_length=5000,
                verbose_name="ringkasan asesmen untuk mitra",
            ),
        ),
        migrations.AddField(
            model_name="referralanswer",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="referrals.referral",
                verbose_name="rujukan",
            ),
        ),
        migrations.AddField(
            model_name="referralanswer",
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
            model_name="referralanswer",
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
            model_name="referralshare",
            name="attachment",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.attachment",
                verbose_name="berkas",
            ),
        ),
        migrations.AddField(
            model_name="referralshare",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="shares",
                to="referrals.referral",
                verbose_name="rujukan",
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunPython(share_as_before, migrations.RunPython.noop, elidable=True),
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
                    models.Q(("status", "waiting"), _negated=True), ("submitted_at__isnull", False), _connector="OR"
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
                            ["declined", "postponed", "accepted", "handed_over", "arrived", "completed", "closed"],
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
                        ("status__in", ["accepted", "handed_over", "arrived", "completed", "closed", "withdrawn"]),
                        models.Q(("arranged_on", None), ("arranged_on__gte", models.F("answered_on")), _connector="OR"),
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
                        models.Q(("status", "arrived"), _negated=True), ("arrived_at", None), ("arrived_on", None)
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
                    models.Q(models.Q(("status", "closed"), _negated=True), ("closed_at", None), ("closed_by", None)),
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
                            ("status__in", ["declined", "completed", "closed", "withdrawn", "expired"]), _negated=True
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
                        models.Q(("piece__in", ("health_letter", "attachment")), _negated=True), ("attachment", None)
                    ),
                    _connector="OR",
                ),
                name="referral_share_with_file",
                violation_error_message="Pilih berkas yang dibagikan.",
            ),
        ),
    ]
