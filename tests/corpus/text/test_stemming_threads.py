"""Stems are the same whatever number of threads ask for them: a search runs while documents are indexed."""

from __future__ import annotations

import sys
import threading

from corpus.text.french import stem

_ROOTS = ("coordonn", "accompagn", "parental", "mobil", "territor", "developp", "anim")
_ENDINGS = ("ation", "ations", "ements", "erait", "ites", "iaux", "ateur", "atrices", "eusement", "ables")
WORDS = [root + ending for root in _ROOTS for ending in _ENDINGS]


def test_threads_that_stem_together_get_the_stems_of_one_alone() -> None:
    expected = {word: stem(word) for word in WORDS}
    wrong: list[object] = []

    def run() -> None:
        for _ in range(10):
            stem.cache_clear()
            try:
                wrong.extend(word for word in WORDS if stem(word) != expected[word])
            except IndexError as error:
                wrong.append(error)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=run) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert wrong == []
