import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0004_targets"),
    ]

    operations = [
        migrations.CreateModel(
            name="ExportJob",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("listing", models.CharField(max_length=40, verbose_name="daftar")),
                ("title", models.CharField(max_length=150, verbose_name="judul")),
                ("query", models.TextField(blank=True, verbose_name="saringan di alamat")),
                ("chosen", models.TextField(blank=True, verbose_name="saringan")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="keperluan")),
                (
                    "format",
                    models.CharField(
                        choices=[("xlsx", "Excel (XLSX)"), ("csv", "CSV"), ("pdf", "PDF")],
                        max_length=4,
                        verbose_name="bentuk berkas",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu giliran"),
                            ("running", "Sedang dibuat"),
                            ("done", "Selesai"),
                            ("failed", "Gagal"),
                            ("cancelled", "Dibatalkan"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                ("rows_done", models.PositiveIntegerField(default=0, verbose_name="baris selesai")),
                ("rows_total", models.PositiveIntegerField(default=0, verbose_name="jumlah baris")),
                ("shelters", models.JSONField(blank=True, default=list, verbose_name="panti di dalamnya")),
                ("file", models.FileField(blank=True, upload_to="", verbose_name="berkas")),
                ("file_name", models.CharField(blank=True, max_length=120, verbose_name="nama berkas")),
                ("size", models.PositiveBigIntegerField(default=0, verbose_name="ukuran")),
                ("error", models.CharField(blank=True, max_length=300, verbose_name="sebab gagal")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="diminta")),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="dimulai")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                ("expires_at", models.DateTimeField(blank=True, null=True, verbose_name="berlaku sampai")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="export_jobs",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diminta oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "ekspor",
                "verbose_name_plural": "ekspor",
                "ordering": ["-created_at", "-pk"],
                "indexes": [models.Index(fields=["status", "created_at"], name="export_job_queue")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "running")),
                        fields=("user",),
                        name="export_job_one_running",
                        violation_error_message="Satu ekspor lain milik Anda sedang dibuat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "done"), _negated=True),
                            models.Q(("expires_at__isnull", False), ("finished_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="export_job_done_has_expiry",
                        violation_error_message="Ekspor yang selesai mempunyai batas berlaku.",
                    ),
                ],
            },
        ),
    ]
