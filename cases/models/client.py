from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Count, F, Func, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from cases import audit, nik
from cases.models.checked import CheckedModel
from cases.models.region import Region
from cases.permissions import ScopedQuerySet
from cases.phones import PHONE_END, phone_end


class SearchKey(Func):
    """Names as they sound: see search_key() in the first migration. One definition, in the database."""

    function = "search_key"
    output_field = TextField()


class SearchDocument(Func):
    function = "search_document"
    output_field = TextField()


class ClientQuerySet(ScopedQuerySet):
    def at(self, shelters):
        """Whoever stays, or once stayed, at one of these shelters. A file that went into another is no longer one."""
        return self.living().filter(pk__in=self._stay_model().objects.at(shelters).kept().values("client"))

    def living(self):
        """Files of their own: not those whose number only leads to another since a merge."""
        return self.filter(merged_into=None)

    def with_last_stay(self):
        """What a search result tells of a person: the last stay and how many there were."""
        last = self._stay_model().objects.kept().filter(client=OuterRef("pk")).order_by("-entered_on", "-pk")
        counted = last.order_by().values("client").annotate(n=Count("pk")).values("n")
        return self.annotate(
            last_entered_on=Subquery(last.values("entered_on")[:1]),
            last_ended_on=Subquery(last.values("ended_on")[:1]),
            last_shelter=Subquery(last.values("shelter__name")[:1]),
            last_exit=Subquery(last.values("exit_reason__name")[:1]),
            stay_count=Subquery(counted),
        )

    def with_history(self):
        """The last stay, and what the door should know: how often they ran away, a sweep brought them, and how often
        they were found on the street again after leaving."""
        stays = self._stay_model().objects.kept().filter(client=OuterRef("pk")).order_by()
        away = Count("pk", filter=Q(exit_reason__slug="kabur") | Q(exit_reason__maps_to__slug="kabur"))
        raided = Count("pk", filter=Q(source__slug="satpol-pp") | Q(source__maps_to__slug="satpol-pp"))
        ran_away = stays.values("client").annotate(n=away).values("n")
        swept = stays.values("client").annotate(n=raided).values("n")
        found = stays.values("client").annotate(n=Count("pk", filter=Q(aftercare__result="street"))).values("n")
        counts = {"ran_away_count": ran_away, "swept_count": swept, "street_count": found}
        return self.with_last_stay().annotate(**{name: Subquery(rows) for name, rows in counts.items()})

    def _stay_model(self):
        return self.model._meta.get_field("stays").related_model

    def _relative_model(self):
        return self.model._meta.get_field("relatives").related_model

    def matching(self, text):
        """Clients by a name as it sounds, an alias, a part of a number; best first.

        Each arm of the union uses its own index.
        """
        found = self.arms(text)
        found = found[0].union(*found[1:])
        return self.living().filter(pk__in=found).annotate(
            likeness=Func(
                SearchKey(Value(text)), F("search_names"),
                function="word_similarity", output_field=models.FloatField(),
            )
        ).order_by("-likeness", "name", "pk")  # fmt: skip

    def arms(self, text):
        """What to look through for a text, as queries of keys. A number that was merged away leads to the survivor."""
        digits = nik.normalise(text)
        everybody = self.model.objects.order_by()
        survivor = Coalesce("merged_into", "pk")
        arms = [
            everybody.filter(search_names__trigram_word_similar=SearchKey(Value(text))).values("pk"),
            everybody.filter(number__iexact=text).values(found=survivor),
            self._stay_model().objects.order_by().filter(register_number__iexact=text).values("client"),
        ]
        if digits.isdigit() and len(digits) >= 4:
            arms.append(everybody.filter(nik__contains=digits).values("pk"))
        if phone_end(text):
            arms.append(everybody.annotate(end=PHONE_END).filter(end=phone_end(text)).values("pk"))
            arms.append(self._relative_model().objects.order_by().by_phone(text).values("client"))
        return arms


