"""What the department enters for a year: targets, quality, budgets. Two people at once lose nothing."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent, ServiceType
from cases.permissions import Role
from reports.entry.meanwhile import AmountField
from reports.models import Budget, QualityRequirement, Target, entered
from tests.factories import make_user

YEAR = reverse("reports:entry_year", args=[2026])
CODE = "REG_GEPENG"


@pytest.fixture
def gepeng(today, dewi):
    return ServiceType.objects.get(pk=CODE)


@pytest.fixture
def clothes(gepeng, dewi):
    row = QualityRequirement(service_type=gepeng, year=2026, kind="goods", label="Paket sandang", unit="paket",
                             required=40, source="SK")  # fmt: skip
    return entered.create(row, by=dewi)


@pytest.fixture
def food(gepeng, dewi):
    row = Budget(service_type=gepeng, year=2026, label="Permakanan", allocated=Decimal(1_000_000), source="DPA")
    return entered.create(row, by=dewi)


def shown(client, url):
    """The fields of a page as a browser would send them back unchanged."""
    form = client.get(url).context["form"]
    data = {}
    for field in form:
        value = field.value()
        data[field.html_name] = "" if value is None else value
        if field.field.show_hidden_initial:
            data[field.html_initial_name] = data[field.html_name]
    return data


def targets(year=2026):
    return Target.objects.populations(year)


def test_targets_of_a_year_are_entered_changed_and_emptied(client, dewi, gepeng):
    client.force_login(dewi)
    page = shown(client, YEAR)
    response = client.post(YEAR, page | {f"population_{CODE}": "1.250", f"source_{CODE}": "SK 1/2026"})
    assert response.status_code == 302 and targets() == {CODE: 1250}
    client.post(YEAR, shown(client, YEAR) | {f"population_{CODE}": "0"})
    assert targets() == {CODE: 0}
    client.post(YEAR, shown(client, YEAR) | {f"population_{CODE}": "", f"source_{CODE}": ""})
    assert targets() == {}
    told = AuditEvent.objects.filter(action__startswith="target.").order_by("pk")
    assert [event.action for event in told] == ["target.created", "target.changed", "target.removed"]
    assert told[1].details["changed"] == {"population": [1250, 0]}


def test_what_was_typed_stays_with_a_sentence_at_the_field(client, dewi, gepeng):
    client.force_login(dewi)
    typed = {f"population_{CODE}": "-3", "population_REG_CHILD": "banyak", "population_REG_ELDERLY": "7"}
    page = client.post(YEAR, shown(client, YEAR) | typed).content.decode()
    for words in ('value="-3"', 'value="banyak"', "Angka tidak boleh negatif.", "Tulis angka bulat", "Tulis sumber"):
        assert words in page
    assert targets() == {}


def test_two_people_at_once_lose_nothing(client, dewi, gepeng):
    other = make_user("rina", Role.DEPARTMENT, name="Rina")
    Target.enter(gepeng, 2026, by=dewi, population=10, source="SK")
    client.force_login(dewi)
    page = shown(client, YEAR)
    Target.enter(gepeng, 2026, by=other, population=20)
    Target.enter(ServiceType.objects.get(pk="REG_CHILD"), 2026, by=other, population=5, source="SK")
    mine = page | {f"population_{CODE}": "30", "population_REG_ELDERLY": "9", "source_REG_ELDERLY": "SK"}
    answer = client.post(YEAR, mine)
    assert "Sementara itu diubah menjadi “20” oleh Rina" in answer.content.decode()
    assert targets() == {CODE: 20, "REG_CHILD": 5}  # nothing of mine yet, and theirs untouched
    again = {name: field.value() for name, field in ((f.html_name, f) for f in answer.context["form"])}
    hidden = {k: v for k, v in answer.context["form"].data.items() if k.startswith("initial-")}
    assert client.post(YEAR, mine | again | hidden).status_code == 302
    assert targets() == {CODE: 30, "REG_CHILD": 5, "REG_ELDERLY": 9}


def test_a_page_left_open_does_not_put_old_figures_back(client, dewi, gepeng):
    Target.enter(gepeng, 2026, by=dewi, population=10, source="SK")
    client.force_login(dewi)
    page = shown(client, YEAR)
    Target.enter(gepeng, 2026, by=dewi, population=20)
    assert client.post(YEAR, page).status_code == 302
    assert targets() == {CODE: 20}


def test_the_month_is_a_column_that_leaves_the_others_alone(client, dewi, clothes, food):
    url = reverse("reports:entry_month", args=[2026, 2])
    client.force_login(dewi)
    page = shown(client, url)
    entered.change(clothes, by=dewi, fulfilled=[3] + [None] * 11)  # January, meanwhile
    client.post(url, page | {f"mutu_{clothes.pk}": "4", f"uang_{food.pk}": "Rp 250.000,50"})
    clothes.refresh_from_db()
    food.refresh_from_db()
    assert clothes.fulfilled == [3, 4] + [None] * 10
    assert food.realised == [None, Decimal("250000.50")] + [None] * 10


def test_a_row_is_added_once_changed_and_removed(client, dewi, gepeng):
    client.force_login(dewi)
    new = reverse("reports:entry_row_new", args=[2026, "mutu"])
    key = client.get(new).context["form"]["key"].value()
    row = {"key": key, "service_type": CODE, "kind": "staff", "label": "Pekerja sosial", "unit": "orang",
           "required": "4", "source": "SK"}  # fmt: skip
    client.post(new, row)
    client.post(new, row)
    made = QualityRequirement.objects.get()
    url = reverse("reports:entry_row_edit", args=["mutu", made.pk])
    assert client.post(url, shown(client, url) | {"required": "6"}).status_code == 302
    made.refresh_from_db()
    assert (made.required, made.label) == (6, "Pekerja sosial")
    gone = reverse("reports:entry_row_remove", args=["mutu", made.pk])
    assert "Hapus “Pekerja sosial”?" in client.get(gone).content.decode()
    client.post(gone)
    assert not QualityRequirement.objects.exists()
    event = AuditEvent.objects.get(action="qualityrequirement.removed")
    assert event.details["was"]["required"] == 6


def test_the_same_row_twice_is_refused_with_a_sentence(client, dewi, clothes):
    client.force_login(dewi)
    new = reverse("reports:entry_row_new", args=[2026, "mutu"])
    key = client.get(new).context["form"]["key"].value()
    row = {"key": key, "service_type": CODE, "kind": "goods", "label": "Paket sandang", "unit": "paket",
           "required": "1", "source": "SK"}  # fmt: skip
    assert "Uraian itu sudah ada" in client.post(new, row).content.decode()


def test_two_people_on_one_row(client, dewi, clothes):
    url = reverse("reports:entry_row_edit", args=["mutu", clothes.pk])
    client.force_login(dewi)
    page = shown(client, url)
    entered.change(clothes, by=dewi, required=50, unit="set")
    answer = client.post(url, page | {"required": "60"}).content.decode()
    assert "Sementara itu diubah menjadi “50” oleh Dewi" in answer and 'value="60"' in answer
    client.post(url, page | {"label": "Sandang"})
    clothes.refresh_from_db()
    assert (clothes.required, clothes.unit, clothes.label) == (50, "set", "Sandang")


def test_last_years_rows_are_copied_once_and_without_their_months(client, dewi, gepeng, clothes, food):
    Target.enter(gepeng, 2026, by=dewi, population=10, source="SK")
    entered.change(clothes, by=dewi, fulfilled=[9] * 12)
    client.force_login(dewi)
    for _ in range(2):
        client.post(reverse("reports:entry_copy", args=[2027]))
    assert targets(2027) == {CODE: 10}
    assert QualityRequirement.objects.get(year=2027).fulfilled == [None] * 12
    assert Budget.objects.get(year=2027).allocated == 1_000_000


@pytest.mark.parametrize("values", [{"fulfilled": [-1] + [None] * 11}, {"fulfilled": [1]}, {"year": 1999}])
def test_the_database_refuses_what_can_never_be(clothes, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        QualityRequirement.objects.filter(pk=clothes.pk).update(**values)


def test_money_below_zero_is_refused_by_model_and_database(dewi, food):
    with pytest.raises(ValidationError):
        entered.change(food, by=dewi, realised=[Decimal(-1)] + [None] * 11)
    with pytest.raises(IntegrityError), transaction.atomic():
        Budget.objects.update(allocated=-1)


@pytest.mark.parametrize(
    "text, amount",
    [("1250000", 1250000), ("1.250.000", 1250000), ("Rp 1.250.000,50", "1250000.50"), ("1250000.5", "1250000.5"),
     ("1.250", 1250), ("0", 0), ("", None)],
)  # fmt: skip
def test_amounts_are_read_as_indonesians_write_them(text, amount):
    found = AmountField(decimals=2, most=10**13, required=False).clean(text)
    assert found == (amount if amount is None else Decimal(amount))


@pytest.mark.parametrize("text", ["-1", "1,2,3", "seratus", "1e9", "1.25.000", "9" * 40, "١٢", "NaN"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValidationError):
        AmountField(decimals=2, most=10**13).clean(text)


def test_a_future_year_may_be_entered_and_one_after_it_not(client, dewi, gepeng):
    client.force_login(dewi)
    assert client.get(reverse("reports:entry_year", args=[2027])).status_code == 200
    for name, args in (("entry_year", [2028]), ("entry_year", [1999]), ("entry_month", [2026, 13])):
        assert client.get(reverse(f"reports:{name}", args=args)).status_code == 404
