"""The coordinator's own labels: a file of the data folder, taken by ``extraire`` and by the index."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UsageError
from corpus.extraction.user_labels import load_user_labels
from tests.assistant.cli.command import Command

TEXT = """Fiche action 1.1 : Ouvrir une ludothèque itinérante

Pilotage, porteur(s)

Communauté de communes

Public cible

Familles

La bande des complices

- Médiathèque
- Relais petite enfance
"""
OWN = '[labels]\npartenaires = ["La bande des complices"]\n'
READ = ["Médiathèque", "Relais petite enfance"]


@pytest.fixture
def fiches(tmp_path: Path) -> Command:
    (tmp_path / "brume.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "donnees").mkdir()
    return Command(tmp_path / "donnees")


def partners(fiches: Command, file: Path) -> object:
    return fiches.json("extraire", str(file))[0]["fiches"][0]["partenaires"]


def test_a_label_of_the_user_is_known_to_the_reader(fiches: Command, tmp_path: Path) -> None:
    assert partners(fiches, tmp_path / "brume.txt") == []
    (fiches.data / "libelles.toml").write_text(OWN, encoding="utf-8")
    assert partners(fiches, tmp_path / "brume.txt") == READ


def test_changing_the_labels_extracts_again(fiches: Command, tmp_path: Path) -> None:
    index = ("indexer", str(tmp_path / "brume.txt"), "--sans-vecteurs")
    assert [row["etat"] for row in fiches.json(*index)] == ["nouveau"]
    (fiches.data / "libelles.toml").write_text(OWN, encoding="utf-8")
    assert [row["etat"] for row in fiches.json(*index)] == ["modifie"]
    assert [row["etat"] for row in fiches.json(*index)] == ["inchange"]
    [report] = fiches.json("corpus", "--details")
    held = {champ["champ"]: [v["valeur"] for v in champ["valeurs"]] for champ in report["fiches"][0]["champs"]}
    assert held["partenaires"] == READ
    (fiches.data / "libelles.toml").unlink()
    assert [row["etat"] for row in fiches.json(*index)] == ["modifie"]


@pytest.mark.parametrize(
    ("content", "said"),
    [("[labels", "ne peut pas être lu"), ('[labels]\ncouleur = ["Bleu"]\n', "n'a pas la forme attendue")],
)
def test_a_bad_file_is_named_and_nothing_is_indexed(fiches: Command, tmp_path: Path, content: str, said: str) -> None:
    (fiches.data / "libelles.toml").write_text(content, encoding="utf-8")
    for verb in ("indexer", "extraire"):
        with pytest.raises(UsageError, match=said) as caught:
            fiches(verb, str(tmp_path / "brume.txt"))
        assert "libelles.toml" in caught.value.message
        assert caught.value.next_step
    (fiches.data / "libelles.toml").unlink()
    assert fiches.json("corpus") == []


def test_the_example_of_the_readme_is_a_file_that_works(tmp_path: Path) -> None:
    readme = (Path(__file__).resolve().parents[3] / "README.md").read_text(encoding="utf-8")
    example = readme.split("```toml\n")[1].split("```")[0]
    (tmp_path / "libelles.toml").write_text(example, encoding="utf-8")
    own = load_user_labels(tmp_path / "libelles.toml")
    assert own is not None
    label = own.vocabulary.match("On commence quand ?")
    assert label is not None
    assert label.key == "echeances.debut"
