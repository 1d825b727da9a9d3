import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import reports.models.entered


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0003_standard"),
    ]

    operations = [
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "valid_from",
                    models.DateField(
                        error_messages={"unique": "Sudah ada data yang berlaku sejak tanggal itu."},
                        unique=True,
                        verbose_name="berlaku sejak",
                    ),
                ),
                (
                    "letterhead_government",
                    models.CharField(
                        help_text="Misalnya PEMERINTAH KABUPATEN …",
                        max_length=150,
                        verbose_name="kop: pemerintah daerah",
                    ),
                ),
                ("name", models.CharField(default="Dinas Sosial", max_length=150, verbose_name="nama dinas")),
                ("address", models.CharField(blank=True, max_length=250, verbose_name="alamat")),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="tempat surat")),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="telepon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                (
                    "head_name",
                    models.CharField(
                        blank=True,
                        help_text="Dengan gelar. Selama kosong, laporan tahunan tercetak sebagai konsep.",
                        max_length=150,
                        verbose_name="nama kepala dinas",
                    ),
                ),
                ("head_nip", models.CharField(blank=True, max_length=30, verbose_name="NIP")),
                ("head_rank", models.CharField(blank=True, max_length=60, verbose_name="pangkat, golongan")),
                (
                    "head_position",
                    models.CharField(default="Kepala Dinas Sosial", max_length=100, verbose_name="jabatan"),
                ),
            ],
            options={
                "verbose_name": "kop dan kepala dinas",
                "verbose_name_plural": "kop dan kepala dinas",
                "ordering": ["-valid_from"],
            },
        ),
        migrations.CreateModel(
            name="AnnualText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("background", "Latar Belakang"),
                            ("law", "Dasar Hukum"),
                            ("policy", "Kebijakan Umum"),
                            ("direction", "Arah Kebijakan"),
                            ("staff", "Dukungan Personil"),
                            ("problems", "Permasalahan dan Solusi"),
                            ("programme", "Program dan Kegiatan"),
                            ("closing", "Penutup"),
                        ],
                        max_length=20,
                        verbose_name="bagian",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=20000, verbose_name="isi")),
                (
                    "service_type",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicetype",
                        verbose_name="jenis pelayanan",
                    ),
                ),
            ],
            options={
                "verbose_name": "teks laporan tahunan",
                "verbose_name_plural": "teks laporan tahunan",
                "ordering": ["year", "section", "service_type__position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("year", "section", "service_type"),
                        name="annual_text_once",
                        nulls_distinct=False,
                        violation_error_message="Bagian ini sudah ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                        name="annual_text_year_is_plausible",
                        violation_error_message="Tahun harus antara 2000 dan 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("section__in", ["staff", "problems"]), ("service_type__isnull", False)),
                            models.Q(
                                models.Q(("section__in", ["staff", "problems"]), _negated=True), ("service_type", None)
                            ),
                            _connector="OR",
                        ),
                        name="annual_text_type_fits_section",
                        violation_error_message="Bagian ini tidak cocok dengan jenis pelayanannya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Budget",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "label",
                    models.CharField(
                        help_text="Subkegiatan, misalnya “Penyediaan permakanan”.",
                        max_length=150,
                        verbose_name="uraian",
                    ),
                ),
                ("sipd_code", models.CharField(blank=True, max_length=40, verbose_name="kode SIPD")),
                (
                    "allocated",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=16,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="alokasi (rupiah)",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="Misalnya nomor DPA atau Perda APBD.", max_length=200, verbose_name="sumber"
                    ),
                ),
                (
                    "realised",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DecimalField(
                            blank=True,
                            decimal_places=2,
                            max_digits=16,
                            null=True,
                            validators=[django.core.validators.MinValueValidator(0)],
                            verbose_name="realisasi",
                        ),
                        default=reports.models.entered.empty_months,
                        size=12,
                        verbose_name="realisasi per bulan",
                    ),
                ),
                (
                    "service_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicetype",
                        verbose_name="jenis pelayanan",
                    ),
                ),
            ],
            options={
                "verbose_name": "anggaran SPM",
                "verbose_name_plural": "anggaran SPM",
                "ordering": ["year", "service_type__position", "sipd_code", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service_type", "year", "label"),
                        name="budget_once_per_year",
                        violation_error_message="Uraian itu sudah ada untuk jenis pelayanan dan tahun ini.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                        name="budget_year_is_plausible",
                        violation_error_message="Tahun harus antara 2000 dan 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("allocated__gte", 0)),
                        name="budget_not_negative",
                        violation_error_message="Alokasi tidak boleh negatif.",
                    ),
                    models.CheckConstraint(
                        condition=models.Func(
                            models.F("realised"),
                            output_field=models.BooleanField(),
                            template="cardinality(%(expressions)s) = 12",
                        ),
                        name="budget_has_twelve_months",
                        violation_error_message="Isian per bulan harus dua belas.",
                    ),
                    models.CheckConstraint(
                        condition=models.Func(
                            models.F("realised"),
                            output_field=models.BooleanField(),
                            template="NOT coalesce(0 > ANY(%(expressions)s), false)",
                        ),
                        name="budget_months_not_negative",
                        violation_error_message="Realisasi tidak boleh negatif.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QualityRequirement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "kind",
                    models.CharField(
                        choices=[("goods", "Barang dan/atau jasa"), ("staff", "Sumber daya manusia")],
                        max_length=10,
                        verbose_name="kelompok mutu",
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        help_text="Misalnya “Paket sandang” atau “Pekerja sosial”.",
                        max_length=150,
                        verbose_name="uraian",
                    ),
                ),
                (
                    "unit",
                    models.CharField(help_text="Misalnya paket, unit, orang.", max_length=30, verbose_name="satuan"),
                ),
                ("required", models.PositiveIntegerField(verbose_name="yang harus dipenuhi setahun")),
                (
                    "source",
                    models.CharField(
                        help_text="Peraturan, keputusan, atau dokumen asal angka ini.",
                        max_length=200,
                        verbose_name="sumber",
                    ),
                ),
                (
                    "fulfilled",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(blank=True, null=True, verbose_name="terpenuhi"),
                        default=reports.models.entered.empty_months,
                        size=12,
                        verbose_name="terpenuhi per bulan",
                    ),
                ),
                (
                    "service_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicetype",
                        verbose_name="jenis pelayanan",
                    ),
                ),
            ],
            options={
                "verbose_name": "mutu SPM",
                "verbose_name_plural": "mutu SPM",
                "ordering": ["year", "service_type__position", "kind", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service_type", "year", "kind", "label"),
                        name="quality_once_per_year",
                        violation_error_message="Uraian itu sudah ada untuk jenis pelayanan dan tahun ini.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                        name="quality_year_is_plausible",
                        violation_error_message="Tahun harus antara 2000 dan 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Func(
                            models.F("fulfilled"),
                            output_field=models.BooleanField(),
                            template="cardinality(%(expressions)s) = 12",
                        ),
                        name="quality_has_twelve_months",
                        violation_error_message="Isian per bulan harus dua belas.",
                    ),
                    models.CheckConstraint(
                        condition=models.Func(
                            models.F("fulfilled"),
                            output_field=models.BooleanField(),
                            template="NOT coalesce(0 > ANY(%(expressions)s), false)",
                        ),
                        name="quality_months_not_negative",
                        violation_error_message="Jumlah terpenuhi tidak boleh negatif.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("population", models.PositiveIntegerField(verbose_name="yang harus dilayani")),
                (
                    "source",
                    models.CharField(
                        help_text="Peraturan, keputusan, atau dokumen asal angka ini.",
                        max_length=200,
                        verbose_name="sumber",
                    ),
                ),
                (
                    "service_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicetype",
                        verbose_name="jenis pelayanan",
                    ),
                ),
            ],
            options={
                "verbose_name": "target SPM",
                "verbose_name_plural": "target SPM",
                "ordering": ["year", "service_type__position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service_type", "year"),
                        name="target_once_per_type_and_year",
                        violation_error_message="Target jenis pelayanan ini untuk tahun itu sudah ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                        name="target_year_is_plausible",
                        violation_error_message="Tahun harus antara 2000 dan 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="target_has_source",
                        violation_error_message="Tulis sumber angka target.",
                    ),
                ],
            },
        ),
    ]
