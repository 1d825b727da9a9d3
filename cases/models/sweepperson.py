from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse

from cases.audit import difference, record
from cases.models.checked import CheckedModel
from cases.models.client import Client
from cases.models.lists import Category
from cases.models.shelter import Shelter
from cases.models.stay import Stay
from cases.models.sweep import Sweep
from cases.models.sweeprules import RULES
from cases.models.user import User
from cases.permissions import ScopedQuerySet

ADULT = 18


class SweepPersonQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(sweep__shelter__in=shelters)

    def undecided(self):
        return self.filter(outcome=SweepPerson.Outcome.UNDECIDED)

    def persons(self):
        """Every row that is a person of its own."""
        return self.exclude(outcome=SweepPerson.Outcome.SAME)

    def for_list(self):
        """With what a list says of each: where they went, and for known clients how often they were here."""
        stays = Stay.objects.kept().filter(client=OuterRef("client"), entered_on__lte=OuterRef("sweep__arrived_on"))
        sweeps = SweepPerson.objects.persons().filter(
            Q(sweep__held_on__lt=OuterRef("sweep__held_on"))
            | Q(sweep__held_on=OuterRef("sweep__held_on"), sweep__lte=OuterRef("sweep")),
            client=OuterRef("client"),
        )
        return self.select_related("sweep", "stay__client", "category", "to_shelter", "same_as").annotate(
            stays_so_far=counted(stays), nth_sweep=counted(sweeps)
        )

    def for_page(self):
        return self.for_list().select_related("sweep__shelter", "client", "decided_by")


def counted(rows):
    return Subquery(rows.order_by().values("client").annotate(n=Count("pk")).values("n"))


