"""Scenario of the national contest (product.md): what was entered, its stage, its evidence, from idea to award."""

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import uuid4

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.db import connections
from django.urls import reverse

from cases.models import AuditEvent
from reports.models import Innovation, InnovationIndicator, InnovationOption, InnovationSubmission
from tests.factories import make_innovation, make_programme
from tests.uploads import jpeg

ALONE = pytest.mark.django_db(transaction=True, serialized_rollback=True)
WORDS = " ".join(["kata"] * 50)


def url(name, *more):
    return reverse(f"reports:innovation_{name}", args=more)


def page(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def option(list):
    return InnovationOption.objects.filter(list=list).first().pk


def enter(client):
    """Sari enters it with its design, an activity, a figure and a proof."""
    sosial = InnovationOption.objects.get(list="sector", name="Sosial").pk
    client.post(url("new"), {
        "key": uuid4(), "shelter": client.house.pk, "name": "Sudut Karya", "started_on": "2023-01-09",
        "initiator": option("initiator"), "form": option("form"), "theme": option("theme"), "sector": sosial,
        "initiator_name": "Sari", "kind": "non_digital",
    })  # fmt: skip
    pk = Innovation.objects.get().pk
    for on in ("2023-06-01", "2024-01-15"):
        client.post(url("advance", pk), {"on": on, "note": ""})
    design = dict.fromkeys(("legal_basis", "problem", "issue", "method", "novelty", "steps"), WORDS)
    client.post(url("edit", pk, "rancang-bangun"), design)
    client.post(url("line_new", pk, "kegiatan"), {"key": uuid4(), "programme": make_programme(client.house).pk})
    client.post(url("line_new", pk, "angka"), {
        "key": uuid4(), "measure": "sesi-kegiatan", "before_first": "2022-01-01", "before_last": "2022-12-31",
        "after_first": "2024-01-15", "after_last": "2025-12-31",
    })  # fmt: skip
    rule = InnovationIndicator.objects.get(code="regulasi").pk
    client.post(url("evidence_new", pk, rule), {"key": uuid4(), "level": "3", "title": "SK", "file": jpeg()})
    return pk


def test_from_the_idea_to_the_award(client, today, melati, sari, budi, dewi, agus):
    client.force_login(sari)
    client.house = melati
    pk = enter(client)
    assert "300 kata, sudah memenuhi paling sedikit 300 kata" in page(client.get(url("section", pk, "rancang-bangun")))
    assert "9 dari 96 bobot yang diketahui" in page(client.get(url("detail", pk)))
    track = InnovationOption.objects.get(name="KIPP / SINOVIK").pk
    client.post(url("submission_new", pk), {"key": uuid4(), "track": track, "year": 2026, "note": "Kelompok umum"})
    submission = InnovationSubmission.objects.get()
    client.post(
        url("submission_paper", submission.pk),
        {"key": uuid4(), "title": "Surat kesediaan replikasi", "link": "https://berkas.example.go.id/replikasi"},
    )
    move = {"status": "terkirim", "on": "2026-03-16", "note": ""}
    assert "belum disetujui kepala panti" in page(client.post(url("submission_move", submission.pk), move))
    client.force_login(budi)
    version = Innovation.objects.get().version
    assert f"Setujui versi {version}" in page(client.get(submission.get_absolute_url()))
    client.post(url("submission_approve", submission.pk), {"version": version})
    client.force_login(sari)
    for status in ("terkirim", "lolos_administrasi", "penilaian", "penghargaan"):
        client.post(url("submission_move", submission.pk), move | {"status": status})
    text = page(client.get(submission.get_absolute_url()))
    assert "Penghargaan" in text and "Surat kesediaan replikasi" in text and "yang ini baru" not in text
    client.force_login(agus)
    assert "Sudut Karya" in page(client.get(url("list")))
    assert "Penghargaan" in page(client.get(url("section", pk, "pengajuan")))
    assert client.post(url("advance", pk), {"on": "2026-03-16"}).status_code == 403
    told = set(AuditEvent.objects.filter(action__startswith="innovation").values_list("action", flat=True))
    assert {"innovation.created", "innovationsubmission.approved", "innovationsubmission.moved"} <= told


def test_the_sheet_for_iid_has_the_fields_in_their_order(client, today, melati, sari):
    client.force_login(sari)
    client.house = melati
    pk = enter(client)
    make_innovation(melati, sari, "=1+1")
    response = client.get(url("export", "iid"), {"inovasi": pk})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response))).worksheets[0]
    heads, row = list(sheet.values)[:2]
    assert len(list(sheet.values)) == 2
    assert heads[:6] == ("Nama inovasi", "Dibuat oleh", "Tahapan", "Inisiator", "Nama inisiator", "Jenis")
    told = dict(zip(heads, row, strict=True))
    assert told["Tahapan"] == "Penerapan" and told["Jumlah kata"] == 300 and told["Bukti dukung"] == 1
    assert told["Waktu penerapan"].date() == date(2024, 1, 15)
    listed = b"".join(client.get(url("export", "daftar"), {"format": "csv"})).decode("utf-8-sig")
    assert '"\'=1+1"' in listed  # no formula
    assert client.get(url("export", "lain")).status_code == 404


@ALONE
def test_two_who_send_at_once_send_it_once(today, melati, sari, budi):
    innovation, barrier = make_innovation(melati, sari), threading.Barrier(2)
    track = InnovationOption.objects.get(name="KIPP / SINOVIK")
    submission = InnovationSubmission(innovation=innovation, track=track, year=2026, status_on=today)
    submission.prepare(by=sari)
    submission.approve(by=budi, seen=1)

    def send(by):
        try:
            mine = InnovationSubmission.objects.select_related("innovation").get(pk=submission.pk)
            barrier.wait(timeout=30)
            return mine.move("terkirim", by=by, on=today)
        except ValidationError as error:
            return str(error)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        came = list(pool.map(send, (sari, budi)))
    assert came.count(None) == 1 and "tidak dapat menjadi" in str(came)
    assert submission.steps.filter(status="terkirim").count() == 1
