import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ORDER = {"asesmen-awal": 10, "asesmen-pgot": 20}
# What was published keeps its meaning for ever: the database itself lets nobody change or remove it.
KEEP = """
CREATE FUNCTION instrument_version_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NULL THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND
    ROW(NEW.instrument_id, NEW.number, NEW.kind, NEW.source, NEW.sha256, NEW.file_name, NEW.published_by_id,
        date_trunc('second', NEW.published_at)) IS NOT DISTINCT FROM
    ROW(OLD.instrument_id, OLD.number, OLD.kind, OLD.source, OLD.sha256, OLD.file_name, OLD.published_by_id,
        date_trunc('second', OLD.published_at)) THEN
    RETURN NEW;  -- a fixture loaded again cuts the moment to milliseconds
  END IF;
  RAISE EXCEPTION 'A published version of an instrument never changes.'
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER instrument_version_never_changes BEFORE UPDATE OR DELETE ON assessments_instrumentversion
FOR EACH ROW EXECUTE FUNCTION instrument_version_never_changes();
"""
LET_GO = """
DROP TRIGGER instrument_version_never_changes ON assessments_instrumentversion;
DROP FUNCTION instrument_version_never_changes();
"""


def put_in_order(apps, schema_editor):
    for slug, position in ORDER.items():
        apps.get_model("assessments", "Instrument").objects.filter(slug=slug).update(position=position)


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0002_builtin_instruments"),
        ("cases", "0014_endings"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="instrument",
            options={
                "ordering": ["position", "title"],
                "verbose_name": "instrumen",
                "verbose_name_plural": "instrumen",
            },
        ),
        migrations.AddField(
            model_name="instrument",
            name="age_from",
            field=models.PositiveSmallIntegerField(
                blank=True,
                null=True,
                validators=[django.core.validators.MaxValueValidator(130)],
                verbose_name="usia mulai",
            ),
        ),
        migrations.AddField(
            model_name="instrument",
            name="age_to",
            field=models.PositiveSmallIntegerField(
                blank=True,
                null=True,
                validators=[django.core.validators.MaxValueValidator(130)],
                verbose_name="usia sampai",
            ),
        ),
        migrations.AddField(
            model_name="instrument",
            name="categories",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="cases.category", verbose_name="kategori PPKS"
            ),
        ),
        migrations.AddField(
            model_name="instrument",
            name="position",
            field=models.PositiveSmallIntegerField(
                default=500,
                help_text="Yang kecil berdiri di atas.",
                validators=[django.core.validators.MaxValueValidator(9999)],
                verbose_name="urutan",
            ),
        ),
        migrations.AddField(
            model_name="instrument",
            name="retired_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="tidak dipakai sejak"),
        ),
        migrations.AddField(
            model_name="instrument",
            name="retired_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="instrument",
            name="shelters",
            field=models.ManyToManyField(blank=True, related_name="+", to="cases.shelter", verbose_name="panti"),
        ),
        migrations.AddField(
            model_name="instrumentversion",
            name="file_name",
            field=models.CharField(blank=True, max_length=150, verbose_name="nama berkas"),
        ),
        migrations.AddField(
            model_name="instrumentversion",
            name="note",
            field=models.TextField(blank=True, max_length=1000, verbose_name="catatan perubahan"),
        ),
        migrations.AddField(
            model_name="instrumentversion",
            name="published_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Kosong: instrumen bawaan.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="diterbitkan oleh",
            ),
        ),
        migrations.AddField(
            model_name="instrumentversion",
            name="uploaded_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="diunggah"),
        ),
        migrations.AddField(
            model_name="instrumentversion",
            name="uploaded_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="diunggah oleh",
            ),
        ),
        migrations.AlterField(
            model_name="instrument",
            name="purpose",
            field=models.CharField(
                blank=True, help_text="Satu kalimat untuk yang memilihnya.", max_length=200, verbose_name="kegunaan"
            ),
        ),
        migrations.AlterField(
            model_name="instrumentversion",
            name="number",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="versi"),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("retired_at", None), ("retired_by", None)),
                    models.Q(("retired_at__isnull", False), ("retired_by__isnull", False)),
                    _connector="OR",
                ),
                name="instrument_retired_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("age_from", None), ("age_to", None), ("age_from__lte", models.F("age_to")), _connector="OR"
                ),
                name="instrument_ages_in_order",
                violation_error_message="Usia sampai tidak boleh di bawah usia mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrumentversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("published_at", None)),
                fields=("instrument", "sha256"),
                name="instrument_draft_once",
                violation_error_message="Berkas yang sama sudah diunggah dan menunggu diterbitkan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrumentversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("number__isnull", False),
                        ("published_at__isnull", False),
                        ("published_by", None),
                        ("uploaded_at", None),
                        ("uploaded_by", None),
                    ),
                    models.Q(
                        ("number", None),
                        ("published_at", None),
                        ("published_by", None),
                        ("uploaded_at__isnull", False),
                        ("uploaded_by__isnull", False),
                    ),
                    models.Q(
                        ("number__isnull", False),
                        ("published_at__isnull", False),
                        ("published_by__isnull", False),
                        ("uploaded_at__isnull", False),
                        ("uploaded_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="instrument_version_built_in_draft_or_published",
                violation_error_message="Versi instrumen dicatat bersama siapa yang mengunggah dan menerbitkannya.",
            ),
        ),
        migrations.RunPython(put_in_order, migrations.RunPython.noop),
        migrations.RunSQL(KEEP, LET_GO),
    ]
