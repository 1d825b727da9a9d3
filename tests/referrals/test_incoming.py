"""People who are announced: a known sender by its link, the public by the open page."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from cases.models import AuditEvent, Client, Sweep
from cases.sweeps import admit_person
from referrals.incoming import take_as_sweep, take_known
from referrals.models import IntakeRequest, LinkOpening, RequestPerson
from tests.factories import make_client, make_stay, picture_bytes, reason
from tests.referrals.factories import make_office, make_partner, make_request

LISTED = [{"mark": "pria ± 40, kaos merah", "sex": "L", "estimated_age": 40}, {"name": "Sukirah", "needs": "Obat"}]


@pytest.fixture
def office(today, melati, budi):
    return make_office(melati, by=budi)


def page(office, name="sender_page", **kwargs):
    return reverse(f"referrals:{name}", kwargs={"token": office.link.token, **kwargs})


def filled(people=LISTED, **values):
    """What the sender's form posts."""
    form = {
        "key": str(uuid4()), "bringer": "Hadi", "rank": "Penata", "phone": "0812-3456-7890",
        "expected_on": "2026-03-16", "orang-TOTAL_FORMS": str(max(len(people), 6)), "orang-INITIAL_FORMS": "0",
    }  # fmt: skip
    for place, person in enumerate(people):
        form |= {f"orang-{place}-{field}": value for field, value in person.items()}
    return form | values


def told(client, url):
    return client.get(url).content.decode()


def test_from_satpol_pp_to_finished(client, office, budi, today):
    """The loop: announced, made a sweep by one press, taken in, gone home; the sender reads counts and no more."""
    sent = client.post(page(office, "sender_new"), filled(), follow=True)
    asked = IntakeRequest.objects.get()
    assert "Terkirim, menunggu jawaban" in sent.content.decode()
    client.force_login(budi)
    assert asked.agency in told(client, reverse("reports:home"))
    url = reverse("referrals:request_accept", args=[asked.pk])
    answer = client.post(url, {"sweep": "1", "text": "Lewat pintu barat."})
    sweep = Sweep.objects.get()
    assert answer.url == sweep.get_absolute_url()
    assert (sweep.order_number, sweep.source.slug, sweep.officers[0]["name"]) == ("", "satpol-pp", "Hadi")
    rows = list(sweep.people.order_by("serial"))
    assert [(row.label, row.sex, row.estimated_age) for row in rows] == [
        ("pria ± 40, kaos merah", "L", 40), ("Sukirah", "", None),
    ]  # fmt: skip
    client.logout()
    url = page(office, "sender_request", number=asked.number)
    assert "Lewat pintu barat." in told(client, url)
    assert counts(client, office) == "Diterima 2 · Dalam pelayanan 0 · Selesai 0"
    stay = admit_person(rows[0], by=budi)
    rows[1].send_away("family", by=budi, destination="Kakak, Ibu Rahayu")
    assert counts(client, office) == "Diterima 0 · Dalam pelayanan 1 · Selesai 1"
    stay.discharge(by=budi, on=today, reason=reason("reunifikasi"))
    assert counts(client, office) == "Diterima 0 · Dalam pelayanan 0 · Selesai 2"
    shown = told(client, url) + told(client, page(office))
    for secret in ("Sukirah", "kaos merah", "Rahayu", stay.register_number, stay.client.number, "RZ-"):
        assert secret not in shown


def counts(client, office):
    """The line of the only request on the sender's page."""
    text = told(client, page(office))
    start = text.index("Diterima ")
    return " ".join(text[start : text.index("</li>", start)].split())


def test_each_step_of_a_request_is_on_the_trail(office, sari, budi):
    asked = make_request(office)
    asked.ask("Berapa usianya?", by=sari)
    asked.reply("Sekitar 40.")
    asked.accept(by=budi)
    events = AuditEvent.objects.about(asked).order_by("pk").values_list("action", "actor_name")
    voice = "Hadi, Satpol PP Temanggung (tautan)"
    assert list(events) == [
        ("intakerequest.sent", voice), ("intakerequest.asked", "Sari"), ("intakerequest.replied", voice),
        ("intakerequest.accepted", "Budi"),
    ]  # fmt: skip


