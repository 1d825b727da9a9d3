import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0004_states"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="DoorLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("referral", "Rujukan"),
                            ("sender", "Kantor pengirim"),
                            ("community", "WKSBM"),
                            ("journey", "Perjalanan pulang"),
                        ],
                        max_length=10,
                        verbose_name="untuk",
                    ),
                ),
                ("seed", models.CharField(max_length=43)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("expires_at", models.DateTimeField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="dimatikan pada")),
                ("code_hash", models.CharField(blank=True, max_length=64)),
                ("code_expires_at", models.DateTimeField(blank=True, null=True)),
                ("wrong_codes", models.PositiveSmallIntegerField(default=0, verbose_name="kode salah")),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replaced_by",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="referrals.doorlink",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "shelter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="door_links",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "tautan",
                "verbose_name_plural": "tautan",
            },
        ),
        migrations.AddField(
            model_name="referral",
            name="link",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referral",
                to="referrals.doorlink",
                verbose_name="tautan",
            ),
        ),
        migrations.CreateModel(
            name="LinkOpening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="waktu")),
                ("device", models.CharField(max_length=60, verbose_name="perangkat")),
                ("decided", models.CharField(blank=True, max_length=100, verbose_name="yang dilakukan")),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="openings",
                        to="referrals.doorlink",
                        verbose_name="tautan",
                    ),
                ),
            ],
            options={
                "verbose_name": "pembukaan tautan",
                "verbose_name_plural": "pembukaan tautan",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnerFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=150, verbose_name="judul")),
                ("name", models.CharField(max_length=150, verbose_name="nama pengirim")),
                ("position", models.CharField(blank=True, max_length=150, verbose_name="jabatan")),
                ("file", models.FileField(upload_to="mitra/", verbose_name="berkas")),
                ("content_type", models.CharField(max_length=100, verbose_name="bentuk")),
                ("size", models.PositiveIntegerField(verbose_name="ukuran")),
                ("sha256", models.CharField(max_length=64)),
                ("received_at", models.DateTimeField(auto_now_add=True, verbose_name="diterima")),
                (
                    "kept",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="from_partner",
                        to="cases.attachment",
                        verbose_name="berkas klien",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partner_files",
                        to="referrals.referral",
                        verbose_name="rujukan",
                    ),
                ),
            ],
            options={
                "verbose_name": "berkas dari mitra",
                "verbose_name_plural": "berkas dari mitra",
                "ordering": ["received_at", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="doorlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("replaced_by", None), ("revoked_at", None), ("revoked_by", None)),
                    models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                    _connector="OR",
                ),
                name="door_link_revoked_by_someone",
                violation_error_message="Tautan yang dimatikan mencatat siapa yang mematikannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="doorlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("code_expires_at", None), ("code_hash", "")),
                    models.Q(models.Q(("code_hash", ""), _negated=True), ("code_expires_at__isnull", False)),
                    _connector="OR",
                ),
                name="door_link_code_has_end",
                violation_error_message="Kode sekali pakai mempunyai batas waktu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnerfile",
            constraint=models.UniqueConstraint(
                fields=("referral", "sha256"),
                name="partner_file_once",
                violation_error_message="Berkas yang sama sudah kami terima.",
            ),
        ),
    ]
