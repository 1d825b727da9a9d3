"""What is known of the partners: whom they take, whom to call, when, what was agreed; some of it old, some unknown."""

from datetime import time, timedelta

from cases.audit import record
from cases.models import Category
from referrals.models import Criteria, OpeningHours, Partner, PartnerAgreement, PartnerContact, PartnerNote

OFFICE_HOURS = {day: (time(8), time(15, 30)) for day in range(5)}
# name: criteria; categories by group; services by slug; free places and how many days ago that was said
CRITERIA = {
    "RSJ Umpama Waras": (
        {"sex": "all", "age_from": 15, "accepted": ["mental", "drugs"], "refused": ["infectious"], "all_regions": True,
         "documents": ["health", "health_letter"], "quota": 60},
        ["disability"], ["health_supplies", "education_health_access"], (6, 2),
    ),
    "Panti Pelayanan Sosial Sejahtera": (
        {"sex": "all", "age_from": 60, "accepted": ["physical", "dementia"], "refused": ["mental", "infectious"],
         "all_regions": True, "documents": ["ktp", "health_letter", "assessment"], "quota": 80},
        ["elderly"], ["food", "clothing", "dormitory", "guidance", "assistive_device"], (0, 3),
    ),
    "PSAA Tunas Umpama": (
        {"sex": "all", "age_from": 6, "age_to": 17, "all_regions": True, "documents": ["birth", "assessment"]},
        ["child"], ["care", "school_supplies", "family_tracing"], (4, 12),
    ),
    "Balai Bina Karya Contoh": (
        {"sex": "all", "age_from": 18, "age_to": 45, "all_categories": True, "refused": ["bedridden", "mental"],
         "all_regions": True, "documents": ["ktp"], "quota": 40},
        [], ["basic_skills", "guidance", "dormitory"], (11, 45),
    ),
    "LKS Harapan": (
        {"sex": "L", "age_from": 18, "age_to": 59, "accepted": ["mental"]}, ["gepeng"], ["food", "dormitory"], None,
    ),
    "RSUD Umpama Sehat": (
        {"sex": "all", "age_from": 0, "age_to": 130, "all_categories": True, "all_regions": True}, [],
        ["health_supplies", "education_health_access"], None,
    ),
}  # fmt: skip
# name: (number, since how many days, until in how many days)
AGREEMENTS = {
    "RSJ Umpama Waras": ("MoU/11/RSJ", 700, 28),
    "Panti Pelayanan Sosial Sejahtera": ("PKS/4/Sejahtera", 1_100, -12),
    "PSAA Tunas Umpama": ("PKS/9/PSAA", 200, 530),
}
MORE = [
    ("BLK Contoh", Partner.Kind.LABOUR, "Pelatihan kerja dan penyaluran ke perusahaan."),
    ("Bank Umpama Cabang Contoh", Partner.Kind.BANK, "Pembukaan rekening bantuan sosial."),
    ("Komunitas Sahabat Jalanan Contoh", Partner.Kind.COMMUNITY, "Relawan malam, makanan, pendampingan."),
]


def tell_partners(world):
    by = world.staff["sari"]
    for shelter in world.shelters.values():
        Partner.follow(shelter, by=None)
    for name, kind, services in MORE:
        partner = Partner(name=name, kind=kind, city="Kota Contoh", services=services)
        partner.full_clean()
        partner.save()
        record(by=None, action="partner.created", target=partner)
    for name, known in CRITERIA.items():
        tell_criteria(world, Partner.objects.get(name=name), *known, by=by)
    for name, (number, since, until) in AGREEMENTS.items():
        partner = Partner.objects.get(name=name)
        agreement = PartnerAgreement(
            partner=partner, number=number, subject="Penanganan PPKS terlantar", created_by=world.staff["dewi"],
            starts_on=world.day(since), ends_on=world.today + timedelta(days=until),
        )  # fmt: skip
        agreement.full_clean()
        agreement.save()
        record(by=world.staff["dewi"], action="partneragreement.created", target=agreement)
    tell_hours_and_people(world, by)


def tell_criteria(world, partner, criteria, groups, services, places, *, by):
    told = Criteria(partner=partner, **criteria)
    told.full_clean()
    told.save()
    told.categories.set(Category.objects.filter(spm_group__in=groups))
    partner.basic_services.set(services)
    record(by=by, action="criteria.created", target=told)
    if places:
        free, days = places
        told.tell_places(by=by, free_places=free, on=world.day(days), said_by="Ibu Tri, bagian penerimaan")


def tell_hours_and_people(world, by):
    hospital, house = Partner.objects.get(name="RSUD Umpama Sehat"), Partner.objects.get(name="RSJ Umpama Waras")
    OpeningHours.write(hospital, by=by, week={}, always_open=True, note="IGD; poli hanya hari kerja.")
    OpeningHours.write(house, by=by, week=OFFICE_HOURS, always_open=False, note="Tutup saat libur nasional.")
    for task, name, function, number in (
        ("referral", "Ibu Tri", "bagian penerimaan", "0000-5550-0401"),
        ("emergency", "Perawat jaga", "IGD", "0000-5550-0402"),
    ):
        contact = PartnerContact(partner=house, task=task, name=name, function=function, whatsapp=number)
        contact.full_clean()
        contact.save()
        record(by=by, action="partnercontact.created", target=contact)
    note = PartnerNote(
        partner=house, shelter=world.shelters["melati"], on=world.day(20),
        text="Datang sebelum pukul 10. Surat rujukan asli selalu diminta, fotokopi ditolak.",
    )  # fmt: skip
    note.write(by=by)
