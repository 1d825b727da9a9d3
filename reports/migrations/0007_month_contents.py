import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import Coalesce

# A rate bears on what months cost: those with a report are marked, as for the rules of the catalogue (migration 0002).
# An age bears on the table of movements: the function of 0002 learns to see it.
WATCH = """
CREATE TRIGGER touch_months_new AFTER INSERT ON reports_mealrate REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION touch_by_rule();
CREATE TRIGGER touch_months_gone AFTER DELETE ON reports_mealrate REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION touch_by_rule();
CREATE TRIGGER touch_months_changed AFTER UPDATE ON reports_mealrate REFERENCING OLD TABLE AS was NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION touch_by_changed_rule();
"""
UNWATCH = """
DROP TRIGGER touch_months_new ON reports_mealrate;
DROP TRIGGER touch_months_gone ON reports_mealrate;
DROP TRIGGER touch_months_changed ON reports_mealrate;
"""
CLIENT = """
CREATE OR REPLACE FUNCTION touch_by_changed_client() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x record;
BEGIN
  IF EXISTS (SELECT FROM reports_monthreport) THEN
    FOR x IN SELECT s.shelter_id AS place, s.entered_on AS lo, coalesce(s.ended_on, 'infinity') AS hi
             FROM was o JOIN changed n ON n.id = o.id JOIN cases_stay s ON s.client_id = n.id
             WHERE ({before}) IS DISTINCT FROM ({after}) AND s.status <> 'cancelled' LOOP
      PERFORM touch_months(x.place, x.lo, x.hi);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
"""


def client_watch(*columns):
    return CLIENT.format(
        **{side: ", ".join(f"{row}.{name}" for name in columns) for side, row in (("before", "o"), ("after", "n"))}
    )


AGED = client_watch("citizenship", "sex", "birth_date", "estimated_age", "age_estimated_on")
AS_BEFORE = client_watch("citizenship", "sex")


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0006_imports"),
    ]

    operations = [
        migrations.CreateModel(
            name="MealRate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("amount", models.PositiveIntegerField(verbose_name="rupiah per orang per hari")),
                ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                (
                    "source",
                    models.CharField(
                        help_text="Peraturan, keputusan, atau DPA asal angka ini.",
                        max_length=200,
                        verbose_name="sumber",
                    ),
                ),
                (
                    "shelter",
                    models.ForeignKey(
                        blank=True,
                        help_text="Kosongkan untuk semua panti yang tidak punya indeks sendiri.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meal_rates",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "indeks permakanan",
                "verbose_name_plural": "indeks permakanan",
                "ordering": ["-valid_from", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 1)),
                        name="meal_rate_positive",
                        violation_error_message="Indeks sedikitnya 1 rupiah.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="meal_rate_has_source",
                        violation_error_message="Tulis sumber indeks.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="meal_rate_ends_after_it_starts",
                        violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (Coalesce("shelter", models.Value(0), output_field=models.BigIntegerField()), "="),
                            (
                                models.Func(
                                    "valid_from",
                                    "valid_to",
                                    models.Value("[]"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="meal_rate_one_at_a_time",
                        violation_error_message="Sudah ada indeks lain pada masa itu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MonthText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("number", models.PositiveSmallIntegerField(verbose_name="bulan")),
                ("highlights", models.TextField(blank=True, max_length=5000, verbose_name="kegiatan menonjol")),
                ("problems", models.TextField(blank=True, max_length=5000, verbose_name="permasalahan")),
                ("follow_up", models.TextField(blank=True, max_length=5000, verbose_name="tindak lanjut")),
                (
                    "shelter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="month_texts",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "teks laporan bulanan",
                "verbose_name_plural": "teks laporan bulanan",
                "ordering": ["-year", "-number", "shelter__name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("shelter", "year", "number"),
                        name="month_text_once",
                        violation_error_message="Teks bulan ini sudah ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__range", (1, 12)), ("year__range", (1900, 9999))),
                        name="month_text_of_a_month",
                        violation_error_message="Bulan ini tidak ada.",
                    ),
                ],
            },
        ),
        migrations.RunSQL(WATCH, UNWATCH),
        migrations.RunSQL(AGED, AS_BEFORE),
    ]
