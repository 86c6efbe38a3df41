"""Invented sources, faithful answers, and those answers altered one fact at a time: what the checker is measured on."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.checks import Source

SAID = "Que prévoient les conventions du Val-de-Brume pour le relais petite enfance et la jeunesse ?"
SOURCES = (
    Source(
        1,
        "Le relais petite enfance de Brume-le-Bas accueille 24 familles et propose 12 ateliers par mois.\n"
        "Il est porté par la communauté de communes, avec un budget de 45 000 €, dont 30 % versés par la Caf.\n"
        "Contact : Mme Claire Morvan, coordinatrice, 02 99 00 11 22, relais@valdebrume.fr.",
        "convention-val-de-brume › Val-de-Brume › Fiche 1.2 › Petite enfance",
    ),
    Source(
        2,
        "Le local des jeunes ouvre trois soirs par semaine depuis le 12 mars 2025 ; 60 adolescents y sont inscrits.\n"
        "La MJC de Trévanec anime le lieu avec la Mission locale et 1,5 équivalent temps plein.\n"
        "Aucun accueil n'est assuré pendant les vacances de Noël.",
        "convention-val-de-brume › Val-de-Brume › Fiche 2.1 › Jeunesse",
    ),
    Source(
        3,
        "Le comité de pilotage se réunit deux fois par an sous la présidence de M. Yann Le Goff.\n"
        "Dépenses : personnel 32,5 k€ ; locaux 8 400 euros ; total 40 900 €.\n"
        "Le taux de couverture passe de 52,4 % en 2023 à 60 % en 2027.",
        "convention-val-de-brume › Val-de-Brume › Article 7 › Gouvernance",
    ),
)
FAITHFUL = (
    "Le relais petite enfance accueille 24 familles [1].",
    "Il propose douze ateliers chaque mois [1].",
    "La communauté de communes porte le relais, avec un budget de 45000 € [1].",
    "La Caf verse 30 % de ce budget [1].",
    "Pour le relais, écrire à Claire Morvan (relais@valdebrume.fr, 02.99.00.11.22) [1].",
    "Le local des jeunes ouvre 3 soirs par semaine [2].",
    "Le local des jeunes est ouvert depuis mars 2025 [2].",
    "60 adolescents sont inscrits au local [2].",
    "La maison des jeunes et de la culture de Trévanec anime le local avec la Mission locale [2].",
    "Le lieu dispose de 1,5 équivalent temps plein [2].",
    "Le local n'assure aucun accueil pendant les vacances de Noël [2].",
    "Le comité de pilotage, présidé par Yann Le Goff, se réunit deux fois par an [3].",
    "Les dépenses de personnel sont de 32 500 € et celles des locaux de 8 400 € [3].",
    "Au total, les dépenses atteignent 40 900 euros [3].",
    "Le taux de couverture passe de 52,4 % à 60 % entre 2023 et 2027 [3].",
    "La convention dit du comité qu'il « se réunit deux fois par an » [3].",
    "Dans le Val-de-Brume, la fiche 2.1 concerne la jeunesse [2].",
    "- Le relais petite enfance propose des ateliers et accueille des familles [1]",
    "Le relais et le local des jeunes reçoivent des familles et des adolescents [1][2].",
    "Le budget du relais est de 45 000 euros, versés à 30 pour cent par la Caf [1].",
)


@dataclass(frozen=True, slots=True)
class Altered:
    """A faithful answer with one thing changed, and what kind of thing."""

    kind: str
    text: str


ALTERED = (
    Altered("nombre", "Le relais petite enfance accueille 42 familles [1]."),
    Altered("nombre", "Il propose vingt ateliers chaque mois [1]."),
    Altered("nombre", "Le local des jeunes ouvre cinq soirs par semaine [2]."),
    Altered("nombre", "600 adolescents sont inscrits au local [2]."),
    Altered("nombre", "Le lieu dispose de 2,5 équivalents temps plein [2]."),
    Altered("nombre", "Le comité de pilotage se réunit quatre fois par an [3]."),
    Altered("échange", "Le relais accueille 12 familles et propose 24 ateliers [1]."),
    Altered("montant", "La communauté de communes porte le relais, avec un budget de 54 000 € [1]."),
    Altered("montant", "Les dépenses de personnel sont de 325 000 € [3]."),
    Altered("montant", "Au total, les dépenses atteignent 40 900 k€ [3]."),
    Altered("montant", "Les dépenses de locaux sont de 8 400 000 euros [3]."),
    Altered("pourcentage", "La Caf verse 80 % de ce budget [1]."),
    Altered("pourcentage", "Le taux de couverture passe de 42,5 % à 60 % [3]."),
    Altered("pourcentage", "24 % des familles sont accueillies au relais [1]."),
    Altered("date", "Le local des jeunes est ouvert depuis avril 2025 [2]."),
    Altered("date", "Le local des jeunes est ouvert depuis le 21 mars 2025 [2]."),
    Altered("date", "Le taux de couverture atteint 60 % en 2029 [3]."),
    Altered("courriel", "Pour le relais, écrire à contact@valdebrume.fr [1]."),
    Altered("telephone", "Pour le relais, appeler le 02 99 00 11 23 [1]."),
    Altered("adresse", "Voir le relais sur www.relais-brume.fr [1]."),
    Altered("nom", "Pour le relais, écrire à Claire Moreau [1]."),
    Altered("nom", "Le comité de pilotage est présidé par Anne Kerbrat [3]."),
    Altered("nom", "La MJC de Plouvien anime le local des jeunes [2]."),
    Altered("nom", "L'ADMR anime le local des jeunes avec la Mission locale [2]."),
    Altered("nom", "Le relais petite enfance des Coteaux accueille 24 familles [1]."),
    Altered("nom en tête", "Kerbrat préside le comité de pilotage [3]."),
    Altered("renvoi", "Le relais petite enfance accueille 24 familles [9]."),
    Altered("renvoi", "Le relais petite enfance accueille 24 familles [2]."),
    Altered("renvoi", "Le local des jeunes ouvre trois soirs par semaine."),
    Altered("renvoi", "Le comité de pilotage se réunit deux fois par an [1]."),
    Altered("citation", "La convention dit du comité qu'il « se réunit chaque mois à la mairie » [3]."),
    Altered("citation", "Le relais « accueille 24 familles de la commune » [1]."),
    Altered("phrase", "La piscine municipale sera rénovée avec l'appui du département [2]."),
    Altered("phrase", "Les élus souhaitent supprimer la ludothèque itinérante [1]."),
    Altered("phrase", "Un service de navette gratuite dessert chaque hameau [2]."),
    Altered("négation", "Le relais n'accueille pas de familles [1]."),
    Altered("négation", "Le comité de pilotage ne se réunit jamais [3]."),
    Altered("rôle", "La Caf porte le relais avec la communauté de communes [1]."),
    Altered("rôle", "La Mission locale préside le local des jeunes [2]."),
    Altered("négation ôtée", "Un accueil est assuré pendant les vacances de Noël [2]."),
)
UNSEEN = ("rôle",)
"""A kind the checker does not see when what is said of somebody stands nowhere: a verb is not compared."""
