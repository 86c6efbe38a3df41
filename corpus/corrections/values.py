"""From the words a person types to the content of a field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from corpus.errors import UsageError
from corpus.fiche import CHAMPS, Periode, Personne
from corpus.text.cleaning import clean_line

ENDS = {"echeances.debut": "debut", "echeances.fin": "fin"}
"""The two ends of a period, each of which may be given alone."""


def field_of(champ: str) -> str:
    """The field of the form a name means; raises :class:`UsageError` listing those that can be corrected."""
    top = champ.partition(".")[0]
    if (champ in ENDS or champ in CHAMPS) and top != "budget":
        return top
    said = "Le budget ne se corrige pas ici" if top == "budget" else f"Le champ « {champ} » n'existe pas"
    names = ", ".join([key for key in CHAMPS if key != "budget"] + list(ENDS))
    raise UsageError(f"{said}.", f"Champs possibles : {names}.")


def content_of(champ: str, values: Sequence[str], present: Any, *, adding: bool = False) -> Any:  # noqa: ANN401
    """The JSON a field takes from typed values; no value empties it.

    ``present`` is the JSON the field holds: the other end of a period is kept. Raises :class:`UsageError`.
    """
    nature = CHAMPS[field_of(champ)].nature
    typed = [text for value in values if (text := clean_line(value).strip())]
    if adding and (nature not in ("liste", "personnes") or not typed):
        why = "il faut donner ce qui s'ajoute" if nature in ("liste", "personnes") else "ce champ n'est pas une liste"
        raise UsageError(f"Rien à ajouter à « {champ} » : {why}.", "Sans --ajouter, la valeur donnée remplace tout.")
    if nature == "liste":
        return typed
    if nature == "personnes":
        known = {_said(person): person for person in present or []}
        return [known.get(text) or _person(text) for text in typed]
    if nature == "echeances":
        return _period(champ, typed, present if isinstance(present, dict) else {})
    if len(typed) > 1:
        raise UsageError(f"« {champ} » tient en une seule valeur.", "Mettez-la entre guillemets.")
    return typed[0] if typed else None


def _said(person: dict[str, Any]) -> str:
    """A person in words: one who is given back as they stand is not read again."""
    return clean_line(", ".join(part for part in person.values() if part)).strip()


def _person(text: str) -> dict[str, Any]:
    from corpus.extraction.fiches.people import read_person

    person = read_person(text) or Personne(nom=text)
    return person.model_dump(mode="json")


def _period(champ: str, typed: Sequence[str], present: dict[str, Any]) -> dict[str, Any]:
    if champ in ENDS:
        if len(typed) > 1:
            raise UsageError(f"« {champ} » tient en une seule valeur.", "Mettez-la entre guillemets.")
        return Periode.model_validate({**present, ENDS[champ]: typed[0] if typed else None}).model_dump(mode="json")
    if len(typed) > 2:
        raise UsageError("Les échéances ont un début et une fin.", "Donnez une ou deux valeurs : 2024 2027.")
    ends = dict(zip(("debut", "fin"), typed, strict=False))
    return Periode.model_validate(ends).model_dump(mode="json")
