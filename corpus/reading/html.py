"""Web pages: the text of the body, one line a block, rows of tables as rows."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from corpus.reading.raw import RawDocument
from corpus.reading.txt import decode

_LEFT_OUT = frozenset({"script", "style", "head", "nav", "noscript", "template", "svg"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)


class _Page(HTMLParser):
    """Turns tags into lines and rows as they come."""

    def __init__(self, into: RawDocument) -> None:
        super().__init__(convert_charrefs=True)
        self._into = into
        self._text = ""
        self._skipping = 0
        self._rows: list[list[str]] = []
        """Rows being built, the innermost last: a table may stand in a cell."""
        self._in_cell: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - theirs
        if tag in _LEFT_OUT:
            self._skipping += 1
        elif tag == "br":
            self._text += "\n"
        elif tag == "tr":
            self._open_row()
        elif tag in {"td", "th"} and self._rows:
            self._close_cell()
            self._in_cell[-1] = True
        elif tag in _BLOCKS:
            self._end_block()
            self._text += "- " if tag == "li" else ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _LEFT_OUT:
            self._skipping = max(self._skipping - 1, 0)
        elif tag in {"td", "th"} and self._rows:
            self._close_cell()
        elif tag == "tr" and self._rows:
            self._close_row()
        elif tag in _BLOCKS:
            self._end_block()

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._text += " ".join(f"|{data}|".split())[1:-1]

    def _end_block(self) -> None:
        if self._rows:
            self._text += "\n"
        elif self._text.strip():
            self._into.paragraph(self._text.strip())
            self._text = ""

    def _open_row(self) -> None:
        if not self._rows:
            self._end_block()
        self._rows.append([])
        self._in_cell.append(False)

    def _close_cell(self) -> None:
        if self._in_cell[-1]:
            self._rows[-1].append(self._text)
            self._text, self._in_cell[-1] = "", False

    def _close_row(self) -> None:
        self._close_cell()
        cells = self._rows.pop()
        self._in_cell.pop()
        if self._rows:
            self._text += "\n" + " : ".join(cell.strip() for cell in cells if cell.strip()) + "\n"
        elif len(cells) > 1:
            self._into.row(cells)
        elif cells and cells[0].strip():
            self._into.paragraph(cells[0].strip())

    def close(self) -> None:
        super().close()
        while self._rows:
            self._close_row()
        self._end_block()


def read_html(path: Path, into: RawDocument) -> None:
    """Read a web page, without its scripts, styles and navigation."""
    text, warning = decode(path.read_bytes())
    if warning:
        into.warnings.append(warning)
    page = _Page(into)
    page.feed(text)
    page.close()
