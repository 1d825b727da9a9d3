import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

# A closed evaluation stands: the database itself lets nobody change or remove it, its indicators, notes or figures.
# Only that a follow-up was done may still be written.
KEEP = """
CREATE FUNCTION evaluation_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'closed' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'A closed evaluation never changes.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER evaluation_never_changes BEFORE UPDATE OR DELETE ON reports_evaluationplan
FOR EACH ROW EXECUTE FUNCTION evaluation_never_changes();

CREATE FUNCTION evaluation_indicator_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine bigint[] := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.plan_id] WHEN 'DELETE' THEN ARRAY[OLD.plan_id]
                   ELSE ARRAY[OLD.plan_id, NEW.plan_id] END;
BEGIN
  IF EXISTS (SELECT FROM reports_evaluationplan WHERE id = ANY(mine) AND status = 'closed') THEN
    RAISE EXCEPTION 'A closed evaluation never changes.' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER evaluation_indicator_never_changes BEFORE INSERT OR UPDATE OR DELETE ON reports_evaluationindicator
FOR EACH ROW EXECUTE FUNCTION evaluation_indicator_never_changes();

CREATE FUNCTION evaluation_part_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine bigint[] := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.indicator_id] WHEN 'DELETE' THEN ARRAY[OLD.indicator_id]
                   ELSE ARRAY[OLD.indicator_id, NEW.indicator_id] END;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'done_at' - 'done_by_id' - 'result'
      = to_jsonb(OLD) - 'done_at' - 'done_by_id' - 'result' AND to_jsonb(OLD) ->> 'done_at' IS NULL THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM reports_evaluationindicator indicator JOIN reports_evaluationplan plan
      ON plan.id = indicator.plan_id WHERE indicator.id = ANY(mine) AND plan.status = 'closed') THEN
    RAISE EXCEPTION 'A closed evaluation never changes.' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER evaluation_finding_never_changes BEFORE INSERT OR UPDATE OR DELETE ON reports_evaluationfinding
FOR EACH ROW EXECUTE FUNCTION evaluation_part_never_changes();
CREATE TRIGGER evaluation_figure_never_changes BEFORE INSERT OR UPDATE OR DELETE ON reports_evaluationfigure
FOR EACH ROW EXECUTE FUNCTION evaluation_part_never_changes();
"""
LET_GO = """
DROP TRIGGER evaluation_figure_never_changes ON reports_evaluationfigure;
DROP TRIGGER evaluation_finding_never_changes ON reports_evaluationfinding;
DROP FUNCTION evaluation_part_never_changes();
DROP TRIGGER evaluation_indicator_never_changes ON reports_evaluationindicator;
DROP FUNCTION evaluation_indicator_never_changes();
DROP TRIGGER evaluation_never_changes ON reports_evaluationplan;
DROP FUNCTION evaluation_never_changes();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0014_innovations"),
    ]

    operations = [
        migrations.CreateModel(
            name="EvaluationPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("title", models.CharField(max_length=150, verbose_name="judul")),
                ("subject_text", models.CharField(blank=True, max_length=150, verbose_name="yang lain")),
                ("purpose", models.TextField(blank=True, max_length=2000, verbose_name="tujuan evaluasi")),
                (
                    "near",
                    models.PositiveSmallIntegerField(
                        default=90,
                        help_text="Capaian mulai angka ini, tetapi di bawah target, disebut hampir tercapai.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(99),
                        ],
                        verbose_name="“hampir tercapai” mulai (persen)",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "Konsep"), ("active", "Berjalan"), ("closed", "Ditutup")],
                        default="draft",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("activated_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("signer", models.JSONField(blank=True, default=dict, verbose_name="penanda tangan")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="sidik")),
                (
                    "activated_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "innovation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reports.innovation",
                        verbose_name="inovasi",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.programme",
                        verbose_name="kegiatan",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.basicservice",
                        verbose_name="layanan dasar",
                    ),
                ),
                (
                    "service_type",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicetype",
                        verbose_name="jenis pelayanan SPM",
                    ),
                ),
                (
                    "shelter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluation_plans",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluasi",
                "verbose_name_plural": "evaluasi",
                "ordering": ["-year", "shelter__name", "title"],
            },
        ),
        migrations.CreateModel(
            name="EvaluationIndicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("input", "Masukan"),
                            ("process", "Proses"),
                            ("output", "Keluaran"),
                            ("outcome", "Hasil"),
                        ],
                        default="output",
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                ("wording", models.CharField(max_length=250, verbose_name="indikator")),
                ("measure", models.CharField(blank=True, max_length=60, verbose_name="diukur dari")),
                ("unit", models.CharField(max_length=40, verbose_name="satuan")),
                (
                    "direction",
                    models.CharField(
                        choices=[("higher", "Makin tinggi makin baik"), ("lower", "Makin rendah makin baik")],
                        default="higher",
                        max_length=10,
                        verbose_name="arah",
                    ),
                ),
                (
                    "judged",
                    models.CharField(
                        choices=[("percent", "Persen dari target"), ("reached", "Tercapai atau belum saja")],
                        default="percent",
                        max_length=10,
                        verbose_name="dinilai dengan",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=500, verbose_name="cara mengukur dan sumber")),
                (
                    "baseline",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="keadaan awal"
                    ),
                ),
                ("baseline_note", models.CharField(blank=True, max_length=150, verbose_name="keadaan awal dari")),
                (
                    "target_1",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="target triwulan I"
                    ),
                ),
                (
                    "target_2",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="target triwulan II"
                    ),
                ),
                (
                    "target_3",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="target triwulan III"
                    ),
                ),
                (
                    "target_4",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="target triwulan IV"
                    ),
                ),
                (
                    "target_year",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="target setahun"
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="penanggung jawab",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="reports.evaluationplan",
                        verbose_name="evaluasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "indikator evaluasi",
                "verbose_name_plural": "indikator evaluasi",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="EvaluationFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "quarter",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Triwulan I"),
                            (2, "Triwulan II"),
                            (3, "Triwulan III"),
                            (4, "Triwulan IV"),
                            (5, "Setahun"),
                        ],
                        verbose_name="masa",
                    ),
                ),
                (
                    "actual",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="realisasi"
                    ),
                ),
                ("actual_source", models.CharField(blank=True, max_length=300, verbose_name="sumber angka")),
                ("measured_on", models.DateField(blank=True, null=True, verbose_name="tanggal diukur")),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="penjelasan")),
                ("follow_up", models.TextField(blank=True, max_length=1000, verbose_name="tindak lanjut")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("result", models.CharField(blank=True, max_length=300, verbose_name="hasil tindak lanjut")),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="penanggung jawab tindak lanjut",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="reports.evaluationindicator",
                        verbose_name="indikator",
                    ),
                ),
            ],
            options={
                "verbose_name": "catatan evaluasi",
                "verbose_name_plural": "catatan evaluasi",
                "ordering": ["quarter", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indicator", "quarter"),
                        name="evaluation_finding_once",
                        violation_error_message="Catatan untuk masa ini sudah ada. Muat ulang halaman.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quarter__gte", 1), ("quarter__lte", 5)),
                        name="evaluation_finding_quarter",
                        violation_error_message="Pilih triwulan I sampai IV, atau setahun.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("actual", None), ("actual_source", ""), ("measured_on", None)),
                            models.Q(
                                ("actual__isnull", False),
                                ("measured_on__isnull", False),
                                models.Q(("actual_source", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evaluation_finding_actual_has_source",
                        violation_error_message="Realisasi yang diisi tangan perlu sumber dan tanggal diukur.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_on", None), ("follow_up", ""), ("owner", None)),
                            models.Q(
                                ("due_on__isnull", False),
                                ("owner__isnull", False),
                                models.Q(("follow_up", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evaluation_finding_follow_up_has_owner",
                        violation_error_message="Tindak lanjut perlu penanggung jawab dan tanggal paling lambat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("done_by", None), ("result", "")),
                            models.Q(
                                ("done_at__isnull", False),
                                ("done_by__isnull", False),
                                models.Q(("result", ""), _negated=True),
                                models.Q(("follow_up", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evaluation_finding_done_pair",
                        violation_error_message="Tulis hasil tindak lanjut.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluationFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "quarter",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Triwulan I"),
                            (2, "Triwulan II"),
                            (3, "Triwulan III"),
                            (4, "Triwulan IV"),
                            (5, "Setahun"),
                        ]
                    ),
                ),
                (
                    "actual",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="realisasi"
                    ),
                ),
                (
                    "achieved",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="capaian (persen)"
                    ),
                ),
                ("verdict", models.CharField(max_length=10, verbose_name="penilaian")),
                ("is_small", models.BooleanField(default=False, verbose_name="dari kurang dari lima orang")),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="reports.evaluationindicator",
                    ),
                ),
            ],
            options={
                "verbose_name": "angka evaluasi",
                "verbose_name_plural": "angka evaluasi",
                "ordering": ["indicator", "quarter"],
                "constraints": [
                    models.UniqueConstraint(fields=("indicator", "quarter"), name="evaluation_figure_once"),
                    models.CheckConstraint(
                        condition=models.Q(("quarter__gte", 1), ("quarter__lte", 5)), name="evaluation_figure_quarter"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="evaluationplan",
            constraint=models.UniqueConstraint(
                fields=("shelter", "year", "title"),
                name="evaluation_once_by_title",
                nulls_distinct=False,
                violation_error_message="Sudah ada evaluasi dengan judul ini untuk tahun itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                name="evaluation_year_is_plausible",
                violation_error_message="Tahun harus antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True),
                name="evaluation_has_title",
                violation_error_message="Isi judul evaluasi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("innovation", None),
                        ("programme", None),
                        ("service", None),
                        ("service_type__isnull", False),
                        ("subject_text", ""),
                    ),
                    models.Q(
                        ("innovation", None),
                        ("programme", None),
                        ("service_type", None),
                        ("service__isnull", False),
                        ("subject_text", ""),
                    ),
                    models.Q(
                        ("innovation", None),
                        ("service", None),
                        ("service_type", None),
                        ("programme__isnull", False),
                        ("subject_text", ""),
                    ),
                    models.Q(
                        ("programme", None),
                        ("service", None),
                        ("service_type", None),
                        ("innovation__isnull", False),
                        ("subject_text", ""),
                    ),
                    models.Q(
                        ("innovation", None),
                        ("programme", None),
                        ("service", None),
                        ("service_type", None),
                        models.Q(("subject_text", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="evaluation_of_one_subject",
                violation_error_message="Pilih satu saja yang dievaluasi, atau tulis pada “Yang lain”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("near__gte", 1), ("near__lte", 99)),
                name="evaluation_near_is_below_target",
                violation_error_message="Batas “hampir tercapai” antara 1 dan 99 persen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("activated_at", None),
                        ("activated_by", None),
                        ("closed_at", None),
                        ("closed_by", None),
                        ("digest", ""),
                        ("status", "draft"),
                    ),
                    models.Q(
                        ("activated_at__isnull", False),
                        ("activated_by__isnull", False),
                        ("closed_at", None),
                        ("closed_by", None),
                        ("digest", ""),
                        ("status", "active"),
                    ),
                    models.Q(
                        ("activated_at__isnull", False),
                        ("activated_by__isnull", False),
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        ("status", "closed"),
                        models.Q(("digest", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="evaluation_status_and_moments",
                violation_error_message="Keadaan evaluasi tidak sesuai dengan siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationindicator",
            constraint=models.UniqueConstraint(
                fields=("plan", "wording"),
                name="evaluation_indicator_once",
                violation_error_message="Indikator ini sudah ada dalam evaluasi ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationindicator",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("wording", ""), _negated=True), models.Q(("unit", ""), _negated=True)),
                name="evaluation_indicator_has_words",
                violation_error_message="Tulis indikator dan satuannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationindicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("measure", ""), _negated=True), models.Q(("source", ""), _negated=True), _connector="OR"
                ),
                name="evaluation_indicator_by_hand_has_source",
                violation_error_message="Angka yang diisi tangan perlu cara mengukur dan sumbernya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationindicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("judged", "percent"), _negated=True),
                    models.Q(
                        models.Q(("target_1", None), ("target_1__gt", 0), _connector="OR"),
                        models.Q(("target_2", None), ("target_2__gt", 0), _connector="OR"),
                        models.Q(("target_3", None), ("target_3__gt", 0), _connector="OR"),
                        models.Q(("target_4", None), ("target_4__gt", 0), _connector="OR"),
                        models.Q(("target_year", None), ("target_year__gt", 0), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="evaluation_indicator_percent_of_something",
                violation_error_message="Persen dari target 0 tidak dapat dihitung. Isi target di atas 0, atau pilih “Tercapai atau belum saja”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationindicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("direction__in", ["higher", "lower"]),
                    ("judged__in", ["percent", "reached"]),
                    ("kind__in", ["input", "process", "output", "outcome"]),
                ),
                name="evaluation_indicator_choices",
                violation_error_message="Pilih jenis, arah, dan cara menilai dari daftar.",
            ),
        ),
        migrations.RunSQL(KEEP, LET_GO),
    ]
