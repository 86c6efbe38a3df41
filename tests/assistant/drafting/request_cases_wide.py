"""Requests of invented territories whose places, bodies, people and lists are said in many ways, and what each states.

A value that starts with « ? » is one the reading only infers, and leaves to the coordinator's word.
"""

from __future__ import annotations

Case = tuple[str, dict[str, list[str]]]

PLACES: list[Case] = [
    ("Bus des aidants à Brume, Orvelle et Mirande. Porteur : CCVB.", {"lieu": ["Brume, Orvelle et Mirande"]}),
    ("Bus des aidants à Brume et à L'Orvet, avec la MSA.", {"lieu": ["Brume et L'Orvet"]}),
    (
        "Veillées contées pour les familles d'Orvelle, du Mirail et de Brume-sur-Orve.",
        {"lieu": ["Orvelle, Le Mirail et Brume-sur-Orve"], "public_cible": ["familles"]},
    ),
    ("Veillées contées à Brume, Caf et MSA partenaires.", {"lieu": ["Brume"], "partenaires": ["Caf", "MSA"]}),
    ("Relais des aînés à Mirande (Haute-Orvelle), porté par la MJC.", {"lieu": ["Mirande (Haute-Orvelle)"]}),
    ("Relais des aînés à Mirande (99), porté par la MJC.", {"lieu": ["Mirande (99)"]}),
    ("Relais des aînés, secteur de Brume. Porteur : MJC.", {"lieu": ["secteur de Brume"]}),
    (
        "Relais des aînés, communes de Brume, Le Mirail et Orvelle. MJC.",
        {"lieu": ["communes de Brume, Le Mirail et Orvelle"]},
    ),
    ("Jardin des voisins quartier de la Gare à Mirande.", {"lieu": ["quartier de la Gare à Mirande"]}),
    (
        "Permanences pour les ados sur le plateau nord : Brume, Orvelle et Saint-Elme.",
        {"lieu": ["plateau nord : Brume, Orvelle et Saint-Elme"]},
    ),
    (
        "Stages vélo, Pays d'Orvelle (Haute-Brume), par la MJC.",
        {"lieu": ["Pays d'Orvelle (Haute-Brume)"], "porteurs": ["MJC"]},
    ),
    ("Lieu : Brume, le mercredi matin. Action : veillées contées.", {"lieu": ["Brume"]}),
    ("Fête des voisins sur la place du Mirail, avec la MJC.", {"lieu": ["place du Mirail"]}),
]

BODIES: list[Case] = [
    (
        "Ludobus à Brume. La MJC pilote. Y seront associés le RPE, les écoles et la Caf.",
        {"porteurs": ["MJC"], "partenaires": ["RPE", "écoles", "Caf"]},
    ),
    ("Ludobus à Brume. Sont invités : la PMI et le lycée.", {"partenaires": ["PMI", "lycée"]}),
    ("Ludobus à Brume. Appui : ADMR, CLIC d'Orvelle.", {"partenaires": ["ADMR", "CLIC d'Orvelle"]}),
    ("Ludobus à Brume. Participent aussi le club de judo et les écoles.", {"partenaires": ["club de judo", "écoles"]}),
    ("Ludobus à Brume. La Caf et la CCVB copilotent.", {"porteurs": ["Caf", "CCVB"]}),
    ("Ludobus à Brume, porté par la MJC et cofinancé par la MSA.", {"porteurs": ["MJC"], "partenaires": ["MSA"]}),
    ("Ludobus à Brume. Nous (CCVB) portons le projet avec la MJC.", {"porteurs": ["CCVB"], "partenaires": ["MJC"]}),
    (
        "Les MJC de Brume, d'Orvelle et de Mirande souhaitent mener ensemble un projet de jardin des aînés.",
        {
            "porteurs": ["?MJC de Brume", "?MJC d'Orvelle", "?MJC de Mirande"],
            "titre": ["Jardin des aînés"],
            "lieu": ["?Brume, Orvelle et Mirande"],
        },
    ),
    (
        "Portée par la ville de Mirande, cette action associe la Caf et les écoles. Ateliers de cuisine.",
        {"porteurs": ["ville de Mirande"], "partenaires": ["Caf", "écoles"]},
    ),
    ("Ludobus à Brume. Pilotage partagé entre le RPE et la MJC.", {"porteurs": ["RPE", "MJC"]}),
    (
        "Ludobus à Brume. Un comité technique jeunesse assurera le suivi.",
        {"groupe_projet": ["comité technique jeunesse"]},
    ),
    ("Ludobus à Brume. Groupe de travail mobilité.", {"groupe_projet": ["Groupe de travail mobilité"]}),
]

