"""Reading in a child process, so that a hostile or broken file costs seconds and a message."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import corpus
from corpus.errors import UnreadableError
from corpus.reading import failures
from corpus.reading.raw import RawDocument, RawLine
from corpus.reading.watchdog import TIMED_OUT

_ROOT = str(Path(corpus.__file__).resolve().parents[1])
_START = "import sys; sys.path.append(sys.argv[1]); from corpus.reading.child import main; main(sys.argv[2:])"
_TIME_SIGNALS = frozenset(-int(getattr(signal, n)) for n in ("SIGXCPU", "SIGKILL", "SIGALRM") if hasattr(signal, n))


def _environment() -> dict[str, str]:
    quiet = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    return os.environ | quiet


def _run(path: Path, raw: RawDocument) -> bytes:
    command = [sys.executable, "-P", "-c", _START, _ROOT, str(path.absolute()), json.dumps(asdict(raw.limits))]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=raw.limits.wall_seconds,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise failures.too_long(raw.name) from error
    if done.returncode in _TIME_SIGNALS or done.returncode == TIMED_OUT:
        raise failures.too_long(raw.name)
    if done.returncode != 0:
        raise failures.broken(raw.name, "sa lecture s'est interrompue")
    return done.stdout


def read_apart(path: Path, raw: RawDocument) -> None:
    """Fill ``raw`` from a child process; raise what it found wrong."""
    output = _run(path, raw)
    try:
        answer: dict[str, Any] = json.loads(output)
    except ValueError as error:
        raise failures.broken(raw.name, "sa lecture s'est interrompue") from error
    if failure := answer.get("failure"):
        raise UnreadableError(failure["message"], failure["next_step"], failure["reason"])
    raw.lines += [RawLine(text, page, tuple(cells)) for text, page, cells in answer["lines"]]
    raw.pages = answer["pages"]
    raw.warnings += answer["warnings"]
