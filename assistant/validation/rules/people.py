"""Rules on who carries the action: bodies on one side, persons with a professional contact on the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafts.contents import label
from assistant.validation.emptiness import is_empty
from assistant.validation.names import is_private_mail, looks_like_a_body, looks_like_a_person
from assistant.validation.rule import Finding, avertissement, conseil, erreur, rule
from assistant.validation.texts import all_items, items
from assistant.validation.typography import short
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.validation.context import ValidationContext
    from corpus.fiche import FicheAction

PEOPLE = "personnes_en_charge"
_MAIL = re.compile(
    r"[a-z0-9](?:[\w.+'-]*[\w+])?@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE
)
_MAIL_IN_TEXT = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE_LIKE = re.compile(r"(?<![\w@.-])(?:\+|00)?\d(?:[ .\-/]?\d){7,14}(?!\d)")
_FRENCH_PHONE = re.compile(r"(?:(?:\+|00)33(?:\(0\))?|0)[1-9]\d{8}")
_WHOLE_NUMBER = re.compile(r"(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d")


@rule("porteur_structure", "produit.md (b) : les porteurs sont des structures")
def bodies(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un porteur ressemble à une personne."""
    for porteur in items(fiche, "porteurs"):
        if looks_like_a_person(porteur):
            yield avertissement(
                "porteurs",
                f"« {short(porteur)} » ressemble à une personne, alors que le porteur est une structure.",
                f"Inscrivez la structure, et la personne dans « {label(PEOPLE)} ».",
            )


@rule("personne_en_charge", "produit.md (b) : les personnes en charge sont des personnes ou des fonctions")
def persons(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Le nom d'une personne en charge ressemble à une structure."""
    for person in fiche.personnes_en_charge:
        name = person.nom or ""
        if not is_empty(name) and looks_like_a_body(name):
            yield avertissement(
                PEOPLE,
                f"« {short(name)} » ressemble à une structure, alors qu'on attend une personne ou une fonction.",
                "Donnez le nom ou la fonction de la personne, et mettez la structure à sa place.",
            )


@rule("contact_manquant", "gabarit.md : nom, prénom, mail")
def no_contact(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Aucune des personnes en charge n'a d'adresse électronique."""
    people = fiche.personnes_en_charge
    if people and all(is_empty(person.mail) for person in people):
        yield conseil(
            PEOPLE,
            "Aucune adresse électronique n'est donnée pour joindre les personnes en charge.",
            "Ajoutez une adresse professionnelle, ou une adresse de service.",
        )


@rule("mail_forme", "ticket 5 : formats des adresses")
def mail_form(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Une adresse électronique n'en a pas la forme."""
    for person in fiche.personnes_en_charge:
        if not is_empty(person.mail) and not _MAIL.fullmatch(person.mail or ""):
            yield erreur(
                PEOPLE,
                f"« {short(person.mail or '')} » n'est pas une adresse électronique.",
                "Écrivez-la sous la forme nom@domaine.fr.",
            )


@rule("mail_professionnel", "ticket 5 : des contacts professionnels")
def private_mail(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Une adresse électronique est celle d'un particulier."""
    mails = [(PEOPLE, person.mail or "") for person in fiche.personnes_en_charge]
    mails += [(champ, found) for champ, text in all_items(fiche) for found in _MAIL_IN_TEXT.findall(text)]
    for champ, mail in mails:
        if is_private_mail(mail):
            yield avertissement(
                champ,
                f"« {short(mail)} » est une adresse personnelle.",
                "Une fiche circule : donnez une adresse professionnelle ou de service.",
            )


@rule("telephone_forme", "ticket 5 : formats des téléphones")
def phone(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un numéro de téléphone n'a pas dix chiffres."""
    for person in fiche.personnes_en_charge:
        for text in (person.nom, person.fonction, person.structure):
            for found in _PHONE_LIKE.findall(_WHOLE_NUMBER.sub(" ", text or "")):
                if not _FRENCH_PHONE.fullmatch(re.sub(r"[ .\-/]", "", found)):
                    yield avertissement(
                        PEOPLE,
                        f"« {found} » n'est pas un numéro de téléphone français.",
                        "Écrivez dix chiffres, comme 02 00 00 00 00.",
                    )


@rule("porteur_et_partenaire", "produit.md (c) 28 : pas de répétition entre champs")
def both(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Une structure est à la fois porteur et partenaire."""
    porteurs = {fold(porteur).rstrip(" .;,") for porteur in items(fiche, "porteurs")}
    for partenaire in items(fiche, "partenaires"):
        if fold(partenaire).rstrip(" .;,") in porteurs:
            yield conseil(
                "partenaires",
                f"« {short(partenaire)} » est déjà porteur de l'action.",
                "Gardez la structure d'un seul côté.",
            )


RULES = (bodies, persons, no_contact, mail_form, private_mail, phone, both)
