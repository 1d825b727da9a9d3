from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from cases.models.catalogue import BasicService
from cases.models.checked import CheckedModel

ASSESSMENT, BIOMETRIC, HEALTH = "asesmen-awal", "biometrik", "pemeriksaan-kesehatan"


class TaskRuleQuerySet(models.QuerySet):
    def for_intake(self, client, *, is_child):
        """The rules that this person's coming calls for."""
        when = [TaskRule.When.INTAKE]
        # A foreigner is not in the civil registry.
        if client.nik_status != client.NikStatus.VALID and client.citizenship == client.Citizenship.WNI:
            when.append(TaskRule.When.NO_NIK)
        if is_child:
            when.append(TaskRule.When.CHILD)
        return self.filter(in_use=True, when__in=when)


class TaskRule(CheckedModel):
    """A task that appears by itself when somebody comes in (aturan tugas): a list that the department keeps.

    A rule that is changed changes no task that is there already: that one keeps its title and its moment.
    """

    class When(models.TextChoices):
        INTAKE = "intake", "Setiap penerimaan"
        NO_NIK = "no_nik", "Bila klien belum punya NIK yang valid"
        CHILD = "child", "Bila klien anak"

    # An assessment finishes the task whose rule bears the slug of its instrument.
    slug = models.SlugField("kode", max_length=60, unique=True)
    title = models.CharField(
        "tugas", max_length=120, unique=True, error_messages={"unique": "Tugas itu sudah ada dalam daftar."}
    )
    when = models.CharField("muncul", max_length=10, choices=When, default=When.INTAKE)
    hours = models.PositiveIntegerField(
        "batas waktu (jam sejak masuk)", default=24, validators=[MinValueValidator(1)],
        help_text="24 jam = satu hari, 72 jam = tiga hari.",
    )  # fmt: skip
    service = models.ForeignKey(
        BasicService, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="layanan dasar",
        help_text="Bila layanan ini dicatat, tugas selesai; bila tugas diselesaikan, layanan ini tercatat.",
    )  # fmt: skip
    position = models.PositiveSmallIntegerField("urutan", default=500)
    source = models.CharField("sumber", max_length=200, blank=True)
    in_use = models.BooleanField("dipakai", default=True)

    objects = TaskRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan tugas"
        verbose_name_plural = "aturan tugas"
        ordering = ["position", "title"]
        constraints = [
            models.CheckConstraint(
                name="task_rule_has_time", condition=Q(hours__gte=1),
                violation_error_message="Batas waktu sedikitnya 1 jam.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title
