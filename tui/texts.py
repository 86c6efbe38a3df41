"""Every sentence the interface shows, in French: the one catalogue.

Written with plain spaces; :func:`fr` puts the no-break spaces French typography asks for.
"""

from __future__ import annotations

import re


def fr(text: str) -> str:
    """Put no-break spaces before high punctuation and inside quotation marks."""
    text = re.sub(r" (?=[;:!?»%€])", "\u00a0", text)
    return text.replace("« ", "«\u00a0")


def counted(count: int, one: str, several: str) -> str:
    """A count with its noun: none and one are singular in French."""
    return f"{count} {several if count > 1 else one}"


APP_TITLE = "Fiches CTG"
TAGLINE = "L'assistant des fiches actions des Conventions territoriales globales"

# Keys, as the footer names them
KEY_SEND, KEY_NEW_LINE, KEY_PANE, KEY_EXPORT = "Envoyer", "Ligne", "Volet", "Exporter"
KEY_COMMANDS, KEY_HELP, KEY_QUIT, KEY_BACK, KEY_HOME = "Commandes", "Aide", "Quitter", "Retour", "Accueil"
KEY_ACCEPT, KEY_REFUSE, KEY_EDIT, KEY_ADD, KEY_SOURCE = "Accepter", "Refuser", "Modifier", "Ajouter", "Source"
KEY_UNDO, KEY_DELETE, KEY_ACCEPT_ALL, KEY_UP, KEY_DOWN = "Annuler", "Enlever", "Tout accepter", "Monter", "Descendre"
KEY_READ, KEY_FIELD, KEY_CORPUS, KEY_SEARCH, KEY_SETTINGS = "Lire", "Champ", "Corpus", "Chercher", "Réglages"
KEY_OPEN, KEY_INDEX, KEY_REMOVE, KEY_PROPOSE = "Ouvrir", "Ajouter", "Retirer", "Proposer"
KEY_SAVE, KEY_CANCEL, KEY_YES, KEY_NO, KEY_FIND, KEY_NEXT = "Enregistrer", "Fermer", "Oui", "Non", "Trouver", "Suivant"
KEY_NEW_DRAFT, KEY_ASK, KEY_SAMPLES, KEY_FOLDER = "Rédiger", "Demander", "Exemples", "Dossier"
KEY_PREVIOUS, KEY_FINAL, KEY_UNFINISHED = "Précédent", "Exporter", "En brouillon"

KEY_USE, KEY_COLUMN, KEY_MOUSE, KEY_EDITOR, KEY_RETRY = "Utiliser", "Colonne", "Souris", "Éditeur", "Redemander"
KEY_CORRECT, KEY_AS_READ = "Corriger", "Comme lu"
KEY_ERASE, KEY_DUPLICATE, KEY_RESTORE, KEY_MODEL = "Supprimer", "Dupliquer", "Rendre", "Rédiger d'après"
KEY_FILTER, KEY_REREAD, KEY_CHOOSE, KEY_LIST = "Filtrer", "Relire", "Choisir", "Liste"

# Home
HOME_DRAFTS = "Brouillons en cours"
HOME_NO_DRAFT = fr("Aucun brouillon pour l'instant. Touche N : décrivez l'action à rédiger.")
HOME_CONVERSATIONS = "Conversations"
HOME_ACTIONS = "Que faire ?"
HOME_OPENING = "Ouverture de vos données…"
HOME_CORPUS = fr("Corpus : {documents}, {fiches}, {plan}")
HOME_CORPUS_FAILED = fr(" ; {failed}")
HOME_CORPUS_PENDING = fr(" ; recherche par le sens en préparation (reste {passages})")
HOME_EMPTY = fr(
    "Votre corpus est vide. Trois pas pour commencer, dans l'ordre que vous voulez ; vous pouvez aussi les passer "
    "et travailler tout de suite."
)
HOME_STEPS = (
    "1. Des conventions à lire",
    "2. Un modèle de langue, si vous en avez un",
    "3. Une fiche finie, pour voir",
)
HOME_WORK = "Travailler"
HOME_ACTION_SAMPLES = fr("Essayer avec les conventions d'exemple : trois territoires inventés")
HOME_ACTION_FOLDER = "Lire un dossier de conventions à moi"
HOME_ACTION_ENGINE = fr("Facultatif : sans lui, tout marche sans réseau")
HOME_ACTION_SAMPLE = "Regarder une fiche action remplie"
SAMPLE_TITLE = "Une fiche action finie (exemple inventé)"
SAMPLE_HELP = "Voilà ce qu'un brouillon devient. Échap revient où vous étiez."
SAMPLE_WAIT = "Lecture de l'exemple…"
HOME_ACTION_NEW = "Rédiger une nouvelle fiche action"
HOME_ACTION_ASK = "Poser une question aux conventions"
HOME_ACTION_SEARCH = "Chercher un passage"
HOME_ACTION_CORPUS = "Voir le corpus"
HOME_ACTION_SETTINGS = "Réglages"
HOME_ACTION_HELP = "Aide"
DRAFT_UNTITLED = "Brouillon sans titre"
DRAFT_COMPLETENESS = fr("complète à {percent} %")
DRAFT_DELETE = fr("Supprimer le brouillon « {title} » ?")
CONVERSATION_DELETE = fr("Supprimer la conversation « {title} » ?")
DELETED = fr("Supprimé. Ctrl+Z, à l'accueil, le rend.")
RESTORED = "Rendu."
RESTORE_NONE = fr("Rien à rendre.")
SAME_TITLE = "{title} ({rank})"

