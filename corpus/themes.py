"""The themes a search may be restricted to: a table kept by hand, read on stems, so that a match can be explained."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from corpus.errors import UsageError
from corpus.text.folding import slug, words
from corpus.text.french import stems

_TABLE = "themes.tsv"


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: its key, its name as shown, and what tells it, each expression as stems that stand together."""

    key: str
    name: str
    others: tuple[str, ...]
    """Other names it is asked by."""
    expressions: tuple[tuple[str, ...], ...]

    def match_expression(self) -> str:
        """The FTS5 query for passages of this theme; stems are letters and digits only, and quoted."""
        return " OR ".join(f'"{" ".join(expression)}"' for expression in self.expressions)


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in cell.split("|") if value.strip())


def _theme(line: str) -> Theme:
    name, others, expressions = line.split("\t")
    told = dict.fromkeys(tuple(stems(expression)) for expression in _values(expressions))
    return Theme(slug(name), name, _values(others), tuple(told))


@lru_cache(maxsize=1)
def themes() -> dict[str, Theme]:
    """Every theme by its key, in the order of the table."""
    table = resources.files("corpus").joinpath(_TABLE).read_text(encoding="utf-8")
    found = [_theme(line) for line in table.splitlines() if line and not line.startswith("#")]
    return {theme.key: theme for theme in found}


def theme_named(asked: str) -> Theme:
    """The theme of a key or of a name, whatever its accents, case and plural; raises :class:`UsageError`."""
    wanted = _plain(asked)
    for same in (lambda name: name == wanted, lambda name: bool(wanted) and f" {wanted} " in f" {name} "):
        for theme in themes().values():
            if any(same(_plain(name)) for name in (theme.key, theme.name, *theme.others)):
                return theme
    raise UsageError(
        f"« {asked} » n'est pas un thème connu.", f"Au choix : {' ; '.join(theme.name for theme in themes().values())}."
    )


def _plain(name: str) -> str:
    return " ".join(word.removesuffix("s") for word in words(name))
