"""What the columns of a plan d'actions hold, told by the labels of its header row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.text.folding import fold

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("axe", re.compile(r"^(?:axes?|thematiques?|domaines?|volets?)\b")),
    (
        "coporteur",
        re.compile(r"^(?:co-?\s?(?:porteurs?|pilotes?|pilotage)|partenaires?|acteurs?|structures? associees?)\b"),
    ),
    (
        "chef_de_file",
        re.compile(
            r"^(?:chefs? de file|pilotes?|pilotage|porteurs?|portage|responsables?|referents?|maitres? d'ouvrage|"
            r"structures? (?:pilotes?|porteuses?|responsables?)|qui ?\?*$)"
        ),
    ),
    (
        "echeance",
        re.compile(r"^(?:echeanc\w*|calendriers?|periodes?|delais?|dates?|annees?|planning|temporalite|quand ?\?*$)"),
    ),
    ("orientation", re.compile(r"^(?:orientations?|objectifs?|enjeux|priorites?|sous-axes?)\b")),
    (
        "action",
        re.compile(
            r"^(?:intitules? (?:de l'|des )?|titre de l'|libelle de l')?(?:fiches?[ -])?(?:actions?|operations?)\b|"
            r"^(?:projets?|mesures?|intitules?)$"
        ),
    ),
    ("numero", re.compile(r"^(?:n\s?°|numero|n° .{0,20})$")),
)
_YEAR = re.compile(r"^(?:actions?\s+|annee\s+)?((?:19|20)\d\d)$")
LONGEST_LABEL = 60
MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of each role; ``years`` gives the year that a column of ticks stands for."""

    width: int
    roles: dict[str, list[int]] = field(default_factory=dict)
    years: dict[int, str] = field(default_factory=dict)

    def cell(self, cells: tuple[str, ...], role: str) -> str:
        """The text of a role in a row: its written cells, one after the other."""
        texts = (cells[i].strip() for i in self.roles.get(role, []) if i < len(cells))
        return " ; ".join(text for text in texts if text)


def _role(label: str) -> str | None:
    return next((role for role, pattern in _ROLES if pattern.match(label)), None)


def read_header(cells: tuple[str, ...]) -> Columns | None:
    """The columns of a plan d'actions if these cells are its header, else ``None``."""
    if not 3 <= len(cells) <= MOST_COLUMNS:
        return None
    roles: dict[str, list[int]] = {}
    years: dict[int, str] = {}
    for position, cell in enumerate(cells):
        label = fold(cell).rstrip(" :")
        if len(label) > LONGEST_LABEL:
            return None
        year = _YEAR.match(label)
        if year:
            years[position] = year[1]
            continue
        role = _role(label)
        if role:
            roles.setdefault(role, []).append(position)
    columns = Columns(len(cells), roles, years)
    return columns if _is_plan(columns) else None


def _is_plan(columns: Columns) -> bool:
    """An action, someone who carries it, and at least one more thing said of each."""
    carried = [role for role in ("chef_de_file", "coporteur") if role in columns.roles]
    dated = "echeance" in columns.roles or bool(columns.years)
    grouped = "axe" in columns.roles or "orientation" in columns.roles
    return "action" in columns.roles and bool(carried) and len(carried) + dated + grouped >= 2
