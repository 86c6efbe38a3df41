"""Short spellings of messages typed in haste, and words whose accents are often left out."""

from __future__ import annotations

SHORT = {
    "parten": "partenaires",
    "ac": "avec",
    "qi": "qui",
    "salu": "salut",
    "bonjou": "bonjour",
    "bsr": "bonsoir",
    "pk": "pourquoi",
    "anim": "animation",
    "acsion": "action",
    "tafs": "travail",
    "taf": "travail",
    "banq": "banque",
    "bsoin": "besoin",
    "tte": "toute",
    "ttes": "toutes",
    "tjs": "toujours",
    "tjrs": "toujours",
    "pck": "parce que",
    "pcq": "parce que",
    "psk": "parce que",
    "dan": "dans",
    "kan": "quand",
    "kand": "quand",
    "ladolescence": "l'adolescence",
    "juska": "jusqu'à",
    "juskau": "jusqu'au",
    "ns": "nous",
    "vs": "vous",
    "partenere": "partenaire",
    "parteners": "partenaires",
    "voudre": "voudrais",
    "voudrer": "voudrais",
    "o": "au",
    "acion": "action",
    "gendarmeri": "gendarmerie",
    "bonjours": "bonjour",
    "partenr": "partenaires",
    "demarage": "démarrage",
    "demarrage": "démarrage",
    "demare": "démarre",
    "demarre": "démarre",
    "comencera": "commencera",
    "nb": "nombre",
    "sui": "suis",
    "px": "peux",
    "nbre": "nombre",
    "ny": "n'y",
    "ouvertur": "ouverture",
    "kelke": "quelque",
    "kelkes": "quelques",
    "lancien": "l'ancien",
    "lancienne": "l'ancienne",
    "lecole": "l'école",
    "lehpad": "l'EHPAD",
    "lespace": "l'espace",
    "lepicerie": "l'épicerie",
    "lhopital": "l'hôpital",
    "laction": "l'action",
    "lobjectif": "l'objectif",
    "lagence": "l'agence",
    "lequipe": "l'équipe",
    "lannée": "l'année",
    "lannee": "l'année",
    "lintercommunalité": "l'intercommunalité",
    "lintercommunalite": "l'intercommunalité",
    "quil": "qu'il",
    "quon": "qu'on",
    "nest": "n'est",
    "deja": "déjà",
    "duré": "durée",
    "duree": "durée",
    "fo": "il faut",
    "vla": "voilà",
    "lidée": "l'idée",
    "lidee": "l'idée",
    "faudrai": "faudrait",
    "jveu": "je veux",
    "jveux": "je veux",
    "jvoudrais": "je voudrais",
    "jvoudrai": "je voudrais",
    "jaimerai": "j'aimerais",
    "jaimerais": "j'aimerais",
    "jai": "j'ai",
    "ki": "qui",
    "kel": "quel",
    "koi": "quoi",
    "cest": "c'est",
    "sest": "c'est",
    "pr": "pour",
    "ds": "dans",
    "avc": "avec",
    "avek": "avec",
    "av": "avec",
    "svp": "s'il vous plaît",
    "stp": "s'il te plaît",
    "bjr": "bonjour",
    "slt": "salut",
    "asso": "association",
    "assos": "associations",
    "assoc": "association",
    "dpt": "département",
    "comcom": "communauté de communes",
    "pb": "problème",
    "tps": "temps",
    "tt": "tout",
    "tts": "toutes",
    "bcp": "beaucoup",
    "mtn": "maintenant",
    "gd": "grand",
    "nvo": "nouveau",
    "nouvo": "nouveau",
    "projé": "projet",
    "pbs": "problèmes",
    "cpa": "ce n'est pas",
    "qd": "quand",
    "qq": "quelques",
    "rdv": "rendez-vous",
    "janv": "janvier",
    "fev": "février",
    "fév": "février",
    "avr": "avril",
    "juil": "juillet",
    "sept": "septembre",
    "oct": "octobre",
    "nov": "novembre",
    "dec": "décembre",
    "déc": "décembre",
    "comence": "commence",
    "comencer": "commencer",
    "comune": "commune",
    "comunes": "communes",
    "comunaute": "communauté",
    "partener": "partenaire",
    "partenère": "partenaire",
    "poratge": "portage",
    "ouvire": "ouvrir",
    "creé": "créer",
    "cree": "créer",
    "fe": "fait",
    "vieu": "vieux",
    "perso": "personnes",
    "persones": "personnes",
    "gamin": "enfants",
    "gamins": "enfants",
    "gosses": "enfants",
    "ados": "ados",
    "oci": "aussi",
    "aveque": "avec",
    "ak": "avec",
    "pdt": "pendant",
    "msieur": "monsieur",
    "ke": "que",
    "kil": "qu'il",
    "kon": "qu'on",
    "yaura": "il y aura",
    "ya": "il y a",
    "jusqua": "jusqu'à",
    "jusquen": "jusqu'en",
    "jsuis": "je suis",
    "chui": "je suis",
    "osi": "aussi",
    "ossi": "aussi",
    "anné": "année",
    "rdc": "rez-de-chaussée",
    "parentalitée": "parentalité",
    "mission_local": "mission locale",
    "numerik": "numérique",
    "publik": "public",
    "dune": "d'une",
    "dun": "d'un",
    "lagglo": "l'agglo",
    "lasso": "l'association",
    "lassociation": "l'association",
    "leducation": "l'éducation",
    "lalsh": "l'ALSH",
    "levs": "l'EVS",
    "lars": "l'ARS",
    "letat": "l'État",
    "ladmr": "l'ADMR",
    "daide": "d'aide",
    "daccueil": "d'accueil",
    "daction": "d'action",
    "partenair": "partenaire",
    "partenairs": "partenaires",
    "reunion": "réunion",
    "ecol": "école",
    "ecole": "école",
    "voudrai": "voudrais",
    "aimerai": "aimerais",
}
"""Words by the form they are typed in."""

