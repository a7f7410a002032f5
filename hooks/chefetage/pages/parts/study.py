"""A study: what it found, how far it can be trusted, and what it does not say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.charts import Mark, draw_mark
from chefetage.model.study import Grade
from chefetage.pages.press import word_for

if TYPE_CHECKING:
    from markupsafe import Markup

    from chefetage.model.study import Study
    from chefetage.pages.context import Context

_FEW = 2
"""So many authors are named; of more, the first."""
_BETWEEN_AUTHORS = re.compile(r"\s*(?:[,;&]|\b(?:and|und)\b)\s*")


@dataclass(frozen=True, slots=True)
class StudyView:
    """One study."""

    study: Study
    grades: tuple[tuple[str, bool], ...]
    """All letters, and whether it is this one."""
    grade_label: str
    grade_words: str
    stance_mark: Markup
    stance: str
    flag: str
    """Who paid, or that a vendor wrote it; empty if neither."""
    cite: str
    """Authors, short, and year."""
    kind: str
    topic: str


def view_study(c: Context, study: Study) -> StudyView:
    """Return a study in the page's language."""
    return StudyView(
        study=study,
        grades=tuple((grade.value, grade is study.grade) for grade in Grade),
        grade_label=c.say("study.grade-label", grade=study.grade),
        grade_words=c.say(f"study.grade.{study.grade}"),
        stance_mark=draw_mark(Mark(study.stance.value)),
        stance=c.say(f"study.stance.{study.stance}"),
        flag=_flag(c, study),
        cite=cite(c, study),
        kind=word_for(c, "study.kind", study.kind),
        topic=word_for(c, "study.topic", study.topic or ""),
    )


def cite(c: Context, study: Study) -> str:
    """Return authors and year as they are said in a sentence: `Hult u. a. (2017)`."""
    authors = _BETWEEN_AUTHORS.split(study.authors)
    named = study.authors if len(authors) <= _FEW else c.say("study.et-al", first=authors[0])
    return c.say("study.cite", authors=named, year=study.year)


def _flag(c: Context, study: Study) -> str:
    if study.sponsor:
        return c.say("study.sponsored", sponsor=study.sponsor)
    return c.say("study.vendor") if study.grade is Grade.D else ""
