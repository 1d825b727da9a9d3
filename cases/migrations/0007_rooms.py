import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

# A placement names a bed and a room; the database itself sees to it that the bed stands in that room.
BED_IN_ROOM = """
ALTER TABLE cases_placement ADD CONSTRAINT placement_bed_in_room
FOREIGN KEY (bed_id, room_id) REFERENCES cases_bed (id, room_id)
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_papers_and_files")]
    operations = [
        migrations.CreateModel(
            name="Building",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="nama gedung")),
                (
                    "shelter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="buildings",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "gedung",
                "verbose_name_plural": "gedung",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Room",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="nama kamar")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("men", "Laki-laki"),
                            ("women", "Perempuan"),
                            ("family", "Keluarga"),
                            ("isolation", "Isolasi"),
                        ],
                        max_length=10,
                        verbose_name="untuk siapa",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="catatan kamar")),
                (
                    "building",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rooms",
                        to="cases.building",
                        verbose_name="gedung",
                    ),
                ),
            ],
            options={
                "verbose_name": "kamar",
                "verbose_name_plural": "kamar",
                "ordering": ["building__name", "name"],
            },
        ),
        migrations.CreateModel(
            name="Bed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=20, verbose_name="nomor tempat tidur")),
                (
                    "room",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beds",
                        to="cases.room",
                        verbose_name="kamar",
                    ),
                ),
            ],
            options={
                "verbose_name": "tempat tidur",
                "verbose_name_plural": "tempat tidur",
                "ordering": [django.db.models.functions.text.Length("label"), "label"],
            },
        ),
        migrations.CreateModel(
            name="BedOutage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("started_on", models.DateField(verbose_name="tidak dapat dipakai mulai")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="dapat dipakai lagi mulai")),
                ("reason", models.CharField(max_length=200, verbose_name="alasan")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "bed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outages",
                        to="cases.bed",
                        verbose_name="tempat tidur",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "tempat tidur tidak dapat dipakai",
                "verbose_name_plural": "tempat tidur tidak dapat dipakai",
                "ordering": ["-started_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"
                        ),
                        name="bed_outage_ends_after_it_starts",
                        violation_error_message="Tanggal dapat dipakai lagi tidak boleh sebelum tanggal mulai.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("bed", "="),
                            (
                                models.Func(
                                    "started_on",
                                    "ended_on",
                                    models.Value("[)"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="bed_outage_no_overlap",
                        violation_error_message="Tempat tidur ini sudah dicatat tidak dapat dipakai pada tanggal itu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("started_on", models.DateField(verbose_name="menempati sejak")),
                ("started_at", models.TimeField(blank=True, null=True, verbose_name="jam")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="sampai")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="alasan")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "bed",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placements",
                        to="cases.bed",
                        verbose_name="tempat tidur",
                    ),
                ),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placements",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
                (
                    "room",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placements",
                        to="cases.room",
                        verbose_name="kamar",
                    ),
                ),
            ],
            options={
                "verbose_name": "tempat di kamar",
                "verbose_name_plural": "tempat di kamar",
                "ordering": ["started_on", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="building",
            constraint=models.UniqueConstraint(
                fields=("shelter", "name"),
                name="building_name_once",
                violation_error_message="Gedung dengan nama itu sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.UniqueConstraint(
                fields=("building", "name"),
                name="room_name_once",
                violation_error_message="Kamar dengan nama itu sudah ada di gedung ini.",
            ),
        ),
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(fields=["room", "started_on"], name="placement_room"),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"),
                name="placement_ends_after_it_starts",
                violation_error_message="Tanggal pindah tidak boleh sebelum tanggal mulai menempati.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None), ("ended_on", None)),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False), ("ended_on__isnull", False)),
                    _connector="OR",
                ),
                name="placement_closed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.CheckConstraint(
                condition=models.Q(("bed__isnull", False), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="placement_without_bed_says_why",
                violation_error_message="Tulis alasan memberi tempat tambahan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("bed__isnull", False)),
                expressions=[
                    ("bed", "="),
                    (
                        models.Func(
                            "started_on",
                            "ended_on",
                            models.Value("[)"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="placement_one_per_bed",
                violation_error_message="Tempat tidur itu sudah ditempati pada tanggal itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("stay", "="),
                    (
                        models.Func(
                            "started_on",
                            "ended_on",
                            models.Value("[)"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="placement_one_per_stay",
                violation_error_message="Klien tercatat di tempat lain pada tanggal itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bed",
            constraint=models.UniqueConstraint(
                fields=("room", "label"),
                name="bed_label_once",
                violation_error_message="Nomor itu sudah dipakai di kamar ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bed",
            constraint=models.UniqueConstraint(fields=("id", "room"), name="bed_and_its_room"),
        ),
        migrations.RunSQL(BED_IN_ROOM, "ALTER TABLE cases_placement DROP CONSTRAINT placement_bed_in_room"),
    ]