class Client(CheckedModel):
    """A person. One number for life; everything else may be unknown."""

    class Sex(models.TextChoices):
        MALE = "L", "Laki-laki"
        FEMALE = "P", "Perempuan"
        UNKNOWN = "", "Tidak diketahui"

    class NikStatus(models.TextChoices):
        NONE = "", "Belum ada"
        VALID = "valid", "Sah bentuknya"
        INVALID = "invalid", "NIK belum valid"
        DOUBLED = "doubled", "Sama dengan klien lain"

    class NoNik(models.TextChoices):
        NOT_ASKED = "", "Belum ditanya"
        NEVER = "never", "Belum punya"
        LOST = "lost", "Hilang"
        FORGOTTEN = "forgotten", "Tidak ingat"
        PENDING = "pending", "Dalam proses Dukcapil"

    class Citizenship(models.TextChoices):
        WNI = "wni", "WNI"
        WNA = "wna", "WNA"

    number = models.CharField("nomor klien", max_length=40, unique=True)
    name = models.CharField("nama", max_length=200, blank=True)
    aliases = ArrayField(
        models.CharField(max_length=100), verbose_name="nama panggilan atau alias", default=list, blank=True
    )
    description = models.CharField(
        "ciri-ciri",
        max_length=300,
        blank=True,
        help_text="Bila namanya tidak diketahui, misalnya “kaos merah, tato”.",
    )
    sex = models.CharField("jenis kelamin", max_length=1, choices=Sex, blank=True)
    birth_date = models.DateField("tanggal lahir", null=True, blank=True)
    birth_place = models.CharField("tempat lahir", max_length=100, blank=True)
    estimated_age = models.PositiveSmallIntegerField("perkiraan usia", null=True, blank=True)
    age_estimated_on = models.DateField("usia diperkirakan pada", null=True, blank=True)
    # Unknown is NULL, so that the unique constraint lets many be without one.
    nik = models.CharField("NIK", max_length=16, null=True, blank=True)  # noqa: DJ001
    claimed_nik = models.CharField("NIK seperti tertulis", max_length=40, blank=True)
    nik_status = models.CharField("keadaan NIK", max_length=10, choices=NikStatus, blank=True)
    nik_note = models.CharField("catatan NIK", max_length=200, blank=True)
    no_nik_reason = models.CharField("mengapa belum ada NIK", max_length=10, choices=NoNik, blank=True)
    kk_number = models.CharField("nomor KK", max_length=20, blank=True)
    citizenship = models.CharField("kewarganegaraan", max_length=3, choices=Citizenship, default=Citizenship.WNI)
    phone = models.CharField("nomor HP", max_length=30, blank=True)
    origin = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="wilayah asal"
    )
    origin_address = models.CharField("alamat asal", max_length=250, blank=True)
    health_note = models.CharField(
        "diet, alergi, dan perhatian", max_length=200, blank=True, help_text="Tampil di lembar harian."
    )
    photo = models.ImageField("foto", upload_to="klien/", blank=True)
    search_names = models.GeneratedField(
        expression=SearchDocument("name", "aliases", "description"),
        output_field=models.TextField(),
        db_persist=True,
    )
    # The number of a merged file stays and leads here; the rows that hung on it hang on the survivor.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_from", verbose_name="digabung ke"
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ClientQuerySet.as_manager()

    class Meta:
        verbose_name = "klien"
        verbose_name_plural = "klien"
        ordering = ["name", "pk"]
        indexes = [
            GinIndex(OpClass("search_names", name="gin_trgm_ops"), name="client_search_names"),
            GinIndex(OpClass("nik", name="gin_trgm_ops"), name="client_nik_part"),
            models.Index(Func("number", function="UPPER"), name="client_number_upper"),
            models.Index(fields=["name", "id"], name="client_name"),
            models.Index(PHONE_END, name="client_phone_end"),
            # The few whom the service standard does not cover.
            models.Index(fields=["id"], condition=~Q(citizenship="wni"), name="client_foreign"),
        ]
        constraints = [
            models.CheckConstraint(
                name="client_can_be_called_something",
                condition=~Q(name="") | ~Q(description="") | ~Q(aliases=[]),
                violation_error_message="Isi nama, nama panggilan, atau ciri-ciri klien.",
            ),
            models.UniqueConstraint(
                fields=["nik"],
                name="client_nik_once",
                condition=Q(nik_status="valid"),
                violation_error_message="NIK ini sudah tercatat pada klien lain.",
            ),
            models.CheckConstraint(
                name="client_nik_fits_status",
                condition=Q(nik__isnull=True, nik_status__in=["", "invalid"])
                | Q(nik__regex=r"^[0-9]{16}$", nik_status__in=["valid", "doubled"]),
                violation_error_message="NIK terdiri dari 16 angka.",
            ),
            models.CheckConstraint(
                name="client_estimated_age_has_date",
                condition=Q(estimated_age=None, age_estimated_on=None)
                | Q(estimated_age__lte=130, age_estimated_on__isnull=False),
                violation_error_message="Perkiraan usia antara 0 dan 130 tahun.",
            ),
            models.CheckConstraint(
                name="client_not_merged_into_itself",
                condition=~Q(merged_into=F("pk")),
                violation_error_message="Berkas tidak dapat digabung ke dirinya sendiri.",
            ),
            models.CheckConstraint(
                name="client_sex_is_known_or_empty",
                condition=Q(sex__in=["L", "P", ""]),
                violation_error_message="Pilih laki-laki, perempuan, atau tidak diketahui.",
            ),
        ]

    def __str__(self):
        return self.display_name

    def get_absolute_url(self):
        return reverse("cases:client_detail", args=[self.pk])

    def get_services_url(self):
        return reverse("cases:client_services", args=[self.pk])

    @property
    def display_name(self):
        if self.name:
            return self.name
        called = self.aliases[0] if self.aliases else self.description
        return f"Tanpa nama (“{called}”)"

    @property
    def initials(self):
        words = (self.name or " ".join(self.aliases) or "?").split()
        return " ".join(f"{word[0].upper()}." for word in words[:3])

    @property
    def masked_nik(self):
        return nik.mask(self.nik) if self.nik else ""

    @property
    def nik_reading(self):
        """What the NIK says, for the file: the warnings that the worker decided to keep."""
        return nik.read(self.nik, today=timezone.localdate(), sex=self.sex, birth_date=self.birth_date)

    def age_on(self, day):
        """Full years on a day; from an estimate when the birth date is not known; None when neither is."""
        if self.birth_date:
            return full_years(self.birth_date, day)
        if self.estimated_age is None:
            return None
        return max(0, self.estimated_age + full_years(self.age_estimated_on, day))

    @property
    def age_text(self):
        age = self.age_on(timezone.localdate())
        if age is None:
            return "usia tidak diketahui"
        return f"{age} tahun" if self.birth_date else f"± {age} tahun"

    def plain_values(self):
        """The editable values, for the trail's before and after."""
        return {
            "name": self.name, "aliases": ", ".join(self.aliases), "description": self.description,
            "sex": self.sex, "birth_date": self.birth_date, "birth_place": self.birth_place,
            "estimated_age": self.estimated_age, "nik": self.nik, "claimed_nik": self.claimed_nik,
            "nik_status": self.nik_status, "no_nik_reason": self.no_nik_reason, "kk_number": self.kk_number,
            "citizenship": self.citizenship, "phone": self.phone, "origin": self.origin_id,
            "origin_address": self.origin_address, "health_note": self.health_note, "photo": bool(self.photo),
        }  # fmt: skip

    def set_nik(self, text, *, today):
        """Keep what was written: as the NIK when its form is right, else as claimed with the reason."""
        reading = nik.read(text, today=today)
        others = Client.objects.filter(nik=reading.digits).exclude(pk=self.pk)
        self.keep_nik(text, reading, is_held=reading.is_valid and others.exists())

    def keep_nik(self, text, reading, *, is_held):
        """What a reading of the written NIK makes of this file. `is_held`: another client has the same one."""
        self.nik, self.claimed_nik, self.nik_status, self.nik_note = None, "", self.NikStatus.NONE, ""
        if not reading.digits:
            return
        if not reading.is_valid:
            self.claimed_nik, self.nik_status, self.nik_note = text[:40], self.NikStatus.INVALID, reading.error
            return
        self.nik, self.nik_status = reading.digits, self.NikStatus.VALID
        if is_held:
            self.nik_status, self.nik_note = self.NikStatus.DOUBLED, "NIK yang sama ada pada klien lain."

    def record_change(self, before, *, by, shelter):
        changed = audit.difference(before, self.plain_values())
        if changed:
            audit.record(by=by, action="client.changed", target=self, shelter=shelter, changed=changed)


def full_years(start, day):
    """Completed years from start to day; negative when day lies before it. Born on 29 February counts on 1 March."""
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))
