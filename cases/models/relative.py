from django.contrib.postgres.aggregates import ArrayAgg
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from cases import nik
from cases.audit import difference, record
from cases.models.checked import CheckedModel
from cases.models.client import Client
from cases.models.region import Region
from cases.models.stay import Stay
from cases.models.user import User
from cases.permissions import Perm, ScopedQuerySet
from cases.phones import PHONE_END, phone_end


def file_numbers(user):
    """The scans of a proof that this person may open, by number: no further query for the links to them."""
    readable = Q(attachments__removed_at=None, attachments__shelter__in=user.shelters_with(Perm.FILE))
    return ArrayAgg("attachments__pk", filter=readable, order_by="attachments__pk", default=[])


class RelativeQuerySet(ScopedQuerySet):
    def at(self, shelters):
        """A family belongs to the person: whoever may know the client may know of it."""
        return self.filter(client__in=Client.objects.at(shelters))

    def by_phone(self, text):
        """Relatives with this phone number, however it was written; nobody for what is no number."""
        end = phone_end(text)
        return self.annotate(end=PHONE_END).filter(end=end) if end else self.none()

    def proven(self):
        return self.filter(state=Relative.State.PROVEN)

    def for_list(self):
        return self.select_related("client", "person", "region", "decided_by")

    def with_files(self, user):
        return self.annotate(files=file_numbers(user))


