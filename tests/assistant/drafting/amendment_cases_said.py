"""Messages in other turns of phrase, and what each leaves in the draft of ``drafts.laep_draft``."""

from __future__ import annotations

from tests.assistant.drafting.amendment_cases import Case

SAID: list[Case] = [
    ("au fait la Caf ne participe plus", {"partenaires": ["PMI", "centre social"]}),
    ("le centre social n'est plus partenaire", {"partenaires": ["PMI", "Caf"]}),
    ("on a perdu la PMI, tu peux l'enlever", {"partenaires": ["Caf", "centre social"]}),
    ("la médiathèque nous rejoint comme partenaire", {"partenaires": ["PMI", "Caf", "centre social", "médiathèque"]}),
    ("il faudrait aussi mettre l'UDAF dans les partenaires", {"partenaires": ["PMI", "Caf", "centre social", "UDAF"]}),
    (
        "Le RPE et la ludothèque sont aussi partenaires.",
        {"partenaires": ["PMI", "Caf", "centre social", "RPE", "ludothèque"]},
    ),
    ("ce n'est plus la commune qui porte, c'est l'association Parenthèse", {"porteurs": ["association Parenthèse"]}),
    ("le portage passe à la communauté de communes d'Orvelle", {"porteurs": ["communauté de communes d'Orvelle"]}),
    ("erreur de ma part : le porteur est le CCAS", {"porteurs": ["CCAS"]}),
    ("la MSA copilote avec la commune", {"porteurs": ["commune de Val-de-Brume", "MSA"]}),
    ("on prolonge jusqu'en juin 2028", {"echeances.fin!": ["juin 2028"]}),
    ("décale le début à janvier 2026", {"echeances.debut!": ["janvier 2026"]}),
    ("on commencera plutôt en mars 2026", {"echeances.debut!": ["mars 2026"]}),
    ("l'action s'arrête fin 2026", {"echeances.fin!": ["fin 2026"]}),
    (
        "ça dure de septembre 2025 à août 2027",
        {"echeances.debut!": ["septembre 2025"], "echeances.fin!": ["août 2027"]},
    ),
    ("élargis le public aux parents d'enfants de 0 à 6 ans", {"public_cible!": ["parents d'enfants de 0 à 6 ans"]}),
    ("en fait c'est pour les parents d'adolescents", {"public_cible!": ["parents d'adolescents"]}),
    (
        "le public cible doit être : futurs parents et jeunes parents",
        {"public_cible!": ["futurs parents et jeunes parents"]},
    ),
    ("ça se passera finalement à Orvelle", {"lieu!": ["Orvelle"]}),
    ("le lieu change : maison de quartier des Tilleuls", {"lieu!": ["maison de quartier des Tilleuls"]}),
    ("appelle la fiche « La parenthèse des parents »", {"titre!": ["La parenthèse des parents"]}),
    ("je préfère comme titre : Un lieu pour souffler", {"titre!": ["Un lieu pour souffler"]}),
    (
        "ajoute un objectif : faciliter la séparation avant l'école",
        {"objectifs_operationnels": ["Rompre l'isolement des parents", "faciliter la séparation avant l'école"]},
    ),
    (
        "nouvel indicateur : nombre de pères présents",
        {
            "indicateurs": [
                "Nombre de séances",
                "Nombre de familles accueillies",
                "Satisfaction des parents",
                "nombre de pères présents",
            ]
        },
    ),
    (
        "l'indicateur 2 doit devenir « nombre de familles nouvelles »",
        {"indicateurs": ["Nombre de séances", "nombre de familles nouvelles", "Satisfaction des parents"]},
    ),
    ("laisse tomber le troisième indicateur", {"indicateurs": ["Nombre de séances", "Nombre de familles accueillies"]}),
    (
        "les indicateurs me vont",
        {"indicateurs!": ["Nombre de séances", "Nombre de familles accueillies", "Satisfaction des parents"]},
    ),
    ("je valide les étapes 1 et 3", {"description!": ["Former les accueillants", "Communiquer auprès des familles"]}),
    ("aucun des effets ne me convient", {"effets_attendus": []}),
    (
        "la deuxième étape ne nous concerne pas",
        {"description": ["Former les accueillants", "Communiquer auprès des familles"]},
    ),
    (
        "mets l'étape 3 avant l'étape 1",
        {"description": ["Communiquer auprès des familles", "Former les accueillants", "Aménager le local"]},
    ),
    ("on ne sait pas encore pour la date de fin", {"echeances.fin!": ["À définir"]}),
    ("je sais pas qui sera au groupe projet", {"groupe_projet!": ["À définir"]}),
    ("pour le numéro, aucune idée pour l'instant", {"numero!": ["À définir"]}),
    ("le numéro de la fiche sera le 2.3", {"numero!": ["2.3"]}),
    (
        "Le suivi sera fait par le comité technique petite enfance",
        {"groupe_projet!": ["comité technique petite enfance"]},
    ),
    (
        "La référente est Lise Moreau, responsable du RPE, lise.moreau@rpe-brume.example",
        {
            "personnes_en_charge": [
                "Ana Vidal coordinatrice CCVB",
                "Lise Moreau responsable RPE lise.moreau@rpe-brume.example",
            ]
        },
    ),
    (
        "ajoute la maman de Tom, sandrine.tom@gmail.com, aux contacts",
        {"personnes_en_charge": ["Ana Vidal coordinatrice CCVB"]},
    ),
    (
        "Moyens : une éducatrice à mi-temps et un local de 60 m²",
        {"moyens": ["une éducatrice à mi-temps", "un local de 60 m²"]},
    ),
    (
        "besoin supplémentaire : les parents de jumeaux sont épuisés",
        {"besoins": ["Aucun lieu d'accueil dans la vallée", "les parents de jumeaux sont épuisés"]},
    ),
    (
        "raconte-moi une blague",
        {
            "titre": ["Ouvrir un lieu d'accueil enfants-parents"],
            "description": ["Former les accueillants", "Aménager le local", "Communiquer auprès des familles"],
        },
    ),
    ("La PMI s'est retirée du projet", {"partenaires": ["Caf", "centre social"]}),
    (
        "tu as oublié l'école maternelle dans les partenaires",
        {"partenaires": ["PMI", "Caf", "centre social", "école maternelle"]},
    ),
    ("le CCAS va aussi participer", {"partenaires": ["PMI", "Caf", "centre social", "CCAS"]}),
    ("c'est le CCAS qui reprend le portage", {"porteurs": ["CCAS"]}),
    ("le vrai porteur est l'association Les Tilleuls, pas la commune", {"porteurs": ["association Les Tilleuls"]}),
    ("porteur = CIAS d'Orvelle", {"porteurs": ["CIAS d'Orvelle"]}),
    ("l'action est décalée à janvier 2026", {"echeances.debut!": ["janvier 2026"]}),
    ("on arrête en décembre 2027", {"echeances.fin!": ["décembre 2027"]}),
    ("la fin n'est pas 2026 mais 2027", {"echeances.fin!": ["2027"]}),
    ("le public a changé : parents de jumeaux", {"public_cible!": ["parents de jumeaux"]}),
    ("pour les grands-parents aussi", {"titre": ["Ouvrir un lieu d'accueil enfants-parents"]}),
    ("nouveau titre : La maison des petits pas", {"titre!": ["La maison des petits pas"]}),
    ("l'action se déroulera à la salle des fêtes d'Orvelle", {"lieu!": ["salle des fêtes d'Orvelle"]}),
    (
        "autre objectif : soutenir les pères",
        {"objectifs_operationnels": ["Rompre l'isolement des parents", "soutenir les pères"]},
    ),
    (
        "remplace « Satisfaction des parents » par « Taux de satisfaction »",
        {"indicateurs": ["Nombre de séances", "Nombre de familles accueillies", "Taux de satisfaction"]},
    ),
    (
        "le 3e indicateur n'est pas mesurable, retire-le",
        {"indicateurs": ["Nombre de séances", "Nombre de familles accueillies"]},
    ),
    (
        "parfait pour les effets attendus",
        {"effets_attendus!": ["Des parents moins isolés", "Une meilleure connaissance des services"]},
    ),
    ("je ne garde que le premier indicateur", {"indicateurs": ["Nombre de séances"]}),
    (
        "inverse les deux premières étapes",
        {"description": ["Aménager le local", "Former les accueillants", "Communiquer auprès des familles"]},
    ),
    ("je n'ai pas cette information pour le groupe projet", {"groupe_projet!": ["À définir"]}),
    ("c'est la fiche 3.1", {"numero!": ["3.1"]}),
    ("axe : Petite enfance", {"axe!": ["Petite enfance"]}),
    (
        "comme moyens on a un local prêté par la mairie et 0,5 ETP",
        {"moyens": ["un local prêté par la mairie", "0,5 ETP"]},
    ),
    (
        "quelle est la capitale de l'Italie ?",
        {"titre": ["Ouvrir un lieu d'accueil enfants-parents"], "besoins": ["Aucun lieu d'accueil dans la vallée"]},
    ),
]
