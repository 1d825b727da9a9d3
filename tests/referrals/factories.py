from referrals.models import Partner, Referral


def make_partner(name="RSJ Prof. Soerojo", **values):
    values = {
        "kind": Partner.Kind.MENTAL_HOSPITAL,
        "city": "Magelang",
        "contact_position": "Direktur",
    } | values
    return Partner.objects.create(name=name, **values)


def make_referral(stay, by, partner=None, **values):
    values = {"purpose": "Memerlukan pemeriksaan jiwa.", "consent": Referral.Consent.AGREED} | values
    referral = Referral(stay=stay, partner=partner or make_partner(), **values)
    referral.draft(by=by)
    return referral
