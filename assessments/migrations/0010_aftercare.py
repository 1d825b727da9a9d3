import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0009_old_answers"),
        ("cases", "0020_standard"),
    ]

    operations = [
        migrations.CreateModel(
            name="AftercareFilling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "assessment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aftercare",
                        to="assessments.assessment",
                    ),
                ),
                (
                    "contact",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="filling",
                        to="cases.aftercare",
                    ),
                ),
            ],
            options={
                "verbose_name": "isian pasca-layanan",
                "verbose_name_plural": "isian pasca-layanan",
            },
        ),
    ]
