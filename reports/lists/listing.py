"""What a list is, whoever asks for it: one selection for the page and for the file, so that both show the same."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import QueryDict

from cases.models import Shelter, User
from cases.permissions import Perm
from reports.tables.table import Column, Table


@dataclass
class Asking:
    """Who asks, by which filter (as it stands in the address), and whether to look or to take it out of the house."""

    user: User
    query: QueryDict
    taking_out: bool = False
    out: Perm = Perm.EXPORT

    @cached_property
    def open_files(self):
        """The shelters whose files this person reads: what is told of people there is told in full."""
        return frozenset(self.user.shelters_with(Perm.FILE).values_list("pk", flat=True))

    @cached_property
    def is_masked(self):
        """Whether rows may be of shelters whose files this person does not read."""
        reads = self.user.shelters_with(Perm.FILE).values("pk")
        return self.user.shelters_with(Perm.REPORT).exclude(pk__in=reads).exists()

    def shelters(self, perm):
        """Where this person may look; and when it is taken out, where they may take out as well."""
        found = self.user.shelters_with(perm)
        if self.taking_out and perm != self.out:
            found = found.filter(pk__in=self.user.shelters_with(self.out).values("pk"))
        return found.order_by("name")

    def rows(self, queryset):
        """Of rows that the page shows those that this person may take out."""
        return queryset.allowed(self.user, self.out) if self.taking_out else queryset


@dataclass
class Selection:
    """What a filter chooses. `rows(start, stop)` are lists of plain values; without bounds, all of them in pieces.

    `words`: the filter as people say it. `shelters`: whose data these are; `shelter` where it is one alone.
    """

    columns: list[Column]
    rows: Callable[..., Iterable[list]]
    count: int
    words: str
    form: Form | None = None
    total: list | None = None
    remarks: list[tuple[str, str]] = field(default_factory=list)
    shelter: Shelter | None = None
    title: str = ""
    is_masked: bool = False

    @property
    def is_readable(self):
        return self.form is None or self.form.is_valid()

    @property
    def is_sensitive(self):
        return any(column.sensitive for column in self.columns)

    def page(self, start, stop):
        return list(self.rows(start, stop))

    @classmethod
    def of_list(cls, columns, rows, words, **more):
        """Of rows that are computed, all at once: recaps."""
        return cls(columns, lambda start=None, stop=None: rows[start:stop], len(rows), words, **more)


@dataclass(frozen=True)
class Listing:
    """`perm` opens it, `out` takes it out of the house. `purpose`: one line for the index; `note`: below the table.

    `page`: the route of the list that shows it, where that is another app's. `asks_reason`: it leaves for a reason even
    though it names nobody.
    """

    slug: str
    title: str
    purpose: str
    select: Callable[[Asking], Selection]
    perm: Perm
    out: Perm = Perm.EXPORT
    page: str = ""
    group: str = ""
    action: str = "table.exported"
    note: str = ""
    asks_reason: bool = False

    def require(self, user, *, taking_out=False):
        if not user.holds(self.perm) or (taking_out and not user.holds(self.out)):
            raise PermissionDenied

    def may_open(self, user):
        return user.holds(self.perm)

    def ask(self, user, query, *, taking_out=False):
        """The selection for this person now. Raises PermissionDenied without the right."""
        self.require(user, taking_out=taking_out)
        return self.select(Asking(user, query, taking_out, self.out))

    def needs_reason(self, selection):
        return self.asks_reason or selection.is_sensitive

    def shelters_of(self, user):
        return set(user.shelters_with(self.out).values_list("pk", flat=True))

    def table(self, selection):
        title = selection.title or self.title
        return Table(title, self.slug, selection.columns, selection.rows(), list(selection.remarks), selection.total)
