"""Invented conventions, as lines the reader would give."""

from __future__ import annotations

from corpus.models import Line, ReadDocument, Section

CONVENTION = """
CONVENTION TERRITORIALE GLOBALE
2031-2035

Territoire du Val-de-Brume

Entre :

- la Caisse d'allocations familiales de la Haute-Orvelle, représentée par sa directrice, Madame Ida Lorme ;

ci-après dénommée « la Caf » ;

et

- la communauté de communes du Val-de-Brume (CCVB), représentée par son président, Monsieur Paul Serin ;
- le syndicat des écoles de Mirande, représenté par sa présidente, Madame Rose Aubin ;

ci-après dénommés « les collectivités » ;

Il est convenu et arrêté ce qui suit :

Sommaire

Article 1 : Objet	3
Article 2 : Durée de la convention	4
Annexe 1 : Diagnostic
Annexe 2 : Fiches actions

Vu le Code de l'action sociale et des familles ;

Vu la délibération du conseil communautaire en date du 4 novembre 2030 ;

PREAMBULE

Le Val-de-Brume réunit onze communes autour d'une vallée industrielle qui se transforme.

Article 1 : Objet

La convention organise le travail commun des signataires, selon l'article 2 ci-dessous.

Axe 1 : Accueillir les jeunes enfants dans toutes les vallées

1.1 : Ouvrir des places

1.2 : Former les équipes

Axe 2 : Rendre les droits accessibles

Le comité de pilotage est composé :

- d'élus de la communauté de communes ;
- de représentants de la Caf.

Article 2 : Durée de la convention

Elle est conclue pour une durée de 5 ans, du 1er janvier 2031 au 31 décembre 2035.

Fait à Brume-le-Haut,
le 12 janvier 2031

Pour la Caisse d'allocations familiales
La directrice

Annexe 1 : Diagnostic

Le diagnostic est consultable au siège de la communauté de communes et à la Caf.

Annexe 2 : Fiches actions

Fiche action 1.1 : Ouvrir une crèche itinérante

Contexte

Trois communes de la vallée haute n'ont aucun mode d'accueil collectif pour les enfants.

Objectifs :

- Proposer dix places
- Réduire les trajets

Public visé

Les familles de la vallée haute

Fiche action 2.1 : Créer un point d'accès aux droits

Contexte

Les permanences ferment et les habitants ne savent plus vers qui se tourner pour leurs démarches.

Indicateurs :

- Nombre de visites
"""

PLAN = """
Annexe 3 : Plan d'actions 2031-2035

Orientations	Actions proposées	Chef de file	Coporteur	Action 2031
Axe 1 : Accueillir les jeunes enfants
1/ Diversifier l'accueil	1/ Ouvrir une crèche itinérante	CCVB	Communes ?	oui
	2/ Former les équipes	RPE		Oui

Orientations	Actions proposées	Chef de file	Coporteur	Action 2031
2/ Faire connaître l'offre	1/ Éditer un guide		CCVB
Axe 2 : Rendre les droits accessibles
	1/ Tenir des permanences	Caf		oui
"""


DENSE = """Convention territoriale globale de services
Pays de Mirande, 2031-2034
Entre la Caisse d'allocations familiales du Cendré, représentée par son directeur, Monsieur Luc
Ambre, et la communauté d'agglomération du Pays de Mirande (CAPM), représentée par sa présidente,
Madame Zoé Tarn, autorisée par son conseil.
PRÉAMBULE
Le Pays de Mirande réunit trente communes et ses emplois se concentrent dans la ville centre.
ARTICLE 1 - OBJET
La convention organise l'action commune des deux parties au service des familles du territoire,
pendant quatre ans.
ARTICLE 2 - DURÉE
La convention prend effet le 1er mars 2031 et s'achève le 31 décembre 2034. Elle ne peut pas être
reconduite.
Fait à Mirande, le 2 février 2031.
ANNEXE 1 – Plan d'actions
1) L'accueil
1.1 – Ouvrir une crèche
2) Les droits
2.1 – Tenir des permanences
Fiche action 1.1 : Ouvrir une crèche
Contexte
Neuf cents salariés commencent avant six heures et aucune structure n'ouvre aussi tôt le matin.
Indicateurs :
- Nombre de places
Public visé
Parents en horaires décalés
Fiche action 2.1 : Tenir des permanences
Contexte
Les habitants du plateau sont à une heure du premier guichet ouvert toute la semaine.
"""
"""A convention whose paragraphs no blank line parts, as a .pdf or a .docx gives it."""


def document(text: str, name: str = "invente.txt") -> ReadDocument:
    """A document of these lines; a line with tabs is a row."""
    lines = tuple(
        Line(number=number, text=line, cells=tuple(line.split("\t")) if "\t" in line else ())
        for number, line in enumerate(text.splitlines(), 1)
    )
    return ReadDocument(name=name, format="txt", lines=lines)


def padded(text: str, width: int) -> str:
    """Rows of a table brought to the same number of cells."""
    return "\n".join(
        line + "\t" * (width - 1 - line.count("\t")) if line.startswith("Axe") or "\t" in line else line
        for line in text.splitlines()
    )


def line_of(doc: ReadDocument, start: str, nth: int = 1) -> int:
    """The number of the nth line that starts so."""
    return [line.number for line in doc.lines if line.text.startswith(start)][nth - 1]


def kinds(sections: tuple[Section, ...], kind: str) -> list[str | None]:
    """The numbers of the sections of a kind, in order."""
    return [section.number for section in sections if section.kind == kind]
