"""Reading a fiche somebody gives us as JSON, with errors a coordinator can act on."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from assistant.exports.contract import FORMAT
from corpus.errors import UsageError
from corpus.fiche import CHAMPS, FicheAction
from corpus.text.cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

_EXTRACTED = "source"
_DEEPEST = 50
_EXPECTED = {
    "string_type": "attend un texte entre guillemets",
    "list_type": "attend une liste, entre crochets",
    "model_type": "attend un objet, entre accolades",
    "model_attributes_type": "attend un objet, entre accolades",
    "dict_type": "attend un objet, entre accolades",
    "missing": "manque",
    "greater_than_equal": "ne peut pas être négatif",
    "finite_number": "attend un nombre fini",
    "decimal_parsing": "attend un nombre, comme 1200 ou 1200.50",
    "decimal_type": "attend un nombre, comme 1200 ou 1200.50",
}


def load_fiche(data: object) -> FicheAction:
    """The fiche of an exported JSON, of the answer of ``rediger``, or a bare ``fiche`` object.

    A field that is ``null`` is empty. :class:`UsageError` names every unknown key and every wrong type.
    """
    body = dict(fiche_object(data))
    if isinstance(body.get(_EXTRACTED), dict):
        del body[_EXTRACTED]
    body = {cle: cleaned(value) for cle, value in body.items() if value is not None}
    try:
        return FicheAction.model_validate(body)
    except ValidationError as error:
        problems = [_explain(one) for one in error.errors(include_url=False)]
        listed = "\n".join(f"  – {problem}" for problem in problems)
        raise UsageError(
            f"Cette fiche n'a pas la forme attendue :\n{listed}", "« fiches schema » donne la forme complète."
        ) from error


def fiche_object(data: object) -> Mapping[str, Any]:
    """The object that holds the fields of the form; :class:`UsageError` when there is none."""
    if not isinstance(data, dict):
        raise UsageError("Ce JSON n'est pas une fiche.", "Attendu : un objet, avec les champs du formulaire.")
    found = data.get("format")
    if isinstance(found, str) and found != FORMAT:
        raise UsageError(
            f"Le format « {found[:60]} » n'est pas connu.",
            f"Ce logiciel lit {FORMAT} ; mettez-le à jour si la fiche est plus récente.",
        )
    if "fiche" not in data:
        if found is not None:
            raise UsageError("Cet export n'a pas de clé « fiche ».", "Exportez de nouveau la fiche en JSON.")
        return data
    body = data["fiche"]
    if not isinstance(body, dict):
        raise UsageError("La clé « fiche » ne tient pas un objet.", "Attendu : les champs du formulaire.")
    return body


def cleaned(value: object, depth: int = 0) -> object:
    """The same data with every text clean of what a terminal could obey."""
    if isinstance(value, str):
        return clean(value)
    if depth > _DEEPEST:
        raise UsageError("Ce JSON est trop imbriqué pour être une fiche.", "Vérifiez le fichier donné.")
    if isinstance(value, list):
        return [cleaned(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {key: cleaned(item, depth + 1) for key, item in value.items()}
    return value


def _explain(error: Any) -> str:  # noqa: ANN401 - pydantic's ErrorDetails, read as a mapping
    place = _path(error["loc"])
    if error["type"] == "extra_forbidden":
        key = str(error["loc"][-1])
        near = get_close_matches(key, CHAMPS, n=1)
        hint = f" ; vouliez-vous « {near[0]} » ?" if near and len(error["loc"]) == 1 else ""
        return f"la clé {place} est inconnue{hint}"
    return f"{place} {_EXPECTED.get(error['type'], 'a une valeur inattendue')}"


def _path(location: tuple[int | str, ...]) -> str:
    """A place in the JSON as a coordinator reads it: the key, the rank from 1, and the label of the field."""
    written = ""
    for step in location:
        written += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if written else step
    known = CHAMPS.get(str(location[0])) if location else None
    return f"« {written} » ({known.libelle})" if known else f"« {written} »"
