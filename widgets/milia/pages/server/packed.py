"""What is kept in memory of a page and its files: packed once, for everybody."""

import gzip
import mimetypes
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath

KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
WORTH = 0.9  # a picture that is packed already stays as it is


@dataclass(frozen=True)
class Packed:
    """A body, with gzip where that makes it smaller, and a name for what is in it."""

    kind: str
    body: bytes
    zipped: bool
    mark: str  # differs when the content does

    @cached_property
    def tag(self) -> str:
        """Return the validator of the packed body."""
        return f'"{self.mark}-gz"' if self.zipped else self.plain_tag

    @cached_property
    def plain_tag(self) -> str:
        """Return the validator of the body as it is."""
        return f'"{self.mark}"'

    @property
    def plain(self) -> bytes:
        """Return the body as it is, for the rare client that cannot unpack."""
        return gzip.decompress(self.body) if self.zipped else self.body


@dataclass(frozen=True)
class Made:
    """A page with its files, and what on it would be dead without a kernel."""

    page: Packed
    files: dict[str, Packed] = field(default_factory=dict)
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """Our pages that are no lesson, by name, and the policy that every page lives with."""

    pages: dict[str, Made]
    policy: str


@dataclass(frozen=True)
class Failed:
    """Why a lesson is no page, in one line; what stood in its way may pass, as a full disk does."""

    why: str
    may_pass: bool = False


def pack(name: str, content: bytes) -> Packed:
    """Pack a file for keeping."""
    suffix = PurePosixPath(name).suffix
    kind = KINDS.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    small = gzip.compress(content, mtime=0)
    zipped = len(small) < WORTH * len(content)
    mark = sha256(content).hexdigest()[:16]
    return Packed(kind, small if zipped else content, zipped, mark)
