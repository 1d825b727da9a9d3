from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_papers_and_files")]
    operations = []
