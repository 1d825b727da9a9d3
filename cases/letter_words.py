"""What a letter says before and after its facts: the department's text, with the facts of the day put in."""

from dataclasses import dataclass

from cases.models.letter_text import LetterText, fill


@dataclass(frozen=True)
class Words:
    opening: str = ""
    closing: str = ""
    copies: tuple = ()
    enclosure: str = ""

    @property
    def paragraphs(self):
        return [part.strip() for part in self.closing.split("\n\n") if part.strip()]

    @property
    def before_last(self):
        return "\n\n".join(self.paragraphs[:-1])

    @property
    def last(self):
        """The paragraph that shall stand on the page of the signature."""
        return self.paragraphs[-1] if self.paragraphs else ""


def words_of(kind, shelter, letter=None, **values):
    """Of a numbered letter the words of its day; of a draft those of now."""
    text = letter.text if letter else LetterText.objects.current(kind)
    return filled(text, letter.house if letter else shelter, **values) if text else Words()


def filled(text, shelter, **values):
    values = known(shelter) | values
    lines = (fill(line, values).strip() for line in text.copies.splitlines())
    return Words(
        opening=fill(text.opening, values), closing=fill(text.closing, values),
        copies=tuple(line for line in lines if line), enclosure=fill(text.enclosure, values),
    )  # fmt: skip


def known(shelter):
    ways = [f"telepon {shelter.phone}" if shelter.phone else "", f"surel {shelter.email}" if shelter.email else ""]
    ways = " atau ".join(filter(None, ways))
    return {
        "panti": shelter.name, "kota": shelter.city,
        "dinas": shelter.letterhead_department.title() or "Dinas Sosial",
        "kontak": f"melalui {ways}" if ways else "",
    }  # fmt: skip
