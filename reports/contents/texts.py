"""What the shelter itself wrote of its month."""

from reports.models.month_text import PARTS, MonthText


def texts(reading):
    found = MonthText.objects.of_month(reading.shelter, reading.month).first()
    return [
        {"key": key, "label": str(MonthText._meta.get_field(key).verbose_name), "text": getattr(found, key, "")}
        for key in PARTS
    ]
