"""What upper floors do when a shelter is made or changed.

This floor may not import them, so they add themselves here when their app is ready. Both doors through which a
shelter is made (the form and `manage.py add_shelter`) call `followed` by name, in the same transaction.
"""

FOLLOWERS = []


def followed(shelter, *, by):
    for follow in FOLLOWERS:
        follow(shelter, by=by)
