"""Dewi of the department publishes an instrument; Sari, who assesses, reads it; others do not know of it."""

import io
import zipfile
from dataclasses import fields
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assessments.models import Assessment, Instrument, InstrumentVersion
from assessments.views.version import EXCEL
from assessments.xlsform import read
from cases.models import AuditEvent
from tests.assessments.browser import body, drawn
from tests.assessments.forms import SLEEP, sleep
from tests.factories import make_instrument

LIST, UPLOAD = "/instrumen/", "/instrumen/unggah/"


def url(name, target):
    return reverse(f"assessments:{name}", args=[target.pk])


def send(client, content=SLEEP, name="tidur.md", **more):
    data = content.encode() if isinstance(content, str) else content
    return client.post(UPLOAD, {"key": uuid4(), "file": SimpleUploadedFile(name, data)} | more)


@pytest.fixture
def draft(dewi):
    return make_instrument(dewi)


@pytest.fixture
def version(draft, dewi):
    draft.release(by=dewi, after=0)
    return draft


def test_the_story(client, today, dewi, sari, stay, instruments):
    """Uploaded, tried out, published, filled in, changed, compared and published again, retired."""
    client.force_login(dewi)
    sent = send(client)
    draft = InstrumentVersion.objects.get(instrument__slug="tidur")
    assert sent.url == url("version_detail", draft)
    assert "Belum terbit" in body(client.get(sent.url)) and "1 konsep" in body(client.get(LIST))
    page = client.get(url("version_publish", draft))
    done = client.post(url("version_publish", draft), drawn(page, form=None), follow=True)
    assert "Tidur (versi 1) terbit." in body(done) and "Dipakai sekarang" in body(done)

    client.force_login(sari)
    client.post(reverse("assessments:assessment_start", args=[stay.pk]), {"version": draft.pk})
    assert Assessment.objects.get().version == draft

    client.force_login(dewi)
    newer = InstrumentVersion.objects.get(pk=send(client, sleep(ask="Berapa jam tidur?")).url.split("/")[-2])
    compared = body(client.get(url("version_compare", newer)))
    assert "Diubah (1)" in compared and "Jam tidur" in compared and "Berapa jam tidur?" in compared
    page = client.get(url("version_publish", newer))
    assert "Tulis apa yang berubah" in body(client.post(page.request["PATH_INFO"], drawn(page, form=None)))
    sent = typed_in(page, note="Pertanyaan pertama diperjelas.")
    assert "versi 2) terbit" in body(client.post(page.request["PATH_INFO"], sent, follow=True))
    listed = client.get(newer.instrument.get_absolute_url())
    assert [(version.number, version.used) for version in listed.context["versions"]] == [(2, 0), (1, 1)]
    assert body(listed).index("Dipakai sekarang") < body(listed).index("Digantikan")

    page = client.get(url("instrument_retire", newer.instrument))
    assert "1 asesmen yang sudah ada tetap dapat dibaca" in body(page)
    done = client.post(url("instrument_retire", newer.instrument), drawn(page, form=None), follow=True)
    assert "Tidak dipakai lagi" in body(done) and "Pakai lagi" in body(done)


def typed_in(page, **changes):
    return drawn(page, form=None) | {name: [value] for name, value in changes.items()}


WRONG = """
| survey |
| | type | name | label |
| | begin group | satu | Satu |
| | video | film | Film |
| | text | dua kata | |
| | end group | | |
| settings |
| | form_title | form_id |
| | Salah | salah |
"""


def test_what_is_wrong_is_listed_with_its_cell_and_nothing_is_kept(client, dewi):
    client.force_login(dewi)
    answer = body(send(client, WRONG))
    assert '<td>survey</td><td class="number">3</td><td>type</td><td>Jenis “video” tidak didukung.</td>' in answer
    assert "belum dapat dipakai dan tidak disimpan" in answer
    assert not Instrument.objects.filter(slug="salah").exists()
    assert AuditEvent.objects.get(action="instrument.refused").details == {"file": "tidur.md"}


def zipped(name):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, b"x")
    return file.getvalue()


