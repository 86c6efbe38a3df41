"""What a rule is: a small documented function, with a stable name and the source it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.validation.model import Constat
from assistant.validation.typography import unbreakable

if TYPE_CHECKING:
    from assistant.validation.context import ValidationContext
    from assistant.validation.model import Niveau
    from corpus.fiche import FicheAction


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule function yields; the registry adds the name of the rule."""

    niveau: Niveau
    champ: str | None
    message: str
    piste: str


Check = Callable[["FicheAction", "ValidationContext"], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check; ``source`` says where the rule comes from, ``aide`` what it looks at."""

    nom: str
    source: str
    aide: str
    check: Check

    def __call__(self, fiche: FicheAction, context: ValidationContext) -> Iterator[Constat]:
        """Run the check and give each finding the name of this rule."""
        for found in self.check(fiche, context):
            yield Constat(
                regle=self.nom,
                niveau=found.niveau,
                champ=found.champ,
                message=unbreakable(found.message),
                piste=unbreakable(found.piste),
            )


def rule(nom: str, source: str) -> Callable[[Check], Rule]:
    """Make a rule of a function; its docstring becomes the help of the rule."""

    def decorate(check: Check) -> Rule:
        return Rule(nom, source, (check.__doc__ or "").strip(), check)

    return decorate


def erreur(champ: str | None, message: str, piste: str) -> Finding:
    """A finding that blocks a final export."""
    return Finding("erreur", champ, message, piste)


def avertissement(champ: str | None, message: str, piste: str) -> Finding:
    """A finding to look at before sending the fiche."""
    return Finding("avertissement", champ, message, piste)


def conseil(champ: str | None, message: str, piste: str) -> Finding:
    """A finding that would make the fiche better."""
    return Finding("conseil", champ, message, piste)
