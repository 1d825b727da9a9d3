"""The way home: the search for the family as a process, the pick-up with its checklist, the signed papers."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

PRACTICE = "Praktik panti"
# (label, when, required, stands_for, source). The relation is proven on the page of the family, nowhere else.
ITEMS = [
    ("KTP penjemput", "always", True, "has_ktp", PRACTICE),
    ("Kartu Keluarga", "always", True, "has_kk", PRACTICE),
    ("surat keterangan RT/RW", "always", True, "has_rt_letter", PRACTICE),
    ("hubungan terbukti", "always", True, "relation", "Tidak diserahkan tanpa verifikasi hubungan"),
    ("surat pernyataan bermeterai", "always", True, "has_statement", PRACTICE),
    ("akta kelahiran anak, bila ada", "child", False, "", PRACTICE),
    ("obat, jadwal kontrol, dan cara merawat sudah dijelaskan", "guarded", False, "", PRACTICE),
]


def bring_items(apps, schema_editor):
    PickupItem = apps.get_model("cases", "PickupItem")
    PickupItem.objects.bulk_create(
        PickupItem(
            label=label, when=when, required=required, stands_for=stands_for, source=source, position=10 * number
        )
        for number, (label, when, required, stands_for, source) in enumerate(ITEMS, 1)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0018_referral_rules"),
    ]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="exit_record",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attachments",
                to="cases.exitrecord",
                verbose_name="serah terima",
            ),
        ),
        migrations.AddField(
            model_name="clientletter",
            name="relative",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="cases.relative",
                verbose_name="keluarga",
            ),
        ),
        migrations.AddField(
            model_name="exitrecord",
            name="checklist",
            field=models.JSONField(
                blank=True, default=None, null=True, verbose_name="syarat penjemputan saat penyerahan"
            ),
        ),
        migrations.AddField(
            model_name="familycontact",
            name="with_photo",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="foto klien dipakai di media sosial"
            ),
        ),
        migrations.AddField(
            model_name="shelter",
            name="tracing_step_days",
            field=models.PositiveSmallIntegerField(
                db_default=7,
                default=7,
                help_text="Penelusuran yang diam selama itu muncul di beranda pekerja sosial.",
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(180)],
                verbose_name="penelusuran keluarga diingatkan sesudah tanpa langkah (hari)",
            ),
        ),
        migrations.CreateModel(
            name="FamilyTracing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("opened_on", models.DateField(verbose_name="dibuka")),
                ("known", models.TextField(blank=True, max_length=2000, verbose_name="yang diketahui menurut klien")),
                ("next_step", models.CharField(blank=True, max_length=200, verbose_name="langkah berikutnya")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                (
                    "social_media",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Diizinkan klien"), ("no", "Tidak diizinkan klien")],
                        max_length=3,
                        verbose_name="pencarian lewat media sosial",
                    ),
                ),
                ("social_media_on", models.DateField(blank=True, null=True, verbose_name="klien ditanya tanggal")),
                ("photo_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan izin foto")),
                ("photo_permitted_at", models.DateTimeField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="ditutup")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("willing", "Ditemukan, bersedia menerima"),
                            ("refused", "Ditemukan, semua menolak"),
                            ("not_found", "Tidak ditemukan"),
                            ("stopped", "Dihentikan"),
                        ],
                        max_length=10,
                        verbose_name="hasil",
                    ),
                ),
                ("outcome_note", models.TextField(blank=True, max_length=1000, verbose_name="keterangan hasil")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
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
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dibuka oleh",
                    ),
                ),
                (
                    "photo_permitted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "social_media_by",
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
                        related_name="tracings",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
            ],
            options={
                "verbose_name": "penelusuran keluarga",
                "verbose_name_plural": "penelusuran keluarga",
                "ordering": ["-opened_on", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="familycontact",
            name="tracing",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contacts",
                to="cases.familytracing",
                verbose_name="penelusuran",
            ),
        ),
        migrations.CreateModel(
            name="Pickup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("planned_on", models.DateField(verbose_name="rencana tanggal")),
                ("planned_at", models.TimeField(blank=True, null=True, verbose_name="jam")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "Direncanakan"), ("done", "Terlaksana"), ("cancelled", "Dibatalkan")],
                        default="planned",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("close_reason", models.CharField(blank=True, max_length=300, verbose_name="alasan dibatalkan")),
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
                        verbose_name="direncanakan oleh",
                    ),
                ),
                (
                    "met_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditemui petugas",
                    ),
                ),
                (
                    "relative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pickups",
                        to="cases.relative",
                        verbose_name="dijemput oleh",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pickups",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                (
                    "tracing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pickups",
                        to="cases.familytracing",
                        verbose_name="penelusuran",
                    ),
                ),
            ],
            options={
                "verbose_name": "rencana penjemputan",
                "verbose_name_plural": "rencana penjemputan",
                "ordering": ["-planned_on", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="exitrecord",
            name="pickup",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="exit_records",
                to="cases.pickup",
                verbose_name="rencana penjemputan",
            ),
        ),
        migrations.CreateModel(
            name="PickupCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seen_on", models.DateField(verbose_name="dilihat tanggal")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "pickup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="cases.pickup",
                        verbose_name="penjemputan",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dilihat oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "syarat yang sudah dilihat",
                "verbose_name_plural": "syarat yang sudah dilihat",
                "ordering": ["item"],
            },
        ),
        migrations.AddField(
            model_name="attachment",
            name="pickup_check",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attachments",
                to="cases.pickupcheck",
                verbose_name="syarat penjemputan",
            ),
        ),
        migrations.CreateModel(
            name="PickupItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "label",
                    models.CharField(
                        error_messages={"unique": "Syarat itu sudah ada dalam daftar."},
                        max_length=120,
                        unique=True,
                        verbose_name="syarat",
                    ),
                ),
                (
                    "when",
                    models.CharField(
                        choices=[
                            ("always", "Setiap penjemputan"),
                            ("child", "Bila klien anak"),
                            ("guarded", "Bila klien dijaga (anak dan yang diberi penjagaan khusus)"),
                        ],
                        default="always",
                        max_length=10,
                        verbose_name="diminta",
                    ),
                ),
                (
                    "required",
                    models.BooleanField(
                        default=True,
                        help_text="Tanpa yang wajib, penyerahan menunggu izin kepala panti.",
                        verbose_name="wajib",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=500, verbose_name="urutan")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="sumber")),
                ("in_use", models.BooleanField(default=True, verbose_name="dipakai")),
                (
                    "stands_for",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("has_ktp", "KTP penjemput"),
                            ("has_kk", "Kartu Keluarga"),
                            ("has_rt_letter", "surat keterangan RT/RW"),
                            ("has_statement", "surat pernyataan bermeterai"),
                            ("relation", "hubungan terbukti"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name": "syarat penjemputan",
                "verbose_name_plural": "syarat penjemputan",
                "ordering": ["position", "label"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("stands_for", ""), _negated=True),
                        fields=("stands_for",),
                        name="pickup_item_stands_for_once",
                        violation_error_message="Syarat bawaan itu sudah ada.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="pickupcheck",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="checks",
                to="cases.pickupitem",
                verbose_name="syarat",
            ),
        ),
        migrations.CreateModel(
            name="TracingLead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("dukcapil", "Dukcapil"),
                            ("village", "Kepala desa atau lurah"),
                            ("rt_rw", "RT/RW"),
                            ("tksk", "TKSK atau PSM"),
                            ("office", "Dinas daerah asal"),
                            ("police", "Polsek"),
                            ("kin", "Keluarga atau kenalan"),
                            ("social", "Media sosial"),
                            ("client", "Keterangan klien"),
                            ("other", "Lainnya"),
                        ],
                        max_length=10,
                        verbose_name="sumber",
                    ),
                ),
                ("text", models.TextField(max_length=1000, verbose_name="petunjuk")),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="nomor telepon")),
                ("with_photo", models.BooleanField(default=False, verbose_name="foto klien dipakai")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Belum ditanya"),
                            ("asking", "Sedang ditanya"),
                            ("gave", "Menghasilkan"),
                            ("dead", "Buntu"),
                        ],
                        default="new",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                ("result", models.CharField(blank=True, max_length=300, verbose_name="hasil")),
                ("state_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.region",
                        verbose_name="wilayah",
                    ),
                ),
                (
                    "state_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "tracing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leads",
                        to="cases.familytracing",
                        verbose_name="penelusuran",
                    ),
                ),
            ],
            options={
                "verbose_name": "petunjuk penelusuran",
                "verbose_name_plural": "petunjuk penelusuran",
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="familycontact",
            name="lead",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contacts",
                to="cases.tracinglead",
                verbose_name="dari petunjuk",
            ),
        ),
        migrations.AddField(
            model_name="relative",
            name="lead",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="relatives",
                to="cases.tracinglead",
                verbose_name="petunjuk",
            ),
        ),
        migrations.AddConstraint(
            model_name="familytracing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_on", None)),
                fields=("stay",),
                name="tracing_one_open_per_stay",
                violation_error_message="Penelusuran keluarga untuk masa tinggal ini masih terbuka.",
            ),
        ),
        migrations.AddConstraint(
            model_name="familytracing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_by", None), ("closed_on", None), ("outcome", "")),
                    models.Q(
                        ("closed_by__isnull", False),
                        ("closed_on__gte", models.F("opened_on")),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="tracing_closed_with_outcome",
                violation_error_message="Penelusuran ditutup dengan hasil, tidak sebelum tanggal dibuka.",
            ),
        ),
        migrations.AddConstraint(
            model_name="familytracing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "stopped"), _negated=True),
                    models.Q(("outcome_note", ""), _negated=True),
                    _connector="OR",
                ),
                name="tracing_stop_explained",
                violation_error_message="Tulis mengapa penelusuran dihentikan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="familytracing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("social_media", ""), ("social_media_by", None), ("social_media_on", None)),
                    models.Q(
                        models.Q(("social_media", ""), _negated=True),
                        ("social_media_by__isnull", False),
                        ("social_media_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="tracing_social_media_dated",
                violation_error_message="Jawaban klien tentang media sosial memerlukan tanggal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="familytracing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("photo_permitted_at", None), ("photo_permitted_by", None), ("photo_reason", "")),
                    models.Q(
                        models.Q(("photo_reason", ""), _negated=True),
                        ("photo_permitted_at__isnull", False),
                        ("photo_permitted_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="tracing_photo_permitted_at_and_by",
                violation_error_message="Izin foto memerlukan alasan, waktu, dan pemberi izin.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pickup",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "planned")),
                fields=("stay",),
                name="pickup_one_open_per_stay",
                violation_error_message="Sudah ada rencana penjemputan. Ubah atau batalkan rencana itu dahulu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pickup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None), ("status", "planned")),
                    models.Q(
                        models.Q(("status", "planned"), _negated=True),
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="pickup_closed_at_and_by",
                violation_error_message="Rencana yang selesai memerlukan waktu dan pelaku.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pickup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "cancelled"), _negated=True),
                    models.Q(("close_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="pickup_cancel_explained",
                violation_error_message="Tulis mengapa penjemputan dibatalkan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pickupcheck",
            constraint=models.UniqueConstraint(
                fields=("pickup", "item"),
                name="pickup_check_once",
                violation_error_message="Syarat ini sudah dicentang.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tracinglead",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="lead_says_something",
                violation_error_message="Tulis apa petunjuknya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tracinglead",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "new"), ("state_at", None), ("state_by", None)),
                    models.Q(
                        models.Q(("state", "new"), _negated=True),
                        ("state_at__isnull", False),
                        ("state_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="lead_state_at_and_by",
                violation_error_message="Keadaan petunjuk memerlukan waktu dan pencatat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tracinglead",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "dead"), _negated=True), models.Q(("result", ""), _negated=True), _connector="OR"
                ),
                name="lead_dead_end_explained",
                violation_error_message="Tulis mengapa petunjuk ini buntu.",
            ),
        ),
        migrations.RunPython(bring_items, migrations.RunPython.noop),
        # Of letters and aftercare: what a number fixes, whose stand-in decided, and the street as an outcome.
        migrations.AddField("letter", "frozen", models.JSONField(blank=True, default=dict)),
        migrations.AddField(
            "extension",
            "decided_as",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.standin"
            ),
        ),
        migrations.AlterField(
            "aftercare",
            "result",
            models.CharField(
                blank=True,
                choices=[
                    ("well", "Keadaan baik"),
                    ("concern", "Ada masalah, perlu tindak lanjut"),
                    ("street", "Kembali ke jalan"),
                    ("left", "Sudah pergi dari tempat itu"),
                    ("unreached", "Tidak tersambung"),
                    ("died", "Meninggal dunia"),
                ],
                max_length=10,
                verbose_name="hasil",
            ),
        ),
    ]
