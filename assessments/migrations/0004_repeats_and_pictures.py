import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Repeats need no table: their answers stand in Assessment.answers, by path and instance (xlsform/paths.py)."""

    dependencies = [("assessments", "0003_publishing")]

    operations = [
        migrations.CreateModel(
            name="AssessmentFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=300, verbose_name="pertanyaan")),
                ("file", models.FileField(upload_to="asesmen/", verbose_name="berkas")),
                ("original_name", models.CharField(blank=True, max_length=150, verbose_name="nama berkas asal")),
                ("content_type", models.CharField(max_length=100, verbose_name="bentuk")),
                ("size", models.PositiveIntegerField(verbose_name="ukuran")),
                ("sha256", models.CharField(max_length=64)),
                ("uploaded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="assessments.assessment",
                        verbose_name="asesmen",
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
            ],
            options={
                "verbose_name": "berkas asesmen",
                "verbose_name_plural": "berkas asesmen",
                "ordering": ["pk"],
            },
        ),
    ]
