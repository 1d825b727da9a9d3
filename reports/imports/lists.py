"""The lists that a department keeps, as a register writes them: by name, by code, or as they are also called."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from cases.models.lists import OTHER
from reports.imports.cells import Listed


class FromList(Listed):
    """An entry of a list; when the importer says so, a new local one that stands for "lainnya"."""

    def __init__(self, model):
        super().__init__(model._meta.verbose_name)
        self.model, self.longest = model, model._meta.get_field("name").max_length
        self.create, self.created = False, []

    def fill(self, *, create, source):
        self.create, self.source = create, source
        entries = sorted(self.model.objects.all(), key=lambda entry: entry.retired_on is not None)
        self.by_pk = {entry.pk: entry for entry in entries}
        self.slugs = {entry.slug: entry for entry in entries}
        self.load((entry.name, entry) for entry in entries)
        self.load((entry.slug, entry) for entry in entries)
        self.load((name, entry) for entry in entries for name in entry.also_known_as)

    def refuse(self, text):
        if self.create:
            return self._create(text)
        try:
            super().refuse(text)
        except ValidationError as error:
            raise ValidationError(f"{error.messages[0]} Perbaiki ejaannya, atau izinkan menambah daftar.") from error

    def _create(self, text):
        entry = self.model(
            slug=self._free_slug(text), name=text, maps_to=self.slugs[OTHER], source=self.source
        )  # fmt: skip
        self.slugs[entry.slug] = self.found[text.casefold()] = entry
        self.created.append(entry)
        return entry

    def _free_slug(self, text):
        wanted = slugify(text)[:50] or "lokal"
        slug, serial = wanted, 1
        while slug in self.slugs:
            serial += 1
            slug = f"{wanted}-{serial}"
        return slug
