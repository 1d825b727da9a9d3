from assessments.models import ReassessmentRule
from cases.cleaning import TextField
from cases.forms.recorded import RecordedForm
from cases.models import Category


class RuleForm(RecordedForm):
    class Meta:
        model = ReassessmentRule
        fields = ["instrument", "every_days", "category", "from_entry", "source", "is_active"]
        field_classes = {"source": TextField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = Category.objects.in_use()
        self.fields["category"].empty_label = "Semua kategori"
