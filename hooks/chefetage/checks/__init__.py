"""Checks: what is wrong although each file reads well by itself. One file a check, written out here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chefetage.checks import (
    ask_due,
    ask_status,
    claimed_changes,
    closed_editions,
    core_metrics,
    denied_names,
    differing_figures,
    expired_promises,
    expired_studies,
    featured_studies,
    former_ids,
    future_dates,
    jargon,
    journey_steps,
    lecturing,
    long_messages,
    long_sentences,
    meaning_placeholders,
    measure_outcome,
    message_outcome,
    metric_successors,
    metric_weights,
    missing_alt,
    missing_commentary,
    missing_core,
    mixed_alphabet,
    not_in_core,
    one_sided_quotes,
    placeholders,
    private_data,
    public_rights,
    quote_consent,
    quote_words,
    readability,
    recalls,
    recordings,
    references,
    repeated_references,
    reserved_ids,
    restatements,
    snapshot_groups,
    snapshot_history,
    snapshot_metrics,
    snapshot_results,
    source_columns,
    source_segments,
    stale_metrics,
    switched_off,
    team_named,
    team_size,
    unproven_money,
    unsourced_figures,
)
from chefetage.model.problem import Severity, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from chefetage.model.edition import Edition
    from chefetage.model.problem import Problem
    from chefetage.model.project import Project

    Check = Callable[[Project], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    references.check,
    placeholders.check,
    repeated_references.check,
    source_segments.check,
    source_columns.check,
    metric_weights.check,
    metric_successors.check,
    former_ids.check,
    reserved_ids.check,
    core_metrics.check,
    missing_core.check,
    not_in_core.check,
    claimed_changes.check,
    unproven_money.check,
    missing_commentary.check,
    meaning_placeholders.check,
    journey_steps.check,
    quote_words.check,
    recordings.check,
    missing_alt.check,
    mixed_alphabet.check,
    quote_consent.check,
    recalls.check,
    private_data.check,
    denied_names.check,
    public_rights.check,
    future_dates.check,
    ask_status.check,
    ask_due.check,
    closed_editions.check,
    restatements.check,
    team_size.check,
    team_named.check,
    long_messages.check,
    featured_studies.check,
    snapshot_metrics.check,
    snapshot_results.check,
    snapshot_history.check,
    snapshot_groups.check,
    switched_off.check,
    stale_metrics.check,
    expired_promises.check,
    measure_outcome.check,
    message_outcome.check,
    one_sided_quotes.check,
    unsourced_figures.check,
    differing_figures.check,
    jargon.check,
    lecturing.check,
    long_sentences.check,
    readability.check,
    expired_studies.check,
)


ABOUT_NUMBERS = frozenset({
    source_segments.check, source_columns.check, metric_weights.check, metric_successors.check, restatements.check,
    snapshot_metrics.check, snapshot_results.check, snapshot_history.check, snapshot_groups.check, stale_metrics.check,
})  # fmt: skip
"""What no edition's words can make right or wrong."""


def check_project(project: Project) -> list[Problem]:
    """Run every check; return what they find, errors before hints, in the order of files."""
    return in_order([problem for check in CHECKS for problem in check(project)])


def check_edition(project: Project, edition: Edition) -> list[Problem]:
    """Return what is to be said while one edition is written: every error in words, but hints on this edition only."""
    seals = {seal.id: seal for seal in project.seals.values() if seal.id == edition.id}
    alone = replace(project, editions={edition.id: edition}, seals=seals)
    found = [problem for check in CHECKS if check not in ABOUT_NUMBERS for problem in check(alone)]
    stem = edition.path.removesuffix(".md")
    return in_order([p for p in found if p.severity is Severity.ERROR or p.location.path.startswith(f"{stem}.")])
