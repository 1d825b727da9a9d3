import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# What was signed stands: the database itself lets nobody change or remove it. A signed report may be superseded, and
# its paper may be put away once when it was not drawn at signing.
KEEP = """
CREATE FUNCTION month_report_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status NOT IN ('signed', 'superseded') THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE'
    AND to_jsonb(NEW) - 'status' - 'pdf' - 'pdf_digest' = to_jsonb(OLD) - 'status' - 'pdf' - 'pdf_digest'
    AND (NEW.status = OLD.status OR (OLD.status = 'signed' AND NEW.status = 'superseded'))
    AND ((NEW.pdf = OLD.pdf AND NEW.pdf_digest = OLD.pdf_digest) OR OLD.pdf = '') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A signed report never changes.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER month_report_never_changes BEFORE UPDATE OR DELETE ON reports_monthreport
FOR EACH ROW EXECUTE FUNCTION month_report_never_changes();

CREATE FUNCTION month_report_people_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine bigint[] := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.report_id] WHEN 'DELETE' THEN ARRAY[OLD.report_id]
                   ELSE ARRAY[OLD.report_id, NEW.report_id] END;
BEGIN
  IF EXISTS (SELECT FROM reports_monthreport WHERE id = ANY(mine) AND status IN ('signed', 'superseded')) THEN
    RAISE EXCEPTION 'The people of a signed report never change.' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER month_report_people_never_change BEFORE INSERT OR UPDATE OR DELETE ON reports_monthreportperson
FOR EACH ROW EXECUTE FUNCTION month_report_people_never_change();
"""
LET_GO = """
DROP TRIGGER month_report_people_never_change ON reports_monthreportperson;
DROP FUNCTION month_report_people_never_change();
DROP TRIGGER month_report_never_changes ON reports_monthreport;
DROP FUNCTION month_report_never_changes();
"""

