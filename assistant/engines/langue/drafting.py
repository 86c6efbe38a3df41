"""A model's part in a draft: items for open list fields, from numbered passages, beside the proposals of the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafts.model import Valeur
from assistant.engines.langue.faults import EngineError
from assistant.engines.langue.passages import number
from assistant.engines.langue.tasks import Proposed, propose_items
from corpus.fiche import CHAMPS
from corpus.models import Citation
from corpus.text.french import stems
from prompts import load_prompt

if TYPE_CHECKING:
    from assistant.drafts.model import Draft
    from assistant.engines.langue.engine import LanguageEngine
    from assistant.engines.langue.passages import Numbered
    from assistant.engines.langue.tasks import Desk
    from corpus.indexing import Corpus

FIELDS = ("objectifs_operationnels", "effets_attendus", "indicateurs")
"""The fields a model proposes for: those whose wording matters most."""
PER_FIELD = 3
HITS = 8
ROOM = 2_500
"""Tokens of passages for one field."""
ALIKE = 0.7
"""Share of common words from which an item says what the draft already holds."""


def enrich(engine: LanguageEngine, draft: Draft, corpus: Corpus) -> Draft:
    """The draft with the model's items, marked ``modele`` and cited; what was turned down is counted in an alert."""
    made: list[Valeur] = []
    refused = 0
    alerts: list[str] = []
    try:
        with engine.session() as session:
            desk = engine.desk(session, corpus)
            for champ in FIELDS:
                task = load_prompt("proposer")
                room = min(ROOM, engine.room(task.rules, task.request, stated(draft)))
                proposed = _for_field(desk, draft, champ, corpus, room)
                refused += len(proposed.refused)
                made += [_value(champ, text, passage, engine.name) for text, passage in _new(proposed, draft, made)]
    except EngineError as error:
        engine.failed = True
        alerts = [f"{error.message} Les propositions du corpus restent. {error.next_step}".strip()]
    if refused:
        alerts.append(
            f"{refused} proposition(s) du modèle « {engine.name} » écartée(s) : leur source ne les appuie pas."
        )
    return draft.model_copy(update={"valeurs": [*draft.valeurs, *made], "alertes": [*draft.alertes, *alerts]})


def stated(draft: Draft) -> str:
    """The coordinator's own words and what she has settled, a field a line."""
    settled = [v for v in draft.valeurs if v.etat in ("accepte", "modifie", "a_verifier") and isinstance(v.valeur, str)]
    lines = [f"{CHAMPS[v.champ].libelle if v.champ in CHAMPS else v.champ} : {v.valeur}" for v in settled]
    return "\n".join([draft.demande, *lines])


def _for_field(desk: Desk, draft: Draft, champ: str, corpus: Corpus, room: int) -> Proposed:
    cited = [v.citation for v in draft.of(champ) if v.citation is not None]
    hits = corpus.searcher().search(f"{CHAMPS[champ].libelle} {draft.titre}", HITS) if draft.titre else []
    passages = number(cited, hits, corpus, room)
    if not passages:
        return Proposed((), ())
    return propose_items(desk, champ, stated(draft), passages, PER_FIELD)


def _new(proposed: Proposed, draft: Draft, made: list[Valeur]) -> list[tuple[str, Numbered]]:
    """The items that say something no value says yet."""
    known = [set(stems(str(v.valeur))) for v in (*draft.valeurs, *made)]
    kept = []
    for text, passage in proposed.items:
        words = set(stems(text))
        if words and all(len(words & other) / len(words) < ALIKE for other in known):
            known.append(words)
            kept.append((text, passage))
    return kept


def _value(champ: str, text: str, passage: Numbered, name: str) -> Valeur:
    return Valeur(
        champ=champ,
        valeur=text,
        origine="modele",
        etat="propose",
        citation=Citation(**passage.citation.model_dump(exclude={"rang"})),
        raison=f"écrit par le modèle « {name} » d'après ce passage",
    )
