import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import cases.numbering
from cases.letter_defaults import TEXTS

PLAIN, SETTABLE = "400.9/{nomor}/{kode}/{tahun}", "{klasifikasi}/{nomor}/{unit}/{tahun}"


def begin(apps, schema_editor):
    """Each kind with the words that it had; letters of before point to them."""
    rule, text, letter, shelter = (
        apps.get_model("cases", name) for name in ("LetterRule", "LetterText", "Letter", "Shelter")
    )
    kinds = [kind for kind, _ in rule._meta.get_field("kind").choices]
    rule.objects.bulk_create([rule(kind=kind) for kind in kinds])
    for kind, words in TEXTS.items():
        opening, closing, copies, enclosure = words
        first = text.objects.create(
            kind=kind, number=1, opening=opening, closing=closing, copies=copies, enclosure=enclosure
        )
        letter.objects.filter(kind=kind).update(text=first)
    # The same numbers as before, with the code now in the department's hands.
    shelter.objects.filter(letter_pattern=PLAIN).update(letter_pattern=SETTABLE)


class Migration(migrations.Migration):
    dependencies = [("cases", "0016_need_who_and_when")]

    operations = [
        migrations.CreateModel(
            name="Throttle",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("began_at", models.DateTimeField(db_index=True)),
                ("count", models.PositiveIntegerField()),
            ],
            options={
                "verbose_name": "pembatas",
                "verbose_name_plural": "pembatas",
            },
        ),
        migrations.CreateModel(
            name="LetterRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("referral", "Surat rujukan"),
                            ("civil", "Surat pengantar dokumen kependudukan"),
                            ("abscond", "Laporan orang meninggalkan panti tanpa izin"),
                            ("handover", "Berita acara serah terima klien"),
                            ("death", "Berita acara kematian dan pemulasaraan"),
                            ("sweep_receipt", "Berita acara penerimaan (razia)"),
                            ("receipt", "Berita acara penerimaan klien"),
                            ("together", "Surat pernyataan bersama"),
                            ("consent", "Persetujuan setelah penjelasan"),
                            ("agreement", "Kontrak pelayanan"),
                            ("conference", "Notulen pembahasan kasus"),
                            ("social_report", "Laporan sosial"),
                            ("progress", "Laporan perkembangan"),
                            ("recommendation", "Surat rekomendasi"),
                            ("travel", "Surat jalan"),
                            ("statement", "Surat pernyataan"),
                            ("invitation", "Undangan keluarga"),
                            ("return_home", "Surat pengantar pemulangan"),
                            ("autopsy", "Permintaan autopsi"),
                            ("burial", "Permintaan pemakaman"),
                            ("other", "Surat lain"),
                        ],
                        max_length=20,
                        unique=True,
                        verbose_name="jenis surat",
                    ),
                ),
                (
                    "classification",
                    models.CharField(
                        default="400.9",
                        help_text="Mengisi {klasifikasi} dalam nomor surat berikutnya. Urusan sosial: 400.9.",
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9A-Za-z.\\-]+$", "Tulis kode dengan angka, huruf, titik, misalnya 400.9."
                            )
                        ],
                        verbose_name="kode klasifikasi arsip",
                    ),
                ),
                (
                    "retention",
                    models.CharField(
                        blank=True,
                        help_text="Misalnya “Aktif 2 tahun, inaktif 3 tahun, permanen”.",
                        max_length=200,
                        verbose_name="masa simpan",
                    ),
                ),
            ],
            options={
                "verbose_name": "jenis surat",
                "verbose_name_plural": "jenis surat",
                "ordering": ["kind"],
            },
        ),
        migrations.AddField(
            model_name="letter",
            name="about",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="cases.stay",
                verbose_name="masa tinggal",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="addressee",
            field=models.CharField(blank=True, db_default="", default="", max_length=200, verbose_name="kepada"),
        ),
        migrations.AddField(
            model_name="letter",
            name="subject",
            field=models.CharField(blank=True, db_default="", default="", max_length=200, verbose_name="perihal"),
        ),
        migrations.AddField(
            model_name="shelter",
            name="letter_unit",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Mengisi {unit}, misalnya RSM atau 35.2. Kosongkan untuk memakai kode nomor klien.",
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator("^[^{}]*$", "Kode unit tidak memakai kurung kurawal.")
                ],
                verbose_name="kode unit dalam nomor surat",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="rank",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Misalnya Penata Tk. I (III/d). Dicetak di surat.",
                max_length=60,
                verbose_name="pangkat, golongan",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="kind",
            field=models.CharField(
                choices=[
                    ("referral", "Surat rujukan"),
                    ("civil", "Surat pengantar dokumen kependudukan"),
                    ("abscond", "Laporan orang meninggalkan panti tanpa izin"),
                    ("handover", "Berita acara serah terima klien"),
                    ("death", "Berita acara kematian dan pemulasaraan"),
                    ("sweep_receipt", "Berita acara penerimaan (razia)"),
                    ("receipt", "Berita acara penerimaan klien"),
                    ("together", "Surat pernyataan bersama"),
                    ("consent", "Persetujuan setelah penjelasan"),
                    ("agreement", "Kontrak pelayanan"),
                    ("conference", "Notulen pembahasan kasus"),
                    ("social_report", "Laporan sosial"),
                    ("progress", "Laporan perkembangan"),
                    ("recommendation", "Surat rekomendasi"),
                    ("travel", "Surat jalan"),
                    ("statement", "Surat pernyataan"),
                    ("invitation", "Undangan keluarga"),
                    ("return_home", "Surat pengantar pemulangan"),
                    ("autopsy", "Permintaan autopsi"),
                    ("burial", "Permintaan pemakaman"),
                    ("other", "Surat lain"),
                ],
                max_length=20,
                verbose_name="jenis surat",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="sequence",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="nomor urut"),
        ),
        migrations.AlterField(
            model_name="shelter",
            name="letter_pattern",
            field=models.CharField(
                default="{klasifikasi}/{nomor}/{unit}/{tahun}",
                help_text="Diisi otomatis: {klasifikasi}, {nomor}, {unit}, {kode}, {bulan}, {tahun}. Perubahan berlaku bagi surat berikutnya.",
                max_length=80,
                validators=[cases.numbering.check_pattern],
                verbose_name="pola nomor surat",
            ),
        ),
        migrations.CreateModel(
            name="ClientLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("recommendation", "Surat rekomendasi"),
                            ("travel", "Surat jalan"),
                            ("statement", "Surat pernyataan"),
                            ("invitation", "Undangan keluarga"),
                            ("return_home", "Surat pengantar pemulangan"),
                            ("autopsy", "Permintaan autopsi"),
                            ("burial", "Permintaan pemakaman"),
                        ],
                        max_length=20,
                        verbose_name="jenis surat",
                    ),
                ),
                ("addressee", models.CharField(blank=True, max_length=150, verbose_name="kepada")),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="di")),
                ("subject", models.CharField(max_length=150, verbose_name="hal")),
                (
                    "manner",
                    models.CharField(
                        choices=[
                            ("normal", "Biasa"),
                            ("soon", "Segera"),
                            ("urgent", "Sangat segera"),
                            ("secret", "Rahasia"),
                        ],
                        default="normal",
                        max_length=10,
                        verbose_name="sifat",
                    ),
                ),
                (
                    "facts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("born", "Tempat, tanggal lahir atau usia"),
                                ("sex", "Jenis kelamin"),
                                ("nik", "NIK lengkap"),
                                ("nik_masked", "NIK disamarkan"),
                                ("address", "Alamat asal"),
                                ("number", "Nomor klien dan register"),
                                ("entered", "Tanggal masuk"),
                                ("death", "Waktu dan tempat meninggal"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="data klien dalam surat",
                    ),
                ),
                ("body", models.TextField(max_length=4000, verbose_name="isi surat")),
                ("details", models.TextField(blank=True, max_length=1500, verbose_name="rincian")),
                ("enclosure", models.CharField(blank=True, max_length=100, verbose_name="lampiran")),
                ("copies", models.TextField(blank=True, max_length=1000, verbose_name="tembusan")),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("frozen", models.JSONField(blank=True, default=dict)),
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
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="client_letter",
                        to="cases.letter",
                        verbose_name="surat",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="client_letters",
                        to="cases.stay",
                        verbose_name="masa tinggal",
                    ),
                ),
            ],
            options={
                "verbose_name": "surat untuk klien",
                "verbose_name_plural": "surat untuk klien",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="IncomingLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("sequence", models.PositiveIntegerField(verbose_name="nomor agenda")),
                ("number", models.CharField(max_length=100, verbose_name="nomor surat")),
                ("sender", models.CharField(max_length=150, verbose_name="dari")),
                ("dated_on", models.DateField(verbose_name="tanggal surat")),
                ("received_on", models.DateField(verbose_name="diterima tanggal")),
                ("subject", models.CharField(max_length=200, verbose_name="perihal")),
                ("forwarded_to", models.CharField(blank=True, max_length=150, verbose_name="diteruskan kepada")),
                ("version", models.PositiveIntegerField(default=1)),
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
                    "shelter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incoming_letters",
                        to="cases.shelter",
                        verbose_name="panti",
                    ),
                ),
            ],
            options={
                "verbose_name": "surat masuk",
                "verbose_name_plural": "surat masuk",
                "ordering": ["-year", "-sequence"],
            },
        ),
        migrations.CreateModel(
            name="LetterText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("referral", "Surat rujukan"),
                            ("civil", "Surat pengantar dokumen kependudukan"),
                            ("abscond", "Laporan orang meninggalkan panti tanpa izin"),
                            ("handover", "Berita acara serah terima klien"),
                            ("death", "Berita acara kematian dan pemulasaraan"),
                            ("sweep_receipt", "Berita acara penerimaan (razia)"),
                            ("receipt", "Berita acara penerimaan klien"),
                            ("together", "Surat pernyataan bersama"),
                            ("consent", "Persetujuan setelah penjelasan"),
                            ("agreement", "Kontrak pelayanan"),
                            ("conference", "Notulen pembahasan kasus"),
                            ("social_report", "Laporan sosial"),
                            ("progress", "Laporan perkembangan"),
                            ("recommendation", "Surat rekomendasi"),
                            ("travel", "Surat jalan"),
                            ("statement", "Surat pernyataan"),
                            ("invitation", "Undangan keluarga"),
                            ("return_home", "Surat pengantar pemulangan"),
                            ("autopsy", "Permintaan autopsi"),
                            ("burial", "Permintaan pemakaman"),
                            ("other", "Surat lain"),
                        ],
                        max_length=20,
                        verbose_name="jenis surat",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="versi")),
                ("opening", models.TextField(blank=True, max_length=3000, verbose_name="pembuka")),
                ("closing", models.TextField(blank=True, max_length=3000, verbose_name="penutup")),
                ("copies", models.TextField(blank=True, max_length=1000, verbose_name="tembusan")),
                ("enclosure", models.CharField(blank=True, max_length=100, verbose_name="lampiran")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditulis oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "teks surat",
                "verbose_name_plural": "teks surat",
                "ordering": ["kind", "-number"],
            },
        ),
        migrations.AddField(
            model_name="letter",
            name="text",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.lettertext",
                verbose_name="teks",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["shelter", "year", "-issued_on"], name="letter_agenda"),
        ),
        migrations.AlterConstraint(
            model_name="letter",
            name="letter_number_once",
            constraint=models.UniqueConstraint(
                fields=("shelter", "number"),
                name="letter_number_once",
                violation_error_message="Nomor ini sudah dipakai surat lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="clientletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("frozen", {}), ("letter", None)),
                    models.Q(("letter__isnull", False), models.Q(("frozen", {}), _negated=True)),
                    _connector="OR",
                ),
                name="client_letter_numbered_and_frozen",
                violation_error_message="Surat yang bernomor menyimpan isinya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="clientletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ("recommendation", "travel", "statement")),
                    models.Q(("addressee", ""), _negated=True),
                    _connector="OR",
                ),
                name="client_letter_goes_to_somebody",
                violation_error_message="Tulis kepada siapa surat ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="incomingletter",
            constraint=models.UniqueConstraint(
                fields=("shelter", "year", "sequence"), name="incoming_letter_sequence_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="incomingletter",
            constraint=models.UniqueConstraint(
                models.F("shelter"),
                django.db.models.functions.text.Lower("sender"),
                django.db.models.functions.text.Lower("number"),
                models.F("year"),
                name="incoming_letter_once",
                violation_error_message="Surat dengan nomor itu dari pengirim itu sudah dicatat tahun ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="incomingletter",
            constraint=models.CheckConstraint(
                condition=models.Q(("received_on__gte", models.F("dated_on"))),
                name="incoming_letter_dated_before_received",
                violation_error_message="Surat tidak dapat diterima sebelum tanggalnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertext",
            constraint=models.UniqueConstraint(fields=("kind", "number"), name="letter_text_version_once"),
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
