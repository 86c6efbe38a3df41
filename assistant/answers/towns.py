"""Large towns and regions of France, folded: what a question may name although no convention of the corpus does."""

from __future__ import annotations

TOWNS = frozenset(
    """
    paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon
    angers nimes villeurbanne clermont aix brest tours amiens limoges annecy perpignan metz besancon orleans rouen
    mulhouse caen nancy argenteuil montreuil roubaix tourcoing dunkerque avignon poitiers versailles courbevoie
    creteil pau colombes calais cannes antibes cherbourg quimper bourges valence troyes chambery lorient
    niort sarcelles chalons meaux evry cergy colmar albi bayonne charleville valenciennes evreux
    montauban brive tarbes auxerre nevers vichy agen gap aurillac rodez cahors mende foix auch
    carcassonne beziers narbonne arles frejus ajaccio bastia laval alencon chartres blois chateauroux moulins
    macon belfort vesoul epinal bobigny nanterre pontoise melun beauvais compiegne laon soissons arras
    douai lens cambrai boulogne saintes rochefort angouleme perigueux bergerac libourne dax guingamp dinan fougeres
    vitre cholet saumur privas aubenas montelimar romans annemasse thonon bourgoin vienne
    roanne bretagne normandie occitanie alsace lorraine corse bourgogne auvergne aquitaine picardie
    champagne limousin franche guadeloupe martinique guyane mayotte reunion bruxelles geneve monaco
    """.split()
)
