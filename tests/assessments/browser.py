"""A browser without its window: reads a page's form as it is drawn, changes it and sends it."""

from django.urls import reverse
from lxml import html


def page_url(assessment, name):
    return reverse("assessments:assessment_page", args=[assessment.pk, name])


def url(name, target):
    return reverse(f"assessments:{name}", args=[target.pk])


def body(response):
    return response.content.decode()


def drawn(response, form="halaman"):
    """What the form would send now, as {name: [values]}."""
    found = html.fromstring(body(response)).xpath(f"//form[@id='{form}']" if form else "//main//form")[0]
    sent = {}
    for control in found.xpath(".//input[@name] | .//select[@name] | .//textarea[@name]"):
        if control.tag == "select":
            values = control.xpath("./option[@selected]/@value") or control.xpath("./option[1]/@value")
        elif control.tag == "textarea":
            values = [control.text_content().removeprefix("\n")]  # as a browser does
        elif control.get("type") in ("radio", "checkbox") and control.get("checked") is None:
            continue
        else:
            ticked = control.get("type") in ("radio", "checkbox")
            values = [control.get("value", "on" if ticked else "")]
        sent.setdefault(control.get("name"), []).extend(values)
    return sent


def labels(response):
    """The questions that a page or a piece asks."""
    found = html.fromstring(body(response)).xpath("//main//legend | //main//label[@class='form-label']")
    return [label.text_content().strip() for label in found]


def typed(response, **changes):
    """The form as a person leaves it; `health__fever=36` is the question health/fever."""
    sent = drawn(response)
    for name, value in changes.items():
        sent[name.replace("__", "/")] = value if isinstance(value, list) else [value]
    return sent


def save(client, url, **changes):
    """Open the page, type, press the button."""
    return client.post(url, typed(client.get(url), **changes))


def autosave(client, url, sent):
    return client.post(url, sent, headers={"HX-Request": "true"})
