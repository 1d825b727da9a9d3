import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cases.models import AuditEvent, Client
from reports.imports.copying import copy_in

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)


class CopiedTextTest(TestCase):
    """Whatever a register holds comes out of the database as it went in."""

    @settings(max_examples=60)
    @given(TEXT, st.lists(TEXT, max_size=3), st.dictionaries(TEXT, TEXT | st.none() | st.booleans(), max_size=3))
    def test_every_text_survives(self, name, aliases, details):
        client = Client(number="UJI-1", name=name, aliases=aliases, description="uji")
        event = AuditEvent(actor_name=name, action="uji", target_model="uji", target_id="1", details=details)
        copy_in(Client, [client])
        copy_in(AuditEvent, [event])
        kept = Client.objects.get(pk=client.pk)
        assert (kept.name, kept.aliases, kept.nik, kept.created_at.tzinfo is None) == (name, aliases, None, False)
        assert AuditEvent.objects.get(pk=event.pk).details == details
        kept.delete()


@pytest.mark.django_db
def test_nothing_to_copy_is_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        copy_in(Client, [])
