"""Lists that have their page in another app: its own filter and rows, and the columns of the spreadsheet."""

from assessments.models import PlanAction
from assessments.views.goal import chosen_actions
from cases.audit_words import ACTIONS
from cases.models import (
    Absence,
    Aftercare,
    AuditEvent,
    Client,
    IdentityPaper,
    Incident,
    Programme,
    Shelter,
    Sweep,
    Task,
)
from cases.permissions import Perm
from cases.views.aftercare import chosen_aftercare
from cases.views.client import chosen_clients
from cases.views.incident import chosen_incidents
from cases.views.paper import chosen_papers
from cases.views.task import SHOWN, chosen_tasks
from reports.lists.fields import Field, Secret, choice, joined, named, select, the_person, yes_no
from reports.lists.listing import Listing
from reports.tables.table import Kind

SHELTER = Field("Panti", "stay__shelter__name", width=26)
OWN_SHELTER = Field("Panti", "shelter__name", width=26)
REGISTER = Field("Nomor register", "stay__register_number", width=16)

CLIENTS = [
    Field("Nomor klien", "number", width=16), named(""),
    Field("Alias", "aliases", secret=Secret.PERSON, sql=joined("aliases")),
    Field("NIK", ("nik", "claimed_nik"), Kind.TEXT, Secret.NIK, lambda whole, claimed: whole or claimed, 19),
    Field("Keadaan NIK", "nik_status", tell=choice(Client.NikStatus)),
    Field("Jenis kelamin", "sex", width=8), Field("Tempat lahir", "birth_place", secret=Secret.PERSON),
    Field("Tanggal lahir", "birth_date", Kind.DATE, Secret.PERSON), Field("Perkiraan usia", "estimated_age", Kind.INT),
    Field("Kewarganegaraan", "citizenship", tell=choice(Client.Citizenship)),
    Field("Telepon", "phone", secret=Secret.PERSON, width=16), Field("Kode wilayah asal", "origin"),
    Field("Wilayah asal", "origin__name"), Field("Alamat asal", "origin_address", secret=Secret.PERSON, width=30),
    Field("Masuk terakhir", "last_entered_on", Kind.DATE), Field("Keluar terakhir", "last_ended_on", Kind.DATE),
    Field("Alasan keluar terakhir", "last_exit"), Field("Panti terakhir", "last_shelter", width=26),
    Field("Masa tinggal", "stay_count", Kind.INT),
]  # fmt: skip


def clients(asking):
    filters, found = chosen_clients(asking.user, asking.query)
    chosen = [dict(filters.STATUS)[filters.presence], filters.chosen("shelter"), filters.chosen("category")]
    words = "; ".join(str(value) for value in chosen if value)
    return select(asking, asking.rows(found).with_last_stay(), CLIENTS, words, stay=None, zone=None)


TASKS = [
    SHELTER, *the_person(), REGISTER, Field("Tugas", "title", width=36),
    Field("Paling lambat", "due_at", Kind.DATETIME),
    Field("Status", "status", tell=choice(Task.Status)), Field("Ditugaskan kepada", "assigned_to__name"),
    Field("Dibuat", "created_at", Kind.DATETIME),
]  # fmt: skip


def tasks(asking):
    shown, found = chosen_tasks(asking.user, asking.query)
    return select(asking, asking.rows(found), TASKS, SHOWN[shown])


PAPERS = [
    SHELTER, *the_person(), REGISTER, Field("Dokumen", "kind", tell=choice(IdentityPaper.Kind)),
    Field("Status", "status", tell=choice(IdentityPaper.Status)), Field("Mulai", "started_on", Kind.DATE),
    Field("Diajukan", "requested_on", Kind.DATE), Field("Kantor", "office"), Field("Nomor berkas", "file_number"),
    Field("Ditanyakan lagi", "due_on", Kind.DATE), Field("Diputus", "decided_on", Kind.DATE),
    Field("Nomor dokumen", "number", secret=Secret.FILE), Field("Diserahkan", "handed_on", Kind.DATE),
]  # fmt: skip


