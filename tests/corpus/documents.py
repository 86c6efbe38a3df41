"""Small invented documents for the tests of passages and search."""

from __future__ import annotations

from corpus.fiche import FicheAction, Periode
from corpus.models import (
    Carte,
    ExtractedFiche,
    Extraction,
    FieldSource,
    Line,
    PlanRow,
    ReadDocument,
    Section,
)
from corpus.text.markup import readable_text


def document(text: str, name: str = "val-de-brume.txt") -> ReadDocument:
    """A text document; a line that holds tabs is a row."""
    lines = tuple(
        Line(number=n, text=line, cells=tuple(map(readable_text, line.split("\t"))) if "\t" in line else ())
        for n, line in enumerate(text.splitlines(), 1)
    )
    return ReadDocument(name=name, format="txt", lines=lines)


def section(read: ReadDocument, first: int, last: int, *path: str, kind: str = "article") -> Section:
    """A section over some lines."""
    return Section(title=path[-1], level=len(path), kind=kind, path=path, source=read.span(first, last))


VAL_DE_BRUME = """CONVENTION TERRITORIALE GLOBALE 2024-2028
Territoire du Val-de-Brume

Article 1 : Objet de la convention
La convention fixe le cadre du partenariat entre la Caf et la communauté de communes du Val-de-Brume (CCVB).

Article 2 : Durée de la convention
Elle court du 1er janvier 2024 au 31 décembre 2028. Elle se dénonce avec un préavis de quatre mois.

Article 3 : Recours
Les différends sont portés devant le tribunal administratif de Brumeville.

Article 4 : Comité de pilotage
Le comité de pilotage se réunit deux fois l'an. Il est composé :
- du président de la communauté de communes
- de la directrice de la Caf
- d'un élu par commune

Annexe 1 : Plan d'actions
Orientation	Action	Chef de file	Coporteur	Échéance
Mobilité	1/ Ouvrir une navette vers le marché	CCVB	Communes	2025
Mobilité	2/ Prêter des vélos aux apprentis	Mission locale		2026
Petite enfance	3/ Réunir les relais petite enfance	CCVB	Caf	2024

Fiche action 1.1
Titre	Accompagner les seniors au numérique
Porteur	CCVB
Public cible	Personnes de plus de 60 ans
Indicateurs	Nombre d'ateliers tenus ; nombre de seniors inscrits
"""


def val_de_brume() -> tuple[ReadDocument, Extraction]:
    """A convention with articles, a plan and a fiche."""
    read = document(VAL_DE_BRUME)
    title = "CONVENTION TERRITORIALE GLOBALE 2024-2028"
    plan = [
        PlanRow(orientation=c[0], action=c[1], chef_de_file=c[2], coporteur=c[3], echeance=c[4], source=read.span(n, n))
        for n in (21, 22, 23)
        for c in [read.lines[n - 1].cells]
    ]
    fiche = FicheAction(
        numero="1.1",
        titre="Accompagner les seniors au numérique",
        porteurs=["CCVB"],
        public_cible="Personnes de plus de 60 ans",
        indicateurs=["Nombre d'ateliers tenus", "nombre de seniors inscrits"],
        echeances=Periode(),
    )
    champs = {"numero": 25, "titre": 26, "porteurs": 27, "public_cible": 28, "indicateurs": 29}
    sources = tuple(FieldSource(champ=champ, source=read.span(n, n)) for champ, n in champs.items())
    return read, Extraction(
        document=read.name,
        carte=Carte(
            titre="Convention territoriale globale 2024-2028",
            territoire="Territoire du Val-de-Brume",
            caf="Corrèze",
            periode_debut="1er janvier 2024",
            periode_fin="31 décembre 2028",
            signataires=("Caf de la Corrèze", "communauté de communes du Val-de-Brume (CCVB)", "Commune de Brumeville"),
            sigles={"CCVB": "communauté de communes du Val-de-Brume"},
        ),
        sections=(
            section(read, 1, 29, title, kind="titre"),
            section(read, 4, 6, title, "Article 1 : Objet de la convention"),
            section(read, 7, 9, title, "Article 2 : Durée de la convention"),
            section(read, 10, 12, title, "Article 3 : Recours"),
            section(read, 13, 18, title, "Article 4 : Comité de pilotage"),
            section(read, 19, 24, title, "Annexe 1 : Plan d'actions", kind="annexe"),
        ),
        fiches=(ExtractedFiche(fiche=fiche, source=read.span(25, 29), sources=sources),),
        plan=tuple(plan),
    )


ORVELLE = """Convention territoriale globale
Pays d'Orvelle agglomération
2022-2026

Article 1 : Objet
Renforcer les services aux familles de l'agglomération.

Article 2 : Durée
La présente convention prend effet le 1er mars 2022 et s'achève le 28 février 2026.

Article 3 : Litiges
En cas de contentieux, le tribunal administratif de Sourcelle est seul compétent.

Fiche 2.1 Aider les parents
Le lieu d'accueil enfants-parents ouvrira deux matinées de plus au quartier des Tanneurs.
Un minibus itinérant ira au-devant des familles des hameaux.
Les indicateurs : fréquentation du lieu d'accueil, nombre de tournées.
"""


def orvelle() -> tuple[ReadDocument, Extraction]:
    """A second convention, in prose."""
    read = document(ORVELLE, "orvelle.txt")
    return read, Extraction(
        document=read.name,
        carte=Carte(
            titre="Convention territoriale globale",
            territoire="Pays d'Orvelle agglomération",
            caf="Cantal",
            signataires=("Caisse d'allocations familiales du Cantal", "Pays d'Orvelle agglomération"),
        ),
        sections=(
            section(read, 5, 7, "Article 1 : Objet"),
            section(read, 8, 10, "Article 2 : Durée"),
            section(read, 11, 13, "Article 3 : Litiges"),
            section(read, 14, 17, "Fiche 2.1 Aider les parents", kind="fiche"),
        ),
    )