# Who writes a row that bears on a month with a report leaves a mark, whichever way the row was written. It costs a
# look at a small table per statement, and blocks nobody: marks are only ever added. The session remembers the signed
# months among them (balai.touched), so that the page which made the change can say so: reports/middleware.py.
MARK = """
CREATE FUNCTION touch_months(place bigint, lo date, hi date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  told text;
BEGIN
  WITH months AS (
    SELECT shelter_id, year, number, bool_or(status = 'signed') AS is_signed FROM reports_monthreport
    WHERE (place IS NULL OR shelter_id = place) AND make_date(year, number, 1) <= hi
      AND make_date(year, number, 1) + interval '1 month' > lo
    GROUP BY shelter_id, year, number
  ), marked AS (
    INSERT INTO reports_monthtouch (shelter_id, year, number, at)
    SELECT shelter_id, year, number, clock_timestamp() FROM months
  )
  SELECT string_agg(format(' %s/%s/%s', shelter_id, year, number), '') INTO told FROM months WHERE is_signed;
  IF told IS NOT NULL THEN
    PERFORM set_config('balai.touched', right(coalesce(current_setting('balai.touched', true), '') || told, 2000), false);
  END IF;
END $$;

-- A day's presence, and a service of a day; what is owed once counts in every later month of the stay as well.
CREATE FUNCTION touch_by_day() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x record;
BEGIN
  IF EXISTS (SELECT FROM reports_monthreport) THEN
    FOR x IN SELECT DISTINCT s.shelter_id AS place, date_trunc('month', r.date)::date AS lo
             FROM changed r JOIN cases_stay s ON s.id = r.stay_id LOOP
      PERFORM touch_months(x.place, x.lo, x.lo);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION touch_by_service() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x record;
BEGIN
  IF EXISTS (SELECT FROM reports_monthreport) THEN
    FOR x IN SELECT s.shelter_id AS place, min(date_trunc('month', r.date)::date) AS lo,
               max(CASE WHEN once.service_id IS NULL THEN date_trunc('month', r.date)::date
                   ELSE coalesce(s.ended_on, 'infinity') END) AS hi
             FROM changed r JOIN cases_stay s ON s.id = r.stay_id
             LEFT JOIN (SELECT DISTINCT service_id FROM cases_servicerule WHERE rule = 'once') once
               ON once.service_id = r.service_id
             GROUP BY s.shelter_id, date_trunc('month', r.date), once.service_id IS NULL LOOP
      PERFORM touch_months(x.place, x.lo, x.hi);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION touch_by_need() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x record;
BEGIN
  IF EXISTS (SELECT FROM reports_monthreport) THEN
    FOR x IN SELECT s.shelter_id AS place, min(r.opened_on) AS lo, max(coalesce(s.ended_on, 'infinity')) AS hi
             FROM changed r JOIN cases_stay s ON s.id = r.stay_id GROUP BY r.id, s.shelter_id LOOP
      PERFORM touch_months(x.place, x.lo, x.hi);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
-- Closing a need today leaves the months before today as they were.
CREATE FUNCTION touch_by_changed_need() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x record;
BEGIN
  IF EXISTS (SELECT FROM reports_monthreport) THEN
    FOR x IN SELECT place.shelter_id AS place, coalesce(place.ended_on, 'infinity') AS hi,
               CASE WHEN (o.stay_id, o.service_id, o.opened_on) = (n.stay_id, n.service_id, n.opened_on)
                 THEN least(coalesce(o.closed_on, 'infinity'), coalesce(n.closed_on, 'infinity'))
                 ELSE least(o.opened_on, n.opened_on) END AS lo
             FROM was o JOIN changed n ON n.id = o.id JOIN cases_stay place ON place.id IN (o.stay_id, n.stay_id)
             WHERE (o.stay_id, o.service_id, o.opened_on, o.closed_on, o.reason)
               IS DISTINCT FROM (n.stay_id, n.service_id, n.opened_on, n.closed_on, n.reason) LOOP
      PERFORM touch_months(x.place, x.lo, x.hi);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION touch_by_stay() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x record;
BEGIN
  IF EXISTS (SELECT FROM reports_monthreport) THEN
    FOR x IN SELECT shelter_id AS place, entered_on AS lo, coalesce(ended_on, 'infinity') AS hi FROM changed LOOP
      PERFORM touch_months(x.place, x.lo, x.hi);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
-- Leaving today changes nothing of the months before; another category changes every month of the stay.
CREATE FUNCTION touch_by_changed_stay() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x record;
BEGIN
  IF EXISTS (SELECT FROM reports_monthreport) THEN
    FOR x IN SELECT o.shelter_id AS from_place, n.shelter_id AS place,
               CASE WHEN
                 (o.client_id, o.shelter_id, o.status = 'cancelled', o.entered_on, o.category_id, o.source_id,
                  o.service_type_id, o.neglect, o.setting) IS DISTINCT FROM
                 (n.client_id, n.shelter_id, n.status = 'cancelled', n.entered_on, n.category_id, n.source_id,
                  n.service_type_id, n.neglect, n.setting)
               THEN least(o.entered_on, n.entered_on)
               ELSE least(coalesce(o.ended_on, 'infinity'), coalesce(n.ended_on, 'infinity')) END AS lo,
               greatest(coalesce(o.ended_on, 'infinity'), coalesce(n.ended_on, 'infinity')) AS hi
             FROM was o JOIN changed n ON n.id = o.id
             WHERE (o.client_id, o.shelter_id, o.status = 'cancelled', o.entered_on, o.ended_on, o.category_id,
                    o.source_id, o.service_type_id, o.neglect, o.setting, o.exit_reason_id, o.destination)
               IS DISTINCT FROM
                   (n.client_id, n.shelter_id, n.status = 'cancelled', n.entered_on, n.ended_on, n.category_id,
                    n.source_id, n.service_type_id, n.neglect, n.setting, n.exit_reason_id, n.destination) LOOP
      PERFORM touch_months(x.place, x.lo, x.hi);
      IF x.from_place <> x.place THEN
        PERFORM touch_months(x.from_place, x.lo, x.hi);
      END IF;
    END LOOP;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION touch_by_changed_client() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x record;
BEGIN
  IF EXISTS (SELECT FROM reports_monthreport) THEN
    FOR x IN SELECT s.shelter_id AS place, s.entered_on AS lo, coalesce(s.ended_on, 'infinity') AS hi
             FROM was o JOIN changed n ON n.id = o.id JOIN cases_stay s ON s.client_id = n.id
             WHERE (o.citizenship, o.sex) IS DISTINCT FROM (n.citizenship, n.sex) AND s.status <> 'cancelled' LOOP
      PERFORM touch_months(x.place, x.lo, x.hi);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;

-- What the standard asks: every shelter's months while the rule was or is in force.
CREATE FUNCTION touch_by_rule() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x record;
BEGIN
  IF EXISTS (SELECT FROM reports_monthreport) THEN
    FOR x IN SELECT valid_from AS lo, coalesce(valid_to, 'infinity') AS hi FROM changed LOOP
      PERFORM touch_months(NULL, x.lo, x.hi);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION touch_by_changed_rule() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x record;
BEGIN
  IF EXISTS (SELECT FROM reports_monthreport) THEN
    FOR x IN SELECT CASE WHEN to_jsonb(o) - 'valid_to' - 'source' - 'end_source' = to_jsonb(n) - 'valid_to' - 'source' - 'end_source'
                 THEN least(coalesce(o.valid_to, 'infinity'), coalesce(n.valid_to, 'infinity'))
                 ELSE least(o.valid_from, n.valid_from) - 1 END + 1 AS lo,
               greatest(coalesce(o.valid_to, 'infinity'), coalesce(n.valid_to, 'infinity')) AS hi
             FROM was o JOIN changed n ON n.id = o.id
             WHERE to_jsonb(o) - 'source' - 'end_source' IS DISTINCT FROM to_jsonb(n) - 'source' - 'end_source' LOOP
      PERFORM touch_months(NULL, x.lo, x.hi);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
"""
# (table, function for rows that came, went or stood on either side of a change; for a change where it is finer)
WATCHED = [
    ("cases_dayrecord", "touch_by_day", ""),
    ("cases_servicerecord", "touch_by_service", ""),
    ("cases_need", "touch_by_need", "touch_by_changed_need"),
    ("cases_stay", "touch_by_stay", "touch_by_changed_stay"),
    ("cases_client", "", "touch_by_changed_client"),
    ("cases_servicerule", "touch_by_rule", "touch_by_changed_rule"),
]


