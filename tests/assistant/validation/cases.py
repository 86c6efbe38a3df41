"""For every rule, fiches it must leave alone and fiches it must point out."""

from __future__ import annotations

from typing import Any

from assistant.validation import ValidationContext
from tests.assistant.fiches import budget

CONVENTION = ValidationContext(
    axes=("Petite enfance", "Parentalité", "Accès aux droits"),
    periode_debut="2023",
    periode_fin="2027",
    numeros=("2.1", "2.2"),
    titres=("Créer un café des parents",),
)
Change = dict[str, Any]


def person(**parts: str) -> Change:
    return {"personnes_en_charge": [parts]}


def charges(*lines: Change, **more: Any) -> Change:
    """A budget whose own funds balance these charges."""
    amount = sum(line["montant"] for line in lines)
    return {"budget": budget(charges=list(lines), produits=[{"poste": "Fonds propres", "montant": amount}], **more)}


def produits(*lines: Change) -> Change:
    amount = sum(line["montant"] for line in lines)
    return {"budget": budget(produits=list(lines), charges=[{"poste": "Achats", "montant": amount}])}


PASSING: dict[str, list[Change]] = {
    "champ_obligatoire": [
        {},
        {"budget": None, "points_de_vigilance": []},
        {"echeances": {"debut": "action permanente", "fin": None}},
        {"titre": "Titre de séjour : accompagner les familles"},
    ],
    "element_vide": [{}, {"moyens": ["?"]}],
    "passage_a_completer": [{"lieu": "[Val-de-Brume]"}, {"lieu": "à préciser"}],
    "date_illisible": [
        {"echeances": {"debut": "2024", "fin": "12/2026"}},
        {"echeances": {"debut": "rentrée 2024", "fin": "permanent"}},
        {"echeances": {"debut": "2024", "fin": "chaque année"}},
        {"echeances": {"debut": "?", "fin": "À définir"}},
        {"echeances": {"debut": "2024", "fin": "fin de la convention"}},
    ],
    "date_inexistante": [{"echeances": {"debut": "29/02/2024", "fin": "2026-12-31"}}],
    "ordre_des_dates": [
        {"echeances": {"debut": "2025", "fin": "2025"}},
        {"echeances": {"debut": "2025", "fin": "mars 2025"}},
        {"echeances": {"debut": "1er mars 2025", "fin": "2025"}},
        {"echeances": {"debut": None, "fin": "2020"}},
        {"echeances": {"debut": "mars 2026", "fin": "année scolaire 2025-2026"}},
    ],
    "hors_convention": [{}, {"echeances": {"debut": "2023", "fin": "31/12/2027"}}],
    "budget_hors_periode": [{}, {"budget": budget(periode={"debut": "2024", "fin": "2026"})}],
    "etape_hors_periode": [
        {},
        {"description": ["Depuis 2019, un groupe se réunit", "Selon le diagnostic de 2021, agir", "Réunir les élus"]},
    ],
    "numero_forme": [{}, {"numero": "N°4.12"}, {"numero": "N° 1.2"}],
    "numero_unique": [{}],
    "numero_axe": [{}, {"axe": "2 - Parentalité"}, {"axe": "Parentalité"}, {"axe": "Axe II. Parentalité"}],
    "axe_connu": [{}, {"axe": "parentalite"}, {"axe": "Axe 3 – L'accès aux droits"}],
    "titre_unique": [{}],
    "porteur_structure": [
        {},
        {"porteurs": ["Centre social Jean Moulin", "Mairie d'Orvelle", "CC du Val-de-Brume", "Les Francas"]},
        {"porteurs": ["Signataires de la CTG", "Caf", "Chargée de coopération", "France services"]},
    ],
    "personne_en_charge": [
        {},
        person(nom="Coordinatrice de la maison des familles"),
        person(fonction="Service jeunesse"),
        person(nom="Mme Commune"),
    ],
    "contact_manquant": [{}, {"personnes_en_charge": []}],
    "mail_forme": [{}, person(nom="A. Lebrun", mail="a-b.c+d@sous.brume.org"), person(nom="A", mail="à compléter")],
    "mail_professionnel": [{}, person(nom="A", mail="ludo@orange-brume.fr"), {"lieu": "Place de l'Orange"}],
    "telephone_forme": [
        person(nom="A. Lebrun", fonction="Agent, 02 41 00 00 00"),
        person(nom="A. Lebrun", fonction="Agent, +33 2 41 00 00 00"),
        person(nom="A. Lebrun", fonction="Référente CTG 2023-2027"),
    ],
    "porteur_et_partenaire": [{}],
    "budget_vide": [{}, {"budget": None}],
    "budget_equilibre": [
        {},
        {"budget": budget(charges=[], produits=[])},
        produits({"poste": "Subvention Caf", "montant": 0.1}, {"poste": "Ventes", "montant": 0.2}),
        {
            "budget": budget(
                charges=[{"poste": "Achats", "montant": 10}],
                produits=[{"poste": "Ventes", "montant": 7}, {"poste": "Insuffisance prévisionnelle", "montant": 3}],
            )
        },
    ],
    "resultat_mal_place": [
        charges({"poste": "Achats", "montant": 1}, {"poste": "Excédent prévisionnel", "montant": 2})
    ],
    "contributions_symetriques": [{}, {"budget": budget(contributions=None)}],
    "ligne_en_double": [
        charges(
            {"poste": "Achats", "libelle": "Jeux", "montant": 5}, {"poste": "Achats", "libelle": "Eau", "montant": 5}
        )
    ],
    "total_en_ligne": [
        charges({"poste": "Achats", "sous_poste": "Jeux", "montant": 5}, {"poste": "Achats", "montant": 5}),
        charges({"poste": "Achats", "libelle": "Totems", "montant": 5}),
    ],
    "montant_plausible": [{}],
    "financeur_nomme": [
        {},
        produits({"poste": "74 - Subventions d'exploitation", "sous_poste": "Caf", "montant": 5}),
        produits({"poste": "Subvention de la commune d'Orvelle", "montant": 5}),
        produits({"poste": "Subventions d'exploitation", "sous_poste": "ASP", "montant": 5}),
    ],
    "poste_du_formulaire": [
        {},
        charges({"poste": "60 Achats", "montant": 1}, {"poste": "AUTRES CHARGES DE GESTION COURANTE", "montant": 1}),
    ],
    "budget_periode": [{}],
    "indicateur_mesure": [{}, {"indicateurs": ["Les instances ont-elles été réunies ?"]}],
    "indicateurs_natures": [{}, {"indicateurs": []}],
    "indicateurs_source": [{}, {"indicateurs": []}],
    "objectif_sans_indicateur": [{}, {"indicateurs": []}],
    "effet_sans_indicateur": [{}, {"effets_attendus": ["Partager les pratiques et les idées"]}],
    "effet_distinct": [{}, {"effets_attendus": ["Un plus grand nombre de familles se connaissent"]}],
    "titre_forme": [
        {},
        {"titre": "Création d'un lieu de jeu"},
        {"titre": "Se former ensemble"},
        {"titre": "la coordination"},
        {"titre": "Permettre à chacun ce qu'il souhaite"},
    ],
    "titre_longueur": [{}],
    "element_long": [{}],
    "objectif_infinitif": [
        {"objectifs_operationnels": ["- S'appuyer sur le réseau", "Élargir l'accueil", "Mieux informer"]}
    ],
    "doublon": [{}],
    "repetition": [{}, {"besoins": ["Le jeu"], "moyens": ["Le jeu"]}],
    "sigle_explique": [
        {},
        {"besoins": ["Le relais petite enfance (RPE) est loin"], "partenaires": ["RPE"]},
        {"besoins": ["Le RPE (relais petite enfance) est loin"]},
        {"besoins": ["La Caf, la MSA et le COPIL en XXI points"]},
        {"titre": "OUVRIR UNE LUDOTHÈQUE ITINÉRANTE"},
        {"partenaires": ["UDAF", "ADMR"], "groupe_projet": "COPIL EAJE"},
    ],
    "typographie": [
        {},
        {"besoins": ["Nous nous réunissons", "Dire « oui »", "Un lieu de vie\u202f: la salle"]},
    ],
    "balise": [{}, {"besoins": ["Un âge <6 ans et >3 ans"]}],
}

