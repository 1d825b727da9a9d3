from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("referrals", "0001_partners_and_referrals"), ("cases", "0014_endings")]

    operations = []
