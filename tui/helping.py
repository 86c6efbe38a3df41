"""The help of each part of the interface: what one does there, and the keys as the part itself declares them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui import texts_help
from tui.app import FichesApp
from tui.keys import told
from tui.screens.budget import BudgetScreen
from tui.screens.corpus import CorpusScreen
from tui.screens.correction import CorrectionScreen
from tui.screens.export import ExportScreen
from tui.screens.home import HomeScreen
from tui.screens.panes import PanesScreen
from tui.screens.reading import ReadingScreen
from tui.screens.sample import SampleScreen
from tui.screens.search import SearchScreen
from tui.screens.settings import SettingsScreen
from tui.widgets.choice import BudgetList, DocumentList, ExportList, FicheList, HitList, KeptList, SettingList
from tui.widgets.composer import Composer
from tui.widgets.conversation import Conversation
from tui.widgets.draft_pane import DraftPane
from tui.widgets.sources_pane import SourcesPane

if TYPE_CHECKING:
    from textual.binding import Binding
    from textual.dom import DOMNode


@dataclass(frozen=True, slots=True)
class HelpPart:
    """One part: its name, its help, the classes that declare its keys, nearest to the hand first."""

    name: str
    classes: tuple[type[DOMNode], ...]

    @property
    def text(self) -> str:
        """What one does there."""
        return texts_help.PARTS[self.name]

    @property
    def bindings(self) -> list[Binding]:
        """The keys of the part, each action once."""
        declared = (base for kind in self.classes for base in kind.__mro__ if base.__module__.startswith("tui."))
        return told(vars(base).get("BINDINGS", ()) for base in declared)


PARTS: tuple[HelpPart, ...] = (
    HelpPart("Accueil", (HomeScreen, KeptList)),
    HelpPart("Conversation, saisie", (Composer, PanesScreen)),
    HelpPart("Conversation, relecture", (Conversation,)),
    HelpPart("Brouillon", (DraftPane,)),
    HelpPart("Sources", (SourcesPane,)),
    HelpPart("Budget", (BudgetScreen, BudgetList)),
    HelpPart("Export", (ExportScreen, ExportList)),
    HelpPart("Corpus", (CorpusScreen, DocumentList, FicheList)),
    HelpPart("Correction", (CorrectionScreen,)),
    HelpPart("Recherche", (SearchScreen, HitList)),
    HelpPart("Lecture", (ReadingScreen,)),
    HelpPart("Réglages", (SettingsScreen, SettingList)),
    HelpPart("Fiche d'exemple", (SampleScreen,)),
)

EVERYWHERE = told([FichesApp.BINDINGS])
"""The keys of the application."""


def part_of(nodes: list[DOMNode]) -> HelpPart:
    """The part one is in, from what has the focus to its screen; the first part when none is told."""
    for node in nodes:
        for part in PARTS:
            if isinstance(node, part.classes[:1]):
                return part
    return PARTS[0]