IMPLIED: list[Case] = [
    (
        "Guichet des familles à Mirande. Pilote : service enfance de la ville.",
        {"porteurs": ["?service enfance de la ville de Mirande"]},
    ),
    ("Lectures aux aînés à Brume, commune de Brume, avec la MSA.", {"porteurs": ["?commune de Brume"]}),
    ("Lectures aux aînés, commune de Brume, avec la MSA.", {"lieu": ["commune de Brume"], "porteurs": []}),
    ("Le service jeunesse de la ville d'Orvelle propose des stages de théâtre.", {"lieu": ["?Orvelle"]}),
    (
        "Nous sommes la commune de Brume et nous voulons ouvrir un café des jeunes. Nous le portons avec la Caf.",
        {"porteurs": ["commune de Brume"], "titre": ["Ouvrir un café des jeunes"]},
    ),
    (
        "Nous constatons que les familles monoparentales renoncent aux loisirs. Nous voulons ouvrir un club à Brume.",
        {"public_cible": ["?familles monoparentales"]},
    ),
    ("Un club jeunes à Brume pour les 12-15 ans.", {"public_cible": ["?jeunes de 12-15 ans"]}),
    ("Titre : accueil jeunes. Public : 11-17 ans. Lieu : Brume.", {"public_cible": ["11-17 ans"]}),
]

LISTS: list[Case] = [
    (
        "Café des voisins à Brume. Indicateurs : - nombre de venues - avis des voisins",
        {"indicateurs": ["nombre de venues", "avis des voisins"]},
    ),
    (
        "Café des voisins à Brume. Nos objectifs sont : 1/ rompre la solitude 2/ faire circuler les savoirs.",
        {"objectifs_operationnels": ["rompre la solitude", "faire circuler les savoirs"]},
    ),
    (
        "Café des voisins à Brume. On débutera par le choix du local, puis la peinture, puis une fête.",
        {"description": ["le choix du local", "la peinture", "une fête"]},
    ),
    (
        "Café des voisins à Brume. Évaluer le nombre de venues et le taux de retour.",
        {"indicateurs": ["le nombre de venues", "le taux de retour"]},
    ),
    (
        "Café des voisins à Brume. Enjeux : rompre la solitude.",
        {"objectifs_operationnels": ["rompre la solitude"], "besoins": []},
    ),
    (
        "Café des voisins à Brume. Un animateur et un local seront nécessaires.",
        {"moyens": ["Un animateur", "un local"]},
    ),
    (
        "café des voisins / porteur MJC / partenaires Caf, RPE / public aînés / début mars 2026",
        {
            "porteurs": ["MJC"],
            "partenaires": ["Caf", "RPE"],
            "echeances.debut": ["mars 2026"],
            "titre": ["Café des voisins"],
        },
    ),
    (
        "Loc. : Val-de-Brume. Pub. : aînés. Gp projet : comité des fêtes. Action : café des voisins.",
        {"lieu": ["Val-de-Brume"], "public_cible": ["aînés"], "groupe_projet": ["comité des fêtes"]},
    ),
]

DATES: list[Case] = [
    ("Stages à Brume. Le tout se termine fin 2027.", {"echeances.fin": ["fin 2027"]}),
    (
        "Stages à Brume. Calendrier : 2025 enquête, 2026 ouverture.",
        {"echeances.debut": ["?2025"], "echeances.fin": ["?2026"]},
    ),
    ("Stages à Brume. Début des inscriptions en mars 2026.", {"echeances.debut": ["mars 2026"]}),
    ("Stages à Brume, chaque été de 2025 à 2027.", {"echeances.debut": ["2025"], "echeances.fin": ["2027"]}),
    ("Stages à Brume. Lancement : 2nd semestre 2026.", {"echeances.debut": ["2nd semestre 2026"]}),
]

SPELLED: list[Case] = [
    (
        "c est pour une fiche sur l entraide a saint-elme-sur-orve, porteur mjc",
        {"lieu": ["Saint-Elme-sur-Orve"]},
    ),
    (
        "il ns fo une fiche pr un café des parent a brume, cest la mjc kil porte ac le rpe",
        {"porteurs": ["MJC"], "partenaires": ["RPE"]},
    ),
    ("Jardin partagé à Brume, porteur asso Les Pins.", {"titre": ["Jardin partagé à Brume"]}),
    ("Stages à Brume pour les 60 ans et +.", {"public_cible": ["60 ans et plus"]}),
]

