import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_standins")]

    operations = [
        migrations.AddField(
            model_name="need",
            name="responsible",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="penanggung jawab",
            ),
        ),
        migrations.AddField(
            model_name="need",
            name="due_on",
            field=models.DateField(blank=True, null=True, verbose_name="paling lambat"),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=F("opened_on")),
                name="need_due_after_it_opened",
                violation_error_message="Tenggat tidak boleh sebelum kebutuhan dibuka.",
            ),
        ),
    ]
