"""What may stand in our own columns on the client's file and on confidentiality."""

# Field of the client's file -> types of question that can hold it.
CLIENT_FIELDS = {
    "name": {"text"},
    "aliases": {"text"},
    "sex": {"select_one"},
    "birth_date": {"date"},
    "birth_place": {"text"},
    "estimated_age": {"integer"},
    "phone": {"text"},
    "origin_address": {"text"},
    "health_note": {"text"},
}
# Written as -> meaning: always, for children and victims only, or never.
SENSITIVE = {"yes": "always", "ya": "always", "child": "child", "anak": "child", "no": "never", "tidak": "never"}


def own_problems(line):
    """What of bind::balai:client and bind::balai:sensitive cannot be used."""
    column = "bind::balai:client"
    field, types = line.row.get(column), CLIENT_FIELDS.get(line.row.get(column))
    if field and types is None:
        known = ", ".join(CLIENT_FIELDS)
        yield line.row.problem(column, f"Berkas klien tidak mempunyai “{field}”. Yang ada: {known}.")
    elif field and line.type not in types:
        yield line.row.problem(column, f"“{field}” memerlukan jenis {' atau '.join(sorted(types))}.")
    column = "bind::balai:sensitive"
    said = line.row.get(column)
    if said and said.lower() not in SENSITIVE:
        yield line.row.problem(column, f"“{said}” tidak dikenal; tulis yes, child, atau no.")
