import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0007_journeys"),
    ]

    operations = [
        migrations.CreateModel(
            name="PartnerMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("reminder", "Pengingat"), ("noted", "Jawaban yang dicatat")],
                        max_length=10,
                        verbose_name="jenis surel",
                    ),
                ),
                ("step", models.DateTimeField(verbose_name="langkah sejak")),
                ("on", models.DateField(verbose_name="hari")),
                ("to", models.EmailField(max_length=254, verbose_name="kepada")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="terkirim")),
                ("failed_at", models.DateTimeField(blank=True, null=True, verbose_name="gagal")),
                ("failure", models.CharField(blank=True, max_length=100, verbose_name="sebab gagal")),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mails",
                        to="referrals.referral",
                        verbose_name="rujukan",
                    ),
                ),
            ],
            options={
                "verbose_name": "surel kepada mitra",
                "verbose_name_plural": "surel kepada mitra",
                "ordering": ["-on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("referral", "kind", "step"), name="partner_mail_once_per_step"),
                    models.UniqueConstraint(fields=("referral", "on"), name="partner_mail_once_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("failed_at", None), ("failure", "")),
                            models.Q(
                                ("failed_at__isnull", False),
                                ("sent_at", None),
                                models.Q(("failure", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="partner_mail_sent_or_failed",
                    ),
                ],
            },
        ),
    ]
