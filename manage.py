#!/usr/bin/env python
import os
import sys

from django.core.management import execute_from_command_line

from config import database


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if not asks_for_help(sys.argv[1:]):
        database.hold_server()
    execute_from_command_line(sys.argv)


def asks_for_help(arguments):
    return not arguments or arguments[0] in ("help", "version") or {"-h", "--help", "--version"} & {*arguments}


if __name__ == "__main__":
    main()
