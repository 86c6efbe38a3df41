"""Reading scans on request, through the ``ocrmypdf`` command when it is installed, in French.

The recognised copy lives in a folder of its own that is removed whatever happens, as is what the command leaves.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import UnreadableError, UsageError
from corpus.reading import failures
from corpus.reading.limits import Limits

COMMAND = "ocrmypdf"
LANGUAGE = "fra"
NOTICE = "Texte reconnu sur des images (OCR) : des lettres peuvent être fausses, vérifiez les valeurs importantes."
"""The warning of a document whose text was recognised."""
REASONS = frozenset({"scan", "illisible"})
"""Why a PDF is worth recognising."""
_PAGE_SECONDS = 120
_MISSING_DEPENDENCY, _ENCRYPTED = 3, 8


def check_installed() -> None:
    """Raise :class:`UsageError`, saying what to install, when scans cannot be read here."""
    if shutil.which(COMMAND) is None:
        raise UsageError(
            f"La reconnaissance de texte (--ocr) demande le programme « {COMMAND} », qui n'est pas installé.",
            f"Installez-le : {_how_to_install()}. Sans --ocr, tout sauf les scans est lu.",
        )


def _how_to_install() -> str:
    if sys.platform == "darwin":
        return "brew install ocrmypdf tesseract-lang"
    if sys.platform == "win32":
        return "Tesseract avec le français, puis : pip install ocrmypdf"
    return "sudo apt install ocrmypdf tesseract-ocr-fra (ou l'équivalent de votre système)"


@contextmanager
def recognised(path: Path, name: str, limits: Limits, *, force: bool) -> Iterator[Path]:
    """A copy of a PDF with its text recognised; with ``force`` the text it holds is recognised again.

    Raises :class:`UnreadableError` when the command fails or takes more than ``limits.ocr_seconds``.
    """
    check_installed()
    with tempfile.TemporaryDirectory(prefix="fiches-ocr-") as folder:
        target = Path(folder) / "texte.pdf"
        mode = "--force-ocr" if force else "--skip-text"
        options = ["--rotate-pages", "--output-type", "pdf", "--optimize", "0", "--quiet"]
        options += ["--tesseract-timeout", str(_PAGE_SECONDS), "--jobs", str(os.cpu_count() or 1)]
        _run([COMMAND, "-l", LANGUAGE, mode, *options, str(path.absolute()), str(target)], folder, name, limits)
        if not target.is_file():
            raise failures.unrecognised(name, "rien n'a été produit")
        yield target


def _run(command: list[str], folder: str, name: str, limits: Limits) -> None:
    environment = os.environ | {"TMPDIR": folder, "TEMP": folder, "TMP": folder, "OMP_THREAD_LIMIT": "1"}
    process = subprocess.Popen(  # noqa: S603 - a command we name, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    )
    try:
        _, said = process.communicate(timeout=limits.ocr_seconds)
    except subprocess.TimeoutExpired as error:
        _end(process)
        raise failures.too_long(name) from error
    except BaseException:
        _end(process)
        raise
    if process.returncode != 0:
        raise _failure(name, process.returncode, said.decode("utf-8", "replace"))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the command and what it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            process.kill()
    process.communicate()


def _failure(name: str, status: int, said: str) -> UnreadableError:
    if status == _ENCRYPTED:
        return failures.encrypted(name)
    if status == _MISSING_DEPENDENCY or "language data" in said:
        return UnreadableError(
            f"« {name} » n'a pas pu être reconnu : il manque à {COMMAND} un programme ou la langue française.",
            f"Installez ce qui manque : {_how_to_install()}.",
            "ocr",
        )
    return failures.unrecognised(name, f"{COMMAND} a échoué, code {status}")
