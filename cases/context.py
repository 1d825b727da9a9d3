from cases.permissions import Perm


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
            self._rights = self._user.rights()
        return Perm(name) in self._rights