SURE_SIGNS = (
    frozenset(
        "asso assos partenair fo jveu jveux ki koi kel cest pr ds avc avek ak bjr slt tt bcp qd "
        "mtn ke kil kon comence jvoudrais oci jai yaura "
        "ya pdt jsuis stp comune sest".split()
    )
    | {short for short in SHORT if "k" in short}
    | {"bonjours", "salu", "bonjou"}
)
"""Forms that only a message typed in haste has."""

PLAIN = """
accès accompagnement accompagner accueil accueillir acteurs action actions activité activités administratif
administratives adolescent adolescente adolescents adulte adultes agglomération aidants aide aider aménagement
aménager animateur animateurs animation animations animatrice année années apprentissage appui associatif
association associations assistante assistantes assistants atelier ateliers autonomie bébés bénévolat bénévole
bénévoles besoin besoins bibliothèque bien-être bourg budget campagne canton café centre centres charges citoyenneté
collectif collège collégiens commune communes communauté communication concertation coordination coordinatrice
coordinateur création créer crèche crèches culture culturel culturelle départ département développement développer
difficulté difficultés diagnostic dispositif droits échange échanges école écoles écoute éducateur éducatif
éducation élus emploi enfance enfant enfants entraide entretien épicerie équipe équipes équipement espace
expérimentation famille familles femmes fédération fête formation forum fragile fragiles garde garderie générations
gratuit groupe guichet guide habitant habitants habitat handicap hébergement information informatique insertion
intergénérationnel intergénérationnelle intercommunal intercommunale isolement isolée isolées isolés itinérance
itinérant itinérante janvier février mars avril juin juillet août septembre octobre novembre décembre jardin jardins
jeunes jeunesse journée journées jouets lecture lien liens locale locaux logement logements loisirs ludothèque lycée
lycéens lutte mairie mairies harcèlement médecin médecins maison maternelle maternelles matériel médiathèque
médiation mercredi mercredis métiers métropole mise mission mobilité mobiles monoparentales multi-accueil municipal
musique naissance numérique observatoire objectif objectifs ouverture ouvrir papa parent parentalité parents partagé
partagée partage partenaire partenaires partenariat participation périscolaire permanence permanences personne
personnes petite pilotage plateforme point porteur porteurs prêt prévention privée professionnelle professionnelles
professionnels programme projet projets public publics quartier quartiers réduction référent référente régulier
remobilisation rencontre rencontres rentrée renforcer répit réseau réseaux ressources restauration retraités
réussite rupture ruptures rural rurale rurales ruraux salarié santé scolaire scolaires secteur seniors séjours
sensibilisation service services social sociale sociales sociaux soirée solidaire solidaires solidarité solitude
soutien soutenir spectacle sport sportif structure structures temps territoire territoires théâtre trajet transport
transports tutorat vacances vélo vélos vie vieillissement village villages violence violences ville visite visites
résidence résidences français française étranger étrangère étrangers étrangères élève élèves enquête évaluation
réunions éveil lycées collèges hôpital bénéficiaires précarité sécurité activité solidarités
voiture voitures volontaire été zone zones âgée âgées âgés
""".split()
"""Common words of the requests, with their accents; what is typed without them is restored to these."""
