"""Writing snapshots."""

import pytest

from chefetage.model.month import Month
from chefetage.model.snapshot import Snapshot
from chefetage.sources.snapshots import dump_snapshot, snapshot_path, write_snapshots


@pytest.fixture
def known(desk):
    desk.scores({9: 50, 7: 50})
    return desk.refresh().snapshot


def test_a_snapshot_reads_back_as_it_was_written(known):
    assert Snapshot.model_validate_json(dump_snapshot(known)) == known


def test_a_snapshot_is_sorted_indented_and_ends_its_last_line(known):
    lines = dump_snapshot(known).splitlines()
    assert lines[:3] == ["{", '  "metrics": {', '    "nps": {']
    assert dump_snapshot(known).endswith("}\n")


def test_writing_twice_changes_the_file_once(known, tmp_path):
    path = snapshot_path(tmp_path, Month(2026, 10))
    assert write_snapshots(tmp_path, [known]) == (path,)
    before = path.stat().st_mtime_ns
    assert write_snapshots(tmp_path, [known]) == ()
    assert path.stat().st_mtime_ns == before
    assert path.parent.name == "snapshots"
