"""Scans are read on request, by a program that may be absent, fail, hang or leave files behind."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import UnreadableError, UsageError
from corpus.indexing import Corpus
from corpus.reading import DEFAULT, read
from corpus.reading.ocr import NOTICE
from tests.corpus.vectors.fakes import FakeEmbedder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="le faux programme est un script")
WORDS = [f"Ligne reconnue numéro {n} de la convention de Brumeval" for n in range(6)]


def text_pdf(path: Path, lines: list[str]) -> Path:
    """A PDF with a text layer."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for rank, line in enumerate(lines):
        canvas.drawString(72, 780 - 40 * rank, line)
    canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    canvas.drawImage(ImageReader(_picture()), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    return path


def _picture() -> object:
    from PIL import Image

    return Image.new("L", (60, 84), 220)


class Program:
    """A false ``ocrmypdf``, alone on the path; ``calls`` are the words it was given."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        folder.mkdir()
        monkeypatch.setenv("PATH", str(folder))
        self.log = folder / "appels"

    def does(self, script: str) -> None:
        path = self.folder / "ocrmypdf"
        path.write_text(f'#!/bin/sh\necho "$@" >> {self.log}\nfor last; do :; done\n{script}\n', encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    @property
    def calls(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    made = Program(tmp_path / "programmes", monkeypatch)
    copy = text_pdf(tmp_path / "reconnu.pdf", WORDS)
    made.does(f"{shutil.which('cat', path=os.defpath)} {copy} > $last")
    return made


def test_without_the_option_a_scan_names_it(scan: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(scan)
    assert caught.value.reason == "scan"
    assert "--ocr" in caught.value.next_step


def test_a_scan_is_read_in_french_and_says_it_was_recognised(scan: Path, program: Program) -> None:
    document = read(scan, ocr=True)
    assert [line.text for line in document.lines if line.text] == WORDS
    assert (document.name, document.format, document.warnings) == ("scan.pdf", "pdf", (NOTICE,))
    [call] = program.calls
    assert "-l fra" in call
    assert "--skip-text" in call
    assert not Path(call.split()[-1]).parent.exists()


def test_a_text_needs_no_recognition(tmp_path: Path, program: Program) -> None:
    read(text_pdf(tmp_path / "texte.pdf", WORDS), ocr=True)
    (tmp_path / "texte.txt").write_text("texte", encoding="utf-8")
    read(tmp_path / "texte.txt", ocr=True)
    assert program.calls == []


def test_without_the_program_the_message_says_what_to_install(
    scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with Corpus(tmp_path / "donnees", embedder=FakeEmbedder()) as corpus:
        with pytest.raises(UsageError, match="ocrmypdf") as caught:
            corpus.index([scan], ocr=True)
        assert "install" in caught.value.next_step
        assert corpus.catalogue.documents() == []


@pytest.mark.parametrize(
    ("script", "reason", "said"),
    [
        ("exit 3", "ocr", "langue française"),
        ("echo 'no language data for fra' >&2; exit 15", "ocr", "langue française"),
        ("exit 7", "ocr", "code 7"),
        ("exit 8", "chiffre", "mot de passe"),
        ("exit 0", "ocr", "rien n'a été produit"),
    ],
)
def test_a_failure_is_a_reason_with_a_next_step(
    scan: Path, program: Program, script: str, reason: str, said: str
) -> None:
    program.does(script)
    with pytest.raises(UnreadableError, match=said) as caught:
        read(scan, ocr=True)
    assert caught.value.reason == reason
    assert caught.value.next_step


def test_a_program_that_hangs_is_ended_with_what_it_started(scan: Path, program: Program, tmp_path: Path) -> None:
    sleep = shutil.which("sleep", path=os.defpath)
    program.does(f"echo $TMPDIR > {tmp_path}/tmp; {sleep} 60 & echo $! > {tmp_path}/pid; wait")
    start = time.monotonic()
    with pytest.raises(UnreadableError) as caught:
        read(scan, limits=replace(DEFAULT, ocr_seconds=1), ocr=True)
    assert caught.value.reason == "delai"
    assert time.monotonic() - start < 20
    assert not Path((tmp_path / "tmp").read_text().strip()).exists()
    for _ in range(50):
        if _is_over(int((tmp_path / "pid").read_text())):
            return
        time.sleep(0.1)
    pytest.fail("what the program started is still running")


def _is_over(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().split()[2] == "Z"


def test_the_index_retries_a_scan_when_asked_and_keeps_what_it_recognised(
    scan: Path, program: Program, tmp_path: Path
) -> None:
    def index(*, ocr: bool) -> str:
        with Corpus(tmp_path / "donnees", embedder=FakeEmbedder()) as corpus:
            [report] = corpus.index([scan], with_vectors=False, ocr=ocr)
            return f"{report.etat} {report.motif}"

    assert index(ocr=False) == "echec scan"
    assert index(ocr=True) == "nouveau None"
    assert index(ocr=True) == "inchange None"
    assert index(ocr=False) == "inchange None"
    assert len(program.calls) == 1
