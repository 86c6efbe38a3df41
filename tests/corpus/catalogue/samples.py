"""Small invented documents for the tests of the catalogue and of indexing."""

from __future__ import annotations

from corpus.fiche import FicheAction
from corpus.models import Carte, ExtractedFiche, Extraction, Line, Passage, ReadDocument, Section, Span

TEXT = """Convention territoriale globale du Val-de-Brume
Article 1 : l'accueil des jeunes enfants
La communauté ouvre un relais petite enfance à Orvelle.
Fiche 1.1 : soutenir la parentalité
Les cafés des parents se tiennent chaque mois."""


def document(name: str = "val-de-brume.txt", text: str = TEXT) -> ReadDocument:
    """A document of a few lines; the last one is a table row when it holds a tab."""
    lines = tuple(
        Line(number=i, text=line, page=None, cells=tuple(line.split("\t")) if "\t" in line else ())
        for i, line in enumerate(text.splitlines(), 1)
    )
    return ReadDocument(name=name, format="txt", lines=lines, warnings=("une page sans texte",))


def extraction(document: ReadDocument, territoire: str = "Val-de-Brume") -> Extraction:
    """What such a document holds: a card, two sections and one fiche."""
    fiche = ExtractedFiche(
        fiche=FicheAction(numero="1.1", titre="Soutenir la parentalité"), source=Span(ligne_debut=4, ligne_fin=5)
    )
    sections = tuple(
        Section(title=title, level=1, kind="titre", source=Span(ligne_debut=first, ligne_fin=last))
        for title, first, last in (("Convention", 1, 3), ("Fiche", 4, 5))
    )
    carte = Carte(territoire=territoire, axes=("Enfance",))
    return Extraction(document=document.name, carte=carte, sections=sections, fiches=(fiche,))


def passages(document: ReadDocument, territoire: str = "Val-de-Brume") -> list[Passage]:
    """One passage for each line; the lines from the fourth belong to fiche 1.1."""
    return [
        Passage(
            document=document.name,
            ligne_debut=line.number,
            ligne_fin=line.number,
            extrait=line.text,
            kind="fiche" if line.number > 3 else "clause",
            territoire=territoire,
            fiche="1.1" if line.number > 3 else None,
            contexte=f"{territoire} › convention",
        )
        for line in document.lines
    ]
