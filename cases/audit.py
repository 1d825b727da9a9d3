"""The one way onto the trail."""

from django.apps import apps

# What these fields hold is for the file, not for the trail: it says that they changed, not what they say.
SILENT_FIELDS = {
    "nik",
    "claimed_nik",
    "kk_number",
    "phone",
    "note",
    "condition",
    "description",
    "answers",
    "password",
}


# How each action of the trail reads to a person. A test sees to it that none is missing.
ACTIONS = {
    "assessment.approved": "Asesmen disetujui",
    "assessment.completed": "Asesmen diselesaikan dan diajukan",
    "assessment.printed": "Asesmen dicetak",
    "assessment.returned": "Asesmen dikembalikan dengan catatan",
    "assessment.started": "Asesmen dimulai",
    "assessment.viewed": "Asesmen dibuka",
    "category.created": "Kategori lokal ditambahkan lewat impor",
    "client.changed": "Data klien diubah",
    "client.created": "Klien didaftarkan",
    "client.recognised": "Klien panti lain dikenali dan diterima",
    "client.searched": "Klien dicari di semua panti",
    "client.viewed": "Berkas klien dibuka",
    "dayrecord.changed": "Kehadiran diubah lewat impor",
    "dayrecord.created": "Kehadiran diimpor",
    "entrysource.created": "Sumber lokal ditambahkan lewat impor",
    "exitreason.created": "Alasan keluar lokal ditambahkan lewat impor",
    "letter.issued": "Nomor surat diterbitkan",
    "membership.created": "Peran ditambahkan",
    "membership.ended": "Peran diakhiri",
    "need.closed": "Kebutuhan ditutup",
    "need.changed": "Kebutuhan diubah",
    "need.opened": "Kebutuhan dibuka",
    "partner.changed": "Mitra diubah",
    "partner.created": "Mitra ditambahkan",
    "recap.printed": "Rekap dicetak",
    "referral.accepted": "Rujukan diterima mitra",
    "referral.changed": "Rujukan diubah",
    "referral.completed": "Rujukan selesai",
    "referral.created": "Rujukan disusun",
    "referral.declined": "Rujukan ditolak mitra",
    "referral.printed": "Surat rujukan dicetak",
    "referral.sent": "Rujukan dikirim",
    "referral.viewed": "Rujukan dibuka",
    "referral.withdrawn": "Rujukan ditarik",
    "servicerecord.created": "Layanan diimpor",
    "service.given": "Layanan dicatat",
    "sheet.imported": "Lembar kerja diimpor",
    "sheet.saved": "Lembar harian disimpan",
    "shelter.changed": "Data panti diubah",
    "shelter.created": "Panti ditambahkan",
    "spm.printed": "Laporan SPM dicetak",
    "stay.admitted": "Klien diterima",
    "stay.cancelled": "Masa tinggal dibatalkan",
    "stay.changed": "Data masa tinggal diubah",
    "stay.discharged": "Klien keluar",
    "stay.viewed": "Masa tinggal dibuka",
    "stays.exported": "Masa tinggal diekspor",
    "user.changed": "Akun diubah",
    "user.created": "Akun dibuat",
    "user.password_changed": "Kata sandi diganti",
    "user.password_reset": "Kata sandi dibuatkan baru",
}
FIELDS = {
    "name": "nama", "aliases": "alias", "description": "ciri-ciri", "sex": "jenis kelamin",
    "birth_date": "tanggal lahir", "birth_place": "tempat lahir", "estimated_age": "perkiraan usia", "nik": "NIK",
    "claimed_nik": "NIK tertulis", "nik_status": "keadaan NIK", "no_nik_reason": "alasan belum ada NIK",
    "kk_number": "nomor KK", "citizenship": "kewarganegaraan", "phone": "nomor HP", "origin": "wilayah asal",
    "origin_address": "alamat asal", "health_note": "diet, alergi, dan perhatian", "photo": "foto",
    "entered_on": "tanggal masuk", "entered_at": "jam masuk", "source": "sumber rujukan masuk",
    "brought_by": "diantar oleh", "found_at": "ditemukan di", "condition": "kondisi saat datang",
    "category": "kategori", "service_type": "jenis pelayanan SPM", "neglect": "kriteria telantar",
    "note": "keterangan", "ended_on": "tanggal keluar", "exit_reason": "alasan keluar", "destination": "tujuan keluar",
    "status": "status", "username": "nama pengguna", "position": "jabatan", "is_active": "akun aktif", "nip": "NIP",
    "purpose": "alasan rujukan", "summary": "ringkasan untuk mitra", "needs": "kebutuhan", "urgency": "sifat",
    "consent": "persetujuan", "consent_note": "keterangan persetujuan", "partner": "mitra", "kind": "jenis",
    "address": "alamat", "city": "kota", "email": "surel", "whatsapp": "WhatsApp", "capacity": "daya tampung",
    "role": "peran", "shelter": "panti",
}  # fmt: skip


def record(*, by, action, target, shelter=None, **details):
    """Write one line of the trail. Call it in the same transaction as the change."""
    event = entry(by=by, action=action, target=target, shelter=shelter, **details)
    event.save()
    return event


def entry(*, by, action, target, shelter=None, **details):
    """The line, unsaved: for an import that writes thousands of them at once."""
    if shelter is None:
        shelter = target if target._meta.model_name == "shelter" else getattr(target, "shelter", None)
    return apps.get_model("cases.AuditEvent")(
        actor_id=by and by.pk,
        actor_name=str(by) if by else "sistem",
        action=action,
        target_model=target._meta.label,
        target_id=str(target.pk),
        shelter_id=shelter and shelter.pk,
        details=details,
    )


def difference(before, after):
    """What changed between two dicts of plain values, as {field: [old, new]}; silent fields without their text."""
    changed = {}
    for field, new in after.items():
        old = before.get(field)
        if old != new:
            changed[field] = ["•", "•"] if field in SILENT_FIELDS else [plain(old), plain(new)]
    return changed


def plain(value):
    """A value as JSON keeps it and a person reads it."""
    if value is None or isinstance(value, (str, int, bool)):
        return value
    return str(value)
