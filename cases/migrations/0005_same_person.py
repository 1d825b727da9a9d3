import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from cases.phones import PHONE_END


def refers_to(model, verbose_name=None, **options):
    options = {"on_delete": django.db.models.deletion.PROTECT, "to": model, "related_name": "+"} | options
    return models.ForeignKey(**options | ({"verbose_name": verbose_name} if verbose_name else {}))


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_sweeps")]
    operations = [
        migrations.AddField(
            model_name="client",
            name="merged_into",
            field=refers_to("cases.client", "digabung ke", blank=True, null=True, related_name="merged_from"),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                name="client_not_merged_into_itself",
                condition=~Q(merged_into=F("pk")),
                violation_error_message="Berkas tidak dapat digabung ke dirinya sendiri.",
            ),
        ),
        migrations.AddIndex(model_name="client", index=models.Index(PHONE_END, name="client_phone_end")),
        migrations.CreateModel(
            name="NotSame",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="waktu")),
                ("by", refers_to(settings.AUTH_USER_MODEL, "oleh")),
                ("first", refers_to("cases.client", "berkas pertama")),
                ("second", refers_to("cases.client", "berkas kedua")),
            ],
            options={"verbose_name": "bukan orang yang sama", "verbose_name_plural": "bukan orang yang sama"},
        ),
        migrations.AddConstraint(
            model_name="notsame",
            constraint=models.CheckConstraint(
                name="not_same_first_before_second",
                condition=Q(first__lt=F("second")),
                violation_error_message="Pilih dua berkas yang berbeda.",
            ),
        ),
        migrations.AddConstraint(
            model_name="notsame",
            constraint=models.UniqueConstraint(
                fields=("first", "second"),
                name="not_same_once",
                violation_error_message="Keduanya sudah dinyatakan bukan orang yang sama.",
            ),
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="waktu")),
                (
                    "before",
                    models.JSONField(blank=True, default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder),
                ),
                (
                    "after",
                    models.JSONField(blank=True, default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder),
                ),
                ("moved", models.JSONField(blank=True, default=dict)),
                ("held", models.JSONField(blank=True, default=dict)),
                ("marks", models.JSONField(blank=True, default=dict)),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada")),
                ("by", refers_to(settings.AUTH_USER_MODEL, "oleh")),
                ("dropped", refers_to("cases.client", "berkas yang digabungkan")),
                ("kept", refers_to("cases.client", "berkas yang dipertahankan", related_name="merges")),
                ("undone_by", refers_to(settings.AUTH_USER_MODEL, blank=True, null=True)),
            ],
            options={
                "verbose_name": "penggabungan",
                "verbose_name_plural": "penggabungan",
                "ordering": ["-pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                name="merge_of_two",
                condition=~Q(kept=F("dropped")),
                violation_error_message="Berkas tidak dapat digabung ke dirinya sendiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.UniqueConstraint(
                condition=Q(undone_at=None),
                fields=("dropped",),
                name="merge_standing_once",
                violation_error_message="Berkas ini sudah digabung.",
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                name="merge_undone_at_and_by",
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                violation_error_message="Pembatalan memerlukan waktu dan pelaku.",
            ),
        ),
    ]
