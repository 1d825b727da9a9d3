from cases.permissions import GRANTS, Perm


def navigation(request):
    """What the menu offers: every right that the signed-in person holds somewhere, asked once per page."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {"rights": LazyRights(user)}


class LazyRights:
    """Asks the database only when a template asks for a right."""

    def __init__(self, user):
        self._user, self._rights = user, None

    def __getitem__(self, name):
        if self._rights is None:
            roles = self._user.memberships.current().values_list("role", flat=True)
            self._rights = set().union(*(GRANTS[role] for role in roles))
        return Perm(name) in self._rights
