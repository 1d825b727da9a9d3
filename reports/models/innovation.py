from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone

from cases.audit import difference, record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm, ScopedQuerySet, roles_with
from cases.templatetags.indonesian import tanggal
from reports.models.innovation_option import InnovationOption
from reports.models.innovation_rules import RULES

HTTPS = URLValidator(["https"], message="Tulis alamat video lengkap yang diawali https://.")
DESIGN = ("legal_basis", "problem", "issue", "method", "novelty", "steps")
EFFECT = ("aims", "benefits", "results")


class InnovationQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def visible_to(self, user):
        """Known to whoever works at the shelter; one of the whole department to everybody with a role."""
        return self.filter(Q(shelter__in=Shelter.objects.visible_to(user)) | Q(shelter=None))

    def allowed(self, user, perm):
        """One of the whole department: read by all who read figures, written, and approved, by the department alone."""
        # The department has no head in the system, so its own innovations are approved by who settles its standards.
        asked = Perm.STANDARD if perm == Perm.REVIEW else perm
        role = user.memberships.current().filter(role__in=roles_with(asked))
        if perm != Perm.REPORT:
            role = role.filter(shelter=None)
        of_department = Q(shelter=None) if role.exists() else Q(pk__in=[])
        return self.filter(Q(shelter__in=user.shelters_with(perm)) | of_department)

    def for_page(self):
        return self.select_related("shelter", "initiator", "form", "theme", "sector", "changed_by")


class OfInnovationQuerySet(ScopedQuerySet):
    """Rows of an innovation belong to whom the innovation belongs."""

    def at(self, shelters):
        return self.filter(innovation__shelter__in=shelters)

    def visible_to(self, user):
        return self.filter(innovation__in=Innovation.objects.visible_to(user))

    def allowed(self, user, perm):
        return self.filter(innovation__in=Innovation.objects.allowed(user, perm))


def option(label, **values):
    return models.ForeignKey(InnovationOption, models.PROTECT, related_name="+", verbose_name=label, **values)


def text(label, **values):
    return models.TextField(label, max_length=10_000, blank=True, **values)


