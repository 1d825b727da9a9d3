"""Where an answer stands: the path of its question, with the instance in brackets where a part repeats.

`keluarga/anggota[k3x9]/nama` is the name of one member. The instance's id is made once and stays, so that two people
can add and remove members at the same time; which number it has is counted when it is shown. That an instance is
there, also without answers, is an answer of its own: `keluarga/anggota[k3x9]` holds its place in the order, a whole
number. Instances that a repeat_count makes are called [1], [2] and so on. Answers stay a flat mapping in this way.
"""

import re
import secrets

ID = "[a-z0-9]{1,12}"
INSTANCE = re.compile(rf"\[{ID}\]")
MARKER = re.compile(rf"(?P<container>.+)\[(?P<id>{ID})\]")


def plain(path: str) -> str:
    """The path in the form, without instances."""
    return INSTANCE.sub("", path) if "[" in path else path


def placed(path: str, context: str) -> str:
    """A path of the form as the question at `context` means it: within the same instances."""
    if "[" not in context:
        return path
    steps, here = path.split("/"), context.split("/")
    for place, (step, ours) in enumerate(zip(steps, here, strict=False)):
        if step != plain(ours):
            break
        steps[place] = ours
    return "/".join(steps)


def instance_of(path: str) -> str:
    """The innermost instance in which an answer stands; empty when it does not repeat."""
    return path[: path.rindex("]") + 1] if "]" in path else ""


def new_id() -> str:
    return secrets.token_hex(4)
