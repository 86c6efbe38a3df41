"""The child process: reads one file within bounds and answers one JSON object on standard output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import UnreadableError
from corpus.reading import failures
from corpus.reading.limits import Limits
from corpus.reading.raw import RawDocument
from corpus.reading.registry import BY_SUFFIX
from corpus.reading.watchdog import bound
from corpus.text.cleaning import clean_line


def answer_for(path: Path, raw: RawDocument) -> dict[str, object]:
    """What reading a file gives, or why it fails: the boundary where any fault of a library ends."""
    try:
        BY_SUFFIX[path.suffix.lower()].load()(path, raw)
    except UnreadableError as error:
        failure = error
    except (MemoryError, RecursionError):
        failure = failures.too_large(raw.name, "mémoire nécessaire")
    except PermissionError:
        failure = failures.forbidden(raw.name)
    except Exception:  # noqa: BLE001 - parsers of foreign files fail in any way
        failure = failures.broken(raw.name)
    else:
        return {"lines": raw.lines, "pages": raw.pages, "warnings": raw.warnings}
    return {"failure": {"message": failure.message, "next_step": failure.next_step, "reason": failure.reason}}


def main(arguments: Sequence[str]) -> None:
    """Read ``arguments[0]`` within the limits of ``arguments[1]`` (JSON)."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints goes with its complaints, not into the answer
    limits = Limits(**json.loads(arguments[1]))
    path = Path(arguments[0])
    raw = RawDocument(clean_line(path.name), limits, progress=bound(limits))
    answer = answer_for(path, raw)
    with answers:
        json.dump(answer, answers, ensure_ascii=False)
    sys.stderr.flush()
    os._exit(0)  # nothing left to tidy: libraries' exit hooks may be slow or fail
