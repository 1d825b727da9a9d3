import logging
import re

LONG_NUMBER = re.compile(r"\d{16}")


class HideLongNumbers(logging.Filter):
    """No identity number reaches a log line, whatever was logged."""

    def filter(self, entry):
        message = entry.getMessage()
        if LONG_NUMBER.search(message):
            entry.msg, entry.args = LONG_NUMBER.sub("•" * 16, message), ()
        if entry.exc_info and not entry.exc_text:
            text = logging.Formatter().formatException(entry.exc_info)
            entry.exc_text = LONG_NUMBER.sub("•" * 16, text)
        return True
