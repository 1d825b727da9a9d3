"""The list of partners as a sheet: one row per partner, known by its name. Written row by row through the models."""

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.audit import difference, record
from cases.models import BasicService, Category, Region
from referrals.models import Condition, Criteria, Partner, PartnerAgreement, Required
from reports.imports.base import SheetResource, keys_of
from reports.imports.cells import Day, Listed, Text, WholeNumber
from reports.imports.office import Office
from reports.imports.stays import Column

ALL = "semua"


class Coded(Listed):
    """One of a few choices, by its label or its code."""

    def __init__(self, label, choices):
        super().__init__(label)
        self.load((name, code) for code, name in choices if name)
        self.load((code, code) for code, _ in choices if code)


class Several(Text):
    """Entries of a list with ; between them; `every`: the word for all of them is allowed as well."""

    def __init__(self, entry, *, every=False):
        super().__init__(4_000)
        self.entry, self.every = entry, every

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value, row, **kwargs)
        if text is None:
            return None
        if self.every and text.casefold() == ALL:
            return ALL
        return tuple(sorted({self.entry.clean(part.strip()) for part in text.split(";") if part.strip()}))


def told(name, heading, widget):
    return Column(f"told_{name}", heading, widget)


class PartnerSheet(SheetResource):
    kind = "mitra"
    action = "partners.imported"
    required_columns = ("Nama", "Jenis")
    most_rows = 1_000  # a department's list, not a register

    name = told("name", "Nama", Text(150))
    kind_ = told("kind", "Jenis", Coded("jenis mitra", Partner.Kind.choices))
    position = told("contact_position", "Jabatan yang disurati", Text(100))
    contact = told("contact_name", "Narahubung", Text(150))
    address = told("address", "Alamat", Text(250))
    city = told("city", "Kabupaten/kota", Text(80))
    phone = told("phone", "Telepon", Text(50))
    whatsapp = told("whatsapp", "WhatsApp", Text(30))
    email = told("email", "Surel", Text(254))
    map_url = told("map_url", "Alamat peta", Text(300))
    basic = told("basic_services", "Layanan dasar", Several(Listed("layanan (kode)")))
    services = told("services", "Layanan lain", Text(4_000, lines=True))
    requirements = told("requirements", "Syarat penerimaan", Text(4_000, lines=True))
    sex = told("sex", "Jenis kelamin", Coded("jenis kelamin", [("all", "L/P"), *Criteria.Sex.choices[1:]]))
    age_from = told("age_from", "Usia mulai", WholeNumber(0, 130))
    age_to = told("age_to", "Usia sampai", WholeNumber(0, 130))
    categories = told("categories", "Kategori PPKS", Several(Listed("kategori PPKS"), every=True))
    accepted = told("accepted", "Kondisi diterima", Several(Coded("kondisi kesehatan", Condition.choices)))
    refused = told("refused", "Kondisi tidak diterima", Several(Coded("kondisi kesehatan", Condition.choices)))
    regions = told("regions", "Kode wilayah dilayani", Several(Listed("wilayah (kode)"), every=True))
    documents = told("documents", "Berkas diminta", Several(Coded("berkas", Required.choices)))
    quota = told("quota", "Daya tampung", WholeNumber(0, 100_000))
    mou = told("mou", "Nomor MoU", Text(100))
    mou_from = told("mou_from", "MoU berlaku sejak", Day())
    mou_until = told("mou_until", "MoU berlaku sampai", Day())

    class Meta:
        model = Partner
        use_bulk = True
        skip_diff = True
        report_skipped = False
        import_id_fields = ["name"]
        fields = [
            "name", "kind_", "position", "contact", "address", "city", "phone", "whatsapp", "email", "map_url", "basic",
            "services", "requirements", "sex", "age_from", "age_to", "categories", "accepted", "refused", "regions",
            "documents", "quota", "mou", "mou_from", "mou_until",
        ]  # fmt: skip

    def __init__(self, shelter=None, **options):
        super().__init__(Office, **options)
        self.home, self.lines = None, {}

    def before_import(self, dataset, **kwargs):
        self.fields["basic"].widget.entry.load((row.pk, row.pk) for row in BasicService.objects.all())
        categories = list(Category.objects.in_use())
        self.fields["categories"].widget.entry.load((row.name, row.slug) for row in categories)
        self.fields["categories"].widget.entry.load((row.slug, row.slug) for row in categories)
        regions = Region.objects.filter(level__lte=Region.Level.DISTRICT).values_list("pk", flat=True)
        self.fields["regions"].widget.entry.load((code, code) for code in regions)
        partners = self.locked(Partner.objects.all())
        self.known = {partner.name.casefold(): partner for partner in with_told(partners)}

    def get_instance(self, instance_loader, row):
        return self.known.get((self.peek("name") or "").casefold())

    def init_instance(self, row=None):
        partner = Partner()
        for name, value in NOTHING.items():
            setattr(partner, f"told_{name}", value)
        return partner

    def plain(self, partner):
        return {name: getattr(partner, f"told_{name}") for name in NOTHING}

    def rules(self, partner, row, bad):
        for name in ("name", "kind_"):
            heading = self.fields[name].column_name
            if heading not in bad and not getattr(partner, self.fields[name].attribute):
                yield heading, f"Isi kolom {heading}."
        line = self.lines.setdefault(partner.told_name.casefold(), self.row)
        if line != self.row:
            yield "Nama", f"Mitra ini sudah ada di baris {line}."
        if partner.shelter_id and any(partner.before[name] != self.plain(partner)[name] for name in OF_SHELTER):
            yield "Nama", "Mitra ini panti di sistem ini: jenis, alamat, dan kontaknya mengikuti data panti."
        mou = [partner.told_mou, partner.told_mou_from]
        if (any(mou) or partner.told_mou_until) and not all(mou) and not {"Nomor MoU", "MoU berlaku sejak"} & bad:
            yield "MoU berlaku sejak" if partner.told_mou else "Nomor MoU", "Isi nomor MoU dan sejak kapan berlaku."
        elif not bad:
            yield from self._judged(partner)

    def _judged(self, partner):
        """What the models themselves say of the row."""
        headings = {field.attribute.removeprefix("told_"): field.column_name for field in self.fields.values()}
        for row, excluded in drafts(partner):
            try:
                row.full_clean(exclude=excluded)
            except ValidationError as error:
                for name, sentences in error.message_dict.items():
                    yield headings.get(RENAMED.get(name, name), "Nama"), sentences[0]

    def before_save_instance(self, instance, row, **kwargs):
        instance.row = self.row

    def after_import(self, dataset, result, **kwargs):
        super().after_import(dataset, result, **kwargs)
        labels = {field.attribute.removeprefix("told_"): field.column_name for field in self.fields.values()}
        for partner in self.update_instances:
            self.show_changes(partner.row, partner.told_name, changed(partner, self.plain(partner)), labels)

    def touched(self):
        partners = keys_of([*self.create_instances, *self.update_instances])
        parts = [
            (Criteria, "partner"), (PartnerAgreement, "partner"), (Partner.basic_services.through, "partner"),
            (Criteria.categories.through, "criteria__partner"), (Criteria.regions.through, "criteria__partner"),
        ]  # fmt: skip
        found = {Partner: partners}
        for model, path in parts:
            rows = model._base_manager.filter(**{f"{path}__in": list(partners)}).values_list("pk", path)
            found[model] = {key: partners[partner] for key, partner in rows}
        return found

    def write(self):
        for partner in [*self.create_instances, *self.update_instances]:
            write(partner, self.plain(partner), by=self.by)


