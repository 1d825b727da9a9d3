"""The pytest plugin that gives the tests their database server."""

import os

import pytest

from config import database


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests():
    # A wrapper runs before pytest-django reads the settings, which ask for the cluster's name.
    os.environ.setdefault("BALAI_CLUSTER", "test")
    if "PYTEST_XDIST_WORKER" not in os.environ:
        database.hold_server()
    return (yield)
