"""Units know their lines, their list and what introduces them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.answers.units import Unit, units_of
from corpus.models import Line
from corpus.text.folding import words


def read(text: str) -> list[Unit]:
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        cells = tuple(cell.replace("|", "\n") for cell in line.split("\t")) if "\t" in line else ()
        lines.append(Line(number=number, text=line.replace("|", " "), cells=cells))
    return units_of("a.txt", lines)


def test_a_sentence_over_two_lines_is_one_unit_with_both_lines() -> None:
    [first, second] = read("Le comité de pilotage se\nréunit en mars. Il décide.")
    assert (first.text, first.first, first.last) == ("Le comité de pilotage se réunit en mars.", 1, 2)
    assert (second.text, second.first, second.last) == ("Il décide.", 2, 2)


def test_a_paragraph_cut_by_a_blank_line_goes_on_when_the_words_do() -> None:
    [only] = read("Le comité technique prépare les\n\ndécisions du comité de pilotage.")
    assert (only.first, only.last) == (1, 3)


def test_the_items_of_a_list_share_a_group_and_a_lead() -> None:
    lead, one, two = read("Le comité comprend :\n- des élus,\n- la Caf.")
    assert (lead.kind, one.kind, two.kind) == ("phrase", "item", "item")
    assert one.lead == two.lead == "Le comité comprend :"
    assert one.group == two.group
    assert (one.text, two.text) == ("des élus,", "la Caf.")


def test_bullets_that_a_scan_misread_are_bullets() -> None:
    texts = [unit.text for unit in read("Indicateurs :\nv' Nombre de places\nv\" Taux d'accueil\n¢ Satisfaction")]
    assert texts[1:] == ["Nombre de places", "Taux d'accueil", "Satisfaction"]


def test_a_word_that_looks_like_a_bullet_inside_a_cell_is_kept() -> None:
    [only] = read("Lieu\tVallée de Lône et Orvelle")
    assert only.text == "Vallée de Lône et Orvelle"


def test_a_row_gives_its_items_with_its_label() -> None:
    one, two = read("Effets attendus\t- moins d'attente|- plus de places")
    assert (one.text, two.text) == ("moins d'attente", "plus de places")
    assert one.lead == two.lead == "Effets attendus"
    assert one.kind == "cellule"


@given(st.lists(st.text(alphabet="abcé.:;- \tv'", max_size=30), max_size=12))
def test_every_unit_stands_in_its_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    source = text.splitlines()
    for unit in read(text):
        held = words("\n".join(source[unit.first - 1 : unit.last]))
        assert 1 <= unit.first <= unit.last <= len(source)
        assert " ".join(words(unit.text)) in " ".join(held)


def test_a_list_inside_a_list_has_the_item_above_it_as_lead() -> None:
    text = "Le projet :\n- un lieu ouvert à tous :\n* le mercredi\n* le samedi\n- une équipe"
    _, first, wednesday, saturday, second = read(text)
    assert first.lead == second.lead == "Le projet :"
    assert wednesday.lead == saturday.lead == "un lieu ouvert à tous :"


def test_a_paragraph_ends_the_lists_above_it() -> None:
    *_, last = read("- un lieu :\n* le mercredi\n\nUne équipe le tient.\n\n- une animatrice")
    assert (last.text, last.lead) == ("une animatrice", "")
