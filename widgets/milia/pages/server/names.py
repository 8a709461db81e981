"""By which names this server may be addressed.

A page of another site can have its own name lead to this machine and then talk to us as if we
were that site. Such a name has to stand in the public name system, and is none of ours. So a
server for this machine answers to this machine's own names; one for a room also to any address in
figures, to the names it was given, and to names that nobody can register: of one word, as
`teacher`, or under an ending that is kept for private networks, as `teacher.local`.
"""

import re
import socket
from ipaddress import ip_address

PRIVATE = (".local", ".lan", ".home", ".internal", ".home.arpa", ".intranet", ".test", ".localhost")
HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[\w.-]+)(:\d{1,5})?", re.ASCII)


def in_figures(name: str) -> bool:
    """Whether a name is an address."""
    try:
        return bool(ip_address(name))
    except ValueError:
        return False


class Names:
    """The names that a server bound to `host` answers to."""

    def __init__(self, host: str) -> None:
        """Find out this machine's names, where others may ask for it."""
        self.own = {"127.0.0.1", "localhost", "::1"}
        self.room = host not in self.own
        if self.room:
            name = socket.gethostname().lower()
            self.own |= {host.lower(), name, f"{name}.local", socket.getfqdn().lower()}

    def __contains__(self, said: str | None) -> bool:
        """Whether the Host of a request names this server."""
        found = HOST.fullmatch(said or "")
        if not found:
            return False
        name = found[1].strip("[]").lower().rstrip(".")
        if name in self.own:
            return True
        return self.room and (in_figures(name) or "." not in name or name.endswith(PRIVATE))
