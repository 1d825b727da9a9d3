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
    "bed.changed": "Nomor tempat tidur diubah",
    "bed.removed": "Tempat tidur dihapus dari daftar",
    "bedoutage.ended": "Tempat tidur dapat dipakai lagi",
    "bedoutage.opened": "Tempat tidur tidak dapat dipakai",
    "room.changed": "Kamar diubah",
    "room.created": "Kamar ditambahkan",
    "room.enlarged": "Tempat tidur ditambahkan",
    "stay.moved": "Pindah tempat tidur",
    "stay.placed": "Ditempatkan di kamar",
    "stay.swapped": "Bertukar tempat tidur",
    "stay.vacated": "Tempat tidur dikosongkan",
    "aftercare.finished": "Bimbingan lanjut dicatat",
    "contact.logged": "Kontak keluarga dicatat",
    "exit.completed": "Nomor surat rujukan keluar dilengkapi",
    "exit.numbered": "Berita acara serah terima diterbitkan",
    "exit.printed": "Berita acara serah terima dicetak",
    "exit.recorded": "Catatan keluar dibuat",
    "exit.voided": "Catatan keluar yang lama dibatalkan",
    "handover.permitted": "Izin penyerahan diberikan kepala panti",
    "handover.stopped": "Izin penyerahan dicabut",
    "household.joined": "Dicatat datang bersama",
    "household.parted": "Catatan datang bersama dihapus",
    "relative.changed": "Data keluarga diubah",
    "relative.corrected": "Hubungan keluarga dibetulkan menurut bukti",
    "relative.created": "Keluarga atau wali ditambahkan",
    "relative.disproved": "Hubungan keluarga dinyatakan tidak benar",
    "relative.printed": "Surat pernyataan keluarga dicetak",
    "relative.proved": "Hubungan keluarga terbukti",
    "stay.guarded": "Penjagaan khusus diubah",
    "absence.begun": "Klien pergi dari panti (izin, rumah sakit, perjalanan, atau tanpa izin)",
    "absence.changed": "Catatan kepergian diubah",
    "absence.police_noted": "Nomor laporan kepolisian dicatat",
    "absence.printed": "Surat laporan kepergian dicetak",
    "absence.reported": "Surat laporan kepergian tanpa izin diterbitkan",
    "absence.returned": "Klien kembali ke panti",
    "activitysession.changed": "Sesi kegiatan diubah",
    "activitysession.created": "Sesi kegiatan ditambahkan",
    "attachment.added": "Berkas diunggah",
    "attachment.downloaded": "Berkas dibuka",
    "attachment.removed": "Berkas dihapus",
    "attendance.saved": "Kehadiran kegiatan disimpan",
    "belonging.printed": "Tanda terima titipan dicetak",
    "belonging.received": "Barang titipan diterima",
    "belonging.returned": "Barang titipan dikembalikan",
    "biometric.answered": "Hasil pencocokan biometrik dicatat",
    "biometric.requested": "Pencocokan biometrik dimohon",
    "death.buried": "Pemakaman dicatat",
    "death.cancelled": "Catatan kematian dibatalkan",
    "death.certificate_requested": "Permohonan akta kematian dicatat",
    "death.changed": "Catatan kematian dilengkapi",
    "death.early_allowed": "Pemakaman sebelum waktu tunggu berakhir diizinkan",
    "death.minutes_issued": "Berita acara kematian diterbitkan",
    "death.printed": "Berita acara kematian dicetak",
    "death.recorded": "Kematian dicatat",
    "death.step_recorded": "Langkah setelah kematian dicatat",
    "death.viewed": "Catatan kematian dibuka",
    "effect.rated": "Pengaruh kegiatan dinilai",
    "extension.approved": "Perpanjangan masa tinggal disetujui",
    "extension.refused": "Perpanjangan masa tinggal tidak disetujui",
    "extension.requested": "Perpanjangan masa tinggal diminta",
    "holiday.created": "Hari libur ditambahkan",
    "holiday.removed": "Hari libur dihapus",
    "incident.changed": "Catatan kejadian diubah",
    "incident.closed": "Kejadian ditutup",
    "incident.created": "Kejadian dicatat",
    "incident.printed": "Laporan kejadian dicetak",
    "incident.viewed": "Catatan kejadian dibuka",
    "letter.printed": "Surat pengantar dokumen dicetak",
    "letter.voided": "Surat dibatalkan",
    "paper.asked": "Pengurusan dokumen ditanyakan lagi",
    "paper.dropped": "Pengurusan dokumen dihentikan",
    "paper.gathered": "Syarat dokumen dikumpulkan",
    "paper.handed": "Dokumen diserahkan",
    "paper.issued": "Dokumen terbit",
    "paper.refused": "Dokumen ditolak",
    "paper.requested": "Dokumen diajukan",
    "paper.started": "Dokumen kependudukan dicatat",
    "paper.viewed": "Dokumen kependudukan dibuka",
    "product.created": "Hasil karya dicatat",
    "product.removed": "Hasil karya dihapus",
    "programme.changed": "Kegiatan diubah",
    "programme.created": "Kegiatan ditambahkan",
    "stay.reopened": "Masa tinggal dibuka kembali",
    "visit.changed": "Catatan kunjungan diubah",
    "visit.created": "Kunjungan dicatat",
    "warning.ended": "Peringatan berkas diakhiri",
    "warning.put": "Peringatan berkas dibuat",
    "warning.reviewed": "Peringatan berkas ditinjau",
    "assessment.approved": "Asesmen disetujui",
    "assessment.completed": "Asesmen diselesaikan dan diajukan",
    "assessment.printed": "Asesmen dicetak",
    "assessment.returned": "Asesmen dikembalikan dengan catatan",
    "assessment.started": "Asesmen dimulai",
    "assessment.viewed": "Asesmen dibuka",
    "category.created": "Kategori lokal ditambahkan lewat impor",
    "client.changed": "Data klien diubah",
    "client.created": "Klien didaftarkan",
    "client.distinguished": "Dinyatakan bukan orang yang sama dengan klien lain",
    "client.merged": "Berkas digabung",
    "client.recognised": "Klien panti lain dikenali dan diterima",
    "client.searched": "Klien dicari di semua panti",
    "client.unmerged": "Penggabungan berkas dibatalkan",
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
    "sweep.changed": "Data razia diubah",
    "sweep.closed": "Razia ditutup",
    "sweep.created": "Razia dibuat",
    "sweep.letter_voided": "Nomor berita acara razia dibatalkan",
    "sweep.printed": "Berkas razia dicetak",
    "sweep.reopened": "Razia dibuka lagi",
    "sweep.viewed": "Razia dibuka untuk dibaca",
    "sweepperson.added": "Orang dicatat dalam razia",
    "sweepperson.changed": "Catatan orang dalam razia diubah",
    "sweepperson.decided": "Orang dalam razia diputuskan",
    "sweepperson.linked": "Orang dalam razia dikenali sebagai klien",
    "sweepperson.undecided": "Keputusan dalam razia dibatalkan",
    "sweepperson.unlinked": "Orang dalam razia ternyata bukan klien itu",
    "sweepperson.viewed": "Catatan orang dalam razia dibuka",
    "user.changed": "Akun diubah",
    "user.created": "Akun dibuat",
    "user.password_changed": "Kata sandi diganti",
    "user.password_reset": "Kata sandi dibuatkan baru",
}
# What of an event's details a person reads, and the word before it.
DETAILS = {"number": "nomor", "letter": "surat", "service": "", "partner": "", "reason": "alasan:"}
FIELDS = {
    "relation": "hubungan", "is_guardian": "wali", "region": "wilayah", "state": "keadaan hubungan", "proof": "bukti",
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
    "held_on": "tanggal penertiban", "arrived_on": "tanggal tiba", "arrived_at": "jam tiba", "place": "tempat",
    "order_number": "nomor surat tugas", "mark": "ciri-ciri", "called": "nama panggilan", "has_ktp": "KTP",
    "group": "keluarga", "needs_isolation": "perlu isolasi", "label": "nomor",
    "setting": "tempat pelayanan", "death_wait_hours": "waktu tunggu sebelum pemakaman", "aim": "tujuan",
    "dimensions": "aspek", "partners": "mitra", "service": "layanan dasar", "started_on": "mulai", "on": "tanggal",
    "at": "jam", "plan": "rencana", "leader": "dipandu oleh",
    "left_on": "pergi sejak", "left_at": "jam pergi", "expected_on": "rencana kembali",
    "returned_on": "kembali pada", "returned_at": "jam kembali", "until": "sampai",
    "max_stay": "batas lama tinggal", "abscond_after_hours": "jam sampai dinyatakan pergi tanpa izin",
    "abscond_close_after_days": "hari sampai usulan penutupan",
    "date": "tanggal",
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
        client_id=client_of(target),
        details=details,
    )


def client_of(target):
    """Whose file the event belongs to: the client itself, or whom the target's stay is of; None for all else."""
    if target._meta.model_name == "client":
        return target.pk
    if hasattr(target, "client_id"):
        return target.client_id
    return target.stay.client_id if getattr(target, "stay_id", None) else None


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