def test_the_public_report_of_a_neglected_elder(client, melati, budi, oka, today):
    """Scenario E5: reported without an account, joined with a known client, three words for whoever reported."""
    known = make_client("Sukinah", sex="P", estimated_age=75, age_estimated_on=today)
    response = client.post(reverse("referrals:report_new"), lapor(melati, name="Sukinah"))
    asked = IntakeRequest.objects.get()
    assert asked.number in response.content.decode()
    assert asked.code() in response.content.decode()
    assert stage(client, asked) == "Diterima"
    client.force_login(oka)
    assert "WKSBM Guyub" in told(client, reverse("referrals:request_list"))
    person = asked.people.get()
    assert "Ini orangnya" in told(client, reverse("referrals:request_known", args=[person.pk]))
    url = reverse("referrals:request_join", args=[person.pk, known.pk])
    client.post(url, {"reason": "Tetangga mengenalinya"})
    stay = known.stays.get()
    assert (stay.shelter, stay.source.slug, stay.brought_by) == (melati, "masyarakat", "WKSBM Guyub")
    client.logout()
    assert stage(client, asked) == "Ditangani"
    stay.discharge(by=budi, on=today, reason=reason("reunifikasi"))
    assert stage(client, asked) == "Selesai"


def lapor(shelter, **values):
    return {
        "key": str(uuid4()), "shelter": shelter.pk, "mark": "nenek ± 75, tinggal sendiri", "found_at": "Dusun Krajan",
        "bringer": "Pak RT", "agency": "WKSBM Guyub", "phone": "0812 3456 7890", "sex": "P", "estimated_age": "75",
    } | values  # fmt: skip


def stage(client, asked):
    url = reverse("referrals:report_check")
    text = client.post(url, {"number": asked.number, "code": asked.code().lower()}).content.decode()
    assert "Sukinah" not in text
    return next(word for word in ("Diterima", "Ditangani", "Selesai") if f"<strong>{word}</strong>" in text)


def test_a_refused_report_says_selesai_and_no_reason(client, melati, budi, today):
    asked = make_request(None, shelter=melati)
    asked.refuse(by=budi, reason="area", text="Di kabupaten lain.")
    assert stage(client, asked) == "Selesai"
    url = reverse("referrals:report_check")
    answer = client.post(url, {"number": asked.number, "code": asked.code()}).content.decode()
    assert "kabupaten" not in answer


def test_a_sender_reads_the_refusal_in_full(client, office, budi):
    asked = make_request(office)
    asked.refuse(by=budi, reason="other", text="Sedang ada wabah di asrama.")
    shown = told(client, page(office, "sender_request", number=asked.number))
    assert "Lainnya: Sedang ada wabah di asrama." in shown


def test_other_reason_wants_words(office, budi):
    with pytest.raises(ValidationError, match="Tulis alasan lainnya"):
        make_request(office).refuse(by=budi, reason="other")


def test_the_same_form_sent_twice_makes_one_request(client, office, melati):
    form = filled()
    first, second = (client.post(page(office, "sender_new"), form) for _ in range(2))
    assert first.url == second.url
    form = lapor(melati)
    first, second = (client.post(reverse("referrals:report_new"), form).content.decode() for _ in range(2))
    assert first.partition("<h1>")[2] == second.partition("<h1>")[2]  # with number and code
    assert IntakeRequest.objects.count() == 2


def test_sixty_persons_and_not_one_more(client, office):
    people = [{"mark": f"orang {number}"} for number in range(61)]
    refused = client.post(page(office, "sender_new"), filled(people)).content.decode()
    assert "Paling banyak 60 orang" in refused
    assert "orang 59" in refused  # what was typed is still there
    client.post(page(office, "sender_new"), filled(people[:60]))
    assert IntakeRequest.objects.get().people.count() == 60


def test_rows_are_added_without_a_script(client, office):
    form = filled([{"mark": "pria tua"}], more="1", bringer="")
    shown = client.post(page(office, "sender_new"), form).content.decode()
    assert 'name="orang-15-mark"' in shown
    assert 'value="pria tua"' in shown
    assert "Tulis nama Anda." not in shown


