"""Findings that no change of the small site's files leads to: why not, and the test that finds them all the same."""

from __future__ import annotations

_CLOSED = "needs an edition that was closed before"
_SEVERAL = "stands for several other findings, in what the desk is told first"
_GIT = "needs a repository that keeps the file"
_DESK, _BUDGET, _FILES = "tests/desk/test_closing.py", "tests/checks/test_budget.py", "tests/content/test_files.py"
_TRACKED = "tests/content/test_tracked.py"
_TOLD_IN_ONE = f"{_BUDGET}::test_translations_of_an_edition_are_told_in_one_at_the_file_that_matters_most"

ELSEWHERE = {
    "block-in-itself": (
        "needs a block that shows another text with blocks, which no template does",
        "tests/pages/markdown/test_blocks.py::test_a_block_inside_itself_is_an_error_and_ends",
    ),
    "closed-edition-changed": (_CLOSED, f"{_DESK}::test_a_change_without_a_correction_is_an_error_at_its_field"),
    "closed-quote-changed": (_CLOSED, f"{_DESK}::test_other_words_in_a_quote_of_a_closed_edition_are_an_error"),
    "correction-taken-back": (_CLOSED, f"{_DESK}::test_a_correction_cannot_be_taken_back"),
    "sealed-but-open": (_CLOSED, f"{_DESK}::test_opening_a_closed_edition_again_is_an_error"),
    "seal-without-edition": (_CLOSED, f"{_DESK}::test_a_closed_edition_does_not_disappear"),
    "late-translations": (_SEVERAL, _TOLD_IN_ONE),
    "missing-translations": (_SEVERAL, _TOLD_IN_ONE),
    "stale-translations": (_SEVERAL, _TOLD_IN_ONE),
    "outside-project": ("needs a link", f"{_FILES}::test_a_link_that_leaves_the_project_is_not_followed"),
    "unreadable-file": ("needs a folder in a file's place", f"{_FILES}::test_a_folder_named_like_a_file_is_no_file"),
    "tracked-export": (_GIT, f"{_TRACKED}::test_a_tracked_export_is_an_error_and_an_ignored_one_is_not"),
    "tracked-recording": (_GIT, f"{_TRACKED}::test_a_tracked_recording_is_an_error_too"),
    "unread-names": (
        "needs a list that is not kept with the site",
        "tests/checks/test_denied_names.py::test_a_list_that_cannot_be_read_stops_the_build",
    ),
    "unfit-value": (
        "what a rule of a model is told as that nobody has put into words",
        "tests/catalogue/test_every_field.py::test_a_rule_that_nobody_has_put_into_words_is_told_all_the_same",
    ),
    "vega-not-installed": (
        "needs a machine without the program", "tests/pages/test_plots.py::test_what_cannot_be_drawn_is_a_finding",
    ),
}  # fmt: skip
"""Finding → the reason, and the test as `file::name`."""
