"""Every list and recap that an office looks at or takes out of the house, by its name in the address."""

from reports.complaints.listing import REGISTER
from reports.lists.books import BOOKS
from reports.lists.of_cases import OF_CASES
from reports.lists.of_days import OF_DAYS
from reports.lists.of_needs import OF_NEEDS
from reports.lists.of_partners import OF_PARTNERS
from reports.lists.of_stays import OF_STAYS
from reports.lists.recaps import RECAPS
from reports.lists.research import RESEARCH

ALL = [*RECAPS, *OF_DAYS, *BOOKS, *OF_STAYS, *RESEARCH, *OF_CASES, *OF_NEEDS, *OF_PARTNERS, REGISTER]
LISTINGS = {listing.slug: listing for listing in ALL}