BAD = [
    ({"expected_on": "2026-03-15"}, "Tanggal rencana datang sudah lewat."),
    ({"expected_on": "2027-03-15"}, "Rencana datang paling lama 60 hari lagi."),
    ({"found_on": "2026-03-17"}, "Tanggal ditemukan belum tiba."),
    ({"phone": "tidak ada"}, "Tulis nomor dengan angka"),
    ({"alamat_web": "http://x"}, "Kosongkan isian"),
    ({"orang-0-mark": "", "orang-1-name": ""}, "Isi nama atau ciri-ciri orang ini."),
    ({"orang-0-estimated_age": "200"}, "Perkiraan usia antara 0 dan 130 tahun."),
    ({"key": "bukan-uuid"}, ""),
]


@pytest.mark.parametrize(("wrong", "sentence"), BAD)
def test_bad_input_is_told_and_keeps_what_was_typed(client, office, wrong, sentence):
    response = client.post(page(office, "sender_new"), filled() | wrong)
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert 'value="Hadi"' in response.content.decode()
    assert not IntakeRequest.objects.exists()


def test_an_empty_list_is_refused(client, office):
    assert "Isi sedikitnya satu orang" in client.post(page(office, "sender_new"), filled([])).content.decode()


def test_script_in_a_text_stays_text(client, office, budi):
    client.post(page(office, "sender_new"), filled([{"mark": "<script>alert(1)</script>"}], remarks="<b>awas</b>"))
    client.force_login(budi)
    shown = told(client, IntakeRequest.objects.get().get_absolute_url())
    assert "&lt;script&gt;alert(1)" in shown
    assert "<script>alert" not in shown
    assert "<b>awas" not in shown


def test_a_photo_of_30_mb_is_refused_with_a_sentence(client, melati, today):
    photo = SimpleUploadedFile("foto.jpg", picture_bytes() + b"0" * 30 * 1024 * 1024)
    refused = client.post(reverse("referrals:report_new"), lapor(melati) | {"photo": photo}).content.decode()
    assert "lebih dari 10 MB" in refused
    assert "nenek ± 75" in refused
    assert not IntakeRequest.objects.exists()


def test_a_photo_and_a_letter_are_read_by_the_door_of_that_shelter_only(client, melati, office, oka, citra):
    letter = SimpleUploadedFile("surat.jpg", picture_bytes())
    client.post(page(office, "sender_new"), filled() | {"letter": letter})
    asked = IntakeRequest.objects.get()
    url = reverse("referrals:request_file", args=[asked.pk, "surat"])
    client.force_login(oka)
    response = client.get(url)
    assert response["Content-Disposition"] == f'attachment; filename="{asked.number}-surat.jpg"'
    b"".join(response)
    client.force_login(citra)
    assert client.get(url).status_code == 404


def test_a_file_that_is_no_picture_is_refused(client, melati, today):
    photo = SimpleUploadedFile("foto.jpg", b"MZ\x00 program")
    assert "program" in client.post(reverse("referrals:report_new"), lapor(melati) | {"photo": photo}).content.decode()


def test_a_revoked_and_an_expired_link_say_so_and_nothing_else(client, office, budi):
    make_request(office)
    old = page(office)
    office.renew(by=budi)
    assert client.get(old).status_code == 410
    office.link.revoke(by=budi)
    assert client.get(page(office)).status_code == 410
    office.renew(by=budi)
    link = office.link
    type(link).objects.filter(pk=link.pk).update(expires_at=link.created_at - timedelta(days=1))
    shut = client.get(page(office))
    assert shut.status_code == 410
    assert "MLT-P2026" not in shut.content.decode()


def test_a_retired_partner_sends_nothing_more(client, office, budi, today):
    office.partner.retire(by=budi, on=today)
    assert client.get(page(office)).status_code == 410


def test_another_offices_request_is_not_found(client, office, melati, budi):
    other = make_office(melati, by=budi, partner=make_partner("Polsek Parakan", kind="police"))
    asked = make_request(other)
    assert client.get(page(office, "sender_request", number=asked.number)).status_code == 404
    assert client.post(page(office, "sender_request", number=asked.number), {"text": "x"}).status_code == 404


def test_another_offices_form_key_is_refused(client, office, melati, budi):
    other = make_office(melati, by=budi, partner=make_partner("Polsek Parakan", kind="police"))
    form = filled()
    client.post(page(office, "sender_new"), form)
    assert "Formulir ini sudah dipakai" in client.post(page(other, "sender_new"), form).content.decode()


