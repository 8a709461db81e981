"""What the server has to say to whoever runs it: one line each, and never a traceback."""

import logging
import re
import sys

log = logging.getLogger("milia.server")
STRANGE = re.compile(r"[^ -~\u00a0-\uffff]+")


class OneLine(logging.Formatter):
    """A message in one line, whatever a visitor has put into it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the message, and of an error its name."""
        said = record.getMessage()
        if record.exc_info and record.exc_info[1]:
            error = record.exc_info[1]
            said = f"{said.splitlines()[0] if said else ''} ({type(error).__name__}: {error})"
        return STRANGE.sub(" ", said)[:500]


def speak() -> None:
    """Send what is to be said, ours and Tornado's, to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine())
    for name in ("milia.server", "tornado.general", "tornado.application", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
    logging.getLogger("tornado.general").setLevel(logging.INFO)  # what it refuses
