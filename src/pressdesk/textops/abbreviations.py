"""Abbreviations that are written with full stops: Norwegian, both forms, and English.

Words that are written alike (``for.``, ``to.``, ``min.``, ``red.``) are left out: the full stop
after them is far more often that of a sentence.

Source: Språkrådet, Skriveregler: forkortelser.
"""

from __future__ import annotations

_INNER = """
adm. adm.dir. adr. alm. amer. ang. ass. avd. bl.a. bl. ca. cand. d.d. d.e. d.s. d.v.s. dr. dvs.
dir. e.g. e.l. eg. eks. ekskl. etg. ev. evt. f.eks. feks. f.o.m. fig. forf. forts. frk. fung.
gnr. h.r.adv. henv. i.a. i.e. iht. inkl. innb. ing. innst. istf. jf. jfr. kap. kgl. kl. konst.
m.a. m.a.o. m.h.p. m.h.t. m.o.t. m.t.p. maks. mht. mr. mrs. mva. nr. nto. o.h. omg. oppg. oppr.
ot.prp. p.g.a. p.p. pga. pkt. prof. s.d. s.k. siv.ing. sml. spm. st. st.meld. st.prp. statsr.
stk. stud. t.d. t.o.m. tel. tlf. u.a. ult. utg. vedk. vha. vg. viseadm. viseadm.dir.
"""
_FINAL = """
a.m. a.s. corp. e.Kr. e.kr. e.m. et.al. etc. f.Kr. f.kr. f.m. inc. kr. ltd. m.fl. m.m. m.v.
mill. mrd. mv. o.a. o.dl. o.fl. o.l. osb. osv. p.m. pst. s.u. tsd. årg. årh.
"""

INNER = frozenset(_INNER.split())
"""Something follows them: they do not end a sentence, even before a capital letter."""

FINAL = frozenset(_FINAL.split())
"""They may stand last; then their full stop is that of the sentence too."""

ABBREVIATIONS = INNER | FINAL
