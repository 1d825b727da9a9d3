import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_short_labels"),
    ]

    operations = [
        migrations.AlterField(
            model_name="letter",
            name="kind",
            field=models.CharField(
                choices=[("referral", "Surat rujukan"), ("sweep_receipt", "Berita acara penerimaan (razia)")],
                max_length=20,
                verbose_name="jenis surat",
            ),
        ),
        migrations.CreateModel(
            name="Sweep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField(verbose_name="tanggal penertiban")),
                ("arrived_on", models.DateField(verbose_name="tanggal tiba di panti")),
                ("arrived_at", models.TimeField(blank=True, null=True, verbose_name="jam tiba di panti")),
                ("place", models.CharField(max_length=200, verbose_name="tempat penertiban")),
                (
                    "order_number",
                    models.CharField(blank=True, max_length=100, verbose_name="nomor surat tugas atau berita acara"),
                ),
                (
                    "officers",
                    models.JSONField(blank=True, default=list, verbose_name="instansi dan petugas yang menyerahkan"),
                ),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="catatan")),
                ("lettered_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup pada")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dibuat oleh",
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sweep",
                        to="cases.letter",
                        verbose_name="berita acara penerimaan",
                    ),
                ),
                (
                    "lettered_by",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sweeps",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.entrysource",
                        verbose_name="sumber rujukan masuk",
                    ),
                ),
            ],
            options={
                "verbose_name": "razia",
                "verbose_name_plural": "razia",
                "ordering": ["-held_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SweepPerson",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("serial", models.PositiveSmallIntegerField(verbose_name="nomor urut")),
                ("number", models.CharField(max_length=30, verbose_name="nomor sementara")),
                ("mark", models.CharField(blank=True, max_length=200, verbose_name="ciri-ciri")),
                ("photo", models.ImageField(blank=True, upload_to="razia/", verbose_name="foto")),
                ("called", models.CharField(blank=True, max_length=100, verbose_name="nama panggilan")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="nama")),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("L", "Laki-laki"), ("P", "Perempuan"), ("", "Tidak diketahui")],
                        max_length=1,
                        verbose_name="jenis kelamin",
                    ),
                ),
                (
                    "estimated_age",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="perkiraan usia"),
                ),
                (
                    "has_ktp",
                    models.CharField(
                        blank=True,
                        choices=[("", "Belum ditanya"), ("yes", "Ada"), ("no", "Tidak ada")],
                        max_length=3,
                        verbose_name="KTP",
                    ),
                ),
                ("group", models.CharField(blank=True, max_length=3, verbose_name="keluarga")),
                ("needs_isolation", models.BooleanField(default=False, verbose_name="perlu isolasi")),
                ("remark", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                ("recognised_by", models.CharField(blank=True, max_length=200, verbose_name="cara mengenali")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Belum diputuskan"),
                            ("admitted", "Diterima di sini"),
                            ("shelter", "Ke panti lain"),
                            ("partner", "Ke lembaga mitra"),
                            ("family", "Dijemput keluarga"),
                            ("released", "Dipersilakan pulang"),
                            ("same", "Orang yang sama"),
                        ],
                        max_length=10,
                        verbose_name="keputusan",
                    ),
                ),
                ("destination", models.CharField(blank=True, max_length=200, verbose_name="tujuan atau penjemput")),
                ("proof", models.CharField(blank=True, max_length=200, verbose_name="bukti hubungan")),
                ("joined_or_parted_at", models.DateTimeField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.category",
                        verbose_name="kategori PPKS",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sweep_rows",
                        to="cases.client",
                        verbose_name="klien",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "same_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joined",
                        to="cases.sweepperson",
                        verbose_name="orang yang sama dengan",
                    ),
                ),
                (
                    "stay",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sweep_person",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                (
                    "sweep",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="cases.sweep",
                        verbose_name="razia",
                    ),
                ),
                (
                    "to_shelter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.shelter",
                        verbose_name="panti tujuan",
                    ),
                ),
            ],
            options={
                "verbose_name": "orang dalam razia",
                "verbose_name_plural": "orang dalam razia",
                "ordering": ["serial"],
            },
        ),
        migrations.AddIndex(
            model_name="sweep",
            index=models.Index(fields=["shelter", "-held_on"], name="sweep_shelter_held"),
        ),
        migrations.AddConstraint(
            model_name="sweep",
            constraint=models.CheckConstraint(
                condition=models.Q(("arrived_on__gte", models.F("held_on"))),
                name="sweep_arrives_after_it_was_held",
                violation_error_message="Tanggal tiba tidak boleh sebelum tanggal penertiban.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sweep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None)),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                    _connector="OR",
                ),
                name="sweep_closed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="sweep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("letter", None), ("lettered_at", None), ("lettered_by", None)),
                    models.Q(("letter__isnull", False), ("lettered_at__isnull", False), ("lettered_by__isnull", False)),
                    _connector="OR",
                ),
                name="sweep_letter_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="sweepperson",
            constraint=models.UniqueConstraint(
                fields=("sweep", "serial"),
                name="sweepperson_serial_once",
                violation_error_message="Nomor urut itu sudah dipakai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sweepperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mark", ""), _negated=True),
                    models.Q(("called", ""), _negated=True),
                    models.Q(("name", ""), _negated=True),
                    models.Q(("photo", ""), _negated=True),
                    _connector="OR",
                ),
                name="sweepperson_can_be_told_apart",
                violation_error_message="Isi satu tanda pengenal: ciri-ciri, nama panggilan, atau foto.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sweepperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("destination", ""), ("outcome", ""), ("same_as", None), ("stay", None), ("to_shelter", None)
                    ),
                    models.Q(("outcome", "released"), ("same_as", None), ("stay", None), ("to_shelter", None)),
                    models.Q(("outcome", "admitted"), ("same_as", None), ("stay__isnull", False), ("to_shelter", None)),
                    models.Q(("outcome", "shelter"), ("same_as", None), ("stay", None), ("to_shelter__isnull", False)),
                    models.Q(
                        ("outcome", "partner"),
                        models.Q(("destination", ""), _negated=True),
                        ("same_as", None),
                        ("stay", None),
                        ("to_shelter", None),
                    ),
                    models.Q(
                        ("outcome", "family"),
                        models.Q(("destination", ""), _negated=True),
                        ("same_as", None),
                        ("stay", None),
                        ("to_shelter", None),
                    ),
                    models.Q(("outcome", "same"), ("same_as__isnull", False), ("stay", None), ("to_shelter", None)),
                    _connector="OR",
                ),
                name="sweepperson_outcome_fits",
                violation_error_message="Lengkapi keputusan: panti tujuan, nama lembaga, atau siapa yang menjemput.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sweepperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("estimated_age", None),
                    ("estimated_age__gte", 18),
                    models.Q(
                        models.Q(("outcome", "released"), _negated=True),
                        models.Q(
                            models.Q(("outcome", "family"), _negated=True),
                            models.Q(("proof", ""), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="sweepperson_child_in_safe_hands",
                violation_error_message="Anak hanya diserahkan kepada keluarga dengan bukti hubungan, atau kepada lembaga.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sweepperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decided_by", None), ("outcome", "")),
                    models.Q(
                        models.Q(("outcome", ""), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="sweepperson_decided_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="sweepperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("same_as", None), models.Q(("same_as", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="sweepperson_not_same_as_itself",
                violation_error_message="Pilih baris lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sweepperson",
            constraint=models.CheckConstraint(
                condition=models.Q(("estimated_age", None), ("estimated_age__lte", 130), _connector="OR"),
                name="sweepperson_age_is_human",
                violation_error_message="Perkiraan usia antara 0 dan 130 tahun.",
            ),
        ),
    ]
