"""The JSON export keeps the contract, validates against its own schema and comes back."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafts.imports import draft_from_data
from assistant.exports import export_draft, json_schema, load_fiche
from assistant.validation import validate
from corpus.errors import RefusedError, UnreadableError, UsageError
from corpus.fiche import CHAMPS, FicheAction
from tests.assistant.drafts.samples import draft_of
from tests.assistant.exports.samples import CITATION, complete, unfinished
from tests.assistant.fiches import COMPLETE, fiche


def exported(**options: Any) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(export_draft(complete(), "json", **options))
    return loaded


def check(data: object) -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(data)


def test_a_final_export_holds_exactly_the_keys_of_the_contract() -> None:
    data = exported()
    assert list(data) == ["format", "fiche", "provenance", "validation", "genere"]
    assert data["format"] == "fiche-action/1"
    assert list(data["fiche"]) == list(CHAMPS)
    assert set(data["genere"]) == {"le", "logiciel", "moteur"}
    assert data["genere"]["logiciel"].startswith("fiches-ctg ")
    assert data["validation"]["valide"] is True


def test_every_value_has_one_provenance_row() -> None:
    data = exported()
    rows = data["provenance"]
    assert all(set(row) == {"champ", "valeur", "origine", "citation"} for row in rows)
    assert [row["valeur"] for row in rows if row["champ"] == "moyens"] == data["fiche"]["moyens"]
    cited = next(row for row in rows if row["valeur"] == "Un local <partagé> & *clair*")
    assert (cited["origine"], cited["citation"]) == ("corpus", CITATION.model_dump())
    reworded = next(row for row in rows if row["valeur"] == "=2+2 besoins reformulés")
    assert (reworded["origine"], reworded["citation"]["document"]) == ("utilisateur", CITATION.document)
    assert sum(row["champ"].startswith("budget.") for row in rows) == 8


def test_an_export_validates_against_its_schema() -> None:
    check(exported())
    check(json.loads(export_draft(unfinished(), "json", unfinished=True)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("fiche", "titre"), ""),
        (("fiche", "titre"), None),
        (("fiche", "porteurs"), []),
        (("fiche", "porteurs"), "Caf"),
        (("fiche", "couleur"), "bleu"),
        (("fiche", "budget", "charges", 0, "montant"), -1),
        (("format",), "fiche-action/2"),
        (("genere",), None),
        (("provenance", 0, "origine"), "rumeur"),
    ],
)
def test_the_schema_refuses_what_is_not_a_final_fiche(path: tuple[str | int, ...], value: object) -> None:
    data: Any = exported()
    target = data
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        check(data)


def test_the_schema_speaks_french() -> None:
    schema: Any = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    properties = schema["$defs"]["FicheAction"]["properties"]
    for cle, champ in CHAMPS.items():
        assert (properties[cle]["title"], properties[cle]["description"]) == (champ.libelle, champ.aide)
    text = json.dumps(schema)
    assert " the " not in text.lower()
    assert "Ligne Debut" not in text


def test_an_export_comes_back_as_the_same_fiche_and_the_same_draft() -> None:
    draft = complete()
    data = exported()
    assert load_fiche(data) == draft.fiche(proposals=False)
    again = draft_from_data(data)
    assert again.fiche() == draft.fiche(proposals=False)
    origins = {(v.champ, str(v.valeur)): (v.origine, v.citation) for v in draft.of("moyens") + draft.of("besoins")}
    assert origins == {
        (v.champ, str(v.valeur)): (v.origine, v.citation) for v in again.of("moyens") + again.of("besoins")
    }


def test_a_bare_fiche_and_an_answer_of_rediger_are_read() -> None:
    assert load_fiche(COMPLETE) == fiche()
    assert load_fiche({"id": None, "fiche": COMPLETE, "questions": []}) == fiche()
    assert load_fiche({**COMPLETE, "source": {"ligne_debut": 1}, "lieu": None}) == fiche(lieu=None)
    assert load_fiche({}) == FicheAction()
    assert draft_from_data(COMPLETE).fiche() == fiche()


def test_what_an_unfinished_export_proposes_stays_a_proposal() -> None:
    data = json.loads(export_draft(unfinished(), "json", unfinished=True))
    assert list(data)[1] == "brouillon"
    assert data["brouillon"]["mention"] == "BROUILLON"
    proposed = [data["provenance"][rank]["valeur"] for rank in data["brouillon"]["propositions"]]
    assert sorted(proposed) == ["Six communes", "Un second véhicule"]
    natures = [point["nature"] for point in data["brouillon"]["points_ouverts"]]
    assert {"à décider", "alerte", "question"} <= set(natures)
    again = draft_from_data(data)
    assert sorted(str(v.valeur) for v in again.valeurs if v.etat == "propose") == sorted(proposed)


def test_a_final_export_is_refused_with_every_error() -> None:
    with pytest.raises(RefusedError) as caught:
        export_draft(draft_of(), "json")
    assert caught.value.message.count("–") == 18
    assert "18 erreurs" in caught.value.message
    with pytest.raises(RefusedError, match="Lieu"):
        export_draft(unfinished(), "json")


def test_an_unknown_format_is_said() -> None:
    with pytest.raises(UsageError, match="pdf"):
        export_draft(complete(), "pdf")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "n'est pas une fiche"),
        ("fiche", "n'est pas une fiche"),
        ({"format": "fiche-action/9", "fiche": {}}, "fiche-action/9"),
        ({"format": "fiche-action/1"}, "fiche"),
        ({"fiche": []}, "ne tient pas un objet"),
        ({"titres": "Ouvrir"}, "vouliez-vous « titre »"),
        ({"porteurs": "Caf"}, "Pilotage, porteur(s)) attend une liste"),
        ({"titre": 3}, "« titre » (Titre) attend un texte"),
        ({"moyens": ["Un local", 4]}, "« moyens[2] »"),
        ({"echeances": {"debut": 2024}}, "« echeances.debut »"),
        ({"echeances": "2024"}, "attend un objet"),
        ({"personnes_en_charge": [{"prenom": "Anna"}]}, "« prenom »"),
        ({"budget": {"charges": [{"poste": "Achats", "montant": -5}]}}, "ne peut pas être négatif"),
        ({"budget": {"charges": [{"poste": "Achats", "montant": "beaucoup"}]}}, "attend un nombre"),
        ({"budget": {"charges": [{"montant": 5}]}}, "manque"),
    ],
)
def test_what_is_wrong_is_named_in_french(data: object, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_fiche(data)
    assert said.replace("« prenom »", "prenom") in caught.value.message + caught.value.next_step
    assert caught.value.next_step


def test_every_problem_is_listed_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        load_fiche({"titre": 3, "porteurs": "Caf", "couleur": "bleu"})
    assert caught.value.message.count("\n") == 3


def test_foreign_text_is_cleaned() -> None:
    assert load_fiche({"titre": "Ouvrir\x1b[31m un\u202e lieu"}).titre == "Ouvrir [31m un lieu"


def test_a_provenance_that_is_not_one_is_said() -> None:
    with pytest.raises(UsageError, match="provenance"):
        draft_from_data({"fiche": {}, "provenance": [{"champ": "titre", "valeur": "x", "origine": "corpus"}]})
    with pytest.raises(UnreadableError):
        draft_from_data({"valeurs": 3})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.sampled_from(list(CHAMPS)), inner)
    ),
    max_leaves=8,
)


@given(JSON)
def test_any_json_is_a_fiche_or_a_french_error(data: object) -> None:
    for given_data in (data, {"fiche": data}, {"titre": data, "budget": data, "echeances": data}):
        try:
            validate(load_fiche(given_data))
        except UsageError:
            continue
