import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_tasks")]

    operations = [
        migrations.AddField(
            model_name="absence",
            name="let_go_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="dinyatakan pergi tanpa izin"),
        ),
        migrations.AddField(
            model_name="absence",
            name="let_go_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="attachment",
            name="permission",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attachments",
                to="cases.handoverpermission",
                verbose_name="izin penyerahan",
            ),
        ),
        migrations.AddField(
            model_name="attachment",
            name="relative",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attachments",
                to="cases.relative",
                verbose_name="bukti hubungan",
            ),
        ),
        migrations.AddField(
            model_name="shelter",
            name="abscond_frees_bed",
            field=models.BooleanField(
                db_default=True,
                default=True,
                help_text="Saat apel atau lembar harian disimpan. Tanpa tanda ini: dengan satu tombol di halaman apel.",
                verbose_name="tempat tidur dilepas sendiri sesudah dinyatakan pergi tanpa izin",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=Q(let_go_at=None, let_go_by=None) | Q(let_go_at__isnull=False, let_go_by__isnull=False),
                name="absence_let_go_at_and_by",
            ),
        ),
    ]
