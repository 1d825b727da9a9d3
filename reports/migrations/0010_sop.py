"""SOP documents: their versions, and who has read them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# What was approved stays as it was read: only the day on which the next version takes its place is still written.
KEEP = """
CREATE FUNCTION sop_version_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'approved' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'replaced_on' = to_jsonb(OLD) - 'replaced_on' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'An approved version of an SOP never changes.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER sop_version_never_changes BEFORE UPDATE OR DELETE ON reports_sopversion
FOR EACH ROW EXECUTE FUNCTION sop_version_never_changes();
"""
LET_GO = """
DROP TRIGGER sop_version_never_changes ON reports_sopversion;
DROP FUNCTION sop_version_never_changes();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0009_public"),
    ]
    operations = [
        migrations.CreateModel(
            name="SopDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=60, verbose_name="nomor SOP")),
                ("title", models.CharField(max_length=200, verbose_name="judul SOP")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("retired_at", models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada")),
                ("retire_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dicabut")),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dibuat oleh",
                    ),
                ),
                (
                    "retired_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicabut oleh",
                    ),
                ),
                (
                    "shelter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sops",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "SOP",
                "verbose_name_plural": "SOP",
                "ordering": ["title", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SopVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="versi")),
                ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                ("changes", models.TextField(max_length=1000, verbose_name="ringkasan perubahan")),
                ("text", models.TextField(blank=True, max_length=20000, verbose_name="isi SOP")),
                ("file", models.FileField(blank=True, upload_to="sop/", verbose_name="berkas")),
                ("content_type", models.CharField(blank=True, max_length=100, verbose_name="bentuk")),
                ("size", models.PositiveIntegerField(default=0, verbose_name="ukuran")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("is_public", models.BooleanField(default=False, verbose_name="boleh dilihat umum")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "Konsep"), ("waiting", "Menunggu pengesahan"), ("approved", "Disahkan")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="ditulis pada")),
                ("returned_note", models.CharField(blank=True, max_length=500, verbose_name="catatan pengembalian")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="disahkan pada")),
                ("replaced_on", models.DateField(blank=True, null=True, verbose_name="diganti sejak")),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disahkan oleh",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="reports.sopdocument",
                        verbose_name="SOP",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditulis oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "versi SOP",
                "verbose_name_plural": "versi SOP",
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="SopReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("read_at", models.DateTimeField(auto_now_add=True, verbose_name="dibaca pada")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pembaca",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="reports.sopversion",
                        verbose_name="versi SOP",
                    ),
                ),
            ],
            options={
                "verbose_name": "pembaca SOP",
                "verbose_name_plural": "pembaca SOP",
                "ordering": ["read_at"],
            },
        ),
        migrations.AddConstraint(
            model_name="sopdocument",
            constraint=models.UniqueConstraint(
                fields=("shelter", "number"),
                name="sop_number_once",
                nulls_distinct=False,
                violation_error_message="Nomor SOP itu sudah dipakai. Untuk isi baru, buat versi berikutnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sopdocument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("retire_reason", ""), ("retired_at", None), ("retired_by", None)),
                    models.Q(
                        ("retired_at__isnull", False),
                        ("retired_by__isnull", False),
                        models.Q(("retire_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="sop_retired_with_reason",
                violation_error_message="SOP yang dicabut memerlukan alasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sopversion",
            constraint=models.UniqueConstraint(fields=("document", "number"), name="sop_version_once"),
        ),
        migrations.AddConstraint(
            model_name="sopversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("approved_at", None)),
                fields=("document",),
                name="sop_one_draft",
                violation_error_message="SOP ini sudah punya konsep yang belum disahkan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sopversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("approved_at__isnull", False), ("replaced_on", None)),
                fields=("document",),
                name="sop_one_last",
                violation_error_message="Versi sebelumnya belum diganti. Muat ulang halaman ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sopversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("text", ""), _negated=True), models.Q(("file", ""), _negated=True), _connector="OR"
                ),
                name="sop_version_says_something",
                violation_error_message="Unggah berkas SOP, atau tulis isinya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sopversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at__isnull", False), ("approved_by__isnull", False), ("status", "approved")),
                    models.Q(
                        models.Q(("status", "approved"), _negated=True),
                        ("approved_at", None),
                        ("approved_by", None),
                        ("replaced_on", None),
                    ),
                    _connector="OR",
                ),
                name="sop_version_approved_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="sopversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("replaced_on", None), ("replaced_on__gte", models.F("valid_from")), _connector="OR"
                ),
                name="sop_version_replaced_later",
                violation_error_message="Versi baru tidak dapat berlaku sebelum versi yang digantikannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sopreading",
            constraint=models.UniqueConstraint(fields=("version", "user"), name="sop_read_once"),
        ),
        migrations.RunSQL(KEEP, LET_GO),
    ]
