"""Labels recognised through spellings, parts, OCR and a user's own file."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from corpus.errors import UsageError
from corpus.extraction.vocabulary import Vocabulary, default_vocabulary
from corpus.extraction.wording import label_keys
from tests.corpus.extraction.sheets import fiches


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("BESOIN(S) INITIAL(AUX) DIAGNOSTIQUE(S)", "besoins"),
        ("Les indicateurs d'évaluation :", "indicateurs"),
        ("3. Objectifs opérationnels (2 maximum)", "objectifs_operationnels"),
        ("Obijectifs partagés", "effets_attendus"),
        ("Premiéres étapes de mises en osuvre", "description"),
        ("Pilote(s) / Copilote(s)", "porteurs"),
        ("Porteur.se du projet", "porteurs"),
        ("Contexte et constats", "besoins"),
        ("Public visé / bénéficiaires", "public_cible"),
        ("Objectif opérationnel 1.1", "objectifs_operationnels"),
        ("Date de début", "echeances.debut"),
        ("Statut", "hors_gabarit"),
    ],
)
def test_known_labels(text: str, key: str) -> None:
    label = default_vocabulary().match(text)
    assert label is not None
    assert label.key == key


@pytest.mark.parametrize(
    "text", ["", "Elus", "Nombre de participants", "Un meilleur accompagnement", "Le budget voté en mars"]
)
def test_values_are_not_labels(text: str) -> None:
    assert default_vocabulary().match(text) is None


def test_no_label_stands_for_two_fields() -> None:
    table = tomllib.loads(resources.files("corpus.extraction").joinpath("labels.toml").read_text(encoding="utf-8"))
    owner: dict[str, str] = {}
    for key, names in table["labels"].items():
        for name in names:
            form = label_keys(name)[0]
            assert owner.setdefault(form, key) == key, name
    assert not [name for name in table["faibles"]["labels"] if label_keys(name)[0] not in owner]


def test_user_labels_add_to_ours_and_win(tmp_path: Path) -> None:
    settings = tmp_path / "libelles.toml"
    settings.write_text('[labels]\nporteurs = ["Capitaine"]\nbesoins = ["Objectifs"]\n', encoding="utf-8")
    text = "Fiche action 1 : Naviguer\nCapitaine : Caf\nObjectifs : des besoins\nPublic visé : tous\n"
    (one,) = fiches(text, Vocabulary.load(settings))
    assert one.fiche.porteurs == ["Caf"]
    assert one.fiche.besoins == ["des besoins"]
    (ours,) = fiches(text + "Indicateurs : un\n")
    assert ours.fiche.porteurs == []


@pytest.mark.parametrize("content", ["[labels\n", '[labels]\ninconnu = ["A"]\n', '[labels]\nporteurs = "A"\n'])
def test_bad_settings_file_is_explained(tmp_path: Path, content: str) -> None:
    settings = tmp_path / "libelles.toml"
    settings.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"libelles\.toml"):
        Vocabulary.load(settings)