def papers(asking):
    late, found = chosen_papers(asking.user, asking.query)
    words = "Perlu ditanyakan lagi" if late else "Semua yang sedang diurus"
    return select(asking, asking.rows(found), PAPERS, words)


AWAY = [
    SHELTER, *the_person(), REGISTER, Field("Sebab", "kind", tell=choice(Absence.Kind)),
    Field("Sejak tanggal", "left_on", Kind.DATE), Field("Diharapkan kembali", "expected_on", Kind.DATE),
    Field("Keterangan", "reason", secret=Secret.FILE, width=30), Field("Surat laporan", "letter__number"),
    Field("Nomor laporan polisi", "police_number"), Field("Dicatat oleh", "recorded_by__name"),
]  # fmt: skip


def away(asking):
    found = Absence.objects.allowed(asking.user, Perm.RECORD).open().for_list()
    return select(asking, asking.rows(found), AWAY, "Yang tidak di panti sekarang")


INCIDENTS = [
    OWN_SHELTER, Field("Waktu", "at", Kind.DATETIME), Field("Jenis", "kind", tell=choice(Incident.Kind)),
    Field("Tempat", "place"), Field("Dilaporkan kepada", "reported_to"),
    Field("Waktu melapor", "reported_at", Kind.DATETIME), Field("Ditutup", "closed_at", Kind.DATETIME),
]  # fmt: skip


def incidents(asking):
    filters, found = chosen_incidents(asking.user, asking.query)
    given = {name: value for name, value in (filters.cleaned_data if filters.is_valid() else {}).items() if value}
    given |= {"kind": Incident.Kind(given["kind"]).label} if "kind" in given else {}
    words = "; ".join(f"{filters.fields[name].label}: {value}" for name, value in given.items())
    found = asking.rows(found).order_by("-at", "-pk")
    return select(asking, found, INCIDENTS, words or "Semua kejadian", stay=None, zone="shelter__time_zone")


PROGRAMMES = [
    OWN_SHELTER, Field("Kegiatan", "name", width=30), Field("Tujuan", "aim", width=36),
    Field("Layanan dasar", "service__label", width=30), Field("Mulai", "started_on", Kind.DATE),
    Field("Berakhir", "ended_on", Kind.DATE), Field("Sesi", "session_count", Kind.INT),
    Field("Sesi terakhir", "last_on", Kind.DATE),
]  # fmt: skip


def programmes(asking):
    found = Programme.objects.visible_to(asking.user).with_totals()
    return select(asking, asking.rows(found), PROGRAMMES, "Semua kegiatan", stay=None)


SWEEPS = [
    OWN_SHELTER, Field("Tanggal penertiban", "held_on", Kind.DATE), Field("Tiba", "arrived_on", Kind.DATE),
    Field("Tempat", "place", width=30), Field("Surat perintah", "order_number"), Field("Sumber", "source__name"),
    Field("Orang", "person_count", Kind.INT), Field("Belum diputuskan", "undecided_count", Kind.INT),
    Field("Ditutup", ("closed_at",), Kind.TEXT, tell=lambda value: yes_no(value)),
]  # fmt: skip


def sweeps(asking):
    found = Sweep.objects.allowed(asking.user, Perm.ADMIT).with_counts().order_by("-held_on", "-pk")
    return select(asking, asking.rows(found), SWEEPS, "Semua razia", stay=None)


AFTERCARE = [
    SHELTER, *the_person(), REGISTER, Field("Tanggal keluar", "stay__ended_on", Kind.DATE),
    Field("Alasan keluar", "stay__exit_reason__name"), Field("Dijadwalkan", "due_on", Kind.DATE),
    Field("Dilakukan", "done_on", Kind.DATE), Field("Cara", "way", tell=choice(Aftercare.Way)),
    Field("Hasil", "result", tell=choice(Aftercare.Result)), Field("Dicatat oleh", "recorded_by__name"),
]  # fmt: skip


