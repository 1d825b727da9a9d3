from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assessments", "0002_builtin_instruments"), ("cases", "0014_endings")]

    operations = []
