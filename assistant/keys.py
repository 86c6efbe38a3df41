"""Keys of endpoints: from the environment, the system keyring or a file only its owner reads; each for one origin.

A key is a ``SecretStr`` from the moment it is read: it is in no setting, log, message or ``repr``.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import SecretStr

from corpus.errors import UsageError
from corpus.files import read_json

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

_SERVICE = "fiches-ctg"
FILE = "cles.json"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Key:
    """A key and where it was found; its value never shows."""

    secret: SecretStr
    source: str


def find_key(origin: str, variable: str, data: Path) -> Key | None:
    """The key of an origin: the variable its settings name, else the keyring, else the file of the data folder."""
    value = os.environ.get(variable, "").strip() if variable else ""
    if value:
        return Key(SecretStr(value), f"variable {variable}")
    value = _from_keyring(origin)
    if value:
        return Key(SecretStr(value), "trousseau du système")
    value = _from_file(origin, data)
    return Key(SecretStr(value), f"fichier {FILE}") if value else None


def keep_key(origin: str, secret: SecretStr, data: Path) -> str:
    """Keep the key of an origin in the keyring, else in a file only its owner reads; returns where, in French."""
    if _to_keyring(origin, secret):
        return "trousseau du système"
    from assistant.drafts.atomic import write_atomically

    keys = {**read_json(data / FILE), origin: secret.get_secret_value()}
    data.mkdir(parents=True, exist_ok=True)
    try:
        write_atomically((data / FILE).resolve(), json.dumps(keys).encode(), overwrite=True, mode=0o600)
    except OSError as error:
        raise UsageError(
            f"La clé n'a pas pu être enregistrée ({error.strerror}).", "Passez-la par une variable d'environnement."
        ) from error
    return f"fichier {FILE}, lisible par vous seul"


def _from_file(origin: str, data: Path) -> str:
    file = data / FILE
    if not file.exists():
        return ""
    if os.name == "posix" and file.stat().st_mode & _OTHERS:
        raise UsageError(
            f"Le fichier {FILE} est lisible par d'autres : les clés n'en sont pas lues.",
            f"Retirez ces droits (chmod 600 {FILE}), et changez la clé si d'autres ont pu la lire.",
        )
    value = read_json(file).get(origin)
    return value.strip() if isinstance(value, str) else ""


def _keyring() -> ModuleType | None:
    """The package that speaks to the system's keyring, when it is installed."""
    return importlib.import_module("keyring") if importlib.util.find_spec("keyring") else None


def _from_keyring(origin: str) -> str:
    keyring = _keyring()
    if keyring is None:
        return ""
    try:
        return str(keyring.get_password(_SERVICE, origin) or "")
    except (keyring.errors.KeyringError, RuntimeError):
        return ""


def _to_keyring(origin: str, secret: SecretStr) -> bool:
    keyring = _keyring()
    if keyring is None:
        return False
    try:
        keyring.set_password(_SERVICE, origin, secret.get_secret_value())
    except (keyring.errors.KeyringError, RuntimeError):
        return False
    return True
