from io import StringIO

from django.core.management import call_command

from tests.referrals.factories import TRI, make_partner, make_referral


def run(**options):
    out = StringIO()
    call_command("send_digest", stdout=out, **options)
    return out.getvalue()


def test_each_person_reads_how_much_waits_and_no_name(today, stay, sari, budi, mailoutbox):
    sari.email = "sari@example.org"
    sari.save()
    referral = make_referral(stay, by=sari, partner=make_partner())
    referral.send(by=sari)
    referral.ask("Ada BPJS?", voice=TRI)
    assert run() == "1 ringkasan dikirim.\n"
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["sari@example.org"], "Balai: pekerjaan rujukan hari ini")
    assert "Mitra bertanya: 1" in mail.body
    assert "Suratmin" not in mail.body + mail.subject


def test_where_nothing_waits_nothing_is_sent(today, sari, mailoutbox):
    sari.email = "sari@example.org"
    sari.save()
    assert run() == "0 ringkasan dikirim.\n"
    assert mailoutbox == []
