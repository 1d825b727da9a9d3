"""What a shelter tells the public, version by version, and the components that the law wants in a service standard."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

SOURCE = "Permenpan RB 15/2014, lampiran"
DELIVERY = [
    ("requirements", "Persyaratan"),
    ("procedure", "Sistem, mekanisme, dan prosedur"),
    ("duration", "Jangka waktu pelayanan"),
    ("cost", "Biaya/tarif"),
    ("product", "Produk pelayanan"),
    ("complaints", "Penanganan pengaduan, saran, dan masukan"),
]
MANAGEMENT = [
    ("law", "Dasar hukum"),
    ("facilities", "Sarana, prasarana, dan/atau fasilitas"),
    ("competence", "Kompetensi pelaksana"),
    ("supervision", "Pengawasan internal"),
    ("staff", "Jumlah pelaksana"),
    ("guarantee", "Jaminan pelayanan"),
    ("safety", "Jaminan keamanan dan keselamatan pelayanan"),
    ("evaluation", "Evaluasi kinerja pelaksana"),
]
# What was published stays as it was read: the database itself lets nobody change or remove it.
KEEP = """
CREATE FUNCTION public_page_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'draft' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.status = 'published' AND NEW.status IN ('published', 'former') AND
    to_jsonb(NEW) - 'status' - 'replaced_at' = to_jsonb(OLD) - 'status' - 'replaced_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A published version of a public page never changes.'
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER public_page_never_changes BEFORE UPDATE OR DELETE ON reports_publicpage
FOR EACH ROW EXECUTE FUNCTION public_page_never_changes();

CREATE FUNCTION public_part_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pages bigint[] := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.page_id] WHEN 'DELETE' THEN ARRAY[OLD.page_id]
                    ELSE ARRAY[OLD.page_id, NEW.page_id] END;
BEGIN
  IF EXISTS (SELECT 1 FROM reports_publicpage WHERE id = ANY(pages) AND status <> 'draft') THEN
    RAISE EXCEPTION 'A published version of a public page never changes.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
""" + "".join(
    f"""
