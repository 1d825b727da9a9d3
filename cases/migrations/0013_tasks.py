from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_letters_of_intake_and_plan")]

    operations = []