class Relative(CheckedModel):
    """Family or guardian of a client (keluarga, wali), as somebody says, until it is proven or disproven."""

    class Relation(models.TextChoices):
        MOTHER = "mother", "Ibu"
        FATHER = "father", "Ayah"
        HUSBAND = "husband", "Suami"
        WIFE = "wife", "Istri"
        CHILD = "child", "Anak"
        ELDER = "elder", "Kakak"
        YOUNGER = "younger", "Adik"
        GRANDPARENT = "grandparent", "Kakek atau nenek"
        GRANDCHILD = "grandchild", "Cucu"
        AUNT = "aunt", "Bibi"
        UNCLE = "uncle", "Paman"
        NEPHEW = "nephew", "Keponakan"
        COUSIN = "cousin", "Sepupu"
        IN_LAW = "in_law", "Mertua, menantu, atau ipar"
        STEP = "step", "Orang tua atau anak tiri/angkat"
        GUARDIAN = "guardian", "Wali menurut penetapan"
        NEIGHBOUR = "neighbour", "Tetangga atau kenalan"
        OTHER = "other", "Lainnya"

    class State(models.TextChoices):
        CLAIMED = "claimed", "Mengaku, belum terbukti"
        PROVEN = "proven", "Terbukti"
        DISPROVEN = "disproven", "Tidak benar"

    class Proof(models.TextChoices):
        KK = "kk", "Kartu Keluarga (KK)"
        CERTIFICATE = "akta", "Akta kelahiran atau akta nikah"
        DUKCAPIL = "dukcapil", "Data Dukcapil"
        COURT = "court", "Penetapan pengadilan atau surat perwalian"
        WITNESS = "witness", "Surat keterangan saksi, RT/RW, atau desa"

    # Knowing somebody well is no relation to whom a child may be given.
    NO_FAMILY = (Relation.NEIGHBOUR, Relation.OTHER)

    client = models.ForeignKey(Client, models.PROTECT, related_name="relatives", verbose_name="klien")
    # The mother may live here as well: two files, and each knows of the other.
    person = models.ForeignKey(
        Client, models.PROTECT, null=True, blank=True, related_name="relative_of", verbose_name="juga klien"
    )
    # The lead of a search that brought this person to light.
    lead = models.ForeignKey(
        "cases.TracingLead", models.PROTECT, null=True, blank=True, related_name="relatives", verbose_name="petunjuk"
    )
    name = models.CharField("nama", max_length=200)
    relation = models.CharField("hubungan dengan klien", max_length=20, choices=Relation)
    is_guardian = models.BooleanField("wali atau penanggung jawab", default=False)
    phone = models.CharField("nomor telepon", max_length=50, blank=True)
    address = models.CharField("alamat", max_length=250, blank=True)
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="wilayah")
    nik = models.CharField("NIK", max_length=40, blank=True)
    note = models.TextField("catatan", max_length=2000, blank=True)

    state = models.CharField("keadaan hubungan", max_length=10, choices=State, default=State.CLAIMED)
    proof = models.CharField("bukti", max_length=10, choices=Proof, blank=True)
    proof_number = models.CharField("nomor bukti", max_length=100, blank=True)
    decided_on = models.DateField("tanggal dipastikan", null=True, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    decision_note = models.CharField("keterangan pemeriksaan", max_length=300, blank=True)

    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = RelativeQuerySet.as_manager()

    class Meta:
        verbose_name = "keluarga atau wali"
        verbose_name_plural = "keluarga atau wali"
        ordering = ["-is_guardian", "name", "pk"]
        indexes = [models.Index(PHONE_END, name="relative_phone_end")]
        constraints = [
            models.CheckConstraint(
                name="relative_has_name", condition=~Q(name=""), violation_error_message="Isi nama keluarga atau wali."
            ),
            models.CheckConstraint(
                name="relative_state_fits_proof",
                condition=Q(state="claimed", proof="", decided_on=None, decided_by=None)
                | (Q(state="proven", decided_on__isnull=False, decided_by__isnull=False) & ~Q(proof=""))
                | (Q(state="disproven", decided_on__isnull=False, decided_by__isnull=False) & ~Q(decision_note="")),
                violation_error_message="Hubungan yang terbukti memerlukan bukti, yang tidak benar alasannya.",
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.get_relation_display().lower()})"

    @property
    def is_proven(self):
        return self.state == self.State.PROVEN

    @property
    def is_family(self):
        return self.relation not in self.NO_FAMILY

    @property
    def masked_nik(self):
        return nik.mask(self.nik) if self.nik else ""

    @property
    def nik_problem(self):
        """Why the number as written cannot be a NIK. It is kept all the same: papers are often read badly."""
        return nik.read(self.nik, today=timezone.localdate()).error if self.nik else ""

    @property
    def full_address(self):
        return ", ".join(filter(None, [self.address, str(self.region) if self.region else ""]))

    def clean(self):
        super().clean()
        if self.person_id and self.person_id == self.client_id:
            raise ValidationError({"person": "Seseorang bukan keluarga dari dirinya sendiri."})

    def prove(self, *, by, on, proof, number="", relation="", note="", was=""):
        """The relation is what the papers say; another one than claimed corrects it."""
        self._decide(
            self.State.PROVEN, by=by, on=on, was=was,
            proof=proof, proof_number=number, decision_note=note, relation=relation or None,
        )  # fmt: skip

    def disprove(self, *, by, on, note, was=""):
        self._decide(
            self.State.DISPROVEN, by=by, on=on, was=was, proof="", proof_number="", decision_note=note, relation=None
        )  # fmt: skip

    @transaction.atomic
    def _decide(self, state, *, by, on, was, relation, **values):
        self.refresh_from_db(from_queryset=Relative.objects.select_for_update(of=["self"]))
        shelter = self._shelter_in_charge(by)
        if was and was != self.stand:
            raise ValidationError("Hubungan ini baru saja diperiksa orang lain. Muat ulang halaman ini.")
        if on > shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        before, claimed = self._told(), self.relation
        self.state, self.relation, self.decided_on, self.decided_by = state, relation or self.relation, on, by
        for field, value in values.items():
            setattr(self, field, value)
        self.full_clean()
        self.save()
        done = "relative.proved" if self.is_proven else "relative.disproved"
        if claimed != self.relation:
            done = "relative.corrected"
        record(by=by, action=done, target=self, shelter=shelter, changed=difference(before, self._told()))

    def _told(self):
        """What is believed, in the words in which the trail keeps it."""
        return {
            "relation": self.get_relation_display(), "state": self.get_state_display(),
            "proof": " ".join(filter(None, [self.get_proof_display(), self.proof_number])),
        }  # fmt: skip

    @property
    def stand(self):
        """What a page that was opened a while ago believed of this relation."""
        return f"{self.state}:{self.relation}:{self.decided_on or ''}"

    def _shelter_in_charge(self, by):
        """Only where the client is now: a former shelter could otherwise open the door of the present one."""
        latest = Stay.objects.kept().filter(client=self.client_id).select_related("shelter").first()
        if latest is None or not by.shelters_with(Perm.ASSESS).filter(pk=latest.shelter_id).exists():
            raise ValidationError("Klien ini sekarang ditangani panti lain; hubungan keluarga dipastikan di sana.")
        return latest.shelter
