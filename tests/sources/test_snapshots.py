"""Writing a snapshot."""

import os

import pytest

from chefetage.model.month import Month
from chefetage.model.snapshot import Snapshot
from chefetage.sources.snapshots import dump_snapshot, snapshot_path, write_snapshot


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
    assert write_snapshot(path, known)
    before = path.stat().st_mtime_ns
    assert not write_snapshot(path, known)
    assert path.stat().st_mtime_ns == before
    assert path.parent.name == "snapshots"


def test_a_process_killed_between_writing_and_replacing_leaves_the_old_file(known, tmp_path, monkeypatch):
    path = tmp_path / "2026-10.json"
    path.write_text("old")

    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        write_snapshot(path, known)
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["2026-10.json"]


def test_the_new_file_is_on_disk_before_it_takes_the_old_ones_place(known, tmp_path, monkeypatch):
    order = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda file: (order.append("fsync"), fsync(file)))
    monkeypatch.setattr(os, "replace", lambda source, target: (order.append("replace"), replace(source, target)))
    write_snapshot(tmp_path / "2026-10.json", known)
    assert order == ["fsync", "replace"]


def test_a_draft_that_was_left_behind_is_no_snapshot_to_readers(known, tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(os, "replace", lambda source, _: seen.append(source))
    write_snapshot(tmp_path / "2026-10.json", known)
    assert not seen[0].match("*.json")