CREATE TRIGGER public_part_never_changes BEFORE INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION public_part_never_changes();
"""
    for table in ("reports_publicstep", "reports_publicrequirement", "reports_publiccomponent")
)
LET_GO = """
DROP TRIGGER public_part_never_changes ON reports_publicstep;
DROP TRIGGER public_part_never_changes ON reports_publicrequirement;
DROP TRIGGER public_part_never_changes ON reports_publiccomponent;
DROP FUNCTION public_part_never_changes();
DROP TRIGGER public_page_never_changes ON reports_publicpage;
DROP FUNCTION public_page_never_changes();
"""


def components(apps, schema_editor):
    StandardComponent = apps.get_model("reports", "StandardComponent")
    for group, named in (("delivery", DELIVERY), ("management", MANAGEMENT)):
        for order, (code, name) in enumerate(named, 1):
            StandardComponent.objects.create(code=code, group=group, order=order, name=name, source=SOURCE)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0008_reach"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(verbose_name="versi")),
                ("edit", models.PositiveIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "Konsep"), ("published", "Berlaku"), ("former", "Digantikan")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("drafted_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="disusun")),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="terbit")),
                ("replaced_at", models.DateTimeField(blank=True, null=True, verbose_name="digantikan")),
                ("about", models.TextField(blank=True, max_length=4000, verbose_name="tentang panti")),
                ("for_whom", models.TextField(blank=True, max_length=3000, verbose_name="untuk siapa")),
                ("hours", models.TextField(blank=True, max_length=1000, verbose_name="jam pelayanan")),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="telepon")),
                (
                    "whatsapp",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?[0-9][0-9 -]{6,18}$", "Tulis nomor saja, misalnya 0812-3456-7890."
                            )
                        ],
                        verbose_name="WhatsApp",
                    ),
                ),
                ("address_note", models.TextField(blank=True, max_length=500, verbose_name="petunjuk jalan")),
                (
                    "free_of_charge",
                    models.CharField(
                        default="Seluruh layanan tidak dipungut biaya.", max_length=200, verbose_name="biaya"
                    ),
                ),
                ("pledge", models.TextField(blank=True, max_length=3000, verbose_name="maklumat pelayanan")),
                ("privacy", models.TextField(blank=True, max_length=6000, verbose_name="pemberitahuan privasi")),
                (
                    "shows_figures",
                    models.BooleanField(
                        default=False,
                        help_text="Jumlah orang yang dilayani dalam tahun yang sudah lewat. Kelompok kurang dari lima orang tidak disebut angkanya.",
                        verbose_name="terbitkan angka tahunan",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disusun oleh",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diterbitkan oleh",
                    ),
                ),
                (
                    "shelter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_pages",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "halaman publik",
                "verbose_name_plural": "halaman publik",
                "ordering": ["shelter", "-version"],
            },
        ),
        migrations.CreateModel(
            name="PublicRequirement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sender",
                    models.CharField(
                        choices=[
                            ("satpol", "Satpol PP"),
                            ("polsek", "Kepolisian (Polsek)"),
                            ("public", "Masyarakat"),
                            ("family", "Keluarga"),
                        ],
                        max_length=10,
                        verbose_name="pengirim",
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="persyaratan")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requirements",
                        to="reports.publicpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "persyaratan",
                "verbose_name_plural": "persyaratan",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PublicStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("title", models.CharField(max_length=80, verbose_name="langkah")),
                ("text", models.TextField(blank=True, max_length=600, verbose_name="penjelasan")),
                ("who", models.CharField(blank=True, max_length=80, verbose_name="dilayani oleh")),
                ("duration", models.CharField(blank=True, max_length=60, verbose_name="lama")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="reports.publicpage"
                    ),
                ),
            ],
            options={
                "verbose_name": "langkah alur",
                "verbose_name_plural": "langkah alur",
                "ordering": ["order"],
            },
        ),
        migrations.CreateModel(
            name="StandardComponent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.SlugField(
                        help_text="Tetap sama walau namanya berubah.", max_length=30, unique=True, verbose_name="kode"
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("delivery", "Proses penyampaian pelayanan"),
                            ("management", "Proses pengelolaan pelayanan"),
                        ],
                        max_length=12,
                        verbose_name="kelompok",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("name", models.CharField(max_length=150, unique=True, verbose_name="nama komponen")),
                (
                    "source",
                    models.CharField(help_text="Peraturan yang memintanya.", max_length=200, verbose_name="sumber"),
                ),
            ],
            options={
                "verbose_name": "komponen standar pelayanan",
                "verbose_name_plural": "komponen standar pelayanan",
                "ordering": ["group", "order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="standard_component_has_source",
                        violation_error_message="Tulis sumber komponen ini.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicComponent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(max_length=3000, verbose_name="isi")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="components", to="reports.publicpage"
                    ),
                ),
                (
                    "component",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="reports.standardcomponent",
                        verbose_name="komponen",
                    ),
                ),
            ],
            options={
                "verbose_name": "isi komponen standar",
                "verbose_name_plural": "isi komponen standar",
                "ordering": ["component__group", "component__order", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="publicpage",
            constraint=models.UniqueConstraint(
                fields=("shelter", "version"),
                name="public_page_version_once",
                violation_error_message="Versi ini baru saja dibuat orang lain. Muat ulang halaman ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicpage",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "draft")),
                fields=("shelter",),
                name="public_page_one_draft",
                violation_error_message="Konsep halaman ini sudah ada. Muat ulang halaman ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicpage",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "published")),
                fields=("shelter",),
                name="public_page_one_in_force",
                violation_error_message="Versi lain baru saja diterbitkan. Muat ulang halaman ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicpage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("published_at", None), ("published_by", None), ("replaced_at", None), ("status", "draft")
                    ),
                    models.Q(
                        ("published_at__isnull", False),
                        ("published_by__isnull", False),
                        ("replaced_at", None),
                        ("status", "published"),
                    ),
                    models.Q(
                        ("published_at__isnull", False),
                        ("published_by__isnull", False),
                        ("replaced_at__isnull", False),
                        ("status", "former"),
                    ),
                    _connector="OR",
                ),
                name="public_page_published_by_somebody",
                violation_error_message="Versi yang terbit memerlukan waktu dan siapa yang menerbitkannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicrequirement",
            constraint=models.UniqueConstraint(fields=("page", "sender"), name="public_requirement_once_per_sender"),
        ),
        migrations.AddConstraint(
            model_name="publicstep",
            constraint=models.UniqueConstraint(fields=("page", "order"), name="public_step_once_per_place"),
        ),
        migrations.AddConstraint(
            model_name="publicstep",
            constraint=models.CheckConstraint(
                condition=models.Q(("order__gte", 1), ("order__lte", 12)),
                name="public_step_within_bounds",
                violation_error_message="Alur paling banyak 12 langkah.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publiccomponent",
            constraint=models.UniqueConstraint(fields=("page", "component"), name="public_component_once_per_page"),
        ),
        migrations.RunSQL(KEEP, LET_GO),
        migrations.RunPython(components, migrations.RunPython.noop),
    ]