BAD = {
    "no file": (None, "x", "Pilih berkasnya."),
    "empty": ("kosong.xlsx", b"", "Berkas ini kosong."),
    "another kind": ("surat.pdf", b"%PDF-1.7", "Pilih berkas .xlsx atau .md."),
    "old Excel": ("lama.xls", b"\xd0\xcf\x11\xe0", "Simpan dahulu sebagai Excel Workbook"),
    "macros": ("makro.xlsm", zipped("xl/workbook.xml"), "memuat makro"),
    "a program": ("program.xlsx", b"MZ\x90\x00", "bukan Excel. Berkas ini program"),
    "a program as text": ("program.md", b"MZ\x90\x00", "bukan teks"),
    "another zip": ("arsip.xlsx", zipped("a.txt"), "lembar"),
    "too much": ("besar.md", b"a" * (5 * 1024 * 1024 + 1), "lebih dari 5 MB"),
    "no form id": ("tanpa.md", SLEEP.replace("| tidur |", "| |").encode(), "Isi form_id."),
    "nothing in it": ("apa.md", b"apa saja", "tidak disimpan"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_gets_a_sentence_and_is_not_kept(client, dewi, case):
    name, content, sentence = BAD[case]
    client.force_login(dewi)
    before = Instrument.objects.count(), InstrumentVersion.objects.count()
    answer = send(client, content, name) if name else client.post(UPLOAD, {"key": uuid4()})
    assert answer.status_code == 200 and sentence in body(answer)
    assert (Instrument.objects.count(), InstrumentVersion.objects.count()) == before


def test_a_double_click_uploads_and_publishes_once(client, dewi):
    client.force_login(dewi)
    key = uuid4()
    first, second = send(client, key=key), send(client, key=key)
    assert first.url == second.url and InstrumentVersion.objects.drafts().count() == 1
    draft = InstrumentVersion.objects.drafts().get()
    sent = drawn(client.get(url("version_publish", draft)), form=None)
    answers = [client.post(url("version_publish", draft), sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert AuditEvent.objects.filter(action="instrument.published").count() == 1


def test_another_title_has_to_be_agreed_to(client, dewi, version):
    client.force_login(dewi)
    send(client, sleep(title="Istirahat"))
    draft = InstrumentVersion.objects.drafts().get()
    assert "sudah dipakai instrumen “Tidur”" in body(client.get(url("version_detail", draft)))
    page = client.get(url("version_publish", draft))
    assert "berganti dari “Tidur” menjadi “Istirahat”" in body(page)
    refused = client.post(url("version_publish", draft), typed_in(page, note="Baru"))
    assert "Beri tanda bila nama instrumen memang berganti." in body(refused)
    client.post(url("version_publish", draft), typed_in(page, note="Baru", rename="on"))
    assert Instrument.objects.get(slug="tidur").title == "Istirahat"


def test_publishing_what_was_compared_with_an_older_version_is_refused(client, dewi, version):
    client.force_login(dewi)
    send(client, sleep(ask="Berapa jam?"))
    draft = InstrumentVersion.objects.drafts().get()
    page = client.get(url("version_publish", draft))
    other = make_instrument(dewi, sleep(ask="Jam?"))
    other.release(by=dewi, after=1, note="Lebih dahulu.")
    refused = client.post(url("version_publish", draft), typed_in(page, note="Kedua"))
    assert "Sementara itu versi 2 sudah terbit" in body(refused)


def test_the_file_comes_back_as_it_was_sent(client, dewi):
    client.force_login(dewi)
    content = (SLEEP + "\n").replace("\n", "\r\n").encode()
    send(client, content, "Tidur — dinas.md")
    draft = InstrumentVersion.objects.drafts().get()
    answer = client.get(url("version_source", draft))
    assert answer.content == content
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("text/markdown; charset=utf-8", "nosniff")
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''Tidur%20")
    assert AuditEvent.objects.filter(action="instrument.downloaded").count() == 1


def test_a_built_in_form_as_a_workbook_is_the_same_form(client, dewi, instruments):
    client.force_login(dewi)
    for built_in in instruments.values():
        answer = client.get(url("version_workbook", built_in))
        again = read(answer.content, kind=".xlsx")
        assert (
            answer["Content-Type"] == EXCEL
            and f"{built_in.instrument.slug}-versi-1.xlsx" in answer["Content-Disposition"]
        )
        assert told(again) == told(built_in.form)


def told(form):
    """All that is said in a form, apart from where its rows stand."""
    return [form.title, form.form_id, *(_said(item) for item in form.items.values())]


def _said(item):
    rules = {name: rule.source for name, rule in item.rules.items()}
    skipped = ("row", "rules", "items")
    names = [field.name for field in fields(item) if field.name not in skipped]
    return {name: getattr(item, name) for name in names} | {"rules": rules}


def test_for_whom_it_is(client, dewi, version, melati, kenanga):
    client.force_login(dewi)
    page = client.get(url("instrument_offer", version.instrument))
    sent = drawn(page, form=None) | {"shelters": [kenanga.pk], "age_from": ["60"], "age_to": ["18"]}
    assert "Usia sampai tidak boleh di bawah usia mulai." in body(client.post(page.request["PATH_INFO"], sent))
    done = client.post(page.request["PATH_INFO"], sent | {"age_to": [""]}, follow=True)
    assert "Panti Kenanga · semua kategori · 60 tahun ke atas" in " ".join(body(done).split())


def test_a_worker_reads_what_was_published_and_no_draft(client, dewi, sari, version):
    client.force_login(sari)
    draft = make_instrument(dewi, sleep(ask="Jam?"))
    assert "Tidur" in body(client.get(LIST)) and "konsep" not in body(client.get(LIST))
    assert "Terbitkan" not in body(client.get(version.get_absolute_url()))
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(url("version_source", version)).status_code == 403
    assert client.post(url("instrument_retire", version.instrument)).status_code == 403
    assert not Instrument.objects.get(slug="tidur").is_retired


def test_an_instrument_without_a_published_version_is_unknown_to_workers(client, sari, draft):
    client.force_login(sari)
    assert client.get(draft.instrument.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("who", ["dewi", "sari"])
def test_the_list_asks_little_of_the_database(client, request, dewi, who, instruments, django_assert_max_num_queries):
    for number in range(12):
        made = make_instrument(dewi, SLEEP.replace("| tidur |", f"| tidur-{number} |"))
        if number % 3:
            made.release(by=dewi, after=0)
    client.force_login(request.getfixturevalue(who))
    client.get(LIST)
    with django_assert_max_num_queries(12):
        client.get(LIST)


def test_trying_it_out(client, dewi, draft):
    """The preview reacts as the real page does, carries the answers on, and stores nothing."""
    client.force_login(dewi)
    page = client.get(url("version_preview", draft), follow=True)
    address = page.request["PATH_INFO"]
    assert "Apa yang mengganggu?" not in body(page)
    sent = drawn(page, form="pratinjau") | {"malam/nyenyak": ["tidak"]}
    assert "Apa yang mengganggu?" in body(client.post(address, sent))
    on = reverse("assessments:version_preview", args=[draft.pk, "siang"])
    stays = client.post(on, sent | {"next": ["1"]})
    assert "Isi Jam tidur." in body(stays) and "Punya kasur sendiri?" not in body(stays)
    goes = client.post(on, sent | {"next": ["1"], "malam/jam": ["7"]})
    assert "Punya kasur sendiri?" in body(goes)
    end = reverse("assessments:version_preview", args=[draft.pk, "0-akhir"])
    last = client.post(end, drawn(goes, form="pratinjau") | {"siang/kasur": ["tidak"]})
    assert "Asesmen ini dapat diselesaikan." in body(last) and '<dd id="a-malam/jam">7' in body(last)
    assert last.context["needs"] == ["Asrama yang mudah diakses"] and not Assessment.objects.exists()


def test_the_preview_redraws_only_when_other_questions_are_to_be_shown(client, dewi, draft):
    client.force_login(dewi)
    page = client.get(url("version_preview", draft), follow=True)
    sent, address = drawn(page, form="pratinjau"), page.request["PATH_INFO"]
    quiet = client.post(address, sent | {"malam/jam": ["7"]}, headers={"HX-Request": "true"})
    assert quiet.status_code == 204
    drawn_again = client.post(address, sent | {"malam/nyenyak": ["tidak"]}, headers={"HX-Request": "true"})
    assert "Apa yang mengganggu?" in body(drawn_again) and "<html" not in body(drawn_again)


def test_tried_answers_that_were_tampered_with_start_anew(client, dewi, draft):
    client.force_login(dewi)
    page = client.get(url("version_preview", draft), follow=True)
    sent = drawn(page, form="pratinjau") | {"tried": ['{"x": 1}']}
    assert client.post(page.request["PATH_INFO"], sent).status_code == 200
    assert client.get(reverse("assessments:version_preview", args=[draft.pk, "lain"])).status_code == 404