# Workshop
PANE_CONVERSATION, PANE_DRAFT, PANE_SOURCES = "Conversation", "Brouillon", "Sources"
YOU, ASSISTANT, WAITING = "Vous", "Assistant", "en attente"
COMPOSER_HINT = "Une question, ou l'action à rédiger…"
WELCOME = fr(
    "Posez une question aux conventions (« Qui pilote … ? »), ou décrivez l'action à rédiger : ce qu'elle fait, où, "
    "qui la porte, pour qui, quand. Vos mots vont dans la fiche ; le reste est proposé, avec sa source. "
    "Tapez / pour la liste des commandes."
)
DRAFT_EMPTY = fr("Pas encore de brouillon. Décrivez une action dans la conversation et il apparaîtra ici.")
SOURCES_EMPTY = fr("Les passages cités par une réponse ou par le brouillon apparaîtront ici.")
WORKING = {
    "question": "Recherche et réponse en cours",
    "demande": "Rédaction en cours",
    "auto": "Lecture de votre message",
    "propose": "Recherche de propositions",
}
WORKING_STATUS = fr("{what}… {seconds} s{queued}  (Échap arrête ; votre texte est gardé)")
STEPS = {
    "recherche": "Recherche dans les conventions",
    "redaction": "Rédaction",
    "verification": "Vérification des citations",
}
LIVE = fr("{text}\n(en cours d'écriture, pas encore vérifié)")
INCOMPLETE = fr("(Réponse incomplète et non vérifiée : F5 la redemande.)")
INCOMPLETE_EMPTY = fr("(Réponse incomplète : rien n'est venu. F5 la redemande.)")
INTERRUPTED = fr("La réponse a été interrompue : F5 la redemande.")
INTERRUPTED_LINE = fr("La réponse a été interrompue : F5 la redemande, et la suite part derrière elle.")
EARLIER = fr("{messages} plus haut : flèche haut, page haut ou un clic.")
RETRY_BUSY = fr("Une réponse est déjà en route.")
NOTHING_TO_RETRY = fr("Rien à redemander.")
TITLE_WORKING = "Fiches CTG · {what}…"
TITLE_READY = "Fiches CTG · c'est prêt"
STOPPED = fr("Arrêté. Votre message est gardé ci-dessus ; flèche haut pour le reprendre.")
QUEUED = " · {messages} en attente"
QUESTIONS = "À préciser"
ALERTS = "À noter"
CITATION_LINE = "[{rank}] {place}"
LINES = "l.\u00a0{first}-{last}"
LINE = "l.\u00a0{first}"
PAGE = "p.\u00a0{page}"
ORIGIN_USER = "vous"
ORIGIN_CORPUS = "corpus"
ORIGIN_MODEL = "modèle"
REQUIRED_EMPTY = "vide, obligatoire"
TOTAL = fr("Total : {amount}")
USED_BY = fr("Utilisé par : {fields}")
UNUSED = "Non utilisé dans le brouillon"
STATUS = fr("Complète à {percent} % · {errors} · {open}")
STATUS_ERRORS = ("aucune erreur", "1 erreur", "{count} erreurs")
STATUS_OPEN = ("rien à traiter", "1 proposition à traiter", "{count} propositions à traiter")
STATUS_NO_DRAFT = "Pas de brouillon ouvert"
STATUS_SAVED, STATUS_SAVING = "enregistré", "enregistrement…"
NO_SOURCE = fr("Cette valeur vient de vous : elle n'a pas de passage.")
NO_USE = fr("Aucun champ du brouillon n'utilise ce passage.")
NO_DRAFT = fr("Ouvrez ou commencez d'abord un brouillon.")
NOT_READY = fr("Un instant : vos données s'ouvrent. Votre texte est gardé.")
SELECT_PROPOSAL = fr("Choisissez d'abord une valeur du brouillon (F6 change de volet).")
UNDONE = fr("Annulé : {what}")
NEW_PROPOSALS = fr("Nouvelles propositions : {count}")
UNKNOWN_COMMAND = fr("Commande inconnue : {name}. Tapez /aide pour la liste.")
COMMAND_NEEDS_TEXT = fr("Écrivez la suite après la commande, par exemple : {example}")
COPIED = fr("Demandé au terminal (OSC 52), sans retour possible : {count}. Si rien n'arrive, F9 libère la souris.")
COPIED_BY = fr("Copié avec {tool}, sans relecture possible : {count}.")
COPIED_VERIFIED = fr("Copié avec {tool}, et relu : {count}.")
MOUSE_RELEASED = fr("La souris est au terminal : sélectionnez et copiez comme ailleurs. F9 la reprend.")
MOUSE_TAKEN = "La souris est de nouveau à l'interface."
MOUSE_KEPT = "Ce terminal ne permet pas de rendre la souris."
EDITOR_NONE = fr("Aucun éditeur trouvé : donnez-en un dans la variable EDITOR.")
EDITOR_NOT_HERE = "Ce terminal ne permet pas d'ouvrir un autre programme."
EDITOR_FAILED = fr("L'éditeur {name} n'a pas rendu le texte ; le vôtre est gardé.")
ERASE_HOW = fr("Choisissez un brouillon ou une conversation, puis X.")
NOTHING_TO_COPY = fr("Rien à copier.")

