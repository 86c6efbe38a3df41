"""Compare the start of the interface with that of a bare Textual application, in the same run.

    python -m bench.interface [--tours 7] [--avec toolong.ui@/chemin/python]

Each start is a process of its own, alternated so that a loaded machine weighs on all alike. Figures are medians:
processor seconds to the first frame (imports included), wall seconds, memory at its highest, modules imported.
``--avec MODULE@PYTHON`` adds the import alone of another program, by the interpreter of its own environment: its
start costs at least that.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from statistics import median

_HEAD = """
import asyncio, json, resource, sys, time
begun = time.perf_counter()
def done():
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"cpu": time.process_time(), "mur": time.perf_counter() - begun,
                      "mo": used.ru_maxrss / 1024, "modules": len(sys.modules)}), flush=True)
said = []
async def first_frame(app):
    show = app._display
    def display(screen, renderable):
        show(screen, renderable)
        if renderable is not None and len(screen.children) and not said:
            said.append(done())
    app._display = display
    async with app.run_test(size=(120, 36)) as pilot:
        while not said:
            await pilot.pause(0.01)
        gate.set()
import threading
gate = threading.Event()
"""
BARE = """
from textual.app import App
from textual.widgets import Footer, OptionList, Static
class Bare(App):
    def compose(self):
        yield Static("Fiches CTG")
        yield OptionList("a", "b", "c")
        yield Footer()
asyncio.run(first_frame(Bare()))
"""
OURS = """
from tui.app import FichesApp
def build():
    gate.wait(60)
    raise SystemExit
asyncio.run(first_frame(FichesApp(build)))
"""


def measure(code: str, python: str = sys.executable) -> dict[str, float]:
    """One start in a fresh interpreter."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603
            [python, "-c", _HEAD + code], capture_output=True, text=True, check=False, env=_environment(folder)
        )
    if not done.stdout.strip():
        raise SystemExit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[0])
    return found


def _environment(folder: str) -> dict[str, str]:
    return {**os.environ, "HOME": folder, "FICHES_DONNEES": folder}


def main() -> None:
    """Measure, and print one line for each program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tours", type=int, default=7)
    parser.add_argument("--avec", action="append", default=[], metavar="MODULE@PYTHON")
    arguments = parser.parse_args()
    programs = {"textual nu": BARE, "fiches": OURS}
    pythons = dict.fromkeys(programs, sys.executable)
    for wanted in arguments.avec:
        module, _, python = wanted.partition("@")
        programs[f"import {module}"] = f"import {module}\ndone()"
        pythons[f"import {module}"] = python or sys.executable
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in programs}
    for _ in range(arguments.tours):
        for name, code in programs.items():
            runs[name].append(measure(code, pythons[name]))
    medians = {name: {key: median(run[key] for run in taken) for key in taken[0]} for name, taken in runs.items()}
    bare = medians["textual nu"]["cpu"]
    for name, found in medians.items():
        sys.stdout.write(
            f"{name:<24} cpu {found['cpu']:.2f} s  (x {found['cpu'] / bare:.2f})  mur {found['mur']:.2f} s  "
            f"mémoire {found['mo']:.0f} Mo  modules {found['modules']:.0f}\n"
        )


if __name__ == "__main__":
    main()