class Innovation(CheckedModel):
    """A new way of working of one shelter, or of the whole department (domain/innovation.md §2 and §5)."""

    class Stage(models.TextChoices):
        INITIATIVE = "inisiatif", "Inisiatif"
        TRIAL = "uji_coba", "Uji coba"
        ROLLOUT = "penerapan", "Penerapan"

    class Kind(models.TextChoices):
        DIGITAL = "digital", "Digital"
        OTHER = "non_digital", "Non digital"

    shelter = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="innovations", verbose_name="panti"
    )
    name = models.CharField("nama inovasi", max_length=150)
    stage = models.CharField("tahapan", max_length=10, choices=Stage, default=Stage.INITIATIVE)
    started_on = models.DateField("dirintis sejak", help_text="Hari gagasan ini mulai dikerjakan.")
    trial_on = models.DateField("waktu uji coba", null=True, blank=True)
    rollout_on = models.DateField("waktu penerapan", null=True, blank=True)
    initiator = option("inisiator")
    initiator_name = models.CharField("nama inisiator", max_length=150)
    kind = models.CharField("jenis", max_length=12, choices=Kind)
    form = option("bentuk inovasi")
    theme = option("tematik")
    sector = option("urusan utama")
    other_sectors = models.ManyToManyField(
        InnovationOption, related_name="+", blank=True, verbose_name="urusan beririsan"
    )
    is_developed = models.BooleanField(
        "sudah dikembangkan dari inovasi sebelumnya", default=False, help_text="Isian “sudah berkembang?” pada IID."
    )
    national_programme = models.CharField(
        "Asta Cita atau program prioritas", max_length=200, blank=True, help_text="Diminta formulir tahun 2026."
    )
    legal_basis = text("dasar hukum")
    problem = text("permasalahan")
    issue = text("isu strategis")
    method = text("metode pembaharuan")
    novelty = text("keunggulan atau kebaharuan")
    steps = text("tahapan inovasi")
    aims = text("tujuan")
    benefits = text("manfaat")
    results = text("hasil")
    video_url = models.URLField(
        "alamat video", max_length=300, blank=True, default="", validators=[HTTPS], help_text="Diawali https://."
    )
    version = models.PositiveIntegerField("versi", default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")
    changed_at = models.DateTimeField("diubah")
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diubah oleh")

    NEXT = {Stage.INITIATIVE: Stage.TRIAL, Stage.TRIAL: Stage.ROLLOUT}
    BEFORE = {after: before for before, after in NEXT.items()}
    DATES = {Stage.INITIATIVE: "started_on", Stage.TRIAL: "trial_on", Stage.ROLLOUT: "rollout_on"}

    objects = InnovationQuerySet.as_manager()

    class Meta:
        verbose_name = "inovasi"
        verbose_name_plural = "inovasi"
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "shelter", Lower("name"), name="innovation_name_once", nulls_distinct=False,
                violation_error_message="Inovasi dengan nama itu sudah ada.",
            ),
            *RULES,
        ]  # fmt: skip

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("reports:innovation_detail", args=[self.pk])

    @property
    def year(self):
        return self.started_on.year

    @property
    def maker(self):
        """Who made it, as the form of IID asks: the shelter (UPTD), or the department (OPD)."""
        return str(self.shelter) if self.shelter_id else "Dinas Sosial"

    @property
    def next_stage(self):
        return self.NEXT.get(self.stage)

    @property
    def stage_before(self):
        return self.BEFORE.get(self.stage)

    @property
    def stage_on(self):
        """Since when it has been at its stage."""
        return getattr(self, self.DATES[self.stage])

    @property
    def design_texts(self):
        return [(self._meta.get_field(name).verbose_name, getattr(self, name)) for name in DESIGN]

    @property
    def effect_texts(self):
        return [(self._meta.get_field(name).verbose_name, getattr(self, name)) for name in EFFECT]

    def today(self):
        return self.shelter.today() if self.shelter_id else timezone.localdate()

    def shelters(self):
        """Where its effect is measured: at its shelter, or at all of them."""
        return Shelter.objects.filter(pk=self.shelter_id) if self.shelter_id else Shelter.objects.all()

    def lock(self):
        self.refresh_from_db(from_queryset=Innovation.objects.for_page().select_for_update(of=["self"]))

    @transaction.atomic
    def begin(self, *, by, note="", other_sectors=()):
        """Enter it at its first stage, since the day on which it was thought of."""
        self._refuse_future("started_on", self.started_on)
        self.stage, self.version = self.Stage.INITIATIVE, 1
        self.created_by = self.changed_by = by
        self.changed_at = timezone.now()
        self.full_clean()
        self.save()
        self.other_sectors.set(other_sectors)
        self.history.create(stage=self.stage, on=self.started_on, note=note, by=by)
        record(by=by, action="innovation.created", target=self, name=self.name)

    def revise(self, *, by, **changes):
        """Change these fields and no others; the row is locked by whoever looked for clashes. Counts a version."""
        others = changes.pop("other_sectors", None)
        before = {name: told(name, getattr(self, name)) for name in changes}
        for name, value in changes.items():
            setattr(self, name, value)
        changed = difference(before, {name: told(name, getattr(self, name)) for name in changes})
        if others is not None:
            self.other_sectors.set(others)
        if not changed and others is None:
            return
        self._refuse_future("started_on", self.started_on)
        self.version, self.changed_by, self.changed_at = self.version + 1, by, timezone.now()
        self.full_clean()
        self.save()
        if "started_on" in changes:
            self.history.filter(stage=self.Stage.INITIATIVE, is_back=False).update(on=self.started_on)
        record(by=by, action="innovation.changed", target=self, version=self.version, changed=changed)

    @transaction.atomic
    def advance(self, *, by, on, note=""):
        """One stage further, since a day: first the trial, then the rollout."""
        self.lock()
        stage = self.next_stage
        if stage is None:
            raise ValidationError("Inovasi ini sudah diterapkan. Muat ulang halaman ini.")
        self._refuse_future("on", on)
        if on < self.stage_on:
            raise ValidationError({"on": f"Tahap sekarang baru dimulai {tanggal(self.stage_on)}."})
        setattr(self, self.DATES[stage], on)
        self._stand(stage, by=by, on=on, note=note)

    @transaction.atomic
    def step_back(self, *, by, reason):
        """To the stage before, because it failed or was entered too early; the date of the stage left is taken away."""
        self.lock()
        stage = self.stage_before
        if stage is None:
            raise ValidationError("Inovasi ini masih pada tahap pertama. Muat ulang halaman ini.")
        setattr(self, self.DATES[self.stage], None)
        self._stand(stage, by=by, on=self.today(), note=reason, is_back=True)

    def _stand(self, stage, *, by, on, note, is_back=False):
        before, self.stage = self.stage, stage
        self.full_clean()
        self.save()
        self.history.create(stage=stage, on=on, note=note, by=by, is_back=is_back)
        action = "innovation.returned" if is_back else "innovation.advanced"
        record(by=by, action=action, target=self, before=before, stage=stage, on=str(on), reason=note)

    def _refuse_future(self, field, day):
        if day and day > self.today():
            raise ValidationError({field: "Tanggal belum tiba."})


def told(name, value):
    """A value as the trail keeps it: of the long texts only that they changed (by their length)."""
    return f"{len(value)} huruf" if name in DESIGN + EFFECT else value
