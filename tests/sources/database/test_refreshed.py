"""A database as a source of `chefetage refresh`, from the definition to the snapshot."""

from __future__ import annotations

import pytest

from chefetage.model.dimension import Dimension, SegmentValue

REGION = Dimension(
    name={"de": "Region"},
    values={name: SegmentValue(name={"de": name}, answers=(name,)) for name in ("north", "south", "west")},
)


@pytest.mark.parametrize("place", [{"table": "october.csv"}, {"query": "SELECT * FROM 'october.csv'"}])
def test_a_snapshot_is_the_same_whether_a_file_is_read_or_asked(desk, place):
    desk.dimensions = {"region": REGION}
    desk.scores({}, region={"north": {9: 30, 3: 8}, "south": {10: 12, 7: 9}, "west": {0: 2}})
    read = desk.try_refresh().snapshot.metrics["nps"].groups
    desk.source = {"file": None, **place}
    asked = desk.refresh().snapshot.metrics["nps"].groups
    assert set(asked) == set(read)
    assert "region.west" not in asked
    for group, revisions in asked.items():
        assert (revisions[-1].stats, revisions[-1].result) == (read[group][-1].stats, read[group][-1].result)


def test_asked_twice_it_changes_nothing(desk):
    desk.scores({9: 30, 3: 8})
    desk.source = {"file": None, "table": "october.csv"}
    first = desk.refresh().snapshot
    again = desk.try_refresh(day=4).snapshot
    assert again is None or again == first


def test_a_database_that_fails_leaves_the_last_known_value(desk):
    desk.scores({9: 30, 3: 8})
    desk.source = {"file": None, "table": "october.csv"}
    desk.refresh()
    desk.source = {"file": None, "table": "gone.csv", "optional": True}
    refreshed = desk.try_refresh(day=5)
    assert [error.id for error in refreshed.errors] == ["database-file-missing"]