OF_SHELTER = ("kind", "address", "city", "phone", "email")
PLAIN = (
    "name", "kind", "contact_position", "contact_name", "address", "city", "phone", "whatsapp", "email", "map_url",
    "services", "requirements",
)  # fmt: skip
OF_CRITERIA = ("sex", "age_from", "age_to", "accepted", "refused", "documents", "quota")
LISTS = ("basic_services", "categories", "regions")
OF_AGREEMENT = ("mou", "mou_from", "mou_until")
RENAMED = {"number": "mou", "starts_on": "mou_from", "ends_on": "mou_until"}
NOTHING = (
    dict.fromkeys(PLAIN, "")
    | {"sex": "", "age_from": None, "age_to": None, "accepted": (), "refused": (), "documents": (), "quota": None}
    | dict.fromkeys(LISTS, ())
    | {"mou": "", "mou_from": None, "mou_until": None}
)


def with_told(partners):
    """Partners with what the sheet says of them, as `told_…`."""
    related = ("basic_services", "criteria__categories", "criteria__regions", "agreements")
    for partner in partners.prefetch_related("criteria", *related):
        for name, value in told_of(partner).items():
            setattr(partner, f"told_{name}", value)
        yield partner


def told_of(partner):
    criteria = Criteria.of(partner)
    told = {name: getattr(partner, name) for name in PLAIN} | {name: getattr(criteria, name) for name in OF_CRITERIA}
    for name in ("accepted", "refused", "documents"):
        told[name] = tuple(sorted(told[name]))
    saved = criteria.pk is not None
    told["basic_services"] = tuple(sorted(row.pk for row in partner.basic_services.all()))
    told["categories"] = tuple(sorted(row.slug for row in criteria.categories.all())) if saved else ()
    told["regions"] = tuple(sorted(row.pk for row in criteria.regions.all())) if saved else ()
    for name in ("categories", "regions"):
        told[name] = ALL if getattr(criteria, f"all_{name}") else told[name]
    newest = next(iter(partner.agreements.all()), None)
    values = (newest.number, newest.starts_on, newest.ends_on) if newest else ("", None, None)
    return told | dict(zip(OF_AGREEMENT, values, strict=True))


