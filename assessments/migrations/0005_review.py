import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


def key(to, **options):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=to, **options)


def pk():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("assessments", "0004_repeats_and_pictures"), ("cases", "0015_standins")]

    operations = [
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
                ],
                default="draft",
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AddField(
            model_name="assessment",
            name="reviewed_as",
            field=key("cases.standin", blank=True, null=True, related_name="+"),
        ),
        migrations.AddField(
            model_name="assessment",
            name="returned_answers",
            field=models.JSONField(blank=True, null=True, verbose_name="jawaban saat dikembalikan"),
        ),
        migrations.AddField(
            model_name="assessment",
            name="corrects",
            field=key(
                "assessments.assessment",
                blank=True,
                null=True,
                related_name="corrections",
                verbose_name="perbaikan atas",
            ),
        ),
        migrations.AddField(
            model_name="assessment",
            name="correction_reason",
            field=models.CharField(blank=True, max_length=500, verbose_name="alasan perbaikan"),
        ),
        migrations.RemoveConstraint(model_name="assessment", name="assessment_one_open_per_instrument"),
        migrations.RemoveConstraint(model_name="assessment", name="assessment_status_fits"),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                condition=Q(status__in=("draft", "returned"), corrects=None),
                fields=("stay", "instrument"),
                name="assessment_one_open_per_instrument",
                violation_error_message="Asesmen dengan instrumen ini sedang diisi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                condition=~Q(status="dropped"),
                fields=("corrects",),
                name="assessment_corrected_once",
                violation_error_message="Perbaikan atas asesmen ini sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=Q(corrects=None, correction_reason="")
                | (Q(corrects__isnull=False) & ~Q(correction_reason="")),
                name="assessment_correction_has_reason",
                violation_error_message="Tulis mengapa asesmen diperbaiki.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=Q(status="draft", submitted_at=None, reviewed_at=None)
                | Q(status="submitted", submitted_at__isnull=False, reviewed_at=None)
                | (Q(status="returned", reviewed_at__isnull=False, submitted_at__isnull=False) & ~Q(review_note=""))
                | Q(status="approved", reviewed_at__isnull=False, submitted_at__isnull=False)
                | Q(status="dropped", corrects__isnull=False),
                name="assessment_status_fits",
            ),
        ),
        migrations.CreateModel(
            name="ReviewComment",
            fields=[
                ("id", pk()),
                ("path", models.CharField(max_length=300, verbose_name="pertanyaan")),
                ("text", models.TextField(max_length=1000, verbose_name="catatan")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="ditulis pada")),
                ("resolved_at", models.DateTimeField(blank=True, null=True, verbose_name="ditanggapi pada")),
                ("assessment", key("assessments.assessment", related_name="comments", verbose_name="asesmen")),
                ("by", key(settings.AUTH_USER_MODEL, related_name="+", verbose_name="ditulis oleh")),
                ("resolved_by", key(settings.AUTH_USER_MODEL, blank=True, null=True, related_name="+")),
            ],
            options={
                "verbose_name": "catatan tinjauan",
                "verbose_name_plural": "catatan tinjauan",
                "ordering": ["at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(resolved_at=None, resolved_by=None)
                        | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                        name="review_comment_resolved_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=~Q(text=""),
                        name="review_comment_says_something",
                        violation_error_message="Tulis catatannya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerChoice",
            fields=[
                ("id", pk()),
                ("path", models.CharField(max_length=300, verbose_name="pertanyaan")),
                ("was", models.JSONField(blank=True, null=True, verbose_name="semula")),
                ("mine", models.JSONField(blank=True, null=True, verbose_name="jawaban yang memilih")),
                ("theirs", models.JSONField(blank=True, null=True, verbose_name="jawaban orang lain")),
                ("theirs_by", models.CharField(blank=True, max_length=150, verbose_name="dijawab oleh")),
                ("theirs_at", models.DateTimeField(blank=True, null=True, verbose_name="dijawab pada")),
                (
                    "kept",
                    models.CharField(
                        choices=[("mine", "Jawaban yang memilih"), ("theirs", "Jawaban orang lain")],
                        max_length=6,
                        verbose_name="yang dipakai",
                    ),
                ),
                ("comment", models.CharField(blank=True, max_length=500, verbose_name="keterangan")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dipilih pada")),
                ("assessment", key("assessments.assessment", related_name="choices", verbose_name="asesmen")),
                ("by", key(settings.AUTH_USER_MODEL, related_name="+", verbose_name="dipilih oleh")),
            ],
            options={
                "verbose_name": "pilihan jawaban",
                "verbose_name_plural": "pilihan jawaban",
                "ordering": ["at", "pk"],
            },
        ),
    ]
