"""The labels of fiches actions: which field of the template a heading, a cell or a question stands for.

The table is a data file, ``labels.toml``; a coordinator's own file of the same shape adds to it. A label is
recognised on its informative words, then on the parts it is made of, then with a few wrong letters (OCR).
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from corpus.errors import UsageError
from corpus.extraction.wording import distance, label_keys, label_parts
from corpus.fiche import CHAMPS
from corpus.text.folding import words

HORS_GABARIT = "hors_gabarit"
"""The key of labels that are known and feed no field of the template."""
_KEYS = frozenset(CHAMPS) | {"echeances.debut", "echeances.fin", HORS_GABARIT}
_SHORTEST_FUZZY = 8
_LONGEST_LABEL = 200


@dataclass(frozen=True, slots=True)
class Label:
    """A recognised label: the field it stands for and how sure the reading is."""

    key: str
    """A field of the template, ``echeances.debut``, ``echeances.fin`` or :data:`HORS_GABARIT`."""
    form: str
    """The words it was recognised on."""
    weak: bool = False
    """Too common as words to be a label without a cell or a colon of its own."""
    fuzzy: bool = False

    @property
    def champ(self) -> str:
        """The field of the template, without its part."""
        return self.key.split(".")[0]


def _trigrams(text: str) -> set[str]:
    padded = f" {text} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


@dataclass
class Vocabulary:
    """The labels of fiches, ready to be matched; build it with :meth:`load`."""

    forms: dict[str, str] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    """Every letter of each label as it is written, with the key it stands for."""
    weak: set[str] = field(default_factory=set)
    job: frozenset[str] = frozenset()
    job_only: frozenset[str] = frozenset()
    review: frozenset[str] = frozenset()
    _index: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _cache: dict[str, Label | None] = field(default_factory=dict)

    @classmethod
    def load(cls, extra: Path | None = None) -> Vocabulary:
        """The labels of the product, with those of a settings file when one is given.

        Raises ``UsageError`` when the settings file cannot be read or names an unknown field.
        """
        own = tomllib.loads(resources.files("corpus.extraction").joinpath("labels.toml").read_text(encoding="utf-8"))
        made = cls()
        if extra is not None:
            made._add(_settings(extra), replace=True)
        made._add(own["labels"], replace=False)
        made.weak = _all_keys(own["faibles"]["labels"]) - _all_keys(_flat(_settings(extra)) if extra else ())
        made.job = frozenset(_all_keys(own["fiche_de_poste"]["labels"]))
        made.job_only = frozenset(_all_keys(own["fiche_de_poste"]["decisifs"]))
        made.review = frozenset(_all_keys(own["bilan"]["labels"]))
        for form in made.forms:
            for gram in _trigrams(form):
                made._index[gram].add(form)
        return made

    def _add(self, labels: Mapping[str, Iterable[str]], *, replace: bool) -> None:
        for key, names in labels.items():
            for name in names:
                self.letters.setdefault("".join(words(name)), key)
                for form in label_keys(name)[:1]:
                    if replace or form not in self.forms:
                        self.forms[form] = key

    def match(self, text: str) -> Label | None:
        """The label a text is as a whole, or ``None``; numbering, parentheses and a final colon do not count."""
        if not text or len(text) > _LONGEST_LABEL:
            return None
        if text not in self._cache:
            if len(self._cache) > 50_000:
                self._cache.clear()
            self._cache[text] = self._exact(text) or self._composed(text) or self._fuzzy(text)
        return self._cache[text]

    def exact(self, text: str) -> Label | None:
        """As :meth:`match`, without any tolerance for wrong letters."""
        label = self.match(text)
        return None if label is None or label.fuzzy else label

    def is_job_row(self, text: str) -> tuple[bool, bool]:
        """Whether a cell is a row label of a job description, and whether of nothing else."""
        keys = set(label_keys(text))
        return bool(keys & self.job), bool(keys & self.job_only)

    def is_review(self, text: str) -> bool:
        """Whether a text is a label of a review (bilan) of past actions."""
        return bool(self.review.intersection(label_keys(text)))

    def _exact(self, text: str) -> Label | None:
        for form in label_keys(text):
            if form in self.forms:
                return Label(self.forms[form], form, form in self.weak)
        return None

    def _composed(self, text: str) -> Label | None:
        """A label made of known ones; the first part says the field."""
        parts = label_parts(text)
        if not 2 <= len(parts) <= 5:
            return None
        found = [self._exact(part) for part in parts]
        known = [label for label in found if label is not None]
        if len(known) < len(parts):
            return None
        return Label(known[0].key, known[0].form, all(label.weak for label in known))

    def _fuzzy(self, text: str) -> Label | None:
        for form in label_keys(text):
            if len(form) < _SHORTEST_FUZZY:
                continue
            most = 1 if len(form) < 12 else 2 if len(form) < 22 else 3
            near = self._nearest(form, most)
            if near:
                return Label(self.forms[near], near, near in self.weak, fuzzy=True)
        return None

    def _nearest(self, form: str, most: int) -> str | None:
        shared: dict[str, int] = defaultdict(int)
        grams = _trigrams(form)
        for gram in grams:
            for other in self._index.get(gram, ()):
                shared[other] += 1
        needed = len(grams) - 3 * most - 1
        scored = [
            (distance(form, other, most), other)
            for other, count in shared.items()
            if count >= max(needed, 2) and abs(len(other) - len(form)) <= most
        ]
        best = min(scored, default=(most + 1, ""))
        return best[1] if best[0] <= most else None


def _flat(labels: Mapping[str, Iterable[str]]) -> list[str]:
    return [name for names in labels.values() for name in names]


def _all_keys(names: Iterable[str]) -> set[str]:
    return {form for name in names for form in label_keys(name)[:1]}


def _settings(path: Path) -> dict[str, list[str]]:
    """The ``[labels]`` table of a settings file, checked."""
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            f"Le fichier de libellés {path.name} ne peut pas être lu.", "Corrigez-le : c'est un fichier TOML."
        ) from error
    labels = data.get("labels", {})
    known = isinstance(labels, dict) and all(
        key in _KEYS and isinstance(names, list) and all(isinstance(name, str) for name in names)
        for key, names in labels.items()
    )
    if not known:
        raise UsageError(
            f"Le fichier de libellés {path.name} n'a pas la forme attendue.",
            "Sous [labels], donnez pour chaque champ une liste de libellés ; champs connus : "
            + ", ".join(sorted(_KEYS)),
        )
    return {str(key): [str(name) for name in names] for key, names in labels.items()}


@lru_cache(maxsize=1)
def default_vocabulary() -> Vocabulary:
    """The labels of the product alone, loaded once."""
    return Vocabulary.load()