def drafts(partner):
    """(row as it would be, fields not to look at), for the models to judge."""
    told = {name: getattr(partner, f"told_{name}") for name in NOTHING}
    mine = Partner(pk=partner.pk, **{name: told[name] for name in PLAIN})
    mine._state.adding = partner._state.adding  # its own name is no double
    yield mine, ["id"]
    criteria = {name: list(told[name]) if isinstance(told[name], tuple) else told[name] for name in OF_CRITERIA}
    yield Criteria(**criteria), ["partner"]
    if told["mou"] or told["mou_from"] or told["mou_until"]:
        agreement = PartnerAgreement(number=told["mou"], starts_on=told["mou_from"], ends_on=told["mou_until"])
        yield agreement, ["partner", "created_by"]


def changed(partner, told):
    before = partner.before or NOTHING
    return {name: [shown(before[name]), shown(told[name])] for name in told if told[name] != before[name]}


def shown(value):
    return "; ".join(value) if isinstance(value, tuple) else value


@transaction.atomic
def write(partner, told, *, by):
    """One row into the list: the partner, its criteria, its agreement; one line on the trail."""
    verb = "created" if partner._state.adding else "changed"
    for name in PLAIN:
        setattr(partner, name, told[name])
    partner.full_clean()
    partner.save()
    partner.basic_services.set(told["basic_services"])
    if any(told[name] not in ((), "", None) for name in (*OF_CRITERIA, "categories", "regions")):
        write_criteria(partner, told)
    if told["mou"] and (told["mou"], told["mou_from"], told["mou_until"]) != before_agreement(partner):
        agreement = PartnerAgreement.objects.filter(partner=partner, number=told["mou"]).first()
        agreement = agreement or PartnerAgreement(partner=partner, number=told["mou"], created_by=by)
        agreement.starts_on, agreement.ends_on = told["mou_from"], told["mou_until"]
        agreement.full_clean()
        agreement.save()
    old, new = (partner.before or {}), {name: shown(value) for name, value in told.items()}
    details = difference({name: shown(value) for name, value in old.items()}, new)
    record(by=by, action=f"partner.{verb}", target=partner, changed=details)


def before_agreement(partner):
    return tuple((partner.before or NOTHING)[name] for name in OF_AGREEMENT)


def write_criteria(partner, told):
    criteria = Criteria.of(partner)
    for name in OF_CRITERIA:
        setattr(criteria, name, list(told[name]) if isinstance(told[name], tuple) else told[name])
    criteria.all_categories, criteria.all_regions = told["categories"] == ALL, told["regions"] == ALL
    criteria.full_clean()
    criteria.save()
    slugs = () if criteria.all_categories else told["categories"]
    criteria.categories.set(Category.objects.filter(slug__in=slugs))
    criteria.regions.set(() if criteria.all_regions else told["regions"])
