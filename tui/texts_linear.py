"""The catalogue of the linear mode: whole words, no sign, every state said."""

from __future__ import annotations

from tui.texts import fr

WELCOME = fr("Mode linéaire : écrivez une question ou l'action à rédiger, puis Entrée. /aide donne les commandes.")
YOU, YOU_MORE, ASSISTANT = fr("Vous :"), fr("Vous, suite :"), fr("Assistant :")
ERROR = fr("Erreur : {message}")
NEXT = fr("À faire : {step}")
WORK = fr("En cours : {what}.")
LINE, LINES, PAGE = "ligne {first}", "lignes {first} à {last}", "page {page}, "
SOURCE = fr("Source {rank} : {place}.")
DRAFT = fr("Brouillon : {title}.")
EMPTY = fr("Obligatoire et vide : {fields}.")
TOTAL = ", total {amount}"
QUESTION = fr("À préciser : {text}")
ALERT = fr("À noter : {text}")
INSTEAD = fr("à la place de « {text} »")
FROM_YOU = "de vous"
STATUS = fr("État : complète à {percent} %, {errors}, {open}.")
SEE_DRAFT = "Commande /brouillon pour le lire, /accepter et un numéro pour décider."
CORPUS = fr("Corpus : {documents}.")
EMPTY_CORPUS = fr("À faire : /corpus exemples lit les conventions d'exemple ; /corpus CHEMIN lit un dossier à vous.")
INDEX_NEXT = "Donnez le chemin d'un dossier ou d'un fichier, ou le mot exemples."
NOTHING_KEPT = "Aucun brouillon ni conversation."
FOUND = fr(". /source et un numéro en donne les lignes.")
SEARCH_WHAT = fr("Que chercher ?")
NEW = "Page blanche. Ce qui précède est gardé : /accueil en donne la liste."
NO_DRAFT_NEXT = "Décrivez une action, ou /ouvrir et un numéro de /accueil."
UNCHANGED = fr("Rien n'a changé.")
NUMBER = fr("« {text} » n'est pas un numéro de la liste.")
NUMBER_NEXT = "Les numéros sont ceux de la dernière liste : /brouillon, /chercher ou /accueil."
FIELD = fr("Aucun champ ne s'appelle « {name} ».")
FIELD_NEXT = fr("Champs : {fields}.")
ADD = fr("/ajouter Indicateurs : nombre de familles")
WORDS_MISSING = "Il manque vos mots."
NOT_HERE = "Cette commande n'a de sens que dans l'interface à l'écran."
NOT_HERE_NEXT = "/aide donne celles du mode linéaire."
INCOMPLETE = fr("Réponse incomplète et non vérifiée : reposez la question pour l'avoir entière.")
UNSENT = fr("Texte non envoyé, gardé : {text}")
STOPPED = fr("Arrêté. Ce qui est écrit est gardé. /quitter, ou Ctrl+C encore une fois, pour partir.")
BYE = "Au revoir. Tout est enregistré."
HELP = (
    "Une ligne est un message ; une ligne qui finit par une barre oblique inverse continue à la suivante.",
    fr("Une question reçoit une réponse citée. Une action décrite devient un brouillon ; vos phrases le complètent."),
    "Commandes :",
)
DONE = fr("Fait : {what}.")
ERASED = "Supprimé."
EXPORT_NEXT = fr("Corrigez ces points ; ou /exporter {kind} brouillon, qui écrit un brouillon marqué comme tel.")
BUDGET = fr("/budget produits : Caf 900")
MODELS = fr("{count}. /modele et un numéro commence un brouillon d'après l'une d'elles.")
SUMMARIES = {
    "help": "Cette liste",
    "new": fr("Repartir d'une page blanche ; ce qui précède est gardé"),
    "open_kept": "Ouvrir un brouillon ou une conversation de la liste de /accueil",
    "erase": "Supprimer un brouillon ou une conversation de la liste de /accueil",
    "home": "Les brouillons et les conversations gardés, numérotés",
    "draft": "Lire le brouillon, ses valeurs numérotées et ce qui manque",
    "accept": "Accepter des valeurs du brouillon",
    "accept_all": "Accepter toutes les propositions, ou celles d'un champ",
    "refuse": "Refuser des valeurs du brouillon",
    "remove": "Enlever des valeurs du brouillon",
    "edit": "Remplacer une valeur par vos mots",
    "source": "Lire les lignes d'une source de la réponse, du brouillon ou de la recherche",
    "model": "Les fiches du corpus qui contiennent des mots, puis un brouillon d'après l'une d'elles",
    "budget": "Lire le budget, ou lui ajouter une ligne",
    "export": "Écrire la fiche ; le mot brouillon l'écrit inachevée, marquée comme telle",
    "corpus": "Les documents lus ; exemples ou un chemin en ajoute",
    "search": "Chercher des passages dans les conventions",
    "leave": fr("Partir ; tout est enregistré"),
}
USAGE = {
    "erase": "NUMÉRO",
    "model": "[MOTS ou NUMÉRO]",
    "budget": fr("[charges ou produits : POSTE MONTANT]"),
    "accept": "NUMÉROS",
    "refuse": "NUMÉROS",
    "remove": "NUMÉROS",
    "accept_all": "[CHAMP]",
    "edit": "NUMÉRO MOTS",
    "add": "CHAMP : MOTS",
    "export": "[json|md|docx|odt|xlsx] [brouillon]",
    "search": "MOTS",
    "source": "NUMÉRO",
    "open_kept": "NUMÉRO",
    "corpus": "[exemples ou CHEMIN]",
}