def test_looking_changes_nothing_but_the_note_of_it(client, office):
    make_request(office)
    before = AuditEvent.objects.count()
    for _ in range(2):
        client.get(page(office))
    assert LinkOpening.objects.count() == 2
    assert AuditEvent.objects.count() - before == 2


def test_the_public_page_is_throttled(client, melati, today):
    got = [client.post(reverse("referrals:report_new"), {}).status_code for _ in range(11)]
    assert got == [200] * 10 + [429]
    assert client.get(reverse("referrals:report_new")).status_code == 200


def test_a_code_cannot_be_guessed(client, melati, today):
    asked = make_request(None, shelter=melati)
    url = reverse("referrals:report_check")
    answers = [client.post(url, {"number": asked.number, "code": f"AAAAAAAA{n:02}"}) for n in range(21)]
    assert {answer.status_code for answer in answers[:20]} == {200}
    assert "tidak cocok" in answers[0].content.decode()
    assert answers[20].status_code == 429


def test_two_clerks_at_once_one_success_one_polite_refusal(office, sari, budi):
    asked = make_request(office)
    theirs = IntakeRequest.objects.get(pk=asked.pk)
    asked.accept(by=budi)
    with pytest.raises(ValidationError, match="sudah dijawab “diterima” oleh Budi"):
        take_as_sweep(theirs, by=sari)
    assert not Sweep.objects.exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_clerks_press_at_the_same_moment(melati, sari, budi):
    asked = make_request(make_office(melati, by=budi))

    def press(by):
        try:
            take_as_sweep(IntakeRequest.objects.get(pk=asked.pk), by=by)
        except ValidationError as error:
            return error.messages
        finally:
            connection.close()
        return "made"

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(press, [sari, budi]))
    assert answers.count("made") == 1
    assert Sweep.objects.count() == 1


def test_a_single_person_is_taken_in_by_the_filled_form(client, office, oka):
    asked = make_request(office, [{"mark": "pria bisu", "condition": "Luka di kaki", "needs": "Perban"}])
    client.force_login(oka)
    answer = client.post(reverse("referrals:request_accept", args=[asked.pk]), {"single": "1"})
    url = reverse("referrals:request_admit", args=[asked.people.get().pk])
    assert answer.url == url
    form = client.get(url).context["form"]
    assert form.initial["condition"] == "Luka di kaki. Mendesak: Perban"
    sent = {name: getattr(value, "pk", value) or "" for name, value in form.initial.items()}
    answer = client.post(url, sent | {"key": str(uuid4()), "entered_on": "2026-03-16", "description": "pria bisu"})
    stay = Client.objects.get().stays.get()
    assert answer.url == stay.get_absolute_url()
    assert (asked.people.get().stay, stay.brought_by, stay.source.slug) == (stay, "Satpol PP Temanggung", "satpol-pp")
    assert client.get(url).url == asked.get_absolute_url()  # nobody is taken in twice


def test_someone_who_lives_here_is_joined_with_the_running_stay(office, melati, sari, stay):
    asked = make_request(office)
    asked.accept(by=sari)
    joined = take_known(asked.people.get(), stay.client, by=sari, reason="Wajahnya")
    assert joined == stay
    assert IntakeRequest.objects.with_counts().get().care_count == 1


def test_nobody_came(office, sari, budi):
    asked = make_request(office)
    with pytest.raises(ValidationError, match="Terima dahulu"):
        asked.people.get().close(by=sari, reason="not_come")
    asked.accept(by=budi)
    asked.people.get().close(by=sari, reason="not_come")
    with pytest.raises(ValidationError, match="sudah dicatat"):
        asked.people.get().close(by=sari, reason="not_come")
    assert RequestPerson.objects.for_list().get().stage == "Selesai"


def test_passed_on_it_belongs_to_the_other_shelter(client, office, kenanga, sari, citra):
    asked = make_request(office)
    client.force_login(sari)
    url = reverse("referrals:request_pass", args=[asked.pk])
    assert "Panti Kenanga (20 tempat kosong)" in told(client, url)
    client.post(url, {"to": kenanga.pk, "note": "Perempuan, perlu asrama putri"})
    assert client.get(asked.get_absolute_url()).status_code == 404
    client.force_login(citra)
    assert "perlu asrama putri" in told(client, asked.get_absolute_url())
    events = AuditEvent.objects.about(asked).filter(action="intakerequest.passed")
    assert {event.shelter_id for event in events} == {office.shelter_id, kenanga.pk}


