from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_incidents_activities_visits")]
    operations = [
        migrations.AddField("auditevent", "client_id", models.BigIntegerField(null=True)),
        migrations.AddIndex("auditevent", models.Index(fields=["client_id", "-id"], name="audit_client")),
    ]
