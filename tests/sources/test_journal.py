"""Several snapshots are replaced together: killed between any two steps, on a full disk, twice at once."""

import errno
import os
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from chefetage.model.snapshot import JOURNAL
from chefetage.sources.journal import Recovery, is_unfinished, recover, write_together

OLD = {"2026-08.json": b"old august", "2026-09.json": b"old september"}
NEW = {"2026-08.json": b"new august", "2026-09.json": b"new september", "2026-10.json": b"new october"}
EFFECTS = ("write", "fsync", "replace", "unlink")


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "snapshots"
    path.mkdir()
    for name, content in OLD.items():
        (path / name).write_bytes(content)
    return path


def seen(folder):
    """What readers see: files whose names do not begin with a dot."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def left_behind(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


class Fault:
    """Strikes at the n-th effect of writing, before it or after it, and at all that follow if the process is dead."""

    def __init__(self, monkeypatch, at, strike, effects=EFFECTS, *, after=False, for_good=True):
        self.count = 0
        for name in effects:
            monkeypatch.setattr(os, name, self._wrapped(getattr(os, name), at, strike, after, for_good))

    def _wrapped(self, effect, at, strike, after, for_good):
        def run(*arguments):
            self.count += 1
            struck = self.count == at or (for_good and self.count > at)
            if struck and not (after and self.count == at):
                strike()
            result = effect(*arguments)
            if struck:
                strike()
            return result

        return run


class KilledError(BaseException):
    """Stands for the end of the process."""


def die():
    raise KilledError


def test_all_files_are_new_and_nothing_is_left_behind(folder):
    write_together(folder, NEW)
    assert (seen(folder), left_behind(folder)) == (NEW, [])


def test_a_folder_is_made_where_there_is_none(tmp_path):
    write_together(tmp_path / "metrics" / "snapshots", NEW)
    assert seen(tmp_path / "metrics" / "snapshots") == NEW


@pytest.mark.parametrize("after", [False, True])
def test_killed_between_any_two_steps_all_files_are_old_or_all_are_new_in_the_end(after, tmp_path):
    outcomes = []
    for at in range(1, 100):
        place = tmp_path / f"{at}" / "snapshots"
        place.mkdir(parents=True)
        for name, content in OLD.items():
            (place / name).write_bytes(content)
        with pytest.MonkeyPatch.context() as patch:
            fault = Fault(patch, at, die, after=after)
            with suppress(KilledError):
                write_together(place, NEW)
        before = seen(place)
        assert before in (OLD, NEW) or is_unfinished(place)
        outcomes.append(recover(place))
        assert (seen(place), left_behind(place)) in ((OLD, []), (NEW, []))
        assert recover(place) is Recovery.NOTHING
        if fault.count < at:
            break
    else:
        pytest.fail("there is no end to it")
    assert {Recovery.UNDONE, Recovery.FINISHED, Recovery.NOTHING} <= set(outcomes)


def test_killed_while_it_recovers_it_recovers_the_next_time(tmp_path):
    for at in range(1, 100):
        place = tmp_path / f"{at}"
        place.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            Fault(patch, 2, die, ("replace",))  # the journal stands, no file is in place yet
            with pytest.raises(KilledError):
                write_together(place, NEW)
        with pytest.MonkeyPatch.context() as patch:
            fault = Fault(patch, at, die)
            with suppress(KilledError):
                recover(place)
        recover(place)
        assert (seen(place), left_behind(place)) == (NEW, [])
        if fault.count < at:
            return
    pytest.fail("there is no end to it")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be killed")
def test_a_process_that_is_really_killed_leaves_all_old_or_all_new(tmp_path):
    for at in range(1, 100):
        place = tmp_path / f"{at}"
        place.mkdir()
        for name, content in OLD.items():
            (place / name).write_bytes(content)
        child = os.fork()
        if not child:
            with pytest.MonkeyPatch.context() as patch:
                Fault(patch, at, lambda: os.kill(os.getpid(), signal.SIGKILL))
                write_together(place, NEW)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        recover(place)
        assert (seen(place), left_behind(place)) in ((OLD, []), (NEW, []))
        if not os.WIFSIGNALED(status):
            return
    pytest.fail("there is no end to it")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_disk_that_is_full_at_any_write_loses_nothing(tmp_path, code):
    def full():
        raise OSError(code, os.strerror(code))

    for at in range(1, 100):
        place = tmp_path / f"{at}"
        place.mkdir()
        for name, content in OLD.items():
            (place / name).write_bytes(content)
        with pytest.MonkeyPatch.context() as patch:
            fault = Fault(patch, at, full, ("write", "fsync", "replace"), for_good=False)
            with suppress(OSError):
                write_together(place, NEW)
        assert is_unfinished(place) or (seen(place), left_behind(place)) == (OLD, []) or seen(place) == NEW
        recover(place)
        assert (seen(place), left_behind(place)) in ((OLD, []), (NEW, []))
        if fault.count < at:
            return
    pytest.fail("there is no end to it")


def test_a_write_that_takes_only_part_goes_on_with_the_rest(folder, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: write(handle, content[:3]))
    write_together(folder, NEW)
    assert seen(folder) == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are for POSIX")
def test_a_limit_that_the_system_sets_loses_nothing(folder):
    """No simulation: the kernel refuses to write past 64 bytes."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
        try:
            write_together(folder, NEW | {"2026-11.json": b"x" * 1000})
        except OSError as error:
            os._exit(error.errno)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == errno.EFBIG
    assert (seen(folder), left_behind(folder)) == (OLD, [])


@pytest.fixture
def tiny_disk(tmp_path):
    """A disk of 16 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this system lets nobody mount a disk here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_is_really_full_loses_nothing(tiny_disk):
    write_together(tiny_disk, OLD)
    with pytest.raises(OSError, match="No space left"):
        write_together(tiny_disk, NEW | {"2026-11.json": b"x" * 20_000})
    assert (seen(tiny_disk), left_behind(tiny_disk)) == (OLD, [])


def interrupted(folder):
    """An update that was killed when two of its three files were in place."""
    with pytest.MonkeyPatch.context() as patch:
        Fault(patch, 3, die, ("replace",), after=True)
        with pytest.raises(KilledError):
            write_together(folder, NEW)
    assert is_unfinished(folder)


def test_a_draft_that_got_lost_can_only_be_told(folder):
    interrupted(folder)
    (folder / ".2026-10.json.draft").unlink()
    before = seen(folder)
    assert recover(folder) is Recovery.DAMAGED
    assert seen(folder) == before
    assert is_unfinished(folder)


def test_with_all_drafts_lost_and_the_old_files_back_the_update_is_undone(folder):
    interrupted(folder)
    for draft in folder.glob(".*.draft"):
        draft.unlink()
    for name in NEW:
        (folder / name).unlink(missing_ok=True)
    for name, content in OLD.items():
        (folder / name).write_bytes(content)
    assert recover(folder) is Recovery.UNDONE
    assert (seen(folder), left_behind(folder)) == (OLD, [])


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"[" * 100_000, b"\xff", b'{"2026-10.json": 1}', b'{"2026-10.json": {"after": "x"}}',
        b'{"../../mkdocs.yml": {"before": null, "after": "x"}}',
    ],
)  # fmt: skip
def test_a_journal_that_is_none_is_told_and_touches_nothing(folder, content):
    (folder / JOURNAL).write_bytes(content)
    assert recover(folder) is Recovery.DAMAGED
    assert seen(folder) == OLD


def test_without_a_folder_there_is_nothing_to_recover(tmp_path):
    assert recover(Path(tmp_path / "nowhere")) is Recovery.NOTHING