FRAMED: list[Case] = [
    (
        "Dans la continuité du diagnostic, nous proposons de créer un café des voisins à Brume.",
        {"titre": ["Créer un café des voisins à Brume"], "lieu": ["Brume"]},
    ),
    (
        "Bonjour, pour la CTG du Pays d'Orvelle (Haute-Brume), je cherche à écrire une fiche sur la parentalité.",
        {"titre": ["Parentalité"], "lieu": ["?Pays d'Orvelle (Haute-Brume)"]},
    ),
    (
        "En tant que directrice du centre social de Brume, je porte un projet de jardin-école.",
        {"porteurs": ["centre social de Brume"], "titre": ["Projet de jardin-école"]},
    ),
    (
        "Nous avons pour projet, avec la Caf, d'installer un four à pain à Brume.",
        {"titre": ["Installer un four à pain à Brume"], "partenaires": ["Caf"]},
    ),
    (
        "Nous, l'association Les Pins, avec le soutien de la ville d'Orvelle, voulons créer une recyclerie.",
        {"porteurs": ["?association Les Pins"], "partenaires": ["ville d'Orvelle"], "titre": ["Créer une recyclerie"]},
    ),
    (
        "Café. Ce qu'on va faire : jeux, repas. Ce qu'on en attend : du lien. Ce qu'on va compter : nombre de jeux.",
        {
            "description": ["jeux", "repas"],
            "effets_attendus": ["du lien"],
            "indicateurs": ["nombre de jeux"],
        },
    ),
    (
        "Café des voisins à Brume, il y a la Caf et la MSA qui financent.",
        {"partenaires": ["Caf", "MSA"], "lieu": ["Brume"]},
    ),
    ("Café des voisins à Brume et dans les communes voisines.", {"lieu": ["Brume et dans les communes voisines"]}),
    ("Soirées des parents, Brume et Orvelle, avec la PMI.", {"lieu": ["Brume et Orvelle"]}),
    ("Un relais des aînés entre Brume, Orvelle et Mirande.", {"lieu": ["Brume, Orvelle et Mirande"]}),
    (
        "Fête des voisins à Brume, le 14 et 15 juin 2026.",
        {"echeances.debut": ["?14 juin 2026"], "echeances.fin": ["15 juin 2026"]},
    ),
    (
        "Bus santé à Brume. Étape 1 : repérage avec les mairies. Étape 2 : suivi par les médecins.",
        {"description": ["repérage avec les mairies", "suivi par les médecins"], "partenaires": []},
    ),
    (
        "Terrain de jeux à Brume : enquête à l'automne 2026, travaux au printemps 2027. Porteur : MJC.",
        {
            "description": ["enquête à l'automne 2026", "travaux au printemps 2027"],
            "titre": ["Terrain de jeux à Brume"],
        },
    ),
    (
        "La MJC d'Orvelle et le foyer rural du Mirail montent ensemble un festival, les 5 et 6 juillet 2026, à Brume.",
        {
            "porteurs": ["?MJC d'Orvelle", "?foyer rural du Mirail"],
            "titre": ["Festival"],
            "echeances.fin": ["6 juillet 2026"],
        },
    ),
    (
        "Formation aux secours pour les élus, les agents d'accueil et les bénévoles de Brume, avec la MSA, en 2026.",
        {"public_cible": ["élus, les agents d'accueil et les bénévoles"], "lieu": ["Brume"]},
    ),
    ("Formation à Brume. Financement Caf et commune d'Orvelle.", {"partenaires": ["Caf", "commune d'Orvelle"]}),
    (
        "Séjours à Brume. Associer les écoles et la MJC. Mobiliser les jeunes autour du départ.",
        {"partenaires": ["écoles", "MJC"]},
    ),
    ("Séjours à Brume. La MJC et la Caf porteraient l'action.", {"porteurs": ["MJC", "Caf"]}),
    (
        "Public : tous les habitants, en priorité les aînés. Action : séjours à Brume.",
        {"public_cible": ["tous les habitants, en priorité les aînés"]},
    ),
    (
        "Séjours à Brume. Partenaires : MSA, associations d'aide à domicile. Saison 2026-2027.",
        {"partenaires": ["MSA", "associations d'aide à domicile"], "lieu": ["Brume"]},
    ),
    ("Séjours des aînés, territoire CCVB, porteur MSA.", {"lieu": ["territoire CCVB"]}),
    (
        "Reprends la fiche Lire ensemble du Val-de-Brume et adapte-la à Mirande, porteur MJC.",
        {"titre": ["Lire ensemble"]},
    ),
    ("Séjours à Brume. Hivers 2025-2026 et 2026-2027.", {"echeances.debut": ["2025"], "echeances.fin": ["2027"]}),
    (
        "Atelier des ados à Brume, chaque année de mai à août, 2025 à 2027.",
        {"echeances.debut": ["2025"], "echeances.fin": ["2027"]},
    ),
    ("La MJC d'Orvelle propose des jeux à Brume. Elle portera l'action avec la Caf.", {"porteurs": ["?MJC d'Orvelle"]}),
]

CASES = [*FRAMED, *PLACES, *BODIES, *IMPLIED, *LISTS, *DATES, *SPELLED]
