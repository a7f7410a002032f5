"""What a site for everybody may show: only what was agreed to for everybody."""

from __future__ import annotations

import pytest

QUOTE = "briefings/quotes/fitter.md"
PRAISE = "briefings/praise/planners.md"


@pytest.fixture
def public(site):
    site.replace("mkdocs.yml", "visibility: internal", "visibility: public")
    return site


def test_a_site_for_everybody_names_each_consent_and_each_team_that_meant_colleagues(public):
    assert public.found() == [
        "briefings/praise/planners.md:5:1 error praise-not-public",
        "briefings/quotes/fitter.md:9:5 error quote-not-public",
    ]


def test_what_is_cleared_for_everybody_may_stand_there(public):
    public.replace(QUOTE, "[site, mail]", "[site, mail, public]")
    public.replace(PRAISE, "agreed:", "public: true\nagreed:")
    assert public.found() == []


@pytest.mark.parametrize("basis", [
    "  anonymised: {by: Datenschutz, on: 2026-10-20}\n",
    "  consent: {reference: E-12, scope: [site], given: 2026-10-15, until: 2026-11-01}\n",
])  # fmt: skip
def test_anonymised_and_ended_quotes_keep_nobody_from_publishing(public, basis):
    text = (public.root / QUOTE).read_text("utf-8")
    start, end = text.index("  consent:"), text.index("metrics:")
    public.write(QUOTE, text[:start] + basis + text[end:])
    assert not any("quote-not-public" in line for line in public.found())


def test_a_site_for_colleagues_needs_nothing_of_that(site):
    assert site.found() == []
