"""Words with capitals that belong to no territory: national bodies, schemes and terms of such conventions."""

from __future__ import annotations

GENERAL = frozenset(
    """
convention territoriale globale etat region regions departement departements europe france services service
education nationale pole emploi travail mission locale missions locales internet ville contrat politique maison
maisons caisse allocations familiales centre centres social sociaux comite technique pilotage espace vie sociale
relais petite enfance jeunesse parents parentalite reseau ecoute appui accompagnement agence regionale sante conseil
departemental regional protection maternelle infantile prestation prestations allocataires elus partenaires
mutualite sociale agricole ambassadeurs coordinateur coordinatrice coordonnateur coordination axe fiche action
actions plan projet objectif culture commune pig opah vae etp qf ps psu am assmat siao avs pe ej psj bp of rh ess
iae aida avip pso sms rdv cv tisf pass droits droit mdph cdi cdd reaap clas ddcs caj pmr pedt asse cmg paje aeeh aah
mfs promeneurs net web scolarite handicap lutte pacte cooperation guide mobilite forum semaine bleue journee
nationale bafd bpjeps cap licence anacej unaf
""".split()
)
"""Folded words."""
