import pytest

from tests.referrals.factories import RATNA, make_partner, make_referral


@pytest.fixture
def hospital(db):
    return make_partner()


@pytest.fixture
def draft(today, stay, sari, hospital):
    return make_referral(stay, by=sari, partner=hospital)


@pytest.fixture
def sent(draft, sari):
    draft.send(by=sari)
    return draft


@pytest.fixture
def accepted(sent, sari, today):
    sent.accept(voice=RATNA, by=sari, on=today, arranged_on=today)
    return sent
