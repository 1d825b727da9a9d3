import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0017_letters")]

    operations = [
        migrations.AddField(
            model_name="shelter",
            name="escalation_days",
            field=models.PositiveSmallIntegerField(
                db_default=4,
                default=4,
                help_text="Sesudah itu kepala panti diberi tahu.",
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)],
                verbose_name="rujukan disebut macet sesudah (hari kerja)",
            ),
        ),
        migrations.AddField(
            model_name="shelter",
            name="referral_needs_approval",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Tanpa tanda ini pekerja sosial mengirim sendiri.",
                verbose_name="rujukan terbit sesudah disetujui kepala panti",
            ),
        ),
        migrations.AddField(
            model_name="shelter",
            name="referral_result_days",
            field=models.PositiveSmallIntegerField(
                db_default=10,
                default=10,
                help_text="Dihitung sejak klien tiba di mitra.",
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(250)],
                verbose_name="hasil rujukan ditanyakan sesudah (hari kerja)",
            ),
        ),
        migrations.AddField(
            model_name="shelter",
            name="reminder_days",
            field=models.PositiveSmallIntegerField(
                db_default=2,
                default=2,
                help_text="Mitra yang belum menjawab selama itu muncul di beranda pekerja sosial.",
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)],
                verbose_name="pengingat rujukan sesudah (hari kerja)",
            ),
        ),
        migrations.AddConstraint(
            model_name="shelter",
            constraint=models.CheckConstraint(
                condition=models.Q(("escalation_days__gte", models.F("reminder_days"))),
                name="shelter_escalates_after_reminding",
                violation_error_message="Rujukan disebut macet tidak lebih cepat daripada pengingatnya.",
            ),
        ),
    ]
