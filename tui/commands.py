"""The one registry of commands: slash commands, the palette and the help are all made from it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.text.folding import fold


@dataclass(frozen=True, slots=True)
class Command:
    """What can be asked by name; ``action`` is a method ``do_<action>`` of the application or the screen."""

    name: str
    title: str
    summary: str
    action: str
    key: str = ""
    takes: str = ""
    """An example of the text that follows, when the command needs one."""
    aliases: tuple[str, ...] = ()

    def matches(self, typed: str) -> bool:
        """Whether the beginning of the name was typed."""
        return any(fold(name).startswith(fold(typed)) for name in (self.name, *self.aliases))


COMMANDS: tuple[Command, ...] = (
    Command("aide", "Aide", "Les touches, les commandes et l'aide de l'endroit où l'on est", "help", "F1"),
    Command(
        "demander",
        "Poser une question",
        "Une réponse citée, ou un refus",
        "ask",
        takes="/demander qui pilote la fiche 2.1 ?",
    ),
    Command(
        "rediger",
        "Rédiger une fiche",
        "Un nouveau brouillon à partir d'une demande",
        "write",
        takes="/rediger ouvrir un lieu d'accueil enfants-parents à …",
    ),
    Command("nouveau", "Nouveau", "Repartir d'une page blanche ; ce qui précède est gardé à l'accueil", "new"),
    Command("brouillon", "Voir le brouillon", "Les champs, leurs valeurs et ce qui manque", "draft"),
    Command("ouvrir", "Ouvrir", "Un brouillon ou une conversation gardés", "open_kept"),
    Command("supprimer", "Supprimer", "Un brouillon ou une conversation gardés, à l'accueil", "erase", "X"),
    Command("dupliquer", "Dupliquer le brouillon", "Une copie du brouillon ouvert, à adapter", "duplicate"),
    Command("modele", "Rédiger d'après une fiche", "Un brouillon dont une fiche du corpus est le modèle", "model", "M"),
    Command("accepter", "Accepter la proposition", "La valeur choisie dans le brouillon est acceptée", "accept", "A"),
    Command("tout-accepter", "Tout accepter", "Toutes les propositions du champ choisi", "accept_all", "T"),
    Command("refuser", "Refuser la proposition", "La valeur choisie est écartée", "refuse", "R"),
    Command("enlever", "Enlever la valeur", "La valeur choisie quitte le brouillon", "remove", "X"),
    Command("source", "Voir la source", "Le passage sur lequel la valeur choisie repose", "source", "S"),
    Command("modifier", "Modifier la valeur", "Ouvrir la valeur choisie dans un éditeur", "edit", "E"),
    Command("reformuler", "Reformuler la valeur", "D'autres mots pour la valeur choisie, avec un modèle", "rephrase"),
    Command("ajouter", "Ajouter une valeur", "Ajouter vos mots au champ choisi", "add", "N"),
    Command("proposer", "Proposer", "De nouvelles propositions pour les champs ouverts", "propose", "P"),
    Command("annuler", "Annuler", "Défaire le dernier changement du brouillon", "undo", "Ctrl+Z"),
    Command("budget", "Budget", "Charges et produits en deux colonnes, avec leur équilibre", "budget", "F7"),
    Command("exporter", "Exporter", "Voir ce qui sera écrit et ce qui bloque, puis écrire", "export", "F8"),
    Command("redemander", "Redemander", "Poser encore la dernière question", "retry", "F5"),
    Command("copier", "Copier", "Copier la dernière réponse, avec ses sources", "copy"),
    Command(
        "editeur",
        "Ouvrir dans l'éditeur",
        "Le texte en cours, dans l'éditeur de la variable EDITOR",
        "editor",
        "Ctrl+O",
    ),
    Command("souris", "Rendre la souris au terminal", "Pour sélectionner et copier comme ailleurs", "mouse", "F9"),
    Command("corpus", "Corpus", "Les documents, leurs fiches ; ajouter, retirer", "corpus", "F4", aliases=("indexer",)),
    Command("chercher", "Chercher", "Chercher un passage dans les conventions", "search", "F3"),
    Command("utiliser", "Utiliser dans un champ", "Le passage choisi devient une proposition sourcée", "use", "U"),
    Command("accueil", "Accueil", "Les brouillons en cours et le corpus", "home", "F2"),
    Command("exemple", "Une fiche finie", "Une fiche action d'exemple, remplie, à regarder", "sample"),
    Command("reglages", "Réglages", "Moteur, données, thème", "settings"),
    Command("theme", "Changer de thème", "Clair ou sombre", "toggle_theme"),
    Command("quitter", "Quitter", "Tout est déjà enregistré", "leave", "Ctrl+Q", aliases=("quit",)),
)


def find(name: str) -> Command | None:
    """The command of this exact name, accents aside."""
    wanted = fold(name)
    return next((c for c in COMMANDS if wanted in (fold(n) for n in (c.name, *c.aliases))), None)


def completions(typed: str) -> list[Command]:
    """The commands a beginning such as ``/ac`` may become; none once a space follows the name."""
    if not typed.startswith("/") or " " in typed or "\n" in typed:
        return []
    return [c for c in COMMANDS if c.matches(typed[1:])]


def split(text: str) -> tuple[str, str] | None:
    """The name and the rest of a slash command, or ``None`` for an ordinary message."""
    if not text.startswith("/"):
        return None
    name, _, rest = text[1:].partition(" ")
    return name.strip(), rest.strip()