# Edit
EDIT_TITLE = fr("Modifier : {label}")
ADD_TITLE = fr("Ajouter : {label}")
EDIT_KEYS = "Entrée enregistre · Ctrl+J va à la ligne · Échap ferme en gardant votre texte"
EDIT_RESUMED = "Votre texte non enregistré est repris."
EDIT_BEFORE = fr("Avant : {text}")
BAD_AMOUNT = fr("Un montant s'écrit en chiffres, comme 1250 ou 1250,50.")
POST_MISSING = fr("Indiquez le poste de la ligne.")

# Budget
BUDGET = "Budget"
BUDGET_BALANCED = fr("Équilibré : {amount} de chaque côté.")
BUDGET_MISSING = fr("À trouver : {amount} de produits pour équilibrer.")
BUDGET_OVER = fr("Les produits dépassent les charges de {amount}.")
BUDGET_NONE = "Aucune ligne."
BUDGET_EMPTY = fr("Pas encore de budget : tapez une ligne, puis Entrée.")
BUDGET_CORRECT = fr("Corriger la ligne des {side} (Échap la laisse comme elle est)")
BUDGET_ADD = fr("Ajouter aux {side} (F6 change de colonne)")
BUDGET_HINT = fr("Par exemple : Achats de jeux 1 250,50")
BUDGET_LINE_HELP = fr("Une ligne s'écrit : un poste, puis un montant. Par exemple : Achats de jeux 1 250,50")

