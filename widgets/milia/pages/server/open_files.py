"""How many learners the system lets us serve at once."""

from .oneline import log

ROOM = 2048  # open files: a class of 300, each browser with six connections
SPARE = 128  # for all that is no connection
MOST = 16_384


def connections() -> int:
    """Raise the limit of open files as far as we may; return how many connections that leaves."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return MOST
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST + SPARE
    reach = most if hard == resource.RLIM_INFINITY else min(hard, most)
    if soft != resource.RLIM_INFINITY and soft < reach:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (reach, hard))
        except (OSError, ValueError):  # a system may refuse what it says it allows
            reach = soft
    if reach < ROOM:
        log.warning(
            "This system lets a program open only %d files, enough for about %d learners at "
            "once: for more, run `ulimit -Hn %d` as an administrator, then start again.",
            *(reach, max(1, (reach - SPARE) // 6), ROOM),
        )
    return max(16, reach - SPARE)
