import uuid
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models import F, Max, Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet

FOLDER = "ekspor"
LOCKS = 6_301  # of PostgreSQL's advisory locks: ours, and none of anything else
STEP = 2_000  # rows between two looks at whether somebody cancelled


class ExportJobQuerySet(ScopedQuerySet):
    """What a person asked for belongs to that person and to nobody else, whatever their roles."""

    def at(self, shelters):
        raise NotImplementedError("An export belongs to a person, not to a shelter.")

    def visible_to(self, user):
        return self.filter(user=user)

    def allowed(self, user, perm):
        return self.filter(user=user) if user.holds(perm) else self.none()

    def active(self):
        return self.filter(status__in=ExportJob.ACTIVE)

    def waiting(self):
        """The next first: whose turn has not come for longest, then who asked first; one at a time per person."""
        busy = self.model.objects.filter(status=ExportJob.Status.RUNNING).values("user")
        last = self.filter(status=ExportJob.Status.WAITING).exclude(user__in=busy)
        last = last.annotate(served=Max("user__export_jobs__started_at"))
        return last.order_by(F("served").asc(nulls_first=True), "created_at", "pk")

    def expired(self):
        return self.filter(status=ExportJob.Status.DONE, expires_at__lte=timezone.now()).exclude(file="")

    def put_back(self):
        """What a worker that is gone had begun starts anew; its half file goes. Returns how many."""
        count = 0
        for job in self.filter(status=ExportJob.Status.RUNNING):
            with job.held() as is_free:
                count += is_free and job._put_back()
        return count

    def sweep(self):
        """Files whose days are over. The row stays: who took what, why and when. Returns how many."""
        jobs = list(self.expired())
        for job in jobs:
            job.forget_file()
        return len(jobs)