FAILING: dict[str, list[tuple[Change, str, str | None]]] = {
    "champ_obligatoire": [
        ({"titre": "Titre"}, "erreur", "titre"),
        ({"numero": "N°XXXX"}, "erreur", "numero"),
        ({"axe": "  "}, "erreur", "axe"),
        ({"lieu": None}, "erreur", "lieu"),
        ({"moyens": ["À définir", "?", " - "]}, "erreur", "moyens"),
        ({"besoins": []}, "erreur", "besoins"),
        ({"public_cible": "[public à préciser]"}, "erreur", "public_cible"),
        ({"groupe_projet": "A compléter ultérieurement"}, "erreur", "groupe_projet"),
        ({"echeances": {"debut": "2024", "fin": "?"}}, "erreur", "echeances.fin"),
        ({"personnes_en_charge": [{"mail": "a@brume.fr"}]}, "erreur", "personnes_en_charge"),
    ],
    "element_vide": [({"moyens": ["Un local", "XXXX"]}, "avertissement", "moyens")],
    "passage_a_completer": [({"lieu": "Dans [commune à préciser] et alentour"}, "avertissement", "lieu")],
    "date_illisible": [({"echeances": {"debut": "bientôt", "fin": "2026"}}, "avertissement", "echeances.debut")],
    "date_inexistante": [
        ({"echeances": {"debut": "31/02/2025", "fin": "2026"}}, "erreur", "echeances.debut"),
        ({"echeances": {"debut": "2025", "fin": "2026-13-01"}}, "erreur", "echeances.fin"),
        ({"echeances": {"debut": "31 septembre 2025", "fin": "2026"}}, "erreur", "echeances.debut"),
    ],
    "ordre_des_dates": [
        ({"echeances": {"debut": "2026", "fin": "2025"}}, "erreur", "echeances.fin"),
        ({"echeances": {"debut": "septembre 2025", "fin": "mars 2025"}}, "erreur", "echeances.fin"),
        ({"budget": budget(periode={"debut": "2026", "fin": "2025"})}, "erreur", "budget.periode.fin"),
    ],
    "hors_convention": [
        ({"echeances": {"debut": "2024", "fin": "2029"}}, "avertissement", "echeances.fin"),
        ({"echeances": {"debut": "2024", "fin": "2027-2028"}}, "avertissement", "echeances.fin"),
        ({"echeances": {"debut": "2021", "fin": "2024"}}, "avertissement", "echeances.debut"),
    ],
    "budget_hors_periode": [
        ({"budget": budget(periode={"debut": "2020", "fin": "2025"})}, "avertissement", "budget.periode.debut")
    ],
    "etape_hors_periode": [({"description": ["Mars 2029 : bilan"]}, "avertissement", "description")],
    "numero_forme": [
        ({"numero": "Fiche 3"}, "avertissement", "numero"),
        ({"numero": "2"}, "avertissement", "numero"),
        ({"numero": "première"}, "erreur", "numero"),
    ],
    "numero_unique": [({"numero": "2.1"}, "erreur", "numero")],
    "numero_axe": [
        ({"numero": "3.1"}, "avertissement", "numero"),
        ({"axe": "Axe IV – Jeunesse"}, "avertissement", "numero"),
        ({"axe": "Accès aux droits"}, "avertissement", "numero"),
    ],
    "axe_connu": [({"axe": "Mobilité"}, "avertissement", "axe")],
    "titre_unique": [({"titre": "créer un café des parents."}, "avertissement", "titre")],
    "porteur_structure": [
        ({"porteurs": ["Mme Durand"]}, "avertissement", "porteurs"),
        ({"porteurs": ["Claire Morvan, mairie d'Orvelle"]}, "avertissement", "porteurs"),
        ({"porteurs": ["MORVAN Claire"]}, "avertissement", "porteurs"),
    ],
    "personne_en_charge": [
        (person(nom="Communauté de communes"), "avertissement", "personnes_en_charge"),
        (person(nom="La Caf"), "avertissement", "personnes_en_charge"),
    ],
    "contact_manquant": [(person(nom="Anna Lebrun"), "conseil", "personnes_en_charge")],
    "mail_forme": [
        (person(nom="A", mail="anna.brume.fr"), "erreur", "personnes_en_charge"),
        (person(nom="A", mail="anna@brume"), "erreur", "personnes_en_charge"),
        (person(nom="A", mail="anna@@brume.fr"), "erreur", "personnes_en_charge"),
    ],
    "mail_professionnel": [
        (person(nom="A", mail="anna@GMAIL.com"), "avertissement", "personnes_en_charge"),
        ({"description": ["Écrire à une.maman@orange.fr"]}, "avertissement", "description"),
    ],
    "telephone_forme": [(person(nom="A", fonction="Agent, 02 41 00 00"), "avertissement", "personnes_en_charge")],
    "porteur_et_partenaire": [({"partenaires": ["communauté de communes du Val-de-Brume."]}, "conseil", "partenaires")],
    "budget_vide": [({"budget": {"periode": {"debut": "2025"}}}, "avertissement", "budget")],
    "budget_equilibre": [
        ({"budget": budget(charges=[{"poste": "Achats", "montant": 20000.01}])}, "erreur", "budget"),
        ({"budget": budget(produits=[])}, "erreur", "budget"),
    ],
    "resultat_mal_place": [
        (produits({"poste": "Excédent", "montant": 1}), "erreur", "budget.produits"),
        (charges({"poste": "Insuffisance", "montant": 1}), "erreur", "budget.charges"),
    ],
    "contributions_symetriques": [
        (
            {"budget": budget(contributions={"emplois": [{"poste": "Secours en nature", "montant": 5}]})},
            "erreur",
            "budget.contributions.ressources",
        )
    ],
    "ligne_en_double": [
        (
            charges({"poste": "Achats", "montant": 1}, {"poste": "ACHATS", "montant": 2}),
            "avertissement",
            "budget.charges",
        ),
        (
            charges(
                {"poste": "60 - Achats", "libelle": "Jeux.", "montant": 1},
                {"poste": "Achat", "libelle": "jeux", "montant": 2},
            ),
            "avertissement",
            "budget.charges",
        ),
    ],
    "total_en_ligne": [
        (charges({"poste": "TOTAL DES CHARGES", "montant": 1}), "avertissement", "budget.charges"),
        (
            charges(
                {"poste": "Achats", "montant": 3},
                {"poste": "Achats", "sous_poste": "Jeux", "montant": 1},
                {"poste": "Achats", "sous_poste": "Eau", "montant": 2},
            ),
            "avertissement",
            "budget.charges",
        ),
    ],
    "montant_plausible": [
        (charges({"poste": "Achats", "montant": 0}), "conseil", "budget.charges"),
        (charges({"poste": "Achats", "montant": 1.5}), "conseil", "budget.charges"),
        (charges({"poste": "Achats", "montant": 10**12}), "avertissement", "budget.charges"),
    ],
    "financeur_nomme": [
        (produits({"poste": "Subventions d'exploitation", "montant": 5}), "erreur", "budget.produits"),
        (produits({"poste": "Subvention demandée", "montant": 5}), "erreur", "budget.produits"),
        (
            produits({"poste": "Subventions d'exploitation", "sous_poste": "à préciser", "montant": 5}),
            "erreur",
            "budget.produits",
        ),
        (
            produits({"poste": "Subventions d'exploitation", "sous_poste": "État", "montant": 5}),
            "conseil",
            "budget.produits",
        ),
    ],
    "poste_du_formulaire": [(charges({"poste": "Goûters", "montant": 1}), "conseil", "budget.charges")],
    "budget_periode": [({"budget": budget(periode=None)}, "conseil", "budget.periode.debut")],
    "indicateur_mesure": [({"indicateurs": ["Les familles"]}, "conseil", "indicateurs")],
    "indicateurs_natures": [({"indicateurs": ["Nombre de réunions"]}, "conseil", "indicateurs")],
    "indicateurs_source": [({"indicateurs": ["Nombre de réunions"]}, "conseil", "indicateurs")],
    "objectif_sans_indicateur": [
        ({"objectifs_operationnels": ["Former les assistantes maternelles"]}, "conseil", "objectifs_operationnels")
    ],
    "effet_sans_indicateur": [({"effets_attendus": ["Moins d'isolement"]}, "conseil", "effets_attendus")],
    "effet_distinct": [
        ({"effets_attendus": ["Nombre de familles accueillies"]}, "conseil", "effets_attendus"),
        ({"effets_attendus": ["Le calme"], "indicateurs": ["Le calme."]}, "conseil", "effets_attendus"),
    ],
    "titre_forme": [
        ({"titre": "Nous souhaitons ouvrir un lieu"}, "conseil", "titre"),
        ({"titre": "Le relais doit déménager"}, "conseil", "titre"),
        ({"titre": "Comment accueillir les enfants ?"}, "conseil", "titre"),
    ],
    "titre_longueur": [
        ({"titre": "Ouvrir " + "un lieu " * 20}, "conseil", "titre"),
        ({"titre": "Ouvrir " + "un lieu " * 40}, "avertissement", "titre"),
    ],
    "element_long": [({"besoins": ["mot " * 200]}, "conseil", "besoins")],
    "objectif_infinitif": [
        ({"objectifs_operationnels": ["Formation des agents"]}, "conseil", "objectifs_operationnels")
    ],
    "doublon": [({"moyens": ["Un local", "un local."]}, "avertissement", "moyens")],
    "repetition": [
        ({"objectifs_strategiques": ["Ouvrir une ludothèque itinérante."]}, "conseil", "objectifs_strategiques")
    ],
    "sigle_explique": [
        ({"besoins": ["Le RPE est loin"]}, "conseil", None),
        ({"besoins": ["Le RPE est loin"], "moyens": ["Le relais petite enfance (RPE)"]}, "conseil", None),
        ({"besoins": ["Le LAEP (fermé en 2021) manque"]}, "conseil", None),
    ],
    "typographie": [
        ({"besoins": ["Le lieu de de jeu"]}, "conseil", "besoins"),
        ({"besoins": ["Un lieu  fermé"]}, "conseil", "besoins"),
        ({"besoins": ['Un lieu "ouvert"']}, "conseil", "besoins"),
        ({"besoins": ["L'Etat se retire"]}, "conseil", "besoins"),
    ],
    "balise": [({"besoins": ["<ul><li>Un lieu</li></ul>"]}, "avertissement", "besoins")],
}