def watches():
    """(table, name of the trigger, event, transition tables, function)"""
    for table, each, change in WATCHED:
        if each:
            yield table, "touch_months_new", "INSERT", "NEW TABLE AS changed", each
            yield table, "touch_months_gone", "DELETE", "OLD TABLE AS changed", each
        if change:
            yield table, "touch_months_changed", "UPDATE", "OLD TABLE AS was NEW TABLE AS changed", change
        else:
            yield table, "touch_months_before", "UPDATE", "OLD TABLE AS changed", each
            yield table, "touch_months_after", "UPDATE", "NEW TABLE AS changed", each


WATCH = "\n".join(
    f"CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION {function}();"
    for table, name, event, rows, function in watches()
)
FUNCTIONS = sorted({function for *_, function in watches()})
UNWATCH = "\n".join(
    [f"DROP TRIGGER {name} ON {table};" for table, name, *_ in watches()]
    + [f"DROP FUNCTION {function}();" for function in FUNCTIONS]
    + ["DROP FUNCTION touch_months(bigint, date, date);"]
)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0001_sheet_upload"),
        ("referrals", "0008_reminders"),
    ]

    operations = [
        migrations.CreateModel(
            name="MonthReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("number", models.PositiveSmallIntegerField(verbose_name="bulan")),
                ("revision", models.PositiveSmallIntegerField(default=0, verbose_name="ralat ke")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Konsep"),
                            ("submitted", "Menunggu tanda tangan"),
                            ("signed", "Ditandatangani"),
                            ("superseded", "Diganti"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan ralat")),
                ("gaps_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan tetap diajukan")),
                ("gaps_at", models.DateTimeField(blank=True, null=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="diajukan pada")),
                ("returned_at", models.DateTimeField(blank=True, null=True, verbose_name="dikembalikan pada")),
                ("return_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dikembalikan")),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditandatangani pada")),
                ("figures", models.JSONField(blank=True, default=dict, verbose_name="angka")),
                ("differences", models.JSONField(blank=True, default=dict, verbose_name="selisih")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="sidik")),
                ("pdf", models.FileField(blank=True, upload_to="laporan/", verbose_name="cetakan")),
                ("pdf_digest", models.CharField(blank=True, max_length=64, verbose_name="sidik cetakan")),
                (
                    "gaps_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="month_report",
                        to="cases.letter",
                        verbose_name="surat",
                    ),
                ),
                (
                    "returned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dikembalikan oleh",
                    ),
                ),
                (
                    "shelter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="month_reports",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
                (
                    "signed_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.standin",
                        verbose_name="Plh.",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditandatangani oleh",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diajukan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "laporan bulanan",
                "verbose_name_plural": "laporan bulanan",
                "ordering": ["-year", "-number", "shelter__name", "-revision"],
            },
        ),
        migrations.CreateModel(
            name="MonthComparison",
            fields=[
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="comparison",
                        serialize=False,
                        to="reports.monthreport",
                        verbose_name="laporan",
                    ),
                ),
                ("touches", models.PositiveIntegerField()),
                ("lines", models.PositiveIntegerField(verbose_name="selisih")),
            ],
            options={
                "verbose_name": "perbandingan laporan",
                "verbose_name_plural": "perbandingan laporan",
            },
        ),
        migrations.CreateModel(
            name="MonthReportPerson",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("service_type", models.CharField(blank=True, max_length=40, verbose_name="jenis pelayanan")),
                ("client_id", models.BigIntegerField()),
                ("client_number", models.CharField(max_length=40, verbose_name="nomor klien")),
                ("served", models.BooleanField(default=False, verbose_name="terlayani")),
                ("services", models.JSONField(blank=True, default=dict, verbose_name="layanan")),
                ("counted", models.JSONField(blank=True, default=dict, verbose_name="terhitung")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="reports.monthreport",
                        verbose_name="laporan",
                    ),
                ),
            ],
            options={
                "verbose_name": "orang dalam laporan",
                "verbose_name_plural": "orang dalam laporan",
                "ordering": ["service_type", "client_number", "client_id"],
            },
        ),
        migrations.CreateModel(
            name="MonthTouch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "shelter",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.shelter",
                    ),
                ),
            ],
            options={
                "verbose_name": "perubahan pada bulan",
                "verbose_name_plural": "perubahan pada bulan",
            },
        ),
        migrations.AddConstraint(
            model_name="monthreport",
            constraint=models.UniqueConstraint(
                fields=("shelter", "year", "number", "revision"),
                name="month_report_revision_once",
                violation_error_message="Laporan bulan ini baru saja dibuka orang lain. Muat ulang halaman ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="monthreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["draft", "submitted"])),
                fields=("shelter", "year", "number"),
                name="month_report_one_open",
                violation_error_message="Laporan bulan ini sudah disusun. Muat ulang halaman ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="monthreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "signed")),
                fields=("shelter", "year", "number"),
                name="month_report_one_in_force",
                violation_error_message="Laporan bulan ini sudah ditandatangani. Muat ulang halaman ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="monthreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__range", (1, 12)), ("year__range", (1900, 9999))),
                name="month_report_of_a_month",
                violation_error_message="Bulan ini tidak ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="monthreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("revision", 0), ("status", "draft"), models.Q(("reason", ""), _negated=True), _connector="OR"
                ),
                name="month_report_ralat_has_reason",
                violation_error_message="Ralat memerlukan alasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="monthreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("digest", ""),
                        ("letter", None),
                        ("pdf", ""),
                        ("signed_at", None),
                        ("signed_by", None),
                        ("status__in", ["draft", "submitted"]),
                    ),
                    models.Q(
                        ("letter__isnull", False),
                        ("signed_at__isnull", False),
                        ("signed_by__isnull", False),
                        ("status__in", ["signed", "superseded"]),
                        models.Q(("digest", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="month_report_signed_whole",
                violation_error_message="Laporan yang ditandatangani memerlukan nomor, waktu, dan sidik.",
            ),
        ),
        migrations.AddConstraint(
            model_name="monthreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "draft"),
                    models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                    _connector="OR",
                ),
                name="month_report_submitted_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="monthreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("returned_at", None), ("returned_by", None)),
                    models.Q(("returned_at__isnull", False), ("returned_by__isnull", False)),
                    _connector="OR",
                ),
                name="month_report_returned_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="monthreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gaps_at", None), ("gaps_by", None)),
                    models.Q(("gaps_at__isnull", False), ("gaps_by__isnull", False)),
                    _connector="OR",
                ),
                name="month_report_gaps_at_and_by",
            ),
        ),
        migrations.AddIndex(
            model_name="monthreportperson",
            index=models.Index(fields=["client_id"], name="month_report_person_client"),
        ),
        migrations.AddConstraint(
            model_name="monthreportperson",
            constraint=models.UniqueConstraint(
                fields=("report", "service_type", "client_id"), name="month_report_person_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="monthreportperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("served", False), ("service_type", ""), ("services", {})),
                    models.Q(models.Q(("service_type", ""), _negated=True), ("counted", {})),
                    _connector="OR",
                ),
                name="month_report_person_of_recap_or_type",
            ),
        ),
        migrations.AddIndex(
            model_name="monthtouch",
            index=models.Index(fields=["shelter", "year", "number"], name="month_touch_month"),
        ),
        migrations.RunSQL(KEEP, LET_GO),
        migrations.RunSQL(MARK + WATCH, UNWATCH),
    ]
