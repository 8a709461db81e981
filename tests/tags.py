"""The tags of a piece of HTML, for tests of what a sanitiser lets through."""

from html.parser import HTMLParser


class Tags(HTMLParser):
    """Collect what a piece of HTML is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str]]) -> None:
        self.found.append((tag, dict(attrs)))
