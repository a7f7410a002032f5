"""Which sentences claim a change."""

from __future__ import annotations

import pytest

from chefetage.locales.claims import claim_in

CLAIMS = [
    ("de", "Die Weiterempfehlung ist gestiegen.", "up", "gestiegen"),
    ("de", "Die Weiterempfehlung nahm im Oktober zu.", "up", "nahm … zu"),
    ("de", "Seit Mai ist sie gefallen.", "down", "ist … gefallen"),
    ("de", "Die Erreichbarkeit hat sich verbessert.", "better", "verbessert"),
    ("de", "Sie ist schlechter als vor einem Jahr.", "worse", "schlechter … als vor einem"),
    ("de", "Die Kosten blieben gleich, die Weiterempfehlung stieg.", "up", "stieg"),
    ("en", "Recommendation rose in October.", "up", "rose"),
    ("en", "Provably down for the first time.", "down", "Provably … down"),
    ("en", "It has improved, and it was about time.", "better", "improved"),
    ("en", "It is lower than a year ago.", "down", "lower than a year"),
]

NO_CLAIMS = [
    ("de", "Die Weiterempfehlung ist nicht gestiegen."),
    ("de", "Keine der Zahlen ist gestiegen."),
    ("de", "Ist die Weiterempfehlung gestiegen?"),
    ("de", "Ob sie gestiegen ist, wissen wir im Mai."),
    ("de", "Die Weiterempfehlung soll steigen und das Warten zurückgegangen sein."),
    ("de", "Am besten gefallen wir unseren Kunden."),
    ("de", "Nord ist höher als West und besser als erwartet."),
    ("de", "Gestiegen bei Nord, gesunken bei West."),
    ("en", "It has not improved."),
    ("en", "It hasn't improved."),
    ("en", "It hasn’t improved."),
    ("en", "Has it improved?"),
    ("en", "It should have improved by May."),
    ("en", "She put her pencil down and looked up."),
    ("en", "North is higher than West."),
    ("xx", "Recommendation rose."),
]


@pytest.mark.parametrize(("language", "sentence", "direction", "words"), CLAIMS)
def test_a_claim_is_recognised_by_its_words(language, sentence, direction, words):
    claim = claim_in(sentence, language)
    assert claim is not None
    assert (claim.direction, claim.words) == (direction, words)


@pytest.mark.parametrize(("language", "sentence"), NO_CLAIMS)
def test_what_claims_nothing_is_let_pass(language, sentence):
    assert claim_in(sentence, language) is None


def test_a_token_is_no_end_of_a_clause_and_no_word():
    claim = claim_in("Mit {{ nps.not }} Punkten ist {{ nps }} gestiegen, sagt er.", "en") or claim_in(
        "Mit {{ nps.nicht }} Punkten ist {{ nps }} gestiegen, sagt er.", "de"
    )
    assert claim is not None
    assert claim.clause == "Mit {{ nps.nicht }} Punkten ist {{ nps }} gestiegen"
