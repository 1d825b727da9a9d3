from hashlib import sha256

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models
from django.utils import timezone

from assessments.builtin import BUILT_IN


def publish(apps, schema_editor):
    """The new forms, and those that changed since 0002 as a next version: answers given before keep their meaning.

    A form that somebody of the department published stays the newest. The forms are not read here: a later change of
    a file is published by `load_instruments`. Nothing is to be scored afterwards: no earlier version had domains.
    """
    Instrument = apps.get_model("assessments", "Instrument")
    Category = apps.get_model("cases", "Category")
    for form in BUILT_IN:
        offer = {"position": form.position, "age_from": form.age_from, "age_to": form.age_to}
        instrument, made = Instrument.objects.get_or_create(
            {"title": form.title, "purpose": form.purpose} | offer, slug=form.slug
        )
        if made and form.spm_group:
            instrument.categories.set(Category.objects.filter(spm_group=form.spm_group))
        source = form.source
        digest = sha256(source).hexdigest()
        latest = instrument.versions.exclude(published_at=None).order_by("-number").first()
        if not latest or (latest.uploaded_by_id is None and latest.sha256 != digest):
            instrument.versions.create(
                number=latest.number + 1 if latest else 1,
                kind=".md",
                source=source,
                sha256=digest,
                published_at=timezone.now(),
            )


class Migration(migrations.Migration):
    dependencies = [("assessments", "0006_plans")]

    operations = [
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "at",
                    models.DateTimeField(
                        help_text="Perbaikan menilai saat yang sama dengan asesmen yang diperbaikinya.",
                        verbose_name="dinilai",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                ("slug", models.CharField(max_length=60, verbose_name="kode bidang")),
                ("label", models.CharField(max_length=150, verbose_name="bidang")),
                ("value", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="nilai")),
                ("minimum", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="nilai terendah")),
                ("maximum", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="nilai tertinggi")),
                ("answered", models.PositiveSmallIntegerField(verbose_name="dijawab")),
                ("asked", models.PositiveSmallIntegerField(verbose_name="ditanyakan")),
                ("band", models.CharField(blank=True, max_length=100, verbose_name="pita")),
                ("is_weak", models.BooleanField(default=False, verbose_name="perlu perhatian")),
                ("higher_is_better", models.BooleanField(default=True, verbose_name="makin tinggi makin baik")),
                (
                    "standing",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                models.Q(("answered", models.F("asked")), _negated=True), then=models.Value(None)
                            ),
                            models.When(
                                higher_is_better=True,
                                then=django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("value"), "-", models.F("minimum")
                                    ),
                                    "/",
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("maximum"), "-", models.F("minimum")
                                    ),
                                ),
                            ),
                            default=django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    models.F("maximum"), "-", models.F("value")
                                ),
                                "/",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("maximum"), "-", models.F("minimum")
                                ),
                            ),
                        ),
                        output_field=models.DecimalField(decimal_places=6, max_digits=7, null=True),
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="assessments.assessment",
                    ),
                ),
            ],
            options={
                "verbose_name": "nilai bidang",
                "verbose_name_plural": "nilai bidang",
                "ordering": ["assessment_id", "position"],
            },
        ),
        migrations.AddIndex(
            model_name="measure",
            index=models.Index(fields=["at"], name="measure_at"),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(fields=("assessment", "slug"), name="measure_domain_once"),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(("answered__gte", 1), ("answered__lte", models.F("asked"))),
                name="measure_answered_of_asked",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minimum__lt", models.F("maximum")),
                    models.Q(
                        models.Q(("answered", models.F("asked")), _negated=True),
                        models.Q(("value__gte", models.F("minimum")), ("value__lte", models.F("maximum"))),
                        _connector="OR",
                    ),
                ),
                name="measure_within_its_limits",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered", models.F("asked")), models.Q(("band", ""), ("is_weak", False)), _connector="OR"
                ),
                name="measure_band_only_when_complete",
            ),
        ),
        migrations.RunPython(publish, migrations.RunPython.noop),
    ]
