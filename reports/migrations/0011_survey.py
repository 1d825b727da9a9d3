"""Satisfaction surveys (SKM): the nine elements with their questions, periods, cards and answers."""

import uuid
from datetime import date

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SOURCE = "Permenpan RB 14/2017, lampiran: unsur dan contoh kuesioner SKM"
ALWAYS = date(2000, 1, 1)
# code, name, place in the model questionnaire (U9 is asked before U8), wording, in plain words, the four answers
ELEMENTS = [
    ("U1", "Persyaratan", 1,
     "Bagaimana pendapat Anda tentang kesesuaian persyaratan dengan jenis pelayanannya?",
     "Surat atau syarat yang diminta: apakah sesuai dengan layanannya?",
     "Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ("U2", "Sistem, Mekanisme, dan Prosedur", 2,
     "Bagaimana pendapat Anda tentang kemudahan prosedur pelayanan?",
     "Urutan dan cara mendapat layanan: apakah mudah diikuti?",
     "Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
    ("U3", "Waktu Penyelesaian", 3,
     "Bagaimana pendapat Anda tentang kecepatan waktu pelayanan?",
     "Apakah Anda cepat dilayani, tidak lama menunggu?",
     "Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"),
    ("U4", "Biaya/Tarif", 4,
     "Bagaimana pendapat Anda tentang kewajaran biaya atau tarif pelayanan?",
     "Apakah Anda diminta membayar? Bila tidak, pilih “Gratis”.",
     "Sangat mahal", "Cukup mahal", "Murah", "Gratis"),
    ("U5", "Produk Spesifikasi Jenis Pelayanan", 5,
     "Bagaimana pendapat Anda tentang kesesuaian hasil pelayanan dengan ketentuannya?",
     "Apakah Anda mendapat apa yang dijanjikan?",
     "Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ("U6", "Kompetensi Pelaksana", 6,
     "Bagaimana pendapat Anda tentang kemampuan petugas dalam pelayanan?",
     "Apakah petugas tahu dan mampu melakukan pekerjaannya?",
     "Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"),
    ("U7", "Perilaku Pelaksana", 7,
     "Bagaimana pendapat Anda tentang kesopanan dan keramahan petugas?",
     "Apakah petugas berbicara baik dan menghargai Anda?",
     "Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"),
    ("U8", "Penanganan Pengaduan, Saran dan Masukan", 9,
     "Bagaimana pendapat Anda tentang penanganan pengaduan, saran, dan masukan?",
     "Bila ada keluhan: apakah ada tempat menyampaikannya, dan ditanggapi?",
     "Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"),
    ("U9", "Sarana dan Prasarana", 8,
     "Bagaimana pendapat Anda tentang kualitas sarana dan prasarana?",
     "Tempat tidur, kamar mandi, ruangan, dan perlengkapan lain.",
     "Buruk", "Cukup", "Baik", "Sangat baik"),
]  # fmt: skip


def elements(apps, schema_editor):
    SurveyElement = apps.get_model("reports", "SurveyElement")
    SurveyQuestion = apps.get_model("reports", "SurveyQuestion")
    for order, (code, name, position, wording, explanation, *answers) in enumerate(ELEMENTS, 1):
        element = SurveyElement.objects.create(code=code, name=name, order=order, source=SOURCE)
        said = {f"answer_{score}": answer for score, answer in enumerate(answers, 1)}
        SurveyQuestion.objects.create(
            element=element, position=position, wording=wording, explanation=explanation,
            valid_from=ALWAYS, source=SOURCE, **said,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0010_sop"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SurveyElement",
            fields=[
                ("code", models.CharField(max_length=3, primary_key=True, serialize=False, verbose_name="kode")),
                ("name", models.CharField(max_length=100, verbose_name="unsur")),
                ("order", models.PositiveSmallIntegerField(unique=True, verbose_name="urutan")),
                ("source", models.CharField(max_length=200, verbose_name="sumber")),
            ],
            options={
                "verbose_name": "unsur SKM",
                "verbose_name_plural": "unsur SKM",
                "ordering": ["order"],
            },
        ),
        migrations.CreateModel(
            name="SurveyPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        help_text="Misalnya Triwulan I 2026.", max_length=100, verbose_name="nama periode"
                    ),
                ),
                ("begins_on", models.DateField(verbose_name="mulai tanggal")),
                ("ends_on", models.DateField(verbose_name="sampai tanggal")),
                (
                    "population",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Perkiraan selama periode ini, untuk menghitung jumlah responden yang diperlukan. Boleh kosong.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="jumlah penerima layanan",
                    ),
                ),
                (
                    "equal_weight_rounded",
                    models.BooleanField(
                        default=False,
                        help_text="Hanya bila daerah memintanya: dengan 0,11 nilai tertinggi menjadi 99,00, bukan 100,00.",
                        verbose_name="bobot cetak 0,11",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Disiapkan"),
                            ("open", "Dibuka"),
                            ("closed", "Ditutup"),
                            ("published", "Diumumkan"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="dibuka pada")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditutup pada")),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="diumumkan pada")),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_by",
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
                        related_name="survey_periods",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "periode SKM",
                "verbose_name_plural": "periode SKM",
                "ordering": ["-begins_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SurveyCard",
            fields=[
                (
                    "token_hash",
                    models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name="sidik kode"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("card", "Kartu cetak"), ("page", "Halaman")], max_length=10, verbose_name="jenis"
                    ),
                ),
                ("batch", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="cetakan ke")),
                ("printed_on", models.DateField(blank=True, null=True, verbose_name="dicetak tanggal")),
                ("used_on", models.DateField(blank=True, null=True, verbose_name="dipakai tanggal")),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cards",
                        to="reports.surveyperiod",
                        verbose_name="periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "kartu survei",
                "verbose_name_plural": "kartu survei",
            },
        ),
        migrations.CreateModel(
            name="SurveyQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(99),
                        ],
                        verbose_name="urutan dalam kuesioner",
                    ),
                ),
                ("wording", models.CharField(max_length=300, verbose_name="pertanyaan")),
                (
                    "explanation",
                    models.CharField(
                        blank=True,
                        help_text="Tampil di bawah pertanyaan dan ikut dibacakan.",
                        max_length=300,
                        verbose_name="penjelasan dengan kata sederhana",
                    ),
                ),
                ("answer_1", models.CharField(max_length=60, verbose_name="jawaban bernilai 1")),
                ("answer_2", models.CharField(max_length=60, verbose_name="jawaban bernilai 2")),
                ("answer_3", models.CharField(max_length=60, verbose_name="jawaban bernilai 3")),
                ("answer_4", models.CharField(max_length=60, verbose_name="jawaban bernilai 4")),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Periode yang dimulai sebelum tanggal ini tetap memakai pertanyaan sebelumnya.",
                        verbose_name="berlaku sejak",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="Peraturan, pedoman, atau keputusan dinas.", max_length=200, verbose_name="sumber"
                    ),
                ),
                (
                    "element",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="reports.surveyelement",
                        verbose_name="unsur",
                    ),
                ),
            ],
            options={
                "verbose_name": "pertanyaan SKM",
                "verbose_name_plural": "pertanyaan SKM",
                "ordering": ["element", "-valid_from"],
            },
        ),
        migrations.CreateModel(
            name="SurveyResponse",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("answered_on", models.DateField(verbose_name="tanggal")),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("qr", "QR di dinding"),
                            ("card", "Kartu"),
                            ("tablet", "Tablet di panti"),
                            ("assisted", "Dibacakan"),
                            ("import", "Impor data lama"),
                        ],
                        max_length=10,
                        verbose_name="cara",
                    ),
                ),
                (
                    "helper",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("officer", "Petugas lain (bukan yang melayani)"),
                            ("volunteer", "Relawan"),
                            ("family", "Keluarga"),
                            ("companion", "Pendamping"),
                        ],
                        max_length=10,
                        verbose_name="dibantu oleh",
                    ),
                ),
                (
                    "respondent",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("client", "Penghuni atau bekas penghuni"),
                            ("family", "Keluarga"),
                            ("sender", "Kantor pengirim (Satpol PP, Polsek, desa)"),
                            ("partner", "Mitra (rumah sakit, LKS, panti lain)"),
                        ],
                        max_length=10,
                        verbose_name="Anda siapa",
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("L", "Laki-laki"), ("P", "Perempuan")],
                        max_length=1,
                        verbose_name="jenis kelamin",
                    ),
                ),
                (
                    "age_band",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("u18", "Di bawah 18 tahun"),
                            ("18-29", "18–29 tahun"),
                            ("30-39", "30–39 tahun"),
                            ("40-49", "40–49 tahun"),
                            ("50-59", "50–59 tahun"),
                            ("60+", "60 tahun ke atas"),
                        ],
                        max_length=6,
                        verbose_name="usia",
                    ),
                ),
                (
                    "education",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "Tidak sekolah"),
                            ("sd", "SD"),
                            ("smp", "SMP"),
                            ("sma", "SMA"),
                            ("d", "D1–D4"),
                            ("s1", "S1"),
                            ("s2", "S2"),
                            ("s3", "S3"),
                        ],
                        max_length=5,
                        verbose_name="pendidikan terakhir",
                    ),
                ),
                (
                    "occupation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pns", "PNS"),
                            ("tni", "TNI"),
                            ("polri", "Polri"),
                            ("swasta", "Swasta"),
                            ("wirausaha", "Wirausaha"),
                            ("tidak", "Tidak bekerja"),
                            ("lain", "Lainnya"),
                        ],
                        max_length=10,
                        verbose_name="pekerjaan",
                    ),
                ),
                ("service", models.CharField(blank=True, max_length=150, verbose_name="layanan yang diterima")),
                ("suggestion", models.TextField(blank=True, max_length=1000, verbose_name="saran")),
                ("suggestion_hidden", models.BooleanField(default=False, verbose_name="saran dikosongkan")),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="reports.surveyperiod",
                        verbose_name="periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "jawaban survei",
                "verbose_name_plural": "jawaban survei",
            },
        ),
        migrations.CreateModel(
            name="SurveyScore",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("score", models.PositiveSmallIntegerField(verbose_name="nilai")),
                (
                    "element",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="reports.surveyelement",
                        verbose_name="unsur",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="reports.surveyresponse",
                        verbose_name="jawaban",
                    ),
                ),
            ],
            options={
                "verbose_name": "nilai jawaban",
                "verbose_name_plural": "nilai jawaban",
            },
        ),
        migrations.AddConstraint(
            model_name="surveyperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("begins_on"))),
                name="survey_period_ends_after_it_begins",
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("population", None), ("population__gte", 1), _connector="OR"),
                name="survey_period_population_positive",
                violation_error_message="Jumlah penerima layanan sedikitnya 1; kosongkan bila belum tahu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("opened_at", None), ("published_at", None), ("status", "draft")),
                    models.Q(
                        ("closed_at", None), ("opened_at__isnull", False), ("published_at", None), ("status", "open")
                    ),
                    models.Q(("closed_at__isnull", False), ("published_at", None), ("status", "closed")),
                    models.Q(("closed_at__isnull", False), ("published_at__isnull", False), ("status", "published")),
                    _connector="OR",
                ),
                name="survey_period_status_is_told",
                violation_error_message="Keadaan periode tidak sesuai dengan riwayatnya. Muat ulang halaman ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("opened_at", None), ("opened_by", None)),
                    models.Q(("opened_at__isnull", False), ("opened_by__isnull", False)),
                    _connector="OR",
                ),
                name="survey_period_opened_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None)),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                    _connector="OR",
                ),
                name="survey_period_closed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_at", None), ("published_by", None)),
                    models.Q(("published_at__isnull", False), ("published_by__isnull", False)),
                    _connector="OR",
                ),
                name="survey_period_published_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyperiod",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("shelter", "="),
                    (
                        models.Func(
                            "begins_on",
                            "ends_on",
                            models.Value("[]"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="survey_period_one_at_a_time",
                violation_error_message="Pada tanggal itu sudah ada periode survei lain di panti ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveycard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("batch__isnull", False), ("kind", "card"), ("printed_on__isnull", False)),
                    models.Q(("batch", None), ("kind", "page"), ("printed_on", None), ("used_on__isnull", False)),
                    _connector="OR",
                ),
                name="survey_card_printed_in_a_batch",
                violation_error_message="Kartu mencatat cetakannya; halaman hanya bahwa sudah dipakai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyquestion",
            constraint=models.UniqueConstraint(
                fields=("element", "valid_from"),
                name="survey_question_once_per_day",
                violation_error_message="Pertanyaan unsur ini sejak tanggal itu sudah ada. Pilih tanggal lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("wording", ""), _negated=True),
                    models.Q(("answer_1", ""), _negated=True),
                    models.Q(("answer_2", ""), _negated=True),
                    models.Q(("answer_3", ""), _negated=True),
                    models.Q(("answer_4", ""), _negated=True),
                ),
                name="survey_question_has_words",
                violation_error_message="Tulis pertanyaan dan keempat jawabannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", ""), _negated=True),
                name="survey_question_has_source",
                violation_error_message="Tulis sumber pertanyaan ini.",
            ),
        ),
        migrations.AddIndex(
            model_name="surveyresponse",
            index=models.Index(fields=["period", "answered_on"], name="survey_response_of_period"),
        ),
        migrations.AddConstraint(
            model_name="surveyresponse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("way", "assisted"), _negated=True),
                    models.Q(("helper", ""), _negated=True),
                    _connector="OR",
                ),
                name="survey_response_assisted_by_kind",
                violation_error_message="Pilih siapa yang membacakan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyresponse",
            constraint=models.CheckConstraint(
                condition=models.Q(("suggestion_hidden", False), ("suggestion", ""), _connector="OR"),
                name="survey_response_hidden_is_empty",
                violation_error_message="Saran yang disembunyikan harus kosong.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyscore",
            constraint=models.UniqueConstraint(
                fields=("response", "element"),
                name="survey_score_once",
                violation_error_message="Unsur ini sudah dinilai dalam jawaban ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyscore",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__in", (1, 2, 3, 4))),
                name="survey_score_in_range",
                violation_error_message="Nilai harus 1 sampai 4.",
            ),
        ),
        migrations.RunPython(elements, migrations.RunPython.noop),
    ]
