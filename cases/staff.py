"""Who works at a shelter, for the choices of a form."""

from cases.models import User


def staff_of(shelter):
    """Everybody with a role there today and an account in use."""
    return User.objects.filter(
        pk__in=shelter.memberships.filter(ended_on=None).values("user"), is_active=True
    ).order_by("name", "pk")  # fmt: skip
