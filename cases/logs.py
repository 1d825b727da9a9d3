import logging
import re

LONG_NUMBER = re.compile(r"\d{16}")
# What follows in such an address is the secret of a link for somebody without an account.
SECRET_PATH = re.compile(r"/(m|kirim|wksbm|tiba|survei/kartu|survei/tablet)/[^/\s?\"'\\]+")


class HideSecrets(logging.Filter):
    """No identity number and no secret link reaches a log line, whatever was logged."""

    def filter(self, entry):
        message = entry.getMessage()
        if hidden(message) != message:
            entry.msg, entry.args = hidden(message), ()
        if entry.exc_info and not entry.exc_text:
            entry.exc_text = hidden(logging.Formatter().formatException(entry.exc_info))
        return True


def hidden(text):
    return SECRET_PATH.sub(r"/\1/•", LONG_NUMBER.sub("•" * 16, text))
