"""When a question applies, said in words on paper: Isi hanya bila no. 2.1 dijawab “Demam”.

Only what can be said plainly is said: one comparison or selected(), or several joined by the same word. Everything
else is “Isi bila berlaku.”; the person who holds the pen judges.
"""

import re

OTHERWISE = "Isi bila berlaku."
PATH = r"(?:/data/(?P<path>[\w.\-/]+)|\$\{(?P<name>[\w.\-]+)\})"
TEXT = r"""(?P<q>['"])(?P<text>[^'"]*)(?P=q)"""
COMPARED = re.compile(rf"{PATH}\s*(?P<sign>!=|<=|>=|=|<|>)\s*(?:{TEXT}|(?P<number>-?[0-9.]+))")
SELECTED = re.compile(rf"selected\(\s*{PATH}\s*,\s*{TEXT}\s*\)")
ONE_OF = re.compile(rf"selected\(\s*{TEXT}\s*,\s*{PATH}\s*\)")
COUNTED = re.compile(rf"count-selected\(\s*{PATH}\s*\)\s*>\s*0")
SIGNS = {
    ">": "lebih dari {}", "<": "kurang dari {}", ">=": "{} atau lebih", "<=": "{} atau kurang",
    "=": "diisi {}", "!=": "bukan {}",
}  # fmt: skip
# Inside a repeat a neighbour is named by the way to it.
RELATIVE = re.compile(r"(?<![\w/.])(?:current\(\)/)?((?:\.\./)+)([\w.\-/]+)")
TOKEN = re.compile(r"""'[^']*'|"[^"]*"|[()]|\s(?:and|or)\s|.""", re.DOTALL)


def in_words(item, form, number_of):
    """The rule of a question or section as a sentence; nothing without one. `number_of`: path -> number on paper."""
    rule = item.rules.get("relevant")
    if not rule:
        return ""
    here = item.path.split("/")
    source = RELATIVE.sub(lambda found: _absolute(found, here), " ".join(rule.source.split()))
    said = _said(source, form, number_of)
    return f"Isi hanya bila {said}." if said else OTHERWISE


def _absolute(found, here):
    above = here[: len(here) - len(found[1]) // 3]
    return "/".join(["/data", *above, found[2]])


def _said(source, form, number_of):
    parts, word = _parts(source)
    if parts is None:
        return None
    said = [_plain(part.strip(), form, number_of) for part in parts]
    if None in said:
        return None
    return _joined(said, "atau" if word == "or" else "dan")


def _parts(source):
    """What stands between the and's, or the or's, outside brackets and quotes; None when both occur."""
    depth, parts, words = 0, [""], set()
    for token in TOKEN.findall(source):
        depth += (token == "(") - (token == ")")
        if token.strip() in ("and", "or") and token[0].isspace() and depth == 0:
            words.add(token.strip())
            parts.append("")
        else:
            parts[-1] += token
    return (None, "") if len(words) > 1 else (parts, next(iter(words), ""))


def _joined(said, word):
    """One question's answers together: “no. 1 dijawab A atau B”."""
    groups = {}
    for head, tail in said:
        groups.setdefault(head, []).append(tail)
    told = []
    for head, tails in groups.items():
        alike = [tail.removeprefix("dijawab ") for tail in tails if tail.startswith("dijawab ")]
        if word == "atau" and len(alike) == len(tails) > 1:
            tails = [f"dijawab {', '.join(alike[:-1])} atau {alike[-1]}"]
        if word == "dan" and "diisi" in tails and len(tails) > 1:
            tails.remove("diisi")
            tails[0] = f"diisi dan {tails[0]}"
        told.append(f"{head} {f' {word} '.join(tails)}")
    return f", {word} ".join(told)


def _plain(part, form, number_of):
    """(which question, what its answer must be), or None."""
    negated = re.fullmatch(r"not\((.*)\)", part)
    if negated:
        inner = _plain(negated[1].strip(), form, number_of)
        usable = inner and inner[1].startswith("dijawab ")
        return (inner[0], f"bukan {inner[1].removeprefix('dijawab ')}") if usable else None
    for pattern in (COUNTED, SELECTED, ONE_OF, COMPARED):
        found = pattern.fullmatch(part)
        if found:
            return _told(found.groupdict(), form, number_of)
    return None


def _told(found, form, number_of):
    path = found.get("path") or form.path_of.get(found.get("name"))
    question = form.items.get(path)
    if path not in number_of or question is None or not question.is_question:
        return None
    head, sign, text = f"no. {number_of[path]}", found.get("sign") or "=", found.get("text")
    if found.get("number") is not None:
        return head, SIGNS[sign].format(found["number"].replace(".", ","))
    if text is None or (text == "" and sign == "!="):
        return head, "diisi"
    if text == "":
        return head, "tidak diisi"
    labels = [f"“{question.choice(name).label if question.choice(name) else name}”" for name in text.split()]
    answers = ", ".join(labels[:-1]) + (" atau " if labels[1:] else "") + labels[-1]
    return (head, f"dijawab {answers}") if sign == "=" else (head, f"bukan {answers}")
