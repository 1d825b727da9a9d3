import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0019_way_home"),
    ]

    operations = [
        migrations.AddField(
            model_name="servicerule",
            name="end_source",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=200, verbose_name="sumber pengakhiran"
            ),
        ),
        migrations.RemoveIndex(model_name="servicerecord", name="service_record_stay"),
        migrations.RemoveIndex(model_name="servicerecord", name="service_record_date"),
        migrations.AddIndex(
            model_name="client",
            index=models.Index(
                condition=models.Q(("citizenship", "wni"), _negated=True), fields=["id"], name="client_foreign"
            ),
        ),
        migrations.AddIndex(
            model_name="servicerecord",
            index=models.Index(
                fields=["stay", "service", "date"], include=("quantity",), name="service_record_of_stay"
            ),
        ),
        migrations.AddIndex(
            model_name="servicerecord",
            index=models.Index(fields=["date"], include=("stay", "service", "quantity"), name="service_record_of_date"),
        ),
        migrations.AddIndex(
            model_name="stay",
            index=django.contrib.postgres.indexes.GistIndex(
                models.F("shelter"),
                models.Func(
                    "entered_on",
                    "ended_on",
                    models.Value("[]"),
                    function="daterange",
                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                ),
                name="stay_shelter_days",
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
                    ("month_report", "Laporan bulanan"),
                    ("other", "Surat lain"),
                ],
                max_length=20,
                verbose_name="jenis surat",
            ),
        ),
        migrations.AlterField(
            model_name="letterrule",
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
                    ("month_report", "Laporan bulanan"),
                    ("other", "Surat lain"),
                ],
                max_length=20,
                unique=True,
                verbose_name="jenis surat",
            ),
        ),
        migrations.AlterField(
            model_name="lettertext",
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
                    ("month_report", "Laporan bulanan"),
                    ("other", "Surat lain"),
                ],
                max_length=20,
                verbose_name="jenis surat",
            ),
        ),
    ]
