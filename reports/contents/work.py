"""What was done in a month besides the daily care, as it is known when the report is made. One query."""

from datetime import datetime, time, timedelta

from django.db.models import CharField, Count, Q, Value

from cases.models import Aftercare, Attendance, IdentityPaper, Incident, Need, Stay
from cases.models.paper_kinds import PaperStatus
from referrals.models import Journey, Referral
from referrals.models.status import TAKEN, Status


def work(reading):
    """[{title, lines of {key, label, value}}]"""
    parts = questions([reading.shelter], reading.month, reading.shelter.zone)
    found = counted([(key, rows, what) for _, lines in parts for key, _, rows, what in lines])
    return [
        {"title": title, "lines": [{"key": key, "label": label, "value": found[key]} for key, label, *_ in lines]}
        for title, lines in parts
    ]


def counted(asked):
    """{key: how many}, all in one statement."""
    parts = [
        rows.order_by().annotate(key=Value(key, CharField()), one=Value(1)).values("key", "one")
        .annotate(n=Count(what, distinct=what != "pk")).values_list("key", "n")
        for key, rows, what in asked
    ]  # fmt: skip
    return {key: 0 for key, *_ in asked} | dict(parts[0].union(*parts[1:], all=True))


def questions(shelters, period, zone):
    """[(title, [(key, label, rows, what is counted)])] of shelters in one time zone, from `period.first` to `.last`.

    The same row may stand in several lines.
    """
    days = (period.first, period.last)
    began, ended = (datetime.combine(day, time.min, zone) for day in (days[0], days[1] + timedelta(days=1)))
    moments = {"at__gte": began, "at__lt": ended}
    real = ~Q(stay__status=Stay.Status.CANCELLED)
    needs, papers, aftercare = (model.objects.at(shelters).filter(real) for model in (Need, IdentityPaper, Aftercare))
    referrals, journeys = (model.objects.at(shelters).filter(real) for model in (Referral, Journey))
    closed, decided = needs.filter(closed_on__range=days), papers.filter(decided_on__range=days)
    answered, contacts = referrals.filter(answered_on__range=days), aftercare.filter(done_on__range=days)
    attended = Attendance.objects.filter(real, session__programme__shelter__in=shelters, session__on__range=days)
    finished = {"completed_at__gte": began, "completed_at__lt": ended}
    return [
        ("Kebutuhan", [
            ("needs_opened", "Dibuka", needs.filter(opened_on__range=days), "pk"),
            ("needs_fulfilled", "Terpenuhi", closed.filter(reason=Need.Reason.FULFILLED), "pk"),
            ("needs_dropped", "Tidak diperlukan lagi atau ditolak", closed.exclude(reason=Need.Reason.FULFILLED), "pk"),
            ("needs_open", "Masih terbuka pada akhir bulan",
             needs.filter(Q(closed_on=None) | Q(closed_on__gt=period.last), opened_on__lte=period.last), "pk"),
        ]),
        ("Dokumen kependudukan", [
            ("papers_requested", "Diajukan", papers.filter(requested_on__range=days), "pk"),
            ("papers_issued", "Terbit", decided.exclude(status=PaperStatus.REFUSED), "pk"),
            ("papers_refused", "Ditolak", decided.filter(status=PaperStatus.REFUSED), "pk"),
        ]),
        ("Rujukan", [
            ("referrals_sent", "Dikirim", referrals.filter(letter__issued_on__range=days), "pk"),
            ("referrals_accepted", "Diterima mitra", answered.filter(status__in=TAKEN), "pk"),
            ("referrals_declined", "Ditolak mitra", answered.filter(status=Status.DECLINED), "pk"),
            ("referrals_arrived", "Klien tiba di tujuan", referrals.filter(arrived_on__range=days), "pk"),
            ("referrals_completed", "Hasil diterima dari mitra", referrals.filter(**finished), "pk"),
        ]),
        ("Pemulangan", [
            ("journeys_departed", "Berangkat", journeys.departed_between(*days), "pk"),
            ("journeys_received", "Diterima di tujuan", journeys.filter(received_on__range=days), "pk"),
            ("journeys_failed", "Terhenti di perjalanan", journeys.filter(failed_on__range=days), "pk"),
        ]),
        ("Bimbingan lanjut", [
            ("contacts", "Kontak dengan klien yang sudah keluar", contacts, "pk"),
            ("contacts_reached", "Di antaranya tersambung", contacts.exclude(result=Aftercare.Result.UNREACHED), "pk"),
        ]),
        ("Kegiatan", [
            ("sessions", "Sesi terlaksana", attended, "session"),
            ("attendances", "Kehadiran", attended, "pk"),
            ("attenders", "Orang yang mengikuti", attended, "stay__client"),
        ]),
        ("Kejadian", [("incidents", "Kejadian dicatat", Incident.objects.at(shelters).filter(**moments), "pk")]),
    ]  # fmt: skip
