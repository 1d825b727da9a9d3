"""What somebody without an account may do behind a link, each on a page of its own, and while it makes sense."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Act:
    slug: str
    link: str  # on the first page behind the link
    heading: str
    intro: str
    button: str
    form: type
    done: str
    when: tuple
    first: bool = False

    def fits(self, subject):
        """`subject`: what the link is for; anything with a `status`."""
        return subject.status in self.when
