"""Bodies that may carry an action or take part in it: their abbreviations and the nouns that head their names."""

from __future__ import annotations

import re

CANONICAL = {
    "caf": "Caf",
    "msa": "MSA",
    "pmi": "PMI",
    "rpe": "RPE",
    "ram": "RAM",
    "laep": "LAEP",
    "mam": "MAM",
    "evs": "EVS",
    "avs": "AVS",
    "alsh": "ALSH",
    "acm": "ACM",
    "eaje": "EAJE",
    "ccas": "CCAS",
    "cias": "CIAS",
    "mjc": "MJC",
    "reaap": "REAAP",
    "clas": "CLAS",
    "pij": "PIJ",
    "bij": "BIJ",
    "ars": "ARS",
    "clic": "CLIC",
    "mda": "MDA",
    "mdph": "MDPH",
    "mdes": "MDES",
    "udaf": "UDAF",
    "admr": "ADMR",
    "cidff": "CIDFF",
    "sdjes": "SDJES",
    "ddets": "DDETS",
    "dsden": "DSDEN",
    "cmp": "CMP",
    "camsp": "CAMSP",
    "ime": "IME",
    "esat": "ESAT",
    "sessad": "SESSAD",
    "epci": "EPCI",
    "ctg": "CTG",
    "msap": "MSAP",
    "mfs": "MFS",
    "drac": "DRAC",
    "apf": "APF",
    "adapei": "ADAPEI",
    "carsat": "CARSAT",
    "crefad": "CREFAD",
    "adil": "ADIL",
    "anah": "ANAH",
    "soliha": "SOLIHA",
    "cllaj": "CLLAJ",
    "fjt": "FJT",
    "ehpad": "EHPAD",
    "ssiad": "SSIAD",
    "cpam": "CPAM",
    "cnfpt": "CNFPT",
    "cddf": "CDDF",
    "iae": "IAE",
    "siae": "SIAE",
    "aci": "ACI",
    "cej": "CEJ",
    "afr": "AFR",
    "ape": "APE",
    "fcpe": "FCPE",
    "pep": "PEP",
    "usep": "USEP",
    "cpts": "CPTS",
    "cls": "CLS",
    "qpv": "QPV",
    "pedt": "PEDT",
    "drogs": "DROGS",
    "rased": "RASED",
    "ulis": "ULIS",
    "bafa": "BAFA",
    "aesh": "AESH",
    "cadis": "CADIS",
    "ssr": "SSR",
    "cmpp": "CMPP",
    "maia": "MAIA",
    "dac": "DAC",
    "gem": "GEM",
    "oph": "OPH",
    "hlm": "HLM",
    "sirsg": "SIRSG",
    "copil": "Copil",
    "cotech": "Cotech",
    "atsem": "ATSEM",
    "dasen": "DASEN",
    "crij": "CRIJ",
    "unafam": "UNAFAM",
    "opac": "OPAC",
    "cmpea": "CMPEA",
    "ddfe": "DDFE",
    "spip": "SPIP",
    "pjj": "PJJ",
    "cada": "CADA",
    "chrs": "CHRS",
    "siao": "SIAO",
    "anpaa": "ANPAA",
    "csapa": "CSAPA",
    "caarud": "CAARUD",
    "mfr": "MFR",
    "greta": "GRETA",
    "afpa": "AFPA",
    "apajh": "APAJH",
    "unapei": "UNAPEI",
    "ufcv": "UFCV",
    "cdad": "CDAD",
    "ufolep": "UFOLEP",
}
"""Abbreviations with the capitals documents give them, by folded form."""

