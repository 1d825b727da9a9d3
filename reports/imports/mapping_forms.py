"""Forms of a sheet with headings of its own: where the headings stand, and which column is which of ours."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from reports.imports import headings
from reports.imports.layout import STYLES, all_columns, grids
from reports.imports.run import KINDS, read
from reports.models import ColumnMapping

NONE = ""


class PlaceForm(forms.Form):
    """The sheet and the row of headings. What is not said, or cannot be, is the likeliest."""

    sheet = forms.ChoiceField(label="Lembar", required=False)
    row = forms.IntegerField(label="Baris judul kolom", required=False, min_value=1, max_value=1_000)

    def __init__(self, data, *, upload):
        self.resource = KINDS[upload.kind]
        self.grids, self.columns = grids(self.resource, upload.content), all_columns(self.resource)
        said = upload.layout if "sheet" not in data else {}
        super().__init__({"sheet": said.get("sheet", data.get("sheet")), "row": said.get("row", data.get("row"))})
        self.fields["sheet"].choices = [(name, name or "CSV") for name in self.grids]
        self.full_clean()
        chosen = self.cleaned_data.get("sheet")
        is_chosen = chosen in self.grids and data.get("sheet", said.get("sheet")) is not None
        self.at_sheet = chosen if is_chosen else headings.likeliest_sheet(self.grids, self.columns)
        row = self.cleaned_data.get("row")
        fits = row and row < len(self.grid) and (is_chosen or len(self.grids) == 1)
        self.at_row = row if fits else headings.header_row(self.grid, self.columns)[1] + 1

    @property
    def grid(self):
        return self.grids[self.at_sheet]

    @cached_property
    def headings(self):
        return headings.headings_in(self.grid, self.at_row - 1)

    @property
    def first_rows(self):
        """(number, text) of the rows among which the headings stand, for the choice."""
        for number, cells in enumerate(self.grid[: headings.MOST_TITLES], 1):
            words = [headings.sample(cell) for cell in cells if not headings.is_blank(cell)]
            if words:
                yield number, " · ".join(words)[:80]


class ColumnForm(forms.Form):
    """For each column of ours the one of the file that holds it."""

    def __init__(self, data=None, *, upload, place):
        self.upload, self.place, self.resource = upload, place, place.resource
        self.digest = headings.digest(place.headings)
        self.kept = ColumnMapping.objects.of(upload, self.digest).select_related("saved_by").first()
        proposed = self._kept_places() if self.kept else headings.propose(place.headings, place.columns)
        super().__init__(data)
        filled = headings.filled_places(place.grid, place.at_row)
        offered = [(NONE, "Tidak ada di berkas ini")]
        offered += [(str(number), name) for number, name in enumerate(place.headings) if number in filled]
        self.proposed = {name: number for name, number in proposed.items() if number in filled}
        for number, name in enumerate(place.columns):
            self.fields[f"c{number}"] = forms.ChoiceField(
                label=name, choices=offered, required=name in self.resource.required_columns,
                initial=self.proposed.get(name, NONE),
                error_messages={"required": "Pilih kolomnya; tanpa ini berkas tidak dapat dimasukkan."},
            )  # fmt: skip
        style = self.kept.style if self.kept else self._likely_style()
        self.fields["style"] = forms.ChoiceField(
            label="Cara berkas ini menulis tanggal", choices=STYLES, initial=style, widget=forms.RadioSelect
        )

    def _kept_places(self):
        names = self.place.headings
        return {ours: names.index(theirs) for ours, theirs in self.kept.columns.items() if theirs in names}

    def _likely_style(self):
        from_text = headings.texts_like_days(self.place.grid, self.place.at_row)
        return "id" if from_text else "iso"

    @property
    def rows(self):
        """Our columns for the page: (field, a few values of the column that is chosen)."""
        for number, _ in enumerate(self.place.columns):
            field = self[f"c{number}"]
            chosen = str(field.value() if field.value() is not None else "")
            taken = int(chosen) if chosen.isdigit() and int(chosen) < len(self.place.headings) else None
            yield field, [] if taken is None else headings.samples(self.place.grid, self.place.at_row - 1, taken)

    @property
    def others(self):
        """Columns of the file with what stands in them: what is in none of ours is passed by."""
        taken = {field.value() for field, _ in self.rows}
        for number, name in enumerate(self.place.headings):
            found = headings.samples(self.place.grid, self.place.at_row - 1, number)
            if found and str(number) not in {str(each) for each in taken}:
                yield name, found

    def clean(self):
        chosen = {}
        for number, name in enumerate(self.place.columns):
            place = self.cleaned_data.get(f"c{number}")
            if place:
                chosen.setdefault(int(place), []).append((f"c{number}", name))
        for place, names in chosen.items():
            for field, _ in names[1:]:
                twice = f"Kolom “{self.place.headings[place]}” sudah dipakai untuk {names[0][1]}."
                self.add_error(field, twice)
        self.columns = {names[0][1]: place for place, names in chosen.items()}
        if not self.errors:
            self._refuse_unreadable()

    def _refuse_unreadable(self):
        try:
            read(self.upload.kind, self.upload.content, self.layout)
        except ValidationError as error:
            self.add_error(None, error)

    @property
    def layout(self):
        style = self.cleaned_data.get("style", "iso")
        return {"sheet": self.place.at_sheet, "row": self.place.at_row, "columns": self.columns, "style": style}

    def keep(self, *, by):
        self.upload.map_columns(self.layout, by=by)
        named = {ours: self.place.headings[place] for ours, place in self.columns.items()}
        ColumnMapping.keep(self.upload, self.digest, columns=named, style=self.layout["style"], by=by)
