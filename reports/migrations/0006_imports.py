import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import reports.models.sheet


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0005_export_jobs"),
    ]

    operations = [
        migrations.CreateModel(
            name="ColumnMapping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("register", "Register klien dan masa tinggal"),
                            ("kehadiran", "Kehadiran"),
                            ("layanan", "Layanan yang diberikan"),
                            ("kebutuhan", "Kebutuhan layanan"),
                            ("mitra", "Mitra rujukan"),
                            ("petugas", "Petugas dan perannya"),
                            ("target", "Target SPM"),
                        ],
                        max_length=12,
                        verbose_name="jenis berkas",
                    ),
                ),
                ("headings", models.CharField(max_length=64, verbose_name="sidik judul kolom")),
                ("columns", models.JSONField(default=dict, verbose_name="pasangan kolom")),
                ("style", models.CharField(default="iso", max_length=3, verbose_name="cara menulis tanggal")),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="disimpan")),
            ],
            options={
                "verbose_name": "pasangan kolom impor",
                "verbose_name_plural": "pasangan kolom impor",
                "ordering": ["-saved_at"],
            },
        ),
        migrations.CreateModel(
            name="SheetTrace",
            fields=[
                (
                    "upload",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="trace",
                        serialize=False,
                        to="reports.sheetupload",
                        verbose_name="berkas",
                    ),
                ),
                (
                    "rows",
                    models.JSONField(
                        default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="baris"
                    ),
                ),
            ],
            options={
                "verbose_name": "jejak impor",
                "verbose_name_plural": "jejak impor",
            },
        ),
        migrations.AddField(
            model_name="sheetupload",
            name="is_mapped",
            field=models.BooleanField(default=True, verbose_name="kolomnya sudah dipasangkan"),
        ),
        migrations.AddField(
            model_name="sheetupload",
            name="layout",
            field=models.JSONField(blank=True, default=dict, verbose_name="letak kolom"),
        ),
        migrations.AddField(
            model_name="sheetupload",
            name="rest",
            field=models.FileField(
                blank=True, upload_to=reports.models.sheet.private_name, verbose_name="baris yang tertinggal"
            ),
        ),
        migrations.AddField(
            model_name="sheetupload",
            name="undo_reason",
            field=models.CharField(blank=True, max_length=200, verbose_name="alasan pembatalan"),
        ),
        migrations.AddField(
            model_name="sheetupload",
            name="undone_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan"),
        ),
        migrations.AddField(
            model_name="sheetupload",
            name="undone_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="dibatalkan oleh",
            ),
        ),
        migrations.AlterField(
            model_name="sheetupload",
            name="kind",
            field=models.CharField(
                choices=[
                    ("register", "Register klien dan masa tinggal"),
                    ("kehadiran", "Kehadiran"),
                    ("layanan", "Layanan yang diberikan"),
                    ("kebutuhan", "Kebutuhan layanan"),
                    ("mitra", "Mitra rujukan"),
                    ("petugas", "Petugas dan perannya"),
                    ("target", "Target SPM"),
                ],
                max_length=12,
                verbose_name="jenis berkas",
            ),
        ),
        migrations.AlterField(
            model_name="sheetupload",
            name="shelter",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.shelter",
                verbose_name="panti",
            ),
        ),
        migrations.AddConstraint(
            model_name="sheetupload",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at", None), ("undone_by", None)),
                    models.Q(("applied_at__isnull", False), ("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="sheet_upload_undone_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="sheetupload",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ["mitra", "petugas", "target"]), ("shelter", None)),
                    models.Q(
                        models.Q(("kind__in", ["mitra", "petugas", "target"]), _negated=True),
                        ("shelter__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="sheet_upload_shelter_fits_kind",
                violation_error_message="Pilih panti.",
            ),
        ),
        migrations.AddField(
            model_name="columnmapping",
            name="saved_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="disimpan oleh",
            ),
        ),
        migrations.AddField(
            model_name="columnmapping",
            name="shelter",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.shelter",
                verbose_name="panti",
            ),
        ),
        migrations.AddConstraint(
            model_name="columnmapping",
            constraint=models.UniqueConstraint(
                fields=("shelter", "kind", "headings"),
                name="column_mapping_once",
                nulls_distinct=False,
                violation_error_message="Pasangan untuk judul kolom ini sudah ada.",
            ),
        ),
    ]