class ExportJob(CheckedModel):
    """A list on its way out of the house: who asked for what and why, how far it is, and the file while it lives."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Menunggu giliran"
        RUNNING = "running", "Sedang dibuat"
        DONE = "done", "Selesai"
        FAILED = "failed", "Gagal"
        CANCELLED = "cancelled", "Dibatalkan"

    class Format(models.TextChoices):
        XLSX = "xlsx", "Excel (XLSX)"
        CSV = "csv", "CSV"
        PDF = "pdf", "PDF"

    ACTIVE = (Status.WAITING, Status.RUNNING)

    user = models.ForeignKey(User, models.PROTECT, related_name="export_jobs", verbose_name="diminta oleh")
    listing = models.CharField("daftar", max_length=40)
    title = models.CharField("judul", max_length=150)
    query = models.TextField("saringan di alamat", blank=True)
    chosen = models.TextField("saringan", blank=True)
    reason = models.CharField("keperluan", max_length=200, blank=True)
    format = models.CharField("bentuk berkas", max_length=4, choices=Format)
    status = models.CharField("keadaan", max_length=10, choices=Status, default=Status.WAITING)
    rows_done = models.PositiveIntegerField("baris selesai", default=0)
    rows_total = models.PositiveIntegerField("jumlah baris", default=0)
    shelters = models.JSONField("panti di dalamnya", default=list, blank=True)
    file = models.FileField("berkas", blank=True)
    file_name = models.CharField("nama berkas", max_length=120, blank=True)
    size = models.PositiveBigIntegerField("ukuran", default=0)
    error = models.CharField("sebab gagal", max_length=300, blank=True)
    created_at = models.DateTimeField("diminta", auto_now_add=True)
    started_at = models.DateTimeField("dimulai", null=True, blank=True)
    finished_at = models.DateTimeField("selesai", null=True, blank=True)
    expires_at = models.DateTimeField("berlaku sampai", null=True, blank=True)

    objects = ExportJobQuerySet.as_manager()

    class Meta:
        verbose_name = "ekspor"
        verbose_name_plural = "ekspor"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["status", "created_at"], name="export_job_queue")]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], name="export_job_one_running", condition=Q(status="running"),
                violation_error_message="Satu ekspor lain milik Anda sedang dibuat.",
            ),
            models.CheckConstraint(
                name="export_job_done_has_expiry",
                condition=~Q(status="done") | Q(expires_at__isnull=False, finished_at__isnull=False),
                violation_error_message="Ekspor yang selesai mempunyai batas berlaku.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:export_list")

    @property
    def is_active(self):
        return self.status in self.ACTIVE

    @property
    def is_ready(self):
        return self.status == self.Status.DONE and bool(self.file) and self.expires_at > timezone.now()

    @property
    def percent(self):
        """How far it is, of a hundred."""
        return min(100, 100 * self.rows_done // self.rows_total) if self.rows_total else 0

    @property
    def ahead(self):
        """How many are before it in the queue."""
        return ExportJob.objects.active().filter(created_at__lt=self.created_at).count()

    @classmethod
    @transaction.atomic
    def ask(cls, *, by, listing, title, name, query, chosen, reason, format, rows):
        """Put it in the queue. Raises ValidationError when this person has too many there already."""
        User.objects.select_for_update().get(pk=by.pk)
        if cls.objects.filter(user=by).active().count() >= settings.EXPORT_WAITING:
            raise ValidationError("Masih ada ekspor Anda yang belum selesai. Tunggu, atau batalkan salah satunya.")
        job = cls.objects.create(
            user=by, listing=listing, title=title, query=query, chosen=chosen, reason=reason, format=format,
            rows_total=rows, file_name=f"{name}-{timezone.localdate():%Y-%m-%d}.{format}",
        )  # fmt: skip
        record(
            by=by, action="export.requested", target=job, title=title, reason=reason, filter=chosen, rows=rows,
            format=format,
        )  # fmt: skip
        return job

    @transaction.atomic
    def start(self):
        """Take it from the queue; False when it no longer waits there, or its owner has another one running."""
        self.refresh_from_db(from_queryset=ExportJob.objects.select_for_update(of=["self"]))
        others = ExportJob.objects.filter(user=self.user_id, status=self.Status.RUNNING)
        if self.status != self.Status.WAITING or others.exists():
            return False
        self.status, self.started_at, self.rows_done = self.Status.RUNNING, timezone.now(), 0
        self.file = f"{FOLDER}/{uuid.uuid4().hex}"  # says nothing, cannot be guessed, and no page knows it yet
        self.save()
        return True

    def move_to(self, rows):
        """Say how far it is. False once somebody cancelled it."""
        running = ExportJob.objects.filter(pk=self.pk, status=self.Status.RUNNING)
        return bool(running.update(rows_done=rows))

    @transaction.atomic
    def finish(self, *, rows, size, shelters):
        """False when it was cancelled meanwhile."""
        self.refresh_from_db(from_queryset=ExportJob.objects.select_for_update(of=["self"]))
        if self.status != self.Status.RUNNING:
            return False
        self.status, self.finished_at = self.Status.DONE, timezone.now()
        self.rows_done = self.rows_total = rows
        self.size, self.shelters = size, sorted(shelters)
        self.expires_at = self.finished_at + settings.EXPORT_KEPT
        self.save()
        record(by=self.user, action="export.finished", target=self, title=self.title, rows=rows, format=self.format)
        return True

    @transaction.atomic
    def fail(self, why):
        """Why, in a sentence for whoever asked; nothing of the file stays."""
        self.refresh_from_db(from_queryset=ExportJob.objects.select_for_update(of=["self"]))
        if self.status == self.Status.RUNNING:
            self.status, self.finished_at, self.error = self.Status.FAILED, timezone.now(), why[:300]
        self.forget_file()

    @transaction.atomic
    def cancel(self, *, by):
        self.refresh_from_db(from_queryset=ExportJob.objects.select_for_update(of=["self"]))
        if not self.is_active:
            raise ValidationError("Ekspor ini sudah tidak berjalan. Muat ulang halaman ini.")
        self.status, self.finished_at = self.Status.CANCELLED, timezone.now()
        self.forget_file()
        record(by=by, action="export.cancelled", target=self, title=self.title)

    def forget_file(self):
        """The row first, then the file that no row knows any more."""
        name, storage = self.file.name, self.file.storage
        self.file, self.size = "", 0
        self.save()
        if name:
            transaction.on_commit(lambda: storage.delete(name))

    @transaction.atomic
    def _put_back(self):
        self.refresh_from_db(from_queryset=ExportJob.objects.select_for_update(of=["self"]))
        if self.status != self.Status.RUNNING:
            return False
        self.status, self.started_at, self.rows_done = self.Status.WAITING, None, 0
        self.forget_file()
        return True

    @contextmanager
    def held(self):
        """Held by the session that works on it, so that its death lets go; yields whether nobody else holds it."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCKS, self.pk % 2**31])
            (is_free,) = cursor.fetchone()
        try:
            yield is_free
        finally:
            if is_free:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCKS, self.pk % 2**31])
