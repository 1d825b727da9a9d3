import uuid

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0005_review"),
        ("cases", "0016_need_who_and_when"),
    ]

    operations = [
        migrations.CreateModel(
            name="Conference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField(verbose_name="tanggal")),
                ("held_at", models.TimeField(blank=True, null=True, verbose_name="jam mulai")),
                ("place", models.CharField(max_length=150, verbose_name="tempat")),
                ("questions", models.TextField(max_length=3000, verbose_name="yang dibahas")),
                ("discussion", models.TextField(blank=True, max_length=5000, verbose_name="jalannya pembahasan")),
                ("decision", models.TextField(blank=True, max_length=3000, verbose_name="keputusan")),
                (
                    "confidentiality",
                    models.CharField(
                        blank=True,
                        default="Isi pembahasan bersifat rahasia. Peserta tidak menyampaikannya kepada pihak lain selain untuk menolong klien.",
                        max_length=300,
                        verbose_name="kerahasiaan",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
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
                        verbose_name="notulis",
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dipimpin oleh",
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conference",
                        to="cases.letter",
                        verbose_name="nomor notulen",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conferences",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
            ],
            options={
                "verbose_name": "pembahasan kasus",
                "verbose_name_plural": "pembahasan kasus",
                "ordering": ["-held_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Addendum",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(max_length=2000, verbose_name="tambahan atau koreksi")),
                ("written_at", models.DateTimeField(auto_now_add=True)),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditulis oleh",
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addenda",
                        to="assessments.conference",
                        verbose_name="pembahasan",
                    ),
                ),
            ],
            options={
                "verbose_name": "tambahan notulen",
                "verbose_name_plural": "tambahan notulen",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ConferenceOption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=300, verbose_name="pilihan")),
                ("pro", models.TextField(blank=True, max_length=1000, verbose_name="yang mendukung")),
                ("contra", models.TextField(blank=True, max_length=1000, verbose_name="yang memberatkan")),
                ("chosen", models.BooleanField(default=False, verbose_name="pilihan yang diambil")),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="options",
                        to="assessments.conference",
                        verbose_name="pembahasan",
                    ),
                ),
            ],
            options={
                "verbose_name": "pilihan yang dipertimbangkan",
                "verbose_name_plural": "pilihan yang dipertimbangkan",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="InterventionPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="versi")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Konsep"),
                            ("submitted", "Menunggu persetujuan"),
                            ("returned", "Dikembalikan"),
                            ("approved", "Berlaku"),
                            ("superseded", "Diganti versi baru"),
                            ("discarded", "Tidak dipakai"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "direction",
                    models.TextField(blank=True, max_length=3000, verbose_name="gambaran masalah dan arah penanganan"),
                ),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="dievaluasi pada")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan perubahan")),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "submit_note",
                    models.TextField(blank=True, max_length=1000, verbose_name="alasan diajukan dengan kekurangan"),
                ),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                ("review_note", models.TextField(blank=True, max_length=2000, verbose_name="catatan peninjau")),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disusun oleh",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan",
                        to="cases.letter",
                        verbose_name="surat kontrak",
                    ),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="assessments.interventionplan",
                        verbose_name="versi yang diperbaiki",
                    ),
                ),
                (
                    "reviewed_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.standin",
                    ),
                ),
                (
                    "reviewed_by",
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
                        related_name="plans",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                (
                    "submitted_by",
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
                "verbose_name": "rencana intervensi",
                "verbose_name_plural": "rencana intervensi",
                "ordering": ["stay", "-number"],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("thread", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="urutan")),
                ("domain", models.CharField(blank=True, max_length=60, verbose_name="aspek")),
                ("domain_label", models.CharField(blank=True, max_length=150)),
                ("statement", models.CharField(max_length=300, verbose_name="tujuan")),
                ("indicator", models.CharField(max_length=300, verbose_name="ukuran keberhasilan")),
                (
                    "priority",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Mendesak"), (2, "Penting"), (3, "Dapat menunggu")],
                        default=2,
                        verbose_name="prioritas",
                    ),
                ),
                ("target_on", models.DateField(blank=True, null=True, verbose_name="target tercapai")),
                ("branch_when", models.CharField(blank=True, max_length=200, verbose_name="cadangan, dijalankan bila")),
                ("remark", models.CharField(blank=True, max_length=500, verbose_name="catatan peninjau")),
                ("version", models.PositiveIntegerField(default=1)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("open_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dijalankan")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("achieved", "Tercapai"),
                            ("partly", "Tercapai sebagian"),
                            ("missed", "Tidak tercapai"),
                        ],
                        max_length=10,
                        verbose_name="hasil",
                    ),
                ),
                ("result_on", models.DateField(blank=True, null=True, verbose_name="tanggal hasil")),
                ("result_note", models.CharField(blank=True, max_length=500, verbose_name="keterangan hasil")),
                ("judged_at", models.DateTimeField(blank=True, null=True)),
                (
                    "judged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goals",
                        to="cases.need",
                        verbose_name="kebutuhan yang dijawab",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goals",
                        to="assessments.interventionplan",
                        verbose_name="rencana",
                    ),
                ),
            ],
            options={
                "verbose_name": "tujuan",
                "verbose_name_plural": "tujuan",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("agreed", "Setuju"),
                            ("partly", "Setuju sebagian"),
                            ("refused", "Menolak"),
                            ("unable", "Belum mampu menyatakan"),
                        ],
                        max_length=10,
                        verbose_name="jawaban",
                    ),
                ),
                (
                    "party",
                    models.CharField(
                        choices=[
                            ("client", "Klien sendiri"),
                            ("guardian", "Orang tua, keluarga, atau wali"),
                            ("head", "Kepala panti (wali anak tidak diketahui)"),
                        ],
                        default="client",
                        max_length=10,
                        verbose_name="dinyatakan oleh",
                    ),
                ),
                ("party_name", models.CharField(blank=True, max_length=150, verbose_name="nama keluarga atau wali")),
                ("party_relation", models.CharField(blank=True, max_length=100, verbose_name="hubungan dengan klien")),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("signature", "Tanda tangan"),
                            ("thumb", "Cap jempol"),
                            ("spoken", "Lisan, dengan dua saksi"),
                        ],
                        max_length=10,
                        verbose_name="cara",
                    ),
                ),
                ("witness_1", models.CharField(blank=True, max_length=150, verbose_name="saksi pertama")),
                ("witness_2", models.CharField(blank=True, max_length=150, verbose_name="saksi kedua")),
                ("means", models.CharField(blank=True, max_length=150, verbose_name="bahasa atau cara menjelaskan")),
                (
                    "exception",
                    models.TextField(blank=True, max_length=1000, verbose_name="yang tidak disetujui, atau alasan"),
                ),
                ("on", models.DateField(verbose_name="tanggal")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="ditarik pada")),
                ("withdraw_reason", models.CharField(blank=True, max_length=150, verbose_name="alasan ditarik")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "explained_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dijelaskan oleh",
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreement",
                        to="cases.letter",
                        verbose_name="surat kontrak",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "relative",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.relative",
                        verbose_name="keluarga atau wali dalam berkas",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="assessments.interventionplan",
                        verbose_name="rencana",
                    ),
                ),
            ],
            options={
                "verbose_name": "persetujuan rencana",
                "verbose_name_plural": "persetujuan rencana",
                "ordering": ["-recorded_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="nama (di luar panti)")),
                ("institution", models.CharField(blank=True, max_length=150, verbose_name="instansi atau hubungan")),
                ("position", models.CharField(blank=True, max_length=100, verbose_name="jabatan atau peran")),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participants",
                        to="assessments.conference",
                        verbose_name="pembahasan",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="petugas",
                    ),
                ),
            ],
            options={
                "verbose_name": "peserta pembahasan",
                "verbose_name_plural": "peserta pembahasan",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PlanAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("thread", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="urutan")),
                ("what", models.CharField(max_length=300, verbose_name="tindakan")),
                ("responsible_name", models.CharField(blank=True, max_length=150, verbose_name="atau orang lain")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                ("partner", models.CharField(blank=True, max_length=200, verbose_name="bersama mitra")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Belum mulai"),
                            ("running", "Berjalan"),
                            ("done", "Selesai"),
                            ("dropped", "Batal"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("status_on", models.DateField(blank=True, null=True, verbose_name="sejak")),
                ("status_at", models.DateTimeField(blank=True, null=True)),
                ("drop_reason", models.CharField(blank=True, max_length=500, verbose_name="alasan batal")),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="assessments.goal",
                        verbose_name="tujuan",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="penanggung jawab",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.basicservice",
                        verbose_name="layanan dasar",
                    ),
                ),
                (
                    "status_by",
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
                "verbose_name": "tindakan",
                "verbose_name_plural": "tindakan",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=300, verbose_name="tindak lanjut")),
                ("responsible_name", models.CharField(blank=True, max_length=150, verbose_name="atau orang lain")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="assessments.conference",
                        verbose_name="pembahasan",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="penanggung jawab",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="assessments.planaction",
                        verbose_name="di rencana sebagai",
                    ),
                ),
            ],
            options={
                "verbose_name": "tindak lanjut pembahasan",
                "verbose_name_plural": "tindak lanjut pembahasan",
                "ordering": ["due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ActionNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="tanggal")),
                ("text", models.CharField(max_length=500, verbose_name="apa yang dilakukan")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Belum mulai"),
                            ("running", "Berjalan"),
                            ("done", "Selesai"),
                            ("dropped", "Batal"),
                        ],
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "service",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_note",
                        to="cases.servicerecord",
                        verbose_name="layanan",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="assessments.planaction",
                        verbose_name="tindakan",
                    ),
                ),
            ],
            options={
                "verbose_name": "catatan kemajuan",
                "verbose_name_plural": "catatan kemajuan",
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReassessmentRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "every_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(730),
                        ],
                        verbose_name="setiap (hari)",
                    ),
                ),
                (
                    "from_entry",
                    models.BooleanField(
                        default=False,
                        help_text="Yang belum pernah diisi jatuh tempo sekian hari sejak masuk.",
                        verbose_name="juga yang pertama",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="dipakai")),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="Peraturan, pedoman, atau keputusan dinas.",
                        max_length=200,
                        verbose_name="dasar",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.category",
                        verbose_name="hanya untuk kategori",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rules",
                        to="assessments.instrument",
                        verbose_name="instrumen",
                    ),
                ),
            ],
            options={
                "verbose_name": "aturan asesmen ulang",
                "verbose_name_plural": "aturan asesmen ulang",
                "ordering": ["instrument__title", "category__name", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                    _connector="OR",
                ),
                name="conference_closed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("letter", None)),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("letter__isnull", False),
                        models.Q(("decision", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="conference_closed_with_decision",
                violation_error_message="Pembahasan ditutup dengan keputusannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("questions", ""), _negated=True), models.Q(("place", ""), _negated=True)),
                name="conference_about_something",
                violation_error_message="Tulis tempat dan apa yang dibahas.",
            ),
        ),
        migrations.AddConstraint(
            model_name="conferenceoption",
            constraint=models.CheckConstraint(
                condition=models.Q(("what", ""), _negated=True),
                name="conference_option_says_what",
                violation_error_message="Tulis pilihannya.",
            ),
        ),
        migrations.AddIndex(
            model_name="interventionplan",
            index=models.Index(fields=["status", "submitted_at"], name="plan_status_submitted"),
        ),
        migrations.AddConstraint(
            model_name="interventionplan",
            constraint=models.UniqueConstraint(
                fields=("stay", "number"), name="plan_number_once", violation_error_message="Nomor versi ini sudah ada."
            ),
        ),
        migrations.AddConstraint(
            model_name="interventionplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["draft", "submitted"])),
                fields=("stay",),
                name="plan_one_open",
                violation_error_message="Rencana untuk klien ini sedang disusun atau menunggu persetujuan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="interventionplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "approved")),
                fields=("stay",),
                name="plan_one_in_force",
                violation_error_message="Hanya satu rencana yang berlaku.",
            ),
        ),
        migrations.AddConstraint(
            model_name="interventionplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("submitted_at__isnull", True), ("submitted_by__isnull", True)),
                    models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                    _connector="OR",
                ),
                name="plan_submitted_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="interventionplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_at__isnull", True), ("reviewed_by__isnull", True)),
                    models.Q(("reviewed_at__isnull", False), ("reviewed_by__isnull", False)),
                    _connector="OR",
                ),
                name="plan_reviewed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="interventionplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="plan_ended_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="interventionplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at", None),
                        ("letter", None),
                        ("reviewed_at", None),
                        ("status", "draft"),
                        ("submitted_at", None),
                    ),
                    models.Q(
                        ("ended_at", None),
                        ("letter", None),
                        ("reviewed_at", None),
                        ("status", "submitted"),
                        ("submitted_at__isnull", False),
                    ),
                    models.Q(
                        ("ended_at", None),
                        ("letter", None),
                        ("reviewed_at__isnull", False),
                        ("status", "returned"),
                        ("submitted_at__isnull", False),
                    ),
                    models.Q(
                        ("ended_at", None),
                        ("letter__isnull", False),
                        ("reviewed_at__isnull", False),
                        ("status", "approved"),
                    ),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("letter__isnull", False),
                        ("reviewed_at__isnull", False),
                        ("status", "superseded"),
                    ),
                    models.Q(
                        ("ended_at__isnull", False), ("letter", None), ("status", "discarded"), ("submitted_at", None)
                    ),
                    _connector="OR",
                ),
                name="plan_status_fits",
            ),
        ),
        migrations.AddConstraint(
            model_name="interventionplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reviewed_by", None),
                    models.Q(("reviewed_by", models.F("submitted_by")), _negated=True),
                    _connector="OR",
                ),
                name="plan_not_reviewed_by_its_author",
                violation_error_message="Rencana ditinjau oleh orang lain, bukan oleh yang mengajukannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="interventionplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("previous", None), ("reason", "")),
                    models.Q(("previous__isnull", False), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="plan_revision_has_reason",
                violation_error_message="Tulis mengapa rencana diubah.",
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.UniqueConstraint(fields=("plan", "thread"), name="goal_once_in_a_plan"),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("opened_at__isnull", True), ("opened_by__isnull", True)),
                    models.Q(("opened_at__isnull", False), ("opened_by__isnull", False)),
                    _connector="OR",
                ),
                name="goal_opened_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("judged_at__isnull", True), ("judged_by__isnull", True)),
                    models.Q(("judged_at__isnull", False), ("judged_by__isnull", False)),
                    _connector="OR",
                ),
                name="goal_judged_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("statement", ""), _negated=True), models.Q(("indicator", ""), _negated=True)
                ),
                name="goal_measurable",
                violation_error_message="Tujuan memerlukan ukuran: bagaimana kita tahu bahwa ia tercapai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("judged_at", None), ("result", ""), ("result_on", None)),
                    models.Q(
                        ("judged_at__isnull", False),
                        ("result__in", ["achieved", "partly", "missed"]),
                        ("result_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="goal_result_fits",
                violation_error_message="Hasil tujuan memerlukan tanggalnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("open_reason", ""), ("opened_at", None)),
                    models.Q(
                        ("opened_at__isnull", False),
                        models.Q(("branch_when", ""), _negated=True),
                        models.Q(("open_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="goal_opened_is_a_branch",
                violation_error_message="Hanya tujuan cadangan yang dibuka, dengan alasannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answer__in", ["agreed", "partly"]), ("withdrawn_at", None)),
                fields=("plan",),
                name="agreement_one_standing",
                violation_error_message="Persetujuan atas rencana ini sudah dicatat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                    models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                    _connector="OR",
                ),
                name="agreement_withdrawn_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer__in", ["agreed", "partly"]), _negated=True),
                    models.Q(models.Q(("way", ""), _negated=True), ("letter__isnull", False)),
                    _connector="OR",
                ),
                name="agreement_given_in_some_way",
                violation_error_message="Pilih bagaimana persetujuan diberikan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("way", "spoken"), _negated=True),
                    models.Q(models.Q(("witness_1", ""), _negated=True), models.Q(("witness_2", ""), _negated=True)),
                    _connector="OR",
                ),
                name="agreement_spoken_before_two",
                violation_error_message="Persetujuan lisan memerlukan dua saksi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer", "agreed"), models.Q(("exception", ""), _negated=True), _connector="OR"),
                name="agreement_exception_told",
                violation_error_message="Tulis bagian yang tidak disetujui, atau alasannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("party", "guardian"), _negated=True),
                    models.Q(
                        models.Q(("party_name", ""), _negated=True), models.Q(("party_relation", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="agreement_guardian_named",
                violation_error_message="Tulis nama dan hubungan keluarga atau wali.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdraw_reason", ""), ("withdrawn_at", None), ("withdrawn_on", None)),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        ("withdrawn_on__gte", models.F("on")),
                        models.Q(("withdraw_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="agreement_withdrawn_with_reason",
                violation_error_message="Penarikan memerlukan tanggal, tidak sebelum persetujuan, dan alasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), ("user__isnull", False)),
                    models.Q(("user", None), models.Q(("name", ""), _negated=True)),
                    _connector="OR",
                ),
                name="participant_named_once",
                violation_error_message="Pilih petugas, atau tulis nama orang dari luar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("user__isnull", False)),
                fields=("conference", "user"),
                name="participant_user_once",
                violation_error_message="Petugas ini sudah ada dalam daftar peserta.",
            ),
        ),
        migrations.AddIndex(
            model_name="planaction",
            index=models.Index(fields=["status", "due_on"], name="plan_action_due"),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.UniqueConstraint(fields=("goal", "thread"), name="plan_action_once_in_a_goal"),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status_at__isnull", True), ("status_by__isnull", True)),
                    models.Q(("status_at__isnull", False), ("status_by__isnull", False)),
                    _connector="OR",
                ),
                name="plan_action_status_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("what", ""), _negated=True),
                name="plan_action_says_what",
                violation_error_message="Tulis apa yang dilakukan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("drop_reason", ""), ("status", "planned"), ("status_at", None), ("status_on", None)),
                    models.Q(
                        ("drop_reason", ""),
                        ("status__in", ["running", "done"]),
                        ("status_at__isnull", False),
                        ("status_on__isnull", False),
                    ),
                    models.Q(
                        ("status", "dropped"),
                        ("status_at__isnull", False),
                        ("status_on__isnull", False),
                        models.Q(("drop_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="plan_action_status_fits",
                violation_error_message="Tindakan yang dibatalkan memerlukan alasannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("what", ""), _negated=True),
                    models.Q(
                        ("responsible__isnull", False),
                        models.Q(("responsible_name", ""), _negated=True),
                        _connector="OR",
                    ),
                ),
                name="follow_up_has_somebody",
                violation_error_message="Tulis siapa yang mengerjakannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="action_note_says_something",
                violation_error_message="Tulis apa yang dilakukan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reassessmentrule",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_active", True)),
                fields=("instrument", "category"),
                name="reassessment_rule_once",
                nulls_distinct=False,
                violation_error_message="Aturan untuk instrumen dan kategori ini sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reassessmentrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("every_days__gte", 1), ("every_days__lte", 730)),
                name="reassessment_rule_some_days",
                violation_error_message="Antara 1 dan 730 hari.",
            ),
        ),
    ]