# Corpus
CORPUS_EMPTY = fr("Aucun document. Touche N : ajouter un dossier ; touche E : les conventions d'exemple.")
CORPUS_TITLE = "Documents"
CORPUS_TITLE_KEPT = "Documents, {kept} sur {all}"
CORPUS_DETAILS = "Ce qui a été lu du document"
CORPUS_FICHES, CORPUS_PLAN = "Fiches ({count})", "Plan d'actions ({count})"
CORPUS_NO_MATCH = "Aucune fiche ni ligne de plan ne passe les filtres."
CORPUS_NONE_KEPT = fr("Aucun document ne passe les filtres. Échap, dans leur ligne, les enlève.")
CARD_CAF, CARD_SIGNATORIES = "Caf {name}", fr("Signataires : {names}")
CARD_READ = "lu le {date}"
FILTER_TEXT = fr("Filtrer : un mot…")
FILTER_TERRITORY, FILTER_THEME, FILTER_STATE = "Territoires", "Thèmes", "États"
FILTER_READ, FILTER_WITHOUT, FILTER_FAILED = "lu", "lu, sans fiche", "illisible"
KEY_NO_FILTER = "Tout voir"
MODEL_FROM = fr("Brouillon d'après « {title} » : tout y est proposé, rien n'est accepté.")
MODEL_NONE_NEXT = "Choisissez une autre fiche, ou décrivez l'action dans la conversation."
MODEL_CHOOSE = fr("Choisissez une fiche du corpus, puis M : elle devient le modèle d'un brouillon.")
MODEL_PLAN = fr("Une ligne de plan ne peut pas servir de modèle : choisissez une fiche.")
REREADING = fr("Relecture de « {name} »…")
CORPUS_NO_FICHE = "Aucune fiche ni ligne de plan trouvée dans ce document."
DOCUMENT_READ = "lu"
DOCUMENT_FAILED = "illisible"
FOLDER_TITLE = "Ajouter au corpus"
FOLDER_HELP = fr("Le chemin d'un fichier ou d'un dossier (.txt, .docx, .pdf…). Tab complète, Entrée ajoute.")
FOLDER_MISSING = fr("Ce chemin n'existe pas : {path}")
REMOVE_QUESTION = fr("Retirer « {name} » du corpus ? Le fichier d'origine n'est pas touché.")
REMOVED = fr("Retiré du corpus : {name}")
INDEXING_START = "Indexation : recherche des documents…"
INDEXING_READ = fr("Lecture : {done} sur {total}  {document}")
INDEXING_VECTORS = fr("Recherche par le sens : {done} passages sur {total} (la recherche par mots marche déjà)")
INDEXING_DONE = fr("Indexation terminée : {summary}")
INDEXING_BUSY = fr("Une indexation est déjà en cours.")
INDEXING_STOPPED = fr("Indexation arrêtée : ce qui est lu est gardé.")
INDEXING_STOPPED_NEXT = "Relancez-la : elle reprendra où elle en était."
INDEXING_NOTHING = "rien de nouveau"

# A second look at a fiche
CORRECT_FIELDS, CORRECT_LINES = "Ce qui a été lu", "Les lignes du document"
CORRECT_HELP = fr("Une correction vaut tout de suite et reste après une relecture ; R la retire.")
CORRECT_SAVING = "La correction s'applique…"
CORRECT_DONE = fr("Corrigé : recherches et réponses le savent déjà.")
CORRECT_CANCELLED = fr("Correction annulée : le champ est de nouveau tel qu'il a été lu.")
CORRECT_BUSY = fr("Un instant : une correction s'applique.")
CORRECT_ONE = "Ce champ tient en une seule valeur. Touche E : la modifier."
CORRECT_EMPTY = fr("Rien d'écrit, rien de changé. Touche X : enlever la valeur.")
CORRECT_NOT_CORRECTED = "Ce champ est déjà tel qu'il a été lu."
CORRECT_BEFORE = fr("lu dans le document : {text}")
CORRECT_NOTHING = "rien"
CORRECT_FICHE = fr("fiche {number} « {title} »")
CORRECT_UNTITLED = "sans titre"
CORRECT_GONE = fr("Cette fiche n'est plus dans le corpus.")
CORRECT_GONE_NEXT = "L'écran du corpus (F4) donne celles qui y sont."
CORRECT_PLAN = fr("Une ligne de plan ne se corrige pas ici : choisissez une fiche.")

# Search and reading
SEARCH_HINT = "Chercher dans les conventions, vos brouillons et vos conversations…"
SEARCH_NONE = "Rien trouvé."
SEARCH_COUNT = "{count} · flèche bas, puis Entrée lit, U utilise"
SEARCH_WORKING = " · recherche par le sens…"
SEARCH_TYPE = "Tapez au moins trois lettres."
SEARCH_OWN = "{count} dans vos brouillons et conversations"
SEARCH_OWN_TITLE = "Dans vos brouillons et conversations"
USE_TITLE = fr("Dans quel champ du brouillon ?")
USE_WHAT = fr("Choisissez d'abord un passage d'une convention.")
USE_REASON = "Passage choisi par vous"
USE_CHANGE = "passage proposé"
USE_DONE = fr("Proposé dans « {field} », avec sa source.")
USE_KNOWN = fr("Ce passage est déjà dans « {field} ».")
READING_TITLE = "{document} · {place}"
READING_FIND = "Trouver dans le document…"
READING_NOT_FOUND = fr("« {text} » n'est pas dans ce document.")
READING_COUNT = fr("lignes {first} à {last} affichées ; Page haut et Page bas continuent")

