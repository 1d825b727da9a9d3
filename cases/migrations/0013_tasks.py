"""Tasks and the rules by which they appear; who brought somebody in; the papers of an arrival."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# A start; each department sets its own hours on its list.
SOURCE = "Angka baku aplikasi; sesuaikan dengan SOP dinas"
RULES = [
    # slug, title, when, hours, service that it is (Permensos 9/2018: akses kesehatan dasar = puskesmas), source
    ("asesmen-awal", "Asesmen awal", "intake", 24, None, SOURCE),
    ("biometrik", "Pengecekan biometrik Dukcapil", "no_nik", 72, None, SOURCE),
    ("pemeriksaan-kesehatan", "Pemeriksaan kesehatan di Puskesmas", "intake", 72, "education_health_access",
     f"Permensos 9/2018, akses layanan kesehatan dasar. {SOURCE}"),
]  # fmt: skip


def rules(apps, schema_editor):
    Rule = apps.get_model("cases", "TaskRule")
    for place, (slug, title, when, hours, service, source) in enumerate(RULES, 1):
        Rule.objects.create(
            slug=slug, title=title, when=when, hours=hours, service_id=service, source=source, position=place * 10
        )


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_letters_of_intake_and_plan")]

    operations = [
        migrations.AddField(
            model_name="shelter",
            name="together_text",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="Satu baris satu butir. Dicetak sebagai lampiran berita acara penerimaan. Kosongkan untuk isi baku.",
                max_length=4000,
                verbose_name="isi surat pernyataan bersama",
            ),
        ),
        migrations.AddField(
            model_name="stay",
            name="bringer_letter",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=100, verbose_name="nomor surat pengantar"
            ),
        ),
        migrations.AddField(
            model_name="stay",
            name="bringer_name",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=100, verbose_name="nama petugas pengantar"
            ),
        ),
        migrations.AddField(
            model_name="stay",
            name="bringer_number",
            field=models.CharField(blank=True, db_default="", default="", max_length=40, verbose_name="NIP atau NRP"),
        ),
        migrations.AddField(
            model_name="stay",
            name="bringer_rank",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=100, verbose_name="pangkat atau jabatan"
            ),
        ),
        migrations.AlterField(
            model_name="stay",
            name="brought_by",
            field=models.CharField(
                blank=True,
                help_text="Instansi atau orang, misalnya Polsek Kota.",
                max_length=200,
                verbose_name="diantar oleh",
            ),
        ),
        migrations.CreateModel(
            name="TaskRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="kode")),
                (
                    "title",
                    models.CharField(
                        error_messages={"unique": "Tugas itu sudah ada dalam daftar."},
                        max_length=120,
                        unique=True,
                        verbose_name="tugas",
                    ),
                ),
                (
                    "when",
                    models.CharField(
                        choices=[
                            ("intake", "Setiap penerimaan"),
                            ("no_nik", "Bila klien belum punya NIK yang valid"),
                            ("child", "Bila klien anak"),
                        ],
                        default="intake",
                        max_length=10,
                        verbose_name="muncul",
                    ),
                ),
                (
                    "hours",
                    models.PositiveIntegerField(
                        default=24,
                        help_text="24 jam = satu hari, 72 jam = tiga hari.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="batas waktu (jam sejak masuk)",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=500, verbose_name="urutan")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="sumber")),
                ("in_use", models.BooleanField(default=True, verbose_name="dipakai")),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        help_text="Bila layanan ini dicatat, tugas selesai; bila tugas diselesaikan, layanan ini tercatat.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.basicservice",
                        verbose_name="layanan dasar",
                    ),
                ),
            ],
            options={
                "verbose_name": "aturan tugas",
                "verbose_name_plural": "aturan tugas",
                "ordering": ["position", "title"],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120, verbose_name="tugas")),
                ("due_at", models.DateTimeField(verbose_name="batas waktu")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Terbuka"),
                            ("done", "Selesai"),
                            ("suspended", "Ditangguhkan"),
                            ("cancelled", "Dibatalkan"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("assigned_at", models.DateTimeField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="hasil")),
                ("suspended_at", models.DateTimeField(blank=True, null=True, verbose_name="ditangguhkan")),
                ("suspend_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan ditangguhkan")),
                ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
                ("cancel_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan dibatalkan")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "assigned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditugaskan kepada",
                    ),
                ),
                (
                    "cancelled_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                (
                    "suspended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.taskrule",
                        verbose_name="aturan tugas",
                    ),
                ),
            ],
            options={
                "verbose_name": "tugas",
                "verbose_name_plural": "tugas",
                "ordering": ["due_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ArrivalLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("receipt", "Berita acara penerimaan klien"),
                            ("together", "Surat pernyataan bersama"),
                        ],
                        max_length=20,
                        verbose_name="jenis surat",
                    ),
                ),
                ("words", models.JSONField(default=dict, verbose_name="isi surat")),
                ("voided_at", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan")),
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrival_letter",
                        to="cases.letter",
                        verbose_name="surat",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrival_letters",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                (
                    "sweep",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrival_letters",
                        to="cases.sweep",
                        verbose_name="razia",
                    ),
                ),
                (
                    "voided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "surat penerimaan",
                "verbose_name_plural": "surat penerimaan",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stay__isnull", False), ("sweep", None)),
                            models.Q(("kind", "together"), ("stay", None), ("sweep__isnull", False)),
                            _connector="OR",
                        ),
                        name="arrival_letter_of_stay_or_sweep",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("voided_at", None)),
                        fields=("stay", "kind"),
                        name="arrival_letter_once_per_stay",
                        violation_error_message="Surat ini sudah bernomor.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("voided_at", None)),
                        fields=("sweep", "kind"),
                        name="arrival_letter_once_per_sweep",
                        violation_error_message="Surat ini sudah bernomor.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("voided_at", None), ("voided_by", None)),
                            models.Q(("voided_at__isnull", False), ("voided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="arrival_letter_voided_at_and_by",
                        violation_error_message="Tanggal dan petugas dicatat bersama.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="taskrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours__gte", 1)),
                name="task_rule_has_time",
                violation_error_message="Batas waktu sedikitnya 1 jam.",
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("status", "open")), fields=["assigned_to", "due_at"], name="task_open_of"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(condition=models.Q(("status", "open")), fields=["due_at"], name="task_open_due"),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.UniqueConstraint(
                condition=models.Q(("rule__isnull", False)),
                fields=("stay", "rule"),
                name="task_once_per_rule",
                violation_error_message="Tugas ini sudah ada untuk masa tinggal ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("assigned_at", None), ("assigned_by", None)),
                    models.Q(("assigned_at__isnull", False), ("assigned_by__isnull", False)),
                    _connector="OR",
                ),
                name="task_assigned_at_and_by",
                violation_error_message="Tanggal dan petugas dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_at", None), ("done_by", None)),
                    models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                    _connector="OR",
                ),
                name="task_done_at_and_by",
                violation_error_message="Tanggal dan petugas dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("suspended_at", None), ("suspended_by", None)),
                    models.Q(("suspended_at__isnull", False), ("suspended_by__isnull", False)),
                    _connector="OR",
                ),
                name="task_suspended_at_and_by",
                violation_error_message="Tanggal dan petugas dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cancelled_at", None), ("cancelled_by", None)),
                    models.Q(("cancelled_at__isnull", False), ("cancelled_by__isnull", False)),
                    _connector="OR",
                ),
                name="task_cancelled_at_and_by",
                violation_error_message="Tanggal dan petugas dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("assigned_to", None), ("assigned_at__isnull", False), _connector="OR"),
                name="task_assigned_to_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cancelled_at", None), ("done_at", None), ("status", "open"), ("suspended_at", None)),
                    models.Q(
                        ("cancelled_at", None), ("done_at__isnull", False), ("status", "done"), ("suspended_at", None)
                    ),
                    models.Q(
                        ("cancelled_at", None),
                        ("done_at", None),
                        ("status", "suspended"),
                        ("suspended_at__isnull", False),
                        models.Q(("suspend_reason", ""), _negated=True),
                    ),
                    models.Q(
                        ("cancelled_at__isnull", False),
                        ("done_at", None),
                        ("status", "cancelled"),
                        ("suspended_at", None),
                        models.Q(("cancel_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="task_status_fits",
                violation_error_message="Tulis alasannya.",
            ),
        ),
        migrations.RunPython(rules, migrations.RunPython.noop),
    ]
