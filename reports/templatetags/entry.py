from django import template

register = template.Library()


@register.filter
def was_shown(field):
    """What the field showed, hidden beside it: so that a change of somebody else is noticed (reports/entry)."""
    return field.as_hidden(only_initial=True) if field.field.show_hidden_initial else ""
