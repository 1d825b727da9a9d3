"""The rules of the catalogue as a reader of the report understands them."""

from django.utils import dateformat

from cases.models import ServiceRule

Kind = ServiceRule.Rule
FOR_WHOM = {ServiceRule.NeededBy.EVERYONE: "Semua", ServiceRule.NeededBy.ASSESSED: "Asesmen"}


def for_whom(rules):
    return " / ".join(dict.fromkeys(FOR_WHOM[rule.needed_by] for rule in rules))


def rules_in_words(rules):
    """One sentence; when a rule changed within the month, each version with its dates."""
    if len(rules) == 1:
        return rule_in_words(rules[0])
    return "; ".join(f"{rule_in_words(rule)} ({validity(rule)})" for rule in rules)


def rule_in_words(rule):
    words = {
        Kind.DAILY: f"{rule.quantity} {rule.service.unit} setiap hari hadir",
        Kind.MONTHLY: f"{rule.quantity} kali sebulan",
        Kind.ONCE: "sekali selama masa tinggal",
        Kind.PROCESS: "ada langkah pada bulan ini, atau kebutuhan terpenuhi",
        Kind.PRESENCE: "dengan tinggal di panti",
    }[rule.rule]
    return f"{words}, hanya {rule.first_days} hari pertama" if rule.first_days else words


def validity(rule):
    since = f"sejak {dateformat.format(rule.valid_from, 'j F Y')}"
    return f"{since} s.d. {dateformat.format(rule.valid_to, 'j F Y')}" if rule.valid_to else since
