"""The two men of scenario 3."""

from datetime import date

import pytest

from tests.factories import make_attachment, make_client, make_ended_stay, make_need, make_service, make_stay

NIK = "3404991708850001"


@pytest.fixture
def riyanto(today, melati, sari):
    """The survivor of scenario 3: one stay, and he is here."""
    client = make_client("Slamet Riyanto", sex="L", number="TMG-2025-0031", phone="0812000111")
    make_stay(melati, by=sari, client=client, entered_on=date(2026, 2, 20))
    return client


@pytest.fixture
def riyadi(today, melati, sari):
    """Merged by mistake: two stays, three files."""
    client = make_client(
        "Slamet Riyadi", sex="L", number="TMG-2024-0210", birth_date=date(1970, 5, 1), aliases=["Mat"],
        nik=NIK, nik_status="valid", health_note="Alergi udang",
    )  # fmt: skip
    for year in (2024, 2025):
        stay = make_ended_stay(melati, date(year, 3, 1), date(year, 3, 9), by=sari, client=client)
    make_service(stay, "clothing", date(2025, 3, 2), recorded_by=sari)
    make_need(stay, "clothing", date(2025, 3, 1))
    for title in ("KK", "KTP", "Surat"):
        make_attachment(stay, by=sari, title=title, content=b"%PDF-1.7 " + title.encode())
    return client
