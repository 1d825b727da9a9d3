"""What is due, as home shows it: lists of rows, each cut short."""

MOST = 8  # rows of a list


def first(found):
    """The first rows of a list, in its order. Their keys are asked first: on most days most lists are empty, and to
    plan the joins of a page under ORDER BY and LIMIT takes the database longer than to read it.
    """
    keys = list(found.values_list("pk", flat=True)[:MOST])
    rows = {row.pk: row for row in found.order_by().filter(pk__in=keys)} if keys else {}
    return [rows[key] for key in keys if key in rows]
