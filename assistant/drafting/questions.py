"""What to ask next: the few most useful questions, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafts.contents import label

if TYPE_CHECKING:
    from assistant.drafts.model import Draft

MOST = 3
"""Questions asked at once."""

_ASKED: tuple[tuple[str, str, str], ...] = (
    ("titre", "Quelle action faut-il écrire ?", "sans elle, rien ne peut être proposé"),
    ("porteurs", "Quelle structure porte l'action ?", "c'est elle qui en répond devant le comité"),
    ("echeances.debut", "Quand l'action démarre-t-elle (mois ou année) ?", "la fiche demande un début"),
    ("echeances.fin", "Quand l'action se termine-t-elle (mois ou année) ?", "la fiche demande une fin"),
    ("lieu", "Où l'action a-t-elle lieu ?", "un territoire ou un équipement"),
    (
        "public_cible",
        "À qui l'action s'adresse-t-elle, et à quel âge ?",
        "le public oriente les objectifs et les indicateurs",
    ),
    (
        "personnes_en_charge",
        "Qui suit l'action : nom, fonction, structure, adresse professionnelle ?",
        "ces contacts ne s'inventent pas",
    ),
    ("besoins", "Quel besoin du diagnostic l'action vise-t-elle ?", "les objectifs en découlent"),
    ("partenaires", "Avec quels partenaires ?", "ceux du territoire, que le corpus ne connaît pas"),
    ("objectifs_operationnels", "Quel résultat concret l'action doit-elle atteindre ?", "les indicateurs en découlent"),
    ("indicateurs", "À quoi verrez-vous que l'action a réussi ?", "un effet sans indicateur ne se prouve pas"),
    ("moyens", "Quels moyens sont mobilisés (temps de travail, local, matériel) ?", "le comité les demande"),
    (
        "budget.charges",
        "À quelles dépenses sert le budget (salaires, achats, locations…) ?",
        "seules les recettes sont dites",
    ),
    ("budget.produits", "Qui finance le budget, et pour combien ?", "seules les dépenses sont dites"),
    ("groupe_projet", "Quel groupe suit l'action (comité technique, groupe thématique) ?", "le gabarit le demande"),
    ("numero", "Sous quel numéro ranger la fiche (axe.rang) ?", "il dépend de votre convention"),
    ("budget", "Y a-t-il un budget : dépenses, financeurs ?", "facultatif, mais équilibré s'il est donné"),
)


def next_questions(draft: Draft, first: list[str] | None = None) -> list[str]:
    """At most three questions: those of the reading first, then the open fields in order of use."""
    questions = [*_computed(draft), *(first or [])]
    unsettled = open_fields(draft)
    for champ, question, reason in _ASKED:
        if len(questions) >= MOST:
            break
        if champ not in unsettled:
            continue
        if champ == "echeances.fin" and any("date de fin" in q for q in questions):
            continue
        questions.append(f"{question} ({reason}{_example(draft, champ)})")
    return questions[:MOST]


def _computed(draft: Draft) -> list[str]:
    """One question for the amounts that were worked out and wait for the coordinator's word."""
    texts = [point.texte.rstrip(" ?") for point in draft.registre if point.ecrit and point.etat == "ouvert"]
    if not texts:
        return []
    head = "Un montant est calculé" if len(texts) == 1 else f"{len(texts)} montants sont calculés"
    return [f"{head}, à confirmer avant d'entrer au budget : {' ; '.join(texts)}. Répondez « oui » pour les inscrire."]


def field_of(question: str) -> str | None:
    """The field a question is about."""
    return next(
        (champ for champ, asked, _ in _ASKED if question.startswith(asked) or question == named(question, champ)),
        "echeances.fin" if "date de fin" in question else None,
    )


def named(question: str, champ: str) -> str:
    """A question in other words than ours, with the field it is about."""
    tail = f" ({label(champ)})"
    return question if question.endswith(tail) else f"{question}{tail}"


def is_worded(question: str) -> bool:
    """Whether a question is in other words than ours."""
    champ = field_of(question)
    return champ is not None and question == named(question, champ)


def open_fields(draft: Draft) -> list[str]:
    """The fields that may be asked about, in order of use: neither settled nor left open on purpose."""
    declined = {v.champ for v in draft.valeurs if v.valeur == DECLINED}
    return [champ for champ, _, _ in _ASKED if champ not in declined and not _settled(draft, champ)]


DECLINED = "À définir"
"""What stands in a field the coordinator cannot fill yet: a gap that validation sees."""


_OTHER_SIDE = {"budget.charges": "budget.produits", "budget.produits": "budget.charges"}
"""A side of the budget is asked for when only the other one is given."""


def _settled(draft: Draft, champ: str) -> bool:
    if champ in _OTHER_SIDE:
        return bool(draft.of(champ)) or not draft.of(_OTHER_SIDE[champ])
    if champ == "budget":
        return any(v.champ.startswith("budget") for v in draft.valeurs)
    return bool(draft.of(champ, proposals=False))


def _example(draft: Draft, champ: str) -> str:
    """A proposal of the corpus as an example."""
    proposal = next((v for v in draft.of(champ) if v.etat == "propose" and isinstance(v.valeur, str)), None)
    return f" ; par exemple : {proposal.valeur}" if proposal else ""
