"""The posts and sub-posts of the form's budget, and the plain words that lead to each."""

from __future__ import annotations

import re

ACHATS, SERVICES, AUTRES_SERVICES = "Achats", "Services extérieurs", "Autres services extérieurs"
IMPOTS, PERSONNEL, GESTION = "Impôts et taxes", "Charges de personnel", "Autres charges de gestion courante"
INDIRECTES = "Charges indirectes réparties affectées au projet"
SUBVENTIONS, PROPRES = "Subventions d'exploitation", "Ressources propres affectées au projet"
VENTES = "Vente de produits finis, de marchandises, prestations de services"
COMMUNES = "Communes, communautés de communes ou d'agglomérations"
SOCIAUX = "Organismes sociaux (Caf, MSA. Détailler)"
ETAT = "État"
AUTRES_PUBLICS = "Autres établissements publics"

_CHARGES: tuple[tuple[str, str, str | None], ...] = (
    (r"assuranc", SERVICES, "Assurance"),
    (r"locati|loyer|louer", SERVICES, "Locations"),
    (r"entretien|reparation|maintenance", SERVICES, "Entretien et réparation"),
    (r"documentation|abonnement", SERVICES, "Documentation"),
    (
        (
            r"honoraire|intervenant|prestataire|prestation|vacation|intervention|supervision"
            r"|analyse de(?:s)? pratique|formateur|formation"
        ),
        AUTRES_SERVICES,
        "Rémunérations intermédiaires et honoraires",
    ),
    (
        r"communication|publicite|publication|impression|flyer|affiche|plaquette|site internet",
        AUTRES_SERVICES,
        "Publicité, publications",
    ),
    (
        r"deplacement|mission|transport|trajet|frais kilometrique|carburant|essence",
        AUTRES_SERVICES,
        "Déplacements, missions",
    ),
    (
        r"frais bancaire|services? bancaire|telephon|affranchissement|la poste\b|internet",
        AUTRES_SERVICES,
        "Services bancaires, autres",
    ),
    (r"taxes? sur (?:les )?(?:salaire|remuneration)", IMPOTS, "Impôts et taxes sur rémunération"),
    (r"impot|taxe", IMPOTS, "Autres impôts et taxes"),
    (r"charges? sociale|cotisations? (?:sociale|patronale)|charges? patronale", PERSONNEL, "Charges sociales"),
    (
        (
            r"salair|remuneration|personnel|poste d|animat|coordinat|coordo|educat|agent|etp|mi-temps"
            r"|temps plein|charge de (?:projet|mission)"
            r"|salarie|embauche|recrutement|directeur|directrice|psychologue|accueillant"
        ),
        PERSONNEL,
        "Rémunération des personnels",
    ),
    (
        (
            r"frais de fonctionnement|charges? (?:fixe|indirecte)|fonctionnement|frais de structure"
            r"|frais de siege"
        ),
        INDIRECTES,
        "Charges fixes de fonctionnement",
    ),
    (r"frais financier|agios", "Charges financières", None),
    (r"exceptionnel", "Charges exceptionnelles", None),
    (
        r"amortissement|provision",
        ("Dotation aux amortissements, provisions et engagements à réaliser sur ressources affectées"),
        None,
    ),
    (
        (
            r"fournitur|materiel|outil|plant|achat|matiere|alimentation|gouter|livre|jeu|jouet|velo"
            r"|mobilier|equipement|petit equipement|ingredient|logiciel"
            r"|ordinateur|tablette"
        ),
        ACHATS,
        "Achats matières et fournitures",
    ),
    (r"eau|electricite|energie|chauffage", ACHATS, "Autres fournitures"),
    (r"gestion courante|droits d'auteur|sacem|subvention", GESTION, None),
)
_PRODUITS: tuple[tuple[str, str, str | None], ...] = (
    (r"fonds propres?|ressources? propres?|autofinanc|tresorerie|reserves?\b", PROPRES, None),
    (r"europ|\bfse\b|feder|leader|feader", SUBVENTIONS, "Fonds européens (FSE, FEDER, etc)"),
    (r"\basp\b|emplois? aide|agence de services", SUBVENTIONS, "L'agence de services et de paiement (emplois aidés)"),
    (r"\bcaf\b|\bmsa\b|carsat|cpam|cnaf|organismes? socia|caisse d|mutualite", SUBVENTIONS, SOCIAUX),
    (r"departement|\bcd ?\d\d\b|conseil departemental|\bcd\b", SUBVENTIONS, "Conseil(s) départemental(aux)"),
    (r"region|conseil regional", SUBVENTIONS, "Conseil(s) régional(aux)"),
    (r"fondation|mecen|prive|\bdons?\b|sponsor|entreprise", SUBVENTIONS, "Aides privées (fondation)"),
    (
        (
            r"\betat\b|prefecture|ministere|ddets|sdjes|drac|\bars\b|dsden|politique de la ville|fipd"
            r"|dilcrah|mildeca|anct|fdva"
        ),
        SUBVENTIONS,
        ETAT,
    ),
    (r"cotisation|adhesion", "Autres produits de gestion courante", "Cotisations"),
    (
        (
            r"participations? (?:des |de |aux )?(?:famille|usager|parent|habitant|beneficiaire|jeune)"
            r"|vente|billetterie|tarif"
            r"|buvette|prestations? de service|\bps\b"
        ),
        VENTES,
        None,
    ),
    (
        (
            r"commun|ville|mairie|agglo|metropole|\bepci\b|intercommun|syndicat|collectivite"
            r"|\bcc[a-z]{1,5}\b|\bca[a-z]{2,5}\b|ccas|cias"
        ),
        SUBVENTIONS,
        COMMUNES,
    ),
    (r"produits? financier|interets?\b", "Produits financiers", None),
    (r"produits? exceptionnel", "Produits exceptionnels", None),
)
CHARGES = tuple((re.compile(rf"\b(?:{pattern})"), poste, sous) for pattern, poste, sous in _CHARGES)
PRODUITS = tuple((re.compile(rf"(?:{pattern})"), poste, sous) for pattern, poste, sous in _PRODUITS)

TO_CHARGES = re.compile(r"\b(?:charges?|depenses?|achats?|couts?|salaires?|assurance)\b")
TO_PRODUITS = re.compile(
    r"\b(?:recettes?|produits?|ressources?|financements?|financeurs?|finance(?:e?s?|nt)?|subventions?|aides?)\b"
)
