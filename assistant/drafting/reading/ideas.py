"""« L'idée serait de … »: the action itself when nothing else names it, an aim of the action otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.bodies import split_list
from assistant.drafting.reading.text import same_length_fold
from assistant.drafting.reading.title import asks_for_a_fiche, informative, unwrap
from corpus.text.french import stems

if TYPE_CHECKING:
    from assistant.drafting.model import Reading

_MAKING = re.compile(
    r"\W*(?:(?:re)?creer|ouvrir|monter|mettre (?:en (?:place|oe?uvre|route|reseau)|sur pied)|lancer|proposer|organiser"
    r"|amenager|developper|installer|construire|experimenter|instaurer|animer|former|recruter|mutualiser|renover"
    r"|etendre|adapter|relancer|structurer|coordonner|equiper|transformer|generaliser|implanter|faire|deployer"
    r"|une? |des |la (?:creation|mise))"
)


def ideas_first(sentences: list[str], reading: Reading, *, known: bool) -> list[str]:
    """The sentences with the idea at their head when it is the action; else it is stated as an aim."""
    ideas = reading.texts("idee")
    reading.statements = [s for s in reading.statements if s.champ != "idee"]
    for idea in ideas:
        if not known and _MAKING.match(same_length_fold(idea)) and not _named_before(idea, sentences):
            sentences, known = [idea, *sentences], True
            continue
        for item in split_list(idea):
            reading.state("objectifs_operationnels", item)
    return sentences


def _named_before(idea: str, sentences: list[str]) -> bool:
    """Whether a sentence that asks for a fiche already names another thing than the idea does."""
    meant = set(stems(idea))
    return any(
        asks_for_a_fiche(sentence) and informative(unwrap(sentence)) and not meant & set(stems(unwrap(sentence)))
        for sentence in sentences
    )
