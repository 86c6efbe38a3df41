"""The real program in a real terminal: French keyboard bytes, a kill without warning, a clean resume."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pexpect demande un pseudo-terminal")

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = "import sys; from assistant.cli.main import main; sys.argv = ['fiches']; sys.exit(main())"
TYPED = "Créer un café à Cœur-de-Brume"


def open_program(data: Path) -> Any:
    environment = {**os.environ, "FICHES_DONNEES": str(data), "TERM": "xterm-256color", "HOME": str(data)}
    return pexpect.spawn(
        sys.executable, ["-c", PROGRAM], env=environment, dimensions=(24, 80), timeout=60, encoding="utf-8"
    )


def test_a_kill_loses_nothing_that_was_typed(tmp_path: Path) -> None:
    first = open_program(tmp_path)
    first.expect("Votre corpus est vide")
    first.send("q")
    first.expect("Posez une question")
    first.send(TYPED)
    first.expect("enregistré")
    for _ in range(60):
        state = tmp_path / "interface.json"
        if state.exists() and TYPED in state.read_text(encoding="utf-8"):
            break
        first.expect([pexpect.TIMEOUT, pexpect.EOF], timeout=0.1)
    first.kill(9)
    first.expect(pexpect.EOF)
    second = open_program(tmp_path)
    second.expect("Cœur-de-Brume")
    second.send("\x11")
    second.expect(pexpect.EOF)
    second.close()
    assert second.exitstatus == 0
