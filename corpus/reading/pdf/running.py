"""Headers, footers and page numbers that come back on most pages are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.reading.pdf.forms import Block
from corpus.reading.pdf.page import PageText
from corpus.text.folding import fold

_EDGE = 4
"""Blocks looked at from each end of a page."""
_MARGIN = 0.13
"""Share of the page's height in which a header or a footer stands."""
_FEWEST_PAGES = 3
"""From which headers are told from headings; on two pages only feet are: two fiches may open with like titles."""
_SHARE = 0.6


def _key(block: Block) -> str:
    return re.sub(r"\d+", "#", fold(" ".join(block.cells) or block.text))


def _edges(page: PageText) -> list[int]:
    """Indexes of the blocks that may be running: near an end of the list and near an edge of the page."""
    count = len(page.blocks)
    near = {*range(min(_EDGE, count)), *range(max(count - _EDGE, 0), count)}
    low, high = _MARGIN * page.height, (1 - _MARGIN) * page.height
    return [i for i in sorted(near) if not (page.blocks[i].ruled or low < page.blocks[i].top < high)]


def _feet(page: PageText) -> list[int]:
    return [i for i in _edges(page) if page.blocks[i].top > page.height / 2]


def without_running(pages: Sequence[PageText]) -> list[list[Block]]:
    """The blocks of each page without those that more than 60 % of the written pages repeat.

    A document that is nothing but repeated lines keeps them.
    """
    written = [page for page in pages if page.blocks]
    edges = _edges if len(written) >= _FEWEST_PAGES else _feet
    if len(written) < 2:
        return [page.blocks for page in pages]
    seen: Counter[str] = Counter()
    for page in written:
        seen.update({_key(page.blocks[i]) for i in edges(page)})
    running = {key for key, count in seen.items() if count > _SHARE * len(written)}
    kept = []
    for page in pages:
        left_out = {i for i in edges(page) if _key(page.blocks[i]) in running}
        kept.append([block for i, block in enumerate(page.blocks) if i not in left_out])
    return kept if any(kept) else [page.blocks for page in pages]
