"""A small corpus and engines bound to the fake endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.engines.langue.endpoint import resolve
from assistant.engines.langue.engine import LanguageEngine
from assistant.settings import EngineSettings, Settings
from corpus.indexing import Corpus
from tests.corpus.vectors.fakes import FakeEmbedder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.engines.fake_endpoint import FakeEndpoint

CONVENTION = """Convention territoriale globale du Val-de-Brume
2024-2028
Article 1 : les relais
Le relais petite enfance de Brume-le-Bas accueille 24 familles et propose 12 ateliers par mois.
Le relais petite enfance est porté par la communauté de communes, avec un budget de 45 000 € dont 30 % de la Caf.
Contact du relais : Mme Claire Morvan, 02 99 00 11 22, relais@valdebrume.fr.
Article 2 : la jeunesse
Le local des jeunes ouvre trois soirs par semaine depuis le 12 mars 2025.
Le comité de pilotage se réunit deux fois par an.
"""
QUESTION = "Combien de familles le relais petite enfance accueille-t-il ?"


def make_corpus(data: Path, text: str = CONVENTION) -> Corpus:
    """A corpus of one invented convention, without vectors."""
    folder = data / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "val-de-brume.txt").write_text(text, encoding="utf-8")
    corpus = Corpus(data, embedder=FakeEmbedder())
    corpus.index([folder], with_vectors=False)
    return corpus


def engine_for(fake: FakeEndpoint, data: Path, **settings: object) -> LanguageEngine:
    """The engine « essai » on the fake endpoint; it never really sleeps."""
    name = "essai"
    given = EngineSettings.model_validate({"url": fake.url, "delai": 0.6, "duree_max": 20, **settings})
    return LanguageEngine(resolve(name, Settings(moteurs={name: given}), data), data, sleep=lambda _: None)
