from django.db import migrations, models

SHORT = {
    "food": "Makan", "clothing": "Sandang", "dormitory": "Asrama", "care": "Pengasuhan",
    "health_supplies": "Kesehatan", "guidance": "Bimbingan", "adl_guidance": "ADL", "basic_skills": "Keterampilan",
    "assistive_device": "Alat bantu", "school_supplies": "Alat sekolah", "civil_documents": "Dokumen",
    "education_health_access": "Akses layanan", "family_tracing": "Telusur keluarga",
    "family_reunification": "Reunifikasi", "substitute_family": "Keluarga pengganti",
    "repatriation": "Pemulangan", "burial": "Pemulasaraan", "family_community_guidance": "Bimbingan keluarga",
    "referral": "Rujukan", "data_complaint": "Data dan aduan", "emergency": "Kedaruratan",
}  # fmt: skip


def fill(apps, schema_editor):
    for service in apps.get_model("cases", "BasicService").objects.all():
        service.short_label = SHORT[service.slug]
        service.save()


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_lists_and_catalogue")]
    operations = [
        migrations.AddField(
            "basicservice", "short_label",
            models.CharField("sebutan pendek", max_length=30, default="", help_text="Untuk lembar harian dan tabel."),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]  # fmt: skip
