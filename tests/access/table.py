"""Every route, and what each kind of person gets there. A row stands in the table of its app."""

from tests.access.table_assessments import ASSESSMENTS
from tests.access.table_cases import CASES
from tests.access.table_referrals import REFERRALS
from tests.access.table_reports import REPORTS

PEOPLE = ("nobody", "sari", "oka", "budi", "citra", "dewi", "agus")
TABLES = (CASES, ASSESSMENTS, REFERRALS, REPORTS)
ACCESS = CASES | ASSESSMENTS | REFERRALS | REPORTS
# Of a route in two tables only the later row would be walked; one that is twice in the same table is ruff's to find.
assert sum(map(len, TABLES)) == len(ACCESS), "a route stands in two tables"
