"""Two sheets that Melati's head brought in: services from a list of its own making, and one that was taken back."""

import io

import xlsxwriter

from cases.models import Stay
from reports.demo.timeline import clock_at
from reports.models import SheetUpload


def bring_sheets(world):
    """What the craft corner wrote down with its own headings; and a day of presence that belonged to another month."""
    shelter, head = world.shelters["melati"], world.staff["budi"]
    day = world.day(12)
    stays = Stay.objects.filter(shelter=shelter, status="resident", entered_on__lt=day)
    numbers = list(stays.order_by("register_number").values_list("register_number", flat=True)[:4])
    crafts = [[f"{day:%d/%m/%Y}", number, "guidance", 1, "Sudut kriya"] for number in numbers]
    own = [["Sudut kriya Melati"], [], ["Tgl", "No Register", "Jenis layanan", "Jml", "Ket"], *crafts]
    with clock_at(world.moment(world.day(9), 10)):
        columns = {"Tanggal": 0, "Nomor register": 1, "Layanan": 2, "Jumlah": 3, "Keterangan": 4}
        layout = {"sheet": "Kriya", "row": 3, "columns": columns, "style": "id"}
        bring(own, "layanan", "sudut kriya.xlsx", shelter, by=head, layout=layout)
    away = [[number, f"{world.day(6):%Y-%m-%d}", "izin"] for number in numbers[:2]]
    with clock_at(world.moment(world.day(4), 14)):
        mistaken = bring([["Nomor register", "Tanggal", "Kehadiran"], *away], "kehadiran", "kehadiran.xlsx", shelter,
                         by=head)  # fmt: skip
    with clock_at(world.moment(world.day(4), 15)):
        if mistaken.can_be_undone:
            mistaken.undo(by=head, reason="Lembar bulan lain")


def bring(rows, kind, name, shelter, *, by, layout=None):
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        page = book.add_worksheet("Kriya")
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    upload = SheetUpload.keep(kept.getvalue(), by=by, shelter=shelter, kind=kind, name=name, create_lists=False)
    if layout:
        upload.map_columns(layout, by=by)
    upload.put_in(by=by, may_leave_out=len(rows))
    return upload
