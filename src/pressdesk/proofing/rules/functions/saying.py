"""Verbs that put words into a mouth, in both written forms."""

from __future__ import annotations

_FORMS = """
sier seier sa forteller fortel fortalte fortalde mener meiner mente meinte uttaler uttalar uttalte
uttala understreker understrekar understreket påpeker påpeikar påpekte forklarer forklarar forklarte
fortsetter fortset fortsatte legger legg avslutter avsluttar avsluttet spør spurte spurde svarer
svarar svarte kommenterer kommenterar kommenterte utdyper utdjupar utdypet fremhever framhever
framhevar håper håpar tror trur presiserer presiserar konstaterer konstaterar poengterer poengterar
oppsummerer oppsummerar tilføyer lover lovar roser rosar slår skriver skriv skrev roper ropar undrer
undrar lurer lurar utbryter jubler jublar smiler hevder hevdar opplyser bekrefter stadfestar
"""

SAYING = frozenset(_FORMS.split())
"""Finite forms; some of them speak only with a particle: legger til, slår fast."""