class SweepPerson(CheckedModel):
    """Somebody who came with a sweep: first only a mark and a temporary number, then step by step a person."""

    class Ktp(models.TextChoices):
        NOT_ASKED = "", "Belum ditanya"
        YES = "yes", "Ada"
        NO = "no", "Tidak ada"

    class Outcome(models.TextChoices):
        UNDECIDED = "", "Belum diputuskan"
        ADMITTED = "admitted", "Diterima di sini"
        OTHER_SHELTER = "shelter", "Ke panti lain"
        PARTNER = "partner", "Ke lembaga mitra"
        FAMILY = "family", "Dijemput keluarga"
        RELEASED = "released", "Dipersilakan pulang"
        SAME = "same", "Orang yang sama"

    sweep = models.ForeignKey(Sweep, models.PROTECT, related_name="people", verbose_name="razia")
    serial = models.PositiveSmallIntegerField("nomor urut")
    number = models.CharField("nomor sementara", max_length=30)
    mark = models.CharField("ciri-ciri", max_length=200, blank=True)
    photo = models.ImageField("foto", upload_to="razia/", blank=True)
    called = models.CharField("nama panggilan", max_length=100, blank=True)
    name = models.CharField("nama", max_length=200, blank=True)
    sex = models.CharField("jenis kelamin", max_length=1, choices=Client.Sex, blank=True)
    estimated_age = models.PositiveSmallIntegerField("perkiraan usia", null=True, blank=True)
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kategori PPKS"
    )
    has_ktp = models.CharField("KTP", max_length=3, choices=Ktp, blank=True)
    group = models.CharField("keluarga", max_length=3, blank=True)
    needs_isolation = models.BooleanField("perlu isolasi", default=False)
    remark = models.CharField("keterangan", max_length=300, blank=True)

    client = models.ForeignKey(
        Client, models.PROTECT, null=True, blank=True, related_name="sweep_rows", verbose_name="klien"
    )
    recognised_by = models.CharField("cara mengenali", max_length=200, blank=True)
    outcome = models.CharField("keputusan", max_length=10, choices=Outcome, blank=True)
    stay = models.OneToOneField(
        Stay, models.PROTECT, null=True, blank=True, related_name="sweep_person", verbose_name="masa tinggal"
    )
    to_shelter = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="panti tujuan"
    )
    destination = models.CharField("tujuan atau penjemput", max_length=200, blank=True)
    proof = models.CharField("bukti hubungan", max_length=200, blank=True)
    same_as = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="joined", verbose_name="orang yang sama dengan"
    )
    joined_or_parted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = SweepPersonQuerySet.as_manager()

    class Meta:
        verbose_name = "orang dalam razia"
        verbose_name_plural = "orang dalam razia"
        ordering = ["serial"]
        constraints = RULES

    def __str__(self):
        return f"{self.number} {self.label}"

    def get_absolute_url(self):
        return reverse("cases:sweepperson_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.sweep.shelter

    @property
    def label(self):
        """What to call this person with what is known so far; the file's name once there is a file."""
        if self.lives_here:
            return str(self.stay.client)
        return self.name or (f"“{self.called}”" if self.called else "") or self.mark or "hanya foto"

    @property
    def lives_here(self):
        """A stay began with this row, and was not taken back as a mistake."""
        return bool(self.stay_id) and self.stay.status != Stay.Status.CANCELLED

    @property
    def former_stays(self):
        """Of rows.for_list(): how often this person stayed anywhere before."""
        return (self.stays_so_far or 0) - self.lives_here

    @property
    def is_decided(self):
        return self.outcome != self.Outcome.UNDECIDED

    @property
    def is_minor(self):
        if self.estimated_age is not None:
            return self.estimated_age < ADULT
        return bool(self.category and self.category.spm_group == Category.Group.CHILD)

    @property
    def age_text(self):
        if self.estimated_age is None:
            return ""
        return f"± {self.estimated_age} tahun" if self.estimated_age else "di bawah 1 tahun"

    @property
    def outcome_text(self):
        """Where this person went, in words that add up: the counts of a sweep are counts of these."""
        match self.outcome:
            case self.Outcome.ADMITTED if not self.lives_here:
                return "Penerimaan dibatalkan"
            case self.Outcome.ADMITTED if self.stay.over_capacity:
                return "Diterima melebihi daya tampung"
            case self.Outcome.OTHER_SHELTER:
                return f"Ke {self.to_shelter}"
            case self.Outcome.PARTNER:
                return f"Ke {self.destination}"
            case self.Outcome.SAME:
                return f"Orang yang sama dengan nomor {self.same_as.serial}"
            case _:
                return self.get_outcome_display()

    def clean(self):
        super().clean()
        if self.outcome == self.Outcome.OTHER_SHELTER and self.to_shelter_id == self.sweep.shelter_id:
            raise ValidationError({"to_shelter": "Pilih panti lain; untuk panti ini gunakan “Terima di sini”."})
        if self.is_minor and self.outcome == self.Outcome.RELEASED:
            raise ValidationError("Anak tidak boleh pulang sendiri. Serahkan kepada keluarga atau lembaga.")
        if self.is_minor and self.outcome == self.Outcome.FAMILY and not self.proof:
            raise ValidationError({"proof": "Untuk anak, tulis bukti hubungan penjemput (KK, akta, surat)."})

    @transaction.atomic
    def complete(self, *, by, version, **changes):
        """Write what is known by now, unless somebody else did so since the page was opened."""
        self._hold()
        if self.version != version:
            raise ValidationError(
                "Baris ini sudah diubah orang lain sejak Anda membukanya. Bandingkan dengan isi sekarang di bawah, "
                "lalu simpan lagi."
            )
        if self.outcome in (self.Outcome.ADMITTED, self.Outcome.SAME):
            raise ValidationError("Baris ini sudah selesai. Data selanjutnya dicatat di berkas klien.")
        before = self.plain_values()
        for field, value in changes.items():
            setattr(self, field, value)
        self.version += 1
        self.full_clean()
        self.save()
        changed = difference(before, self.plain_values())
        if changed:
            record(by=by, action="sweepperson.changed", target=self, changed=changed)

    def link(self, client, *, by, recognised_by=""):
        """This is somebody we know: the same number goes on."""
        self._settle("sweepperson.linked", by=by, client=client, recognised_by=recognised_by)

    def unlink(self, *, by):
        self._settle("sweepperson.unlinked", by=by, client=None, recognised_by="")

    def admitted(self, stay, *, by):
        """Only cases.sweeps.admit_person calls this, with the stay that it made."""
        self._decide(self.Outcome.ADMITTED, by=by, stay=stay, client=stay.client)

    def send_away(self, outcome, *, by, to_shelter=None, destination="", proof=""):
        """Not into this house: to another shelter or institution, home with the family, or free to go."""
        self._decide(outcome, by=by, to_shelter=to_shelter, destination=destination, proof=proof)

    @transaction.atomic
    def join(self, other, *, by):
        """Two rows turned out to be one person: this one stops being counted, the other stays."""
        self._hold()
        other = SweepPerson.objects.get(pk=other.pk)
        if other.sweep_id != self.sweep_id or other.outcome == self.Outcome.SAME:
            raise ValidationError({"same_as": "Pilih baris lain dari razia ini yang bukan gabungan."})
        now = self.shelter.now()
        self._decide(self.Outcome.SAME, by=by, same_as=other, joined_or_parted_at=now)
        self.joined.update(same_as=other)

    @transaction.atomic
    def undecide(self, *, by, reason):
        """Take the decision back. A stay that began must be cancelled first: it has a number and a trail."""
        self._hold()
        if not self.is_decided:
            raise ValidationError("Baris ini belum diputuskan.")
        if self.stay and self.stay.status != Stay.Status.CANCELLED:
            raise ValidationError("Batalkan dahulu masa tinggalnya, lalu ubah keputusan ini.")
        before, parted = self.outcome_text, self.outcome == self.Outcome.SAME
        self.outcome, self.stay, self.to_shelter, self.same_as = self.Outcome.UNDECIDED, None, None, None
        self.destination, self.proof, self.decided_at, self.decided_by = "", "", None, None
        if parted:
            self.joined_or_parted_at = self.shelter.now()
        self.full_clean()
        self.save()
        record(by=by, action="sweepperson.undecided", target=self, before=before, reason=reason)

    def plain_values(self):
        return {
            "mark": self.mark, "called": self.called, "name": self.name, "sex": self.sex,
            "estimated_age": self.estimated_age, "category": str(self.category or ""), "has_ktp": self.has_ktp,
            "group": self.group, "needs_isolation": self.needs_isolation, "note": self.remark,
            "photo": self.photo.name,
        }  # fmt: skip

    def hold_undecided(self):
        """Lock this row until the end of the transaction; refused when somebody decided already."""
        self._hold()
        if self.is_decided:
            raise ValidationError(f"Nomor {self.serial} sudah diputuskan: {self.outcome_text}. Muat ulang halaman ini.")

    def _hold(self):
        self.sweep.hold_open()
        self.refresh_from_db(from_queryset=SweepPerson.objects.select_for_update(of=["self"]))

    @transaction.atomic
    def _settle(self, action, *, by, **changes):
        self.hold_undecided()
        for field, value in changes.items():
            setattr(self, field, value)
        self.full_clean()
        self.save()
        record(by=by, action=action, target=self)

    @transaction.atomic
    def _decide(self, outcome, *, by, **changes):
        self.hold_undecided()
        self.outcome, self.decided_by, self.decided_at = outcome, by, self.shelter.now()
        for field, value in changes.items():
            setattr(self, field, value)
        self.full_clean()
        self.save()
        record(by=by, action="sweepperson.decided", target=self, outcome=self.outcome_text)
