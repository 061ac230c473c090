"""The infinitive mark and the conjunction that sounds like it: å and og."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.proofing.lexicon.reading import VerbForm, WordClass
from pressdesk.proofing.rules.model import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pressdesk.proofing.rules.context import Context

_WANT_INFINITIVE_WORDS = """
ønsker ønskjer ønskte ønsket håper håpar håpet vonar prøver prøvar prøvde forsøker forsøkte
begynner begynte planlegger planlegg klarer klarar klarte nekter nektar nektet våger vågar
glemmer glemte gløymer unngår unngikk forpliktet forplikta villig villige klar klare for uten
utan til
"""
_WANT_INFINITIVE = frozenset(_WANT_INFINITIVE_WORDS.split())
"""After these an infinitive cannot stand without its mark."""
_JUDGED_WORDS = """
vanskelig vanskeleg viktig lett nødvendig naudsynt mulig mogleg umulig umogleg enkelt enklere
enklare lettere lettare krevende krevjande naturlig naturleg ønskelig ønskjeleg fristende
hyggelig hyggeleg interessant avgjørende avgjerande lurt bedre betre
"""
_JUDGED = frozenset(_JUDGED_WORDS.split())
"""Of these an infinitive tells what is so: "det er viktig å vite"."""
_GOVERNING = frozenset(["ved", "av", "om", "med", "på", "i", "etter", "enn", "mot", "fra", "frå"])
_COPULAS = frozenset(["er", "var", "blir", "ble", "vart", "blei"])
_MODALS_WORDS = "å må skal vil kan bør kunne ville skulle måtte burde la lar får få tør"
_MODALS = frozenset(_MODALS_WORDS.split())
_POSTURES_WORDS = "komme kommer kom koma kjem sitte sitter sit satt sat ligge ligger lå"
_POSTURES = frozenset(_POSTURES_WORDS.split())
_OTHERS = frozenset(
    [
        WordClass.ADJECTIVE,
        WordClass.ADVERB,
        WordClass.PREPOSITION,
        WordClass.DETERMINER,
        WordClass.PRONOUN,
        WordClass.CONJUNCTION,
        WordClass.NUMERAL,
    ]
)
_FAR = 3


def conjunction_for_mark(context: Context) -> Iterator[Hit]:
    """Yield "og" where only the mark of the infinitive can stand."""
    for index in context.positions.get("og", ()):
        sentence = context.sentence_of[index]
        if not sentence.start < index < sentence.stop - 1 or not _is_infinitive(context, index + 1):
            continue
        before = context.lower[index - 1]
        if before in _WANT_INFINITIVE or (before in _JUDGED and _is_judgement(context, index - 1)):
            yield Hit(*context.span(index, index), suggestions=("å",))


def mark_for_conjunction(context: Context) -> Iterator[Hit]:
    """Yield "å" between two verbs of the same form."""
    for index in context.positions.get("å", ()):
        sentence = context.sentence_of[index]
        if not sentence.start < index < sentence.stop - 1:
            continue
        before, token = context.words[index - 1], context.words[index]
        is_moving = context.lower[index - 1] in _POSTURES and _is_infinitive(context, index + 1)
        if token.is_capital or not before.is_word or _governs(context, index - 1):
            continue
        if is_moving or _is_finite(context, index + 1):
            yield Hit(*context.span(index, index), suggestions=("og",))


def finite_after_mark(context: Context) -> Iterator[Hit]:
    """Yield verbs in the present or the past where a governed "å" wants the infinitive."""
    infinitive = getattr(context.lexicon, "infinitive", None)
    for index in context.positions.get("å", ()):
        sentence = context.sentence_of[index]
        if not sentence.start < index < sentence.stop - 1 or infinitive is None:
            continue
        if _governs(context, index - 1) and _is_finite(context, index + 1):
            right = infinitive(context.lower[index + 1], context.language)
            if right is not None and right != context.lower[index + 1]:
                yield Hit(*context.span(index + 1, index + 1), suggestions=(right,))


def _governs(context: Context, index: int) -> bool:
    """Return whether the word wants an infinitive behind it: "til å", "ønsker å"."""
    word = context.lower[index]
    return word in _WANT_INFINITIVE or word in _GOVERNING or word in _JUDGED


def _is_infinitive(context: Context, index: int) -> bool:
    """Return whether the word is an infinitive, and neither another form nor another word."""
    readings = context.readings(index)
    forms = {one.verb_form for one in readings if one.word_class is WordClass.VERB}
    is_modal = any(one.is_modal for one in readings)  # of these the past is the infinitive, too
    return (
        VerbForm.INFINITIVE in forms
        and VerbForm.PRESENT not in forms
        and (VerbForm.PAST not in forms or is_modal)
        and not any(one.word_class in _OTHERS for one in readings)
    )


def _is_finite(context: Context, index: int) -> bool:
    """Return whether the word is a verb, and can be anything but an infinitive."""
    readings = context.readings(index)
    verbs = [one for one in readings if one.word_class is WordClass.VERB]
    forms = {one.verb_form for one in verbs}
    lemmas = {one.lemma for one in verbs}  # of participles that are adjectives, too
    fits = forms & {VerbForm.IMPERATIVE, VerbForm.PRESENT, VerbForm.PAST}
    return (
        bool(fits)
        and VerbForm.INFINITIVE not in forms
        and not any(one.is_passive for one in verbs)
        and not any(one.word_class in _OTHERS and one.lemma not in lemmas for one in readings)
    )


def _is_judgement(context: Context, index: int) -> bool:
    """Return whether a form of "være" stands before, and nothing that governs an infinitive."""
    start = context.sentence_of[index].start
    near = context.lower[max(start, index - _FAR) : index]
    return not _COPULAS.isdisjoint(near) and _MODALS.isdisjoint(context.lower[start:index])


FUNCTIONS: Mapping[str, Callable[[Context], Iterator[Hit]]] = MappingProxyType(
    {
        "og-å.infinitiv": conjunction_for_mark,
        "og-å.sideordning": mark_for_conjunction,
        "verb.infinitiv": finite_after_mark,
    }
)
