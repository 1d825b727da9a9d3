import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0007_measures"),
    ]

    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consent_form",
                        to="cases.letter",
                        verbose_name="surat",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("care", "Asesmen dan pelayanan"),
                            ("share", "Berbagi data"),
                            ("medical", "Pemeriksaan atau tindakan kesehatan"),
                            ("photo", "Foto untuk berkas dan kegiatan"),
                            ("publication", "Publikasi foto atau cerita"),
                        ],
                        max_length=12,
                        verbose_name="untuk apa",
                    ),
                ),
                ("partner", models.CharField(blank=True, max_length=150, verbose_name="lembaga penerima data")),
                ("detail", models.TextField(blank=True, max_length=1000, verbose_name="rincian")),
                ("statement", models.TextField(max_length=4000, verbose_name="yang dijelaskan")),
                ("explained_by", models.CharField(max_length=150, verbose_name="dijelaskan oleh")),
                (
                    "language",
                    models.CharField(
                        default="Bahasa Indonesia", max_length=100, verbose_name="bahasa atau cara menjelaskan"
                    ),
                ),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Belum dijawab"),
                            ("given", "Disetujui"),
                            ("refused", "Tidak disetujui"),
                            ("unable", "Belum mampu menyatakan"),
                            ("withdrawn", "Dicabut"),
                            ("void", "Dibatalkan"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="jawaban",
                    ),
                ),
                ("prepared_at", models.DateTimeField(auto_now_add=True)),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disiapkan oleh",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="tanggal dijawab")),
                (
                    "given_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("client", "Klien sendiri"),
                            ("guardian", "Wali atau keluarga"),
                            ("head", "Kepala panti, untuk anak tanpa wali"),
                        ],
                        max_length=10,
                        verbose_name="dijawab oleh",
                    ),
                ),
                ("giver_name", models.CharField(blank=True, max_length=150, verbose_name="nama yang menjawab")),
                ("giver_relation", models.CharField(blank=True, max_length=100, verbose_name="hubungan dengan klien")),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("signature", "Tanda tangan"),
                            ("thumb", "Cap jempol"),
                            ("spoken", "Lisan, dengan dua saksi"),
                        ],
                        max_length=10,
                        verbose_name="cara menyatakan",
                    ),
                ),
                ("witness_1", models.CharField(blank=True, max_length=150, verbose_name="saksi 1")),
                ("witness_2", models.CharField(blank=True, max_length=150, verbose_name="saksi 2")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan atau keterangan")),
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
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="dicabut pada")),
                ("withdrawn_by_name", models.CharField(blank=True, max_length=150, verbose_name="dicabut oleh")),
                ("withdraw_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dicabut")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
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
                ("voided_at", models.DateTimeField(blank=True, null=True)),
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
            ],
            options={
                "verbose_name": "persetujuan",
                "verbose_name_plural": "persetujuan",
                "ordering": ["-prepared_at", "-pk"],
                "indexes": [models.Index(fields=["stay", "purpose", "status"], name="consent_in_force")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recorded_at__isnull", True), ("recorded_by__isnull", True)),
                            models.Q(("recorded_at__isnull", False), ("recorded_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="consent_recorded_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="consent_withdrawn_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("voided_at__isnull", True), ("voided_by__isnull", True)),
                            models.Q(("voided_at__isnull", False), ("voided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="consent_voided_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("purpose", "share"), models.Q(("partner", ""), _negated=True)),
                            models.Q(models.Q(("purpose", "share"), _negated=True), ("partner", "")),
                            _connector="OR",
                        ),
                        name="consent_partner_only_for_sharing",
                        violation_error_message="Berbagi data memerlukan nama lembaga penerima; tujuan lain tidak memakainya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on", None), ("recorded_at", None), ("status", "open")),
                            models.Q(
                                ("status__in", ["given", "refused", "withdrawn"]),
                                ("decided_on__isnull", False),
                                ("recorded_at__isnull", False),
                                models.Q(("given_by", ""), _negated=True),
                                models.Q(("giver_name", ""), _negated=True),
                                models.Q(("way", ""), _negated=True),
                            ),
                            models.Q(
                                ("decided_on__isnull", False),
                                ("given_by", ""),
                                ("status", "unable"),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(("status", "void"), ("voided_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="consent_answer_is_whole",
                        violation_error_message="Jawaban memerlukan siapa, cara, dan tanggalnya; yang belum mampu memerlukan alasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("given_by", "guardian"), _negated=True),
                            models.Q(("giver_relation", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="consent_guardian_has_relation",
                        violation_error_message="Tulis hubungan wali dengan klien.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("given_by", "head"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="consent_head_says_why",
                        violation_error_message="Tulis mengapa tidak ada wali.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("way", "spoken"), _negated=True),
                            models.Q(
                                models.Q(("witness_1", ""), _negated=True), models.Q(("witness_2", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="consent_spoken_has_witnesses",
                        violation_error_message="Persetujuan lisan memerlukan dua saksi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "void"),
                            models.Q(
                                ("withdrawn_at", None),
                                ("withdrawn_on", None),
                                models.Q(("status", "withdrawn"), _negated=True),
                            ),
                            models.Q(
                                ("status", "withdrawn"),
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_on__gte", models.F("decided_on")),
                                models.Q(("withdrawn_by_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="consent_withdrawn_is_whole",
                        violation_error_message="Pencabutan memerlukan siapa dan tanggal, tidak sebelum persetujuan diberikan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until", None),
                            ("decided_on", None),
                            ("valid_until__gte", models.F("decided_on")),
                            _connector="OR",
                        ),
                        name="consent_lasts_beyond_its_answer",
                        violation_error_message="Masa berlaku berakhir tidak sebelum tanggal persetujuan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SocialReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="social_reports",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("social_report", "Laporan sosial"), ("progress", "Laporan perkembangan")],
                        max_length=15,
                        verbose_name="jenis laporan",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Konsep"),
                            ("submitted", "Menunggu tanda tangan"),
                            ("returned", "Dikembalikan"),
                            ("signed", "Ditandatangani"),
                            ("replaced", "Diganti"),
                            ("void", "Dibatalkan"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("purpose", models.CharField(blank=True, max_length=200, verbose_name="keperluan")),
                ("recipient", models.CharField(blank=True, max_length=200, verbose_name="ditujukan kepada")),
                ("copies", models.CharField(blank=True, max_length=300, verbose_name="tembusan")),
                ("period_from", models.DateField(blank=True, null=True, verbose_name="masa laporan dari")),
                ("period_until", models.DateField(blank=True, null=True, verbose_name="masa laporan sampai")),
                ("planned_end", models.DateField(blank=True, null=True, verbose_name="rencana terminasi")),
                ("companion", models.CharField(blank=True, max_length=150, verbose_name="pendamping")),
                ("sections", models.JSONField(blank=True, default=dict, verbose_name="isi")),
                ("drafted", models.JSONField(blank=True, default=dict)),
                ("revision", models.PositiveIntegerField(default=0, verbose_name="revisi")),
                ("frozen", models.JSONField(blank=True, default=dict)),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="social_report",
                        to="cases.letter",
                        verbose_name="surat",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacements",
                        to="assessments.socialreport",
                        verbose_name="menggantikan",
                    ),
                ),
                ("replace_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan mengganti")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disusun oleh",
                    ),
                ),
                ("last_saved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "last_saved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
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
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("review_note", models.TextField(blank=True, max_length=2000, verbose_name="catatan kepala")),
                ("signed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
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
                ("void_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan dibatalkan")),
            ],
            options={
                "verbose_name": "laporan sosial",
                "verbose_name_plural": "laporan sosial",
                "ordering": ["-created_at", "-pk"],
                "indexes": [models.Index(fields=["status", "submitted_at"], name="social_report_status")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("last_saved_at__isnull", True), ("last_saved_by__isnull", True)),
                            models.Q(("last_saved_at__isnull", False), ("last_saved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="social_report_last_saved_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("submitted_at__isnull", True), ("submitted_by__isnull", True)),
                            models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="social_report_submitted_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_at__isnull", True), ("reviewed_by__isnull", True)),
                            models.Q(("reviewed_at__isnull", False), ("reviewed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="social_report_reviewed_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at__isnull", True), ("signed_by__isnull", True)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="social_report_signed_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("voided_at__isnull", True), ("voided_by__isnull", True)),
                            models.Q(("voided_at__isnull", False), ("voided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="social_report_voided_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("letter", None), ("signed_at", None), ("status", "draft"), ("voided_at", None)),
                            models.Q(
                                ("letter", None),
                                ("signed_at", None),
                                ("status", "submitted"),
                                ("submitted_at__isnull", False),
                                ("voided_at", None),
                            ),
                            models.Q(
                                ("letter", None),
                                ("reviewed_at__isnull", False),
                                ("signed_at", None),
                                ("status", "returned"),
                                models.Q(("review_note", ""), _negated=True),
                            ),
                            models.Q(
                                ("status__in", ["signed", "replaced"]),
                                ("letter__isnull", False),
                                ("signed_at__isnull", False),
                                ("voided_at", None),
                            ),
                            models.Q(
                                ("status", "void"),
                                ("voided_at__isnull", False),
                                models.Q(("void_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="social_report_status_fits",
                        violation_error_message="Status laporan tidak cocok dengan nomor, tanda tangan, atau alasannya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_by", None),
                            models.Q(("signed_by", models.F("submitted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="social_report_not_signed_by_its_author",
                        violation_error_message="Laporan ditandatangani oleh orang lain, bukan oleh yang menyusunnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "social_report"), ("period_from", None), ("period_until", None)),
                            models.Q(
                                ("kind", "progress"),
                                ("period_from__isnull", False),
                                ("period_until__gte", models.F("period_from")),
                            ),
                            _connector="OR",
                        ),
                        name="social_report_period_fits_kind",
                        violation_error_message="Masa laporan perkembangan berakhir tidak sebelum mulainya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("replace_reason", ""), ("replaces", None)),
                            models.Q(("replaces__isnull", False), models.Q(("replace_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="social_report_replaces_with_reason",
                        violation_error_message="Tulis alasan mengganti laporan.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "void"), _negated=True),
                        fields=("replaces",),
                        name="social_report_replaced_once",
                        violation_error_message="Laporan pengganti sudah ada.",
                    ),
                ],
            },
        ),
    ]
