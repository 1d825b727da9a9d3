"""${name} in what people read: a label from outside of a repeat cannot say which instance it means."""

from assessments.xlsform.evaluation import REFERENCE
from assessments.xlsform.outline import Line
from assessments.xlsform.sheets import TEXTS

MANY = (
    "${{{name}}} ada di dalam pengulangan “{repeat}”; di luar itu pakai calculation dengan sum(), count(), atau join()."
)


def unspeakable(root: Line, lists: dict):
    repeat_of: dict[str, tuple[str, ...]] = {}
    label_of: dict[str, str] = {}
    for line, repeats in _walk(root, ()):
        repeat_of[line.name] = repeats
        label_of[line.path] = line.row.get("label")
    for line, repeats in _walk(root, ()):
        # The heading of a repeat stands above its instances.
        seen_from = repeats[:-1] if line.type == "repeat" else repeats
        for column, text in _texts(line, lists):
            for name in REFERENCE.findall(text):
                hidden = [path for path in repeat_of.get(name, ()) if path not in seen_from]
                if hidden:
                    yield line.row.problem(column, MANY.format(name=name, repeat=label_of[hidden[0]]))


def _walk(line: Line, repeats: tuple[str, ...]):
    """Every line, with the repeats in which it stands; a repeat stands in itself."""
    for child in line.children:
        inside = (*repeats, child.path) if child.type == "repeat" else repeats
        yield child, inside
        yield from _walk(child, inside)


def _texts(line: Line, lists: dict):
    yield from ((column, line.row.get(column)) for column in (*TEXTS, "guidance_hint"))
    yield from (("type", choice.label) for choice in lists.get(line.list_name, ()))
