"""Partners any territory has: how they are written, which names mean the same one, which words are no partner."""

from __future__ import annotations

GENERIC = {
    name: name
    for name in (
        "accueils de loisirs|assistants maternels|assistantes maternelles|associations|associations locales"
        "|bailleurs sociaux|centres de loisirs|centres sociaux|clubs sportifs|collectivités|collèges|communes|crèches"
        "|entreprises|établissements médico-sociaux|établissements scolaires|lycées|ludothèques|maisons de retraite"
        "|médiathèques|bibliothèques|micro-crèches|multi-accueils|organismes de formation|services sociaux|tiers-lieux"
        "|travailleurs sociaux|conseil départemental|conseil régional|maison des adolescents|point info jeunesse"
        "|relais petite enfance|maison de santé|centre hospitalier|junior association|épiceries sociales"
        "|assistantes sociales|médiation familiale|gendarmerie|aide à domicile|maison des services au public"
    ).split("|")
}
"""Bodies named by what they are."""
PEOPLE = ("habitants", "familles", "parents", "élus", "bénévoles", "enseignants", "médecins")
"""Actors a source may list as partners, whom a sentence names for many other reasons."""

SIGLES = frozenset(
    """
caf msa pmi rpe ram laep mam evs alsh acm eaje ccas cias mjc reaap clas pij bij ars clic mda mdph mdes udaf admr cidff
sdjes ddets dsden cmp camsp ime esat sessad msap mfs drac apf adapei carsat adil anah soliha cllaj fjt ehpad ssiad cpam
cnfpt siae aci afr cpts rased cmpp gem oph crij unafam opac pjj cada chrs siao csapa caarud mfr greta afpa apajh unapei
""".split()
)
"""Sigles of bodies and of services that take part in an action (those of schemes and of instances are none)."""

SAME_BODY = {
    "conseil departemental": "departement",
    "conseil regional": "region",
    "ram": "relais petite enfance",
    "rpe": "relais petite enfance",
    "milo": "mission locale",
    "missions locales": "mission locale",
    "mission local": "mission locale",
    "france service": "france services",
    "msap": "france services",
    "mfs": "france services",
    "maison des services au public": "france services",
    "pole emploi": "france travail",
    "assistantes maternelles": "assistants maternels",
    "commune": "communes",
    "association": "associations",
    "associations locales": "associations",
    "centre social": "centres sociaux",
    "bibliotheques": "mediatheques",
    "bibliotheque": "mediatheques",
    "mediatheque": "mediatheques",
    "ecole": "ecoles",
    "college": "colleges",
    "lycee": "lycees",
    "creche": "eaje",
    "creches": "eaje",
    "multi-accueils": "eaje",
    "accueils de loisirs": "alsh",
    "centres de loisirs": "alsh",
    "acm": "alsh",
    "mdes": "mda",
    "pij": "point info jeunesse",
    "bij": "point info jeunesse",
    "elu": "elus",
    "habitant": "habitants",
    "etablissements scolaires": "ecoles",
}
"""What a folded name stands for when several mean one body."""

NO_BODY = frozenset(
    "structures partenaires acteurs intervenants signataires organisateurs porteurs reseau chargee charge".split()
)
"""First words of what names nobody in particular."""

OUTDATED = frozenset({"RAM", "MSAP", "MFS", "Pôle emploi"})
"""Names that another has replaced: given only when no source says the new one."""
SHORTHAND = frozenset({"Milo"})
"""Names that count for the body they mean, and are not given themselves."""