# Export
EXPORT_TITLE = "Exporter la fiche"
EXPORT_FORMATS = {
    "json": "JSON : la fiche avec la source de chaque valeur",
    "md": "Markdown : à relire ou à coller",
    "docx": "Word (.docx)",
    "odt": "OpenDocument (.odt)",
    "xlsx": "Tableur (.xlsx)",
}
EXPORT_READY = fr("Prête : aucun constat bloquant.")
EXPORT_BLOCKED = (fr("1 constat bloque l'export définitif :"), fr("{count} constats bloquent l'export définitif :"))
EXPORT_BLOCKED_SHORT = ("un constat le bloque.", "{count} constats le bloquent.")
EXPORT_ADVICE = fr("Aussi à regarder :")
EXPORT_PREVIEW = "Ce qui sera écrit"
EXPORT_DONE = fr("Écrit : {path}")
EXPORT_REFUSED = fr("Rien n'a été écrit : {blocked} Touche B : l'écrire en brouillon, marqué comme tel.")
EXPORT_PREVIEW_WORDS = "Ce qui sera écrit (les mots ; le format fera la mise en page)"
EXPORT_WAIT = "Préparation de l'aperçu…"
EXPORT_NEXT = fr("→ {piste}")

# Settings, help, errors
SETTINGS_TITLE = "Réglages"
SETTINGS_ENGINE = fr("Moteur : {name}  ({state})")
ENGINE_USED, ENGINE_CHOOSE = "en service", "Entrée pour choisir"
ENGINE_EMBEDDED = fr("Travaille sans réseau et sans clé : rien ne quitte cette machine.")
ENGINE_AGREE = fr("Choisir ce moteur, c'est l'accepter. Continuer ?")
ENGINE_CHOSEN = fr("Moteur en service : {name}")
SETTINGS_MORE = fr("Ajouter un modèle de langue : fiches diagnostic --moteur NOM --url ADRESSE, dans un terminal.")
SETTINGS_DATA = fr("Dossier de vos données : {path}")
ENGINE_NAMES = {"integre": "intégré"}
SETTINGS_FOLDER = "Ajouter des conventions"
SETTINGS_FOLDER_HELP = fr("Un fichier ou un dossier ; le corpus (F4) donne ce qui est lu, relit et retire.")
SETTINGS_KEYS = "Touches"
SETTINGS_KEYS_HELP = fr("Toutes les touches, partie par partie (F1). Ctrl+P cherche une commande par son nom.")
SETTINGS_PRIVACY = "Confidentialité"
SETTINGS_PRIVACY_HELP = {
    False: fr("Avec le moteur en service, rien ne quitte cette machine : ni question, ni convention, ni brouillon."),
    True: fr("Le moteur en service reçoit vos messages et les passages cités, à l'adresse dite ci-dessus."),
}
SETTINGS_MOUSE = fr("Souris : {state}  (F9)")
SETTINGS_MOUSE_STATES = {True: "à l'interface", False: "au terminal"}
SETTINGS_MOUSE_HELP = "Au terminal, elle sélectionne et copie comme ailleurs."
SETTINGS_DATA_HELP = fr("Corpus, brouillons et conversations y restent. L'option --donnees change ce dossier.")
SETTINGS_THEME = fr("Thème : {name}  (Entrée pour changer)")
SETTINGS_THEME_HELP = "Clair ou sombre ; la variable NO_COLOR retire les couleurs."
PALETTE_HINT = "Chercher une commande…"
PALETTE_NONE = fr("Aucune commande ne contient ces mots.")
UNEXPECTED = "Une erreur inattendue est survenue ({kind})."
UNEXPECTED_NEXT = fr("Votre travail est gardé. Recommencez ; le détail est dans {report}.")
QUIT_HINT = fr("Pour quitter : Ctrl+Q. Rien ne sera perdu.")

# Conversations and drafts kept
CONVERSATION_UNKNOWN = fr("Cette conversation n'est plus lisible.")
CONVERSATION_UNKNOWN_NEXT = "L'accueil (F2) donne celles qui le sont."
DUPLICATED = fr("Copie ouverte : l'original reste tel quel.")