def aftercare(asking):
    _, chosen, found = chosen_aftercare(asking.user, asking.query)
    return select(asking, asking.rows(found), AFTERCARE, chosen.label if chosen else "Yang terjadwal")


ACTION_ROWS = [
    Field("Panti", "goal__plan__stay__shelter__name", width=26), *the_person("goal__plan__stay__client__"),
    Field("Tujuan", "goal__statement", secret=Secret.FILE, width=30),
    Field("Tindakan", "what", secret=Secret.FILE, width=36),
    Field("Penanggung jawab", ("responsible__name", "responsible_name"),
          tell=lambda *names: " dan ".join(filter(None, names))),
    Field("Paling lambat", "due_on", Kind.DATE), Field("Status", "status", tell=choice(PlanAction.Status)),
]  # fmt: skip


def actions(asking):
    mine, found = chosen_actions(asking.user, asking.query)
    words = "Tindakan saya" if mine else "Semua tindakan yang belum selesai"
    return select(asking, asking.rows(found), ACTION_ROWS, words, stay="goal__plan__stay__", zone=None)


def trail(asking):
    """Who, what, when and about which file, without the details: these are read on the page."""
    names = dict(Shelter.objects.values_list("pk", "name"))
    fields = [
        Field("Waktu", "at", Kind.DATETIME), Field("Oleh", "actor_name"),
        Field("Peristiwa", "action", tell=choice(ACTIONS), width=40), Field("Kode peristiwa", "action"),
        Field("Panti", "shelter_id", tell=choice(names), width=26), Field("Jenis data", "target_model"),
        Field("Nomor data", "target_id"), Field("Nomor berkas klien", "client_id", Kind.INT),
        Field("Keperluan", "details__reason", tell=lambda value: value or "", width=36),
    ]  # fmt: skip
    found = AuditEvent.objects.visible_to(asking.user)
    return select(asking, found, fields, "Semua peristiwa yang boleh Anda baca", stay=None, zone=None)


GROUP = "Daftar kerja"
OF_CASES = [
    Listing("klien", "Klien", "Klien menurut keberadaan, panti, dan kategori.", clients, Perm.SEE,
            page="cases:client_list", group=GROUP),
    Listing("tugas", "Tugas", "Tugas menurut saringan halamannya.", tasks, Perm.FILE, page="cases:task_list",
            group=GROUP),
    Listing("tindakan-rencana", "Tindakan rencana", "Tindakan rencana intervensi yang belum selesai.", actions,
            Perm.FILE, page="assessments:action_list", group=GROUP),
    Listing("dokumen", "Dokumen dalam proses", "Dokumen identitas yang sedang diurus.", papers, Perm.FILE,
            page="cases:paper_list", group=GROUP),
    Listing("tidak-hadir", "Yang tidak hadir", "Klien yang sedang tidak di panti.", away, Perm.RECORD,
            page="cases:absence_list", group=GROUP),
    Listing("kejadian", "Kejadian", "Kejadian menurut jenis dan tanggal, tanpa uraiannya.", incidents, Perm.RECORD,
            page="cases:incident_list", group=GROUP),
    Listing("kegiatan", "Kegiatan kelompok", "Kegiatan dan jumlah sesinya.", programmes, Perm.RECORD,
            page="cases:programme_list", group=GROUP),
    Listing("razia", "Razia", "Razia dan jumlah orangnya.", sweeps, Perm.ADMIT, page="cases:sweep_list", group=GROUP),
    Listing("bimbingan-lanjut", "Bimbingan lanjut", "Kontak sesudah keluar: terjadwal, atau menurut hasilnya.",
            aftercare, Perm.FILE, page="cases:aftercare_list", group=GROUP),
    Listing("jejak", "Jejak", "Siapa melakukan atau membaca apa, dan kapan.", trail, Perm.AUDIT, out=Perm.AUDIT,
            page="cases:trail", group=GROUP),
]  # fmt: skip