PHRASES = {
    "mission locale": "Mission locale",
    "mission local": "Mission locale",
    "missions locales": "Missions locales",
    "education nationale": "Éducation nationale",
    "france services": "France Services",
    "france service": "France Services",
    "pole emploi": "Pôle emploi",
    "france travail": "France Travail",
    "conseil departemental": "conseil départemental",
    "conseil regional": "conseil régional",
    "departement": "Département",
    "region": "Région",
    "etat": "État",
    "agence regionale de sante": "Agence régionale de santé",
    "centre social": "centre social",
    "centres sociaux": "centres sociaux",
    "communaute de commune": "communauté de communes",
    "communaute de communes": "communauté de communes",
    "communaute d'agglomeration": "communauté d'agglomération",
    "college": "collège",
    "lycee": "lycée",
    "mediatheque": "médiathèque",
    "bibliotheque": "bibliothèque",
    "creche": "crèche",
    "ludotheque": "ludothèque",
    "prefecture": "préfecture",
    "hopital": "hôpital",
    "ecole": "école",
    "ecoles": "écoles",
    "maison de sante": "maison de santé",
    "planning familial": "Planning familial",
    "croix rouge": "Croix-Rouge",
    "familles rurales": "Familles rurales",
    "ligue de l'enseignement": "Ligue de l'enseignement",
    "auto ecole": "auto-école",
    "secours populaire": "Secours populaire",
    "secours catholique": "Secours catholique",
    "restos du coeur": "Restos du Cœur",
}
"""Names of bodies as they are usually written, by folded form (one word or more)."""

HEADS = (
    "communes? communes-membres villes? mairies? municipalites? communautes? agglomeration agglo metropole "
    "syndicats? departement region etat prefecture conseils? associations? assos? centres? espaces? foyers? maisons? "
    "missions? relais reseaux? services? poles? directions? colleges? lycees? ecoles? creches? micro-creches? "
    "multi-accueils? halte-garderies? mediatheques? bibliotheques? ludotheques? clubs? federations? unions? amicales? "
    "comites? collectifs? collectivites? bailleurs? hopital hopitaux cliniques? gendarmerie police agences? caisses? "
    "mutualite mutuelles? fondations? cooperatives? entreprises? cabinets? chambres? offices? instituts? "
    "universites? residences? ehpad epicerie ressourcerie recyclerie tiers-lieux? tiers-lieu structures? "
    "etablissements? partenaires? acteurs? intervenants? professionnels? medecins? "
    "pediatres? psychologues? infirmieres? "
    "puericultrices? animateurs? animatrices? educateurs? educatrices? enseignants? elus? benevoles? habitants? "
    "assistantes? assistants? travailleurs? orthophonistes? sages-femmes? pharmacies? pharmaciens? parents? "
    "familles? secours croix-rouge restos emmaus planning intercommunalite pays petr scot epn cyberbase "
    "conservatoire theatre musee cinema piscine bus france pompiers ccas bureau regie ateliers? chantiers? "
    "info plateformes? poles? point-info auto-ecoles? gestionnaires? mutuelle tribunal commissariat samu"
    " chantier-ecole atsem "
    "banques? sage-femme kines? kinesitherapeutes? orthophoniste dentistes? juristes? avocats? notaires? commercants? "
    "artisans? agriculteurs? educateur pediatre paroisses? diocese itep instituteurs? institutrices? formateurs? "
    "conseillers? conseilleres? mediateurs? mediatrices? coordinateurs? coordinatrices? inspection proviseur "
    "maitre ligue groupements? interprofession observatoire plateforme accueils? garderies? crous campus "
    "compagnies? troupes? orchestres? fanfares? chorales?"
).split()
"""Nouns that head the name of a body or of a group of actors (folded, as small patterns)."""

HEAD = re.compile(rf"(?:{'|'.join(HEADS)})\b")
PEOPLE = re.compile(r"(?:familles?|parents?|enfants?|jeunes|habitants?|seniors|adolescents|ados|eleves)\b")
ARTICLE = re.compile(
    r"(?:(?:par|avec|de|et|a|ensuite|aussi|notamment|surtout|egalement)\s+)*"
    r"(?:l'ensemble des\s+|tou(?:te)?s les\s+|la |le |les |l'|une? |des |du |d'|notre |nos "
    r"|aux? |chaque |son |sa |ses )"
)
ACRONYM = re.compile(r"\b[A-ZÉÈ][A-ZÉÈ0-9&.-]{1,11}\b")
THEMES = re.compile(
    r"(?:petite enfance|enfance|jeunesse|parentalite|famille|solidarites?|social|sociale|logement|habitat|culture"
    r"|sport|sports|education|scolaire|periscolaire|vie sociale|vie associative|animation|sante|emploi|numerique"
    r"|personnes agees|insertion|handicap|mobilite|citoyennete|loisirs|action sociale|affaires scolaires)\b"
)
"""Themes that continue the name of a service (« service petite enfance, enfance et jeunesse »)."""