def test_a_stay_taken_back_counts_as_received_again(office, melati, sari, budi):
    asked = make_request(office)
    asked.accept(by=budi)
    stay = take_known(asked.people.get(), make_client("Tarno"), by=sari, reason="Saya kenal")
    stay.cancel(by=budi, reason="Salah catat")
    counted = IntakeRequest.objects.with_counts().get()
    assert (counted.received_count, counted.care_count, counted.finished_count) == (1, 0, 0)


def test_head_and_department_give_links_workers_read(client, office, budi, dewi, sari, oka, citra):
    url = reverse("referrals:sender_link", args=[office.pk])
    for person, status in ((budi, 302), (dewi, 302), (sari, 403), (oka, 404), (citra, 404)):
        client.force_login(person)
        assert client.post(url, {"act": "new"}).status_code == status


def test_a_message_to_the_sender_holds_no_nik(client, office, sari):
    asked = make_request(office)
    client.force_login(sari)
    url = reverse("referrals:request_ask", args=[asked.pk])
    assert "16 angka" in client.post(url, {"text": "NIK 3404990101010001 benar?"}).content.decode()


def test_pages_are_light_and_ask_little(client, office, sari, django_assert_max_num_queries):
    for number in range(6):
        make_request(office, [{"mark": f"orang {n}"} for n in range(5)], bringer=f"Petugas {number}")
    make_stay(office.shelter, by=sari)
    with django_assert_max_num_queries(14):  # five of them are the door's: knocks, the link, the note of it
        assert len(client.get(page(office)).content) < 20_000
    assert len(client.get(page(office, "sender_new")).content) < 12_000
    client.force_login(sari)
    with django_assert_max_num_queries(12):
        client.get(reverse("referrals:request_list"))
    with django_assert_max_num_queries(14):
        client.get(IntakeRequest.objects.first().get_absolute_url())
    with django_assert_max_num_queries(12):
        client.get(reverse("referrals:sender_list"))


TOLD = {
    "mark": "laki-laki, kemeja biru, tas karung, luka di kaki kiri", "name": "Mengaku bernama Suparman", "sex": "L",
    "estimated_age": "61", "condition": "lemas, demam, sulit berjalan", "needs": "diperiksa dokter, pakaian kering",
}  # fmt: skip
MOST_BYTES = 50_000


@pytest.mark.parametrize(
    ("people", "values", "seen"),
    [
        ([TOLD] * 60, {"bringer": ""}, "Tulis nama Anda."),
        ([TOLD] * 60, {"row": "59"}, 'name="orang-59-mark" value="laki-laki'),
        ([TOLD | {"estimated_age": "200"}] * 60, {}, "perlu diperbaiki"),
        ([TOLD] * 44, {"more": "1", "orang-TOTAL_FORMS": "60"}, "44. Mengaku"),
        ([{}] * 60, {"more": "1"}, "Orang 60"),
    ],
    ids=["nothing of the sender", "one opened again", "all wrong", "empty ones at the end", "all empty"],
)
def test_the_longest_list_weighs_little_and_loses_nothing(client, office, people, values, seen):
    response = client.post(page(office, "sender_new"), filled(people) | values)
    shown = response.content.decode()
    assert len(response.content) < MOST_BYTES and seen in shown
    for field, value in people[0].items():
        assert shown.count(f'name="orang-43-{field}"') == 1, field
        if field != "sex":
            assert shown.count(f'value="{value}"') == len(people)


def test_a_row_that_is_told_is_opened_again_and_its_text_stays(client, office):
    form = filled([TOLD, {"mark": "ibu tua"}]) | {"row": "1", "bringer": "Hadi"}
    shown = client.post(page(office, "sender_new"), form).content.decode()
    assert '<input type="hidden" name="orang-0-mark" value="laki-laki' in shown
    assert '<input type="text" name="orang-1-mark" value="ibu tua"' in shown and 'value="Hadi"' in shown
    assert "Tulis" not in shown.partition("<main>")[2].partition("</form>")[0].partition("alert")[2]
    assert client.post(page(office, "sender_new"), form | {"row": "abc"}).status_code == 200
