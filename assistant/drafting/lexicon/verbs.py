"""Words any action uses (« lancer », « projet », « territoire »): they tell nothing of what it is about."""

from __future__ import annotations

from corpus.text.french import stems

_WORDS = """
accompagner accompagnement accroître action actions adapter agir aider aide ajouter améliorer amélioration animer
apporter approfondir assurer associer atelier ateliers augmenter augmentation autour avancer besoin besoins bilan bilans
bâtir chercher cibler cohérence cohérent communauté commune communes compléter concerner conduire conforter consolider
constituer construire continuer contribuer coordonner coconstruire création créer dans décliner déclinaison définir
démarche démarches déployer déploiement dispositif dispositifs développer développement diversifier donner dynamique
dynamiser effet élaborer élaboration élargir encourager engager ensemble établir étendre étude étudier évolution
évoluer existant existants expérimenter faciliter favoriser finaliser garantir généraliser global hausse identifier
impulser initier initiative initiatives installer instaurer intensifier intercommunalité intervenir jour lancement
lancer lieu lieux lutter lutte maintenir mailler maillage mener mise mois moyen moyens multiplier mutualiser nombre
nouveau nouvelle nouveaux nouvelles objectif objectifs objectiver offre offres optimiser organiser organisation ouvrir
ouverture participer penser pérenniser permettre place plan porter possibilité pourcentage poursuivre préparer
présenter prévoir priorité procéder programme projet projets promouvoir proposer proposition qualité rationaliser
réaliser réalisation recenser recensement recherche redynamiser réflexion refonder rendre renforcement renforcer
renouveler repenser répertorier répondre réponse ressource ressources réunion réunions réussir semaine samedi
dimanche service services soutenir soutien structuration structure structures structurer suivi suivre taux temps
territoire territorial territoires titre tisser travail travailler valoriser valorisation veiller viser vouloir
mercredi matin soir lundi mardi jeudi vendredi fois année années
""".split()

COMMON = frozenset(stem for word in _WORDS for stem in stems(word))
"""Their stems."""
COMMON_WORTH = 0.15
"""What such a word is worth beside the others of an action."""

_SHARED = """
acteur acteurs agenda analyse associés avis bénéficiaire bénéficiaires bénévole bénévoles calendrier cartographie
collectivité comité communication communiquer compte connaissance connaissances contenu contenus conseil convention
coopération coordination copil cotech diagnostic diagnostics diffusion disponible disponibles documents données échange
échanges échéance élu élus enquête enquêtes équipe équipes état évaluation fiche formation formations fréquence
fréquentation fréquentations gouvernance groupe groupes guide habitant habitants idée idées implication impliqués
indicateur indicateurs information informations informer instance instances interconnaissance intervenants lien liens
local locale locales locaux méthodologie mobilisation mobiliser outil outils partage partager partagé partenaire
partenaires partenarial partenariale partenariat partenariats participant participants participation personne personnes
pertinence pilotage piloter plaquette plaquettes portage pratique pratiques professionnel professionnels proximité
public publics questionnaire questionnaires rapport rapports référent référents rencontre rencontres réseau réseaux
retour retours satisfaction sensibilisation sensibiliser tableau technique thématique thématiques type types usager
usagers utilisateur utilisateurs visibilité volume
""".split()

SHARED = COMMON | frozenset(stem for word in _SHARED for stem in stems(word))
"""Stems of what any action of a convention does (meetings, partners, communication): an item made of them alone fits
anywhere."""
