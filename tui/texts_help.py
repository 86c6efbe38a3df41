"""The catalogue of the help: what one does in each part, and what a key does when its short name says too little."""

from __future__ import annotations

from tui.texts import fr

TITLE = fr("Aide : {part}")
EVERYWHERE = "Partout"
COMMANDS = "Commandes"
COMMANDS_HOW = fr(
    "Ctrl+P les cherche par leur nom ; dans la conversation, une barre oblique les écrit : /aide, /budget…"
)
GENERAL = fr(
    "Flèches : se déplacer. Entrée : ouvrir ou valider. Échap : revenir, sans rien perdre. "
    "Tab et F6 changent de volet ; la souris marche partout. Tout s'enregistre seul."
)
PARTS = {
    "Accueil": fr(
        "Vos brouillons et vos conversations, puis ce que l'on peut faire, une touche pour chaque chose. "
        "Un brouillon ou une conversation s'ouvre, se supprime (Ctrl+Z rend ce qui vient de l'être) ; un brouillon se "
        "duplique."
    ),
    "Conversation, saisie": fr(
        "Posez une question aux conventions (« Qui pilote … ? »), ou décrivez l'action à rédiger : ce qu'elle fait, "
        "où, qui la porte, pour qui, quand. Vos mots vont dans la fiche ; le reste est proposé, avec sa source. "
        "Plusieurs messages peuvent attendre leur tour."
    ),
    "Conversation, relecture": fr(
        "Remontez les messages ; ceux de l'assistant mettent leurs passages dans les sources."
    ),
    "Brouillon": fr(
        "Chaque champ, ses valeurs et leur état : vide, proposé, accepté, modifié, à vérifier. "
        "Une proposition s'accepte, se modifie ou se refuse d'une touche ; rien n'entre dans la fiche sans vous."
    ),
    "Sources": fr("Les passages de la réponse et du brouillon. Pour chacun, les champs qui reposent sur lui."),
    "Budget": fr(
        "Charges d'un côté, produits de l'autre. Une ligne s'écrit : un poste, puis un montant. "
        "Les totaux suivent ce que vous tapez."
    ),
    "Export": fr("Le format, ce qui bloque et ce qui sera écrit. Rien n'est écrit avant Entrée, rien n'est remplacé."),
    "Corpus": fr(
        "Les documents et ce qui a été lu de chacun : sa carte, ses fiches, son plan. "
        "Le filtre porte sur un mot, le territoire, le thème et l'état ; les listes suivent à mesure."
    ),
    "Correction": fr(
        "Ce qui a été lu d'une fiche, à côté des lignes du document. Une correction vaut tout de suite, "
        "pour les recherches, les réponses et les propositions, et reste après une relecture."
    ),
    "Recherche": fr("Tapez au moins trois lettres : les mots d'abord, puis le sens."),
    "Lecture": fr("Un document, aux lignes citées (marquées dans la marge)."),
    "Réglages": fr("Ce qui est en service. Entrée change ce qui peut l'être ici."),
    "Fiche d'exemple": fr("Une fiche finie, pour voir ce qu'un brouillon devient."),
}
KEYS = {
    "send": "Envoyer le message",
    "new_line": "Aller à la ligne sans envoyer (Maj+Entrée aussi, si le terminal la distingue)",
    "next_pane": "Aller au volet suivant",
    "next_pane(-1)": "Aller au volet précédent",
    "sources": "Voir le passage de la valeur ou du message",
    "field_of_source": "Aller au champ qui utilise le passage ; encore : au suivant",
    "stop_or_back": fr("Arrêter le travail en cours ; sinon revenir à la saisie, puis à l'accueil"),
    "walk(-1)": "Message précédent",
    "walk(1)": "Message suivant",
    "do('move_up')": "Monter la valeur dans sa liste",
    "do('move_down')": "Descendre la valeur dans sa liste",
    "decide('accept')": "Accepter la ligne proposée",
    "decide('refuse')": "Refuser la ligne proposée",
    "decide('remove')": "Enlever la ligne",
    "next_part": "Passer à l'autre colonne, ou de la liste à la saisie",
    "unfinished": fr("Écrire le fichier en brouillon, marqué comme tel, malgré ce qui bloque"),
    "focus_next": "Aller au volet suivant",
    "model": fr("Rédiger d'après cette fiche : un brouillon dont elle est le modèle"),
    "duplicate": "Dupliquer le brouillon",
    "reread": fr("Relire le document ; un document numérisé passe par la reconnaissance de caractères"),
    "filter": fr("Filtrer : un mot, le territoire, le thème, l'état"),
    "samples": "Ajouter les conventions d'exemple",
    "add": "Ajouter",
    "drop": "Enlever la valeur lue",
    "cancel": "Revenir à ce qui a été lu dans le document",
    "correct": "Corriger ce qui a été lu de la fiche",
    "results": "Aller à ce qui est trouvé",
    "toggle_focus": "De la saisie à ce qui est trouvé, et retour",
    "find": "Chercher dans le document",
    "next": "Endroit suivant",
    "page(-1)": "Page précédente du document",
    "page(1)": "Page suivante du document",
    "restore": "Rendre ce qui vient d'être supprimé",
}
