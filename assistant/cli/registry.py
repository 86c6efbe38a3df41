"""The verbs of the command line, once: help, completion and dispatch are derived from this table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its name, what it does in one line, and the module that does it (imported when used)."""

    name: str
    summary: str

    @property
    def module(self) -> str:
        """The module holding ``add_arguments(parser)`` and ``run(arguments, context) -> int``."""
        return f"assistant.cli.verbs.{self.name}"


VERBS = {
    verb.name: verb
    for verb in (
        Verb("indexer", "lit des fichiers et des dossiers, et les ajoute au corpus"),
        Verb("corpus", "liste les documents du corpus ; corriger, retirer, verifier, reconstruire"),
        Verb("extraire", "montre ce que le lecteur comprend d'un fichier, sans l'indexer"),
        Verb("texte", "montre le texte d'un fichier, ligne à ligne, numéroté"),
        Verb("chercher", "cherche les passages qui répondent à une question"),
        Verb("demander", "répond à une question en citant les conventions, ou dit qu'elle n'y est pas"),
        Verb("rediger", "propose un brouillon de fiche à partir d'une demande en français"),
        Verb("valider", "donne tous les constats sur une fiche"),
        Verb("exporter", "exporte un brouillon : json, md, docx, odt ou xlsx"),
        Verb("brouillons", "liste les brouillons ; montrer, supprimer"),
        Verb("schema", "affiche le schéma JSON d'une fiche exportée"),
        Verb("diagnostic", "dit ce qui fonctionne ici, sans rien de confidentiel"),
    )
}
