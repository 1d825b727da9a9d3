import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import assessments.models.answer_batch


class Migration(migrations.Migration):
    dependencies = [("assessments", "0008_papers")]

    operations = [
        migrations.CreateModel(
            name="AnswerBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "file",
                    models.FileField(
                        blank=True, upload_to=assessments.models.answer_batch.private_name, verbose_name="berkas"
                    ),
                ),
                ("file_name", models.CharField(max_length=120, verbose_name="nama berkas")),
                ("sha256", models.CharField(max_length=64)),
                ("uploaded_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="diunggah")),
                ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="dimasukkan")),
                ("counts", models.JSONField(blank=True, default=dict, verbose_name="hasil")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
            ],
            options={
                "verbose_name": "berkas jawaban lama",
                "verbose_name_plural": "berkas jawaban lama",
                "ordering": ["-uploaded_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="AnswerMapping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("headings", models.CharField(max_length=64, verbose_name="sidik judul kolom")),
                ("columns", models.JSONField(default=dict, verbose_name="pasangan kolom")),
                (
                    "style",
                    models.CharField(
                        choices=[
                            ("id", "Indonesia: 21/11/2026 dan 36,5"),
                            ("iso", "KoboToolbox: 2026-11-21 dan 36.5"),
                            ("us", "Amerika: 11/21/2026 dan 36.5"),
                        ],
                        default="id",
                        max_length=3,
                        verbose_name="cara menulis tanggal dan angka",
                    ),
                ),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="disimpan")),
            ],
            options={
                "verbose_name": "pasangan kolom",
                "verbose_name_plural": "pasangan kolom",
                "ordering": ["-saved_at"],
            },
        ),
        migrations.CreateModel(
            name="OldAnswers",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="baris")),
                ("digest", models.CharField(max_length=64, verbose_name="sidik baris")),
                ("answered_at", models.DateTimeField(verbose_name="waktu pengisian")),
                (
                    "state",
                    models.CharField(
                        choices=[("imported", "Dimasukkan"), ("held", "Belum dicocokkan"), ("discarded", "Dibuang")],
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                ("answers", models.JSONField(blank=True, default=dict, verbose_name="jawaban")),
                ("identity", models.JSONField(blank=True, default=dict, verbose_name="identitas seperti tertulis")),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="belum dicocokkan karena")),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="diputuskan")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="alasan dibuang")),
            ],
            options={
                "verbose_name": "jawaban lama",
                "verbose_name_plural": "jawaban lama",
                "ordering": ["batch", "number"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="assessment",
            name="assessment_submitted_at_and_by",
        ),
        migrations.RemoveConstraint(
            model_name="assessment",
            name="assessment_status_fits",
        ),
        migrations.AddField(
            model_name="assessment",
            name="imported_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="diimpor"),
        ),
        migrations.AddField(
            model_name="assessment",
            name="imported_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="diimpor oleh",
            ),
        ),
        migrations.AlterField(
            model_name="assessment",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "Sedang diisi"),
                    ("submitted", "Menunggu tinjauan"),
                    ("returned", "Dikembalikan"),
                    ("approved", "Disetujui"),
                    ("dropped", "Perbaikan dibatalkan"),
                    ("imported", "Diimpor"),
                ],
                default="draft",
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("submitted_at", None), ("submitted_by", None)),
                    models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                    models.Q(("imported_at__isnull", False), ("submitted_at__isnull", False)),
                    _connector="OR",
                ),
                name="assessment_submitted_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("imported_at", None), ("imported_by", None)),
                    models.Q(("imported_at__isnull", False), ("imported_by__isnull", False)),
                    _connector="OR",
                ),
                name="assessment_imported_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("imported_at__isnull", False),
                        ("status", "imported"),
                        ("corrects", None),
                        ("reviewed_at", None),
                        ("submitted_at__isnull", False),
                        ("submitted_by", None),
                    ),
                    models.Q(models.Q(("status", "imported"), _negated=True), ("imported_at", None)),
                    _connector="OR",
                ),
                name="assessment_imported_fits",
                violation_error_message="Asesmen yang diimpor tidak diselesaikan atau ditinjau di sini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_at", None), ("status", "draft"), ("submitted_at", None)),
                    models.Q(("reviewed_at", None), ("status", "submitted"), ("submitted_at__isnull", False)),
                    models.Q(
                        ("reviewed_at__isnull", False),
                        ("status", "returned"),
                        ("submitted_at__isnull", False),
                        models.Q(("review_note", ""), _negated=True),
                    ),
                    models.Q(("reviewed_at__isnull", False), ("status", "approved"), ("submitted_at__isnull", False)),
                    models.Q(("corrects__isnull", False), ("status", "dropped")),
                    models.Q(("status", "imported"), ("submitted_at__isnull", False)),
                    _connector="OR",
                ),
                name="assessment_status_fits",
            ),
        ),
        migrations.AddField(
            model_name="answerbatch",
            name="applied_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="answerbatch",
            name="shelter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.shelter", verbose_name="panti"
            ),
        ),
        migrations.AddField(
            model_name="answerbatch",
            name="undone_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="answerbatch",
            name="uploaded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="diunggah oleh",
            ),
        ),
        migrations.AddField(
            model_name="answerbatch",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assessments.instrumentversion",
                verbose_name="versi instrumen",
            ),
        ),
        migrations.AddField(
            model_name="answermapping",
            name="instrument",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assessments.instrument",
                verbose_name="instrumen",
            ),
        ),
        migrations.AddField(
            model_name="answermapping",
            name="saved_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="disimpan oleh",
            ),
        ),
        migrations.AddField(
            model_name="answermapping",
            name="shelter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.shelter", verbose_name="panti"
            ),
        ),
        migrations.AddField(
            model_name="answerbatch",
            name="mapping",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="batches",
                to="assessments.answermapping",
            ),
        ),
        migrations.AddField(
            model_name="oldanswers",
            name="assessment",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="old_answers",
                to="assessments.assessment",
                verbose_name="asesmen",
            ),
        ),
        migrations.AddField(
            model_name="oldanswers",
            name="batch",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rows",
                to="assessments.answerbatch",
                verbose_name="berkas jawaban lama",
            ),
        ),
        migrations.AddField(
            model_name="oldanswers",
            name="instrument",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assessments.instrument",
                verbose_name="instrumen",
            ),
        ),
        migrations.AddField(
            model_name="oldanswers",
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
            model_name="oldanswers",
            name="shelter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.shelter", verbose_name="panti"
            ),
        ),
        migrations.AddConstraint(
            model_name="answermapping",
            constraint=models.UniqueConstraint(
                fields=("shelter", "instrument", "headings"),
                name="answer_mapping_once",
                violation_error_message="Pasangan untuk judul kolom ini sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="answerbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("applied_at__isnull", True), ("applied_by__isnull", True)),
                    models.Q(("applied_at__isnull", False), ("applied_by__isnull", False)),
                    _connector="OR",
                ),
                name="answer_batch_applied_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="answerbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="answer_batch_undone_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="answerbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(("undone_at", None), ("applied_at__isnull", False), _connector="OR"),
                name="answer_batch_undone_after_applied",
            ),
        ),
        migrations.AddConstraint(
            model_name="oldanswers",
            constraint=models.UniqueConstraint(
                fields=("shelter", "instrument", "digest"),
                name="old_answers_once",
                violation_error_message="Baris ini sudah pernah dimasukkan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="oldanswers",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answers", {}), ("assessment__isnull", False), ("identity", {}), ("state", "imported")),
                    models.Q(("assessment", None), ("settled_at", None), ("state", "held")),
                    models.Q(
                        ("answers", {}),
                        ("assessment", None),
                        ("identity", {}),
                        ("settled_at__isnull", False),
                        ("state", "discarded"),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="old_answers_state_fits",
            ),
        ),
        migrations.AddConstraint(
            model_name="oldanswers",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_at", None), ("settled_by", None)),
                    models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                    _connector="OR",
                ),
                name="old_answers_settled_at_and_by",
            ),
        ),
    ]
