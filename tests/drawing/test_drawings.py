"""Charts are drawn once, kept, and drawn again where what was kept is no good."""

from __future__ import annotations

import os
import sys

import pytest

from chefetage.charts.vega.config import CONFIG, sized
from chefetage.charts.vega.plotter import NotInstalledError, NotPlottedError, Task
from chefetage.drawing import Drawings, process, studio
from chefetage.drawing.process import Process
from chefetage.locales import speak

BARS = {
    "data": {"values": [{"m": "2026-03-01", "v": 1234.5}, {"m": "2026-10-01", "v": -2000}]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "m", "type": "temporal", "axis": {"format": "%B %Y", "values": [{"year": 2026, "month": 3}]}},
        "y": {"field": "v", "type": "quantitative", "axis": {"format": ",.1f"}},
    },
}


def task(spec=None, language="de") -> Task:
    locale = speak(language)
    return Task(sized(spec or BARS, 640), CONFIG, locale.d3_numbers, locale.d3_dates)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / studio.FOLDER


@pytest.fixture
def unable(monkeypatch):
    """From here on nothing can be drawn any more."""

    def stop():
        def draw(*_):
            raise AssertionError("drawn again")

        monkeypatch.setattr(Process, "draw", draw)

    return stop


def draw(root, of=None) -> str:
    with Drawings(root) as drawings:
        return drawings.plot(of or task())


def test_a_drawing_is_kept_and_the_next_build_draws_nothing(tmp_path, folder, unable):
    first = draw(tmp_path)
    assert [path.suffix for path in folder.iterdir()] == [".svg"]
    unable()
    assert draw(tmp_path) == first


def test_the_same_task_gives_the_same_bytes_whatever_the_time_zone(tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    west = draw(tmp_path / "a")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert draw(tmp_path / "b") == west
    assert "März 2026" in west
    assert "−2.000,0" in west


def test_another_language_is_another_drawing(tmp_path):
    with Drawings(tmp_path) as drawings:
        assert "March 2026" in drawings.plot(task(language="en"))
        assert "März 2026" in drawings.plot(task())


@pytest.mark.parametrize("damage", [b"", b"<svg/>", b"0\n<svg/>", b"\xff\xfe"])
def test_a_damaged_drawing_is_drawn_again(tmp_path, folder, damage):
    first = draw(tmp_path)
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert draw(tmp_path) == first
    assert kept.read_bytes() == whole


def test_a_folder_where_a_drawing_should_be_is_drawn_around(tmp_path, folder):
    first = draw(tmp_path)
    (kept,) = folder.iterdir()
    kept.unlink()
    kept.mkdir()
    assert draw(tmp_path) == first
    assert list(folder.iterdir()) == [kept]


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / ".cache").write_text("a file", encoding="utf-8")
    assert "<svg" in draw(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_cache_that_is_full_leaves_no_half_files(tmp_path, folder, monkeypatch):
    def fail(*_):
        raise OSError("full")

    monkeypatch.setattr(os, "replace", fail)
    assert "<svg" in draw(tmp_path)
    assert list(folder.iterdir()) == []


def test_another_version_of_what_draws_draws_again(tmp_path, folder, monkeypatch):
    draw(tmp_path)
    monkeypatch.setattr(studio, "version", lambda _: "99")
    draw(tmp_path)
    assert len(list(folder.iterdir())) == 2


def test_one_chart_that_fails_spoils_no_other(tmp_path):
    bad = task({**BARS, "encoding": {"x": {"field": "m", "type": "nonsense", "href": {"field": "m"}}}, "mark": "bar"})
    with Drawings(tmp_path) as drawings:
        for _ in range(2):
            with pytest.raises(NotPlottedError) as told:
                drawings.plot(bad)
            assert "\n" not in str(told.value)
            assert "<svg" in drawings.plot(task())


def test_a_chart_that_takes_too_long_is_given_up():
    drawer = Process(patience=0.01)
    with pytest.raises(NotPlottedError):
        drawer.draw(task().text())
    drawer.close()


def test_the_program_itself_fetches_nothing(tmp_path):
    away = {**BARS, "data": {"url": "http://127.0.0.1:9/d.json"}}
    with pytest.raises(NotPlottedError, match="not allowed"):
        draw(tmp_path, task(away))


def test_without_the_program_that_draws_it_is_said_so(tmp_path, monkeypatch):
    monkeypatch.setattr(process, "find_spec", lambda _: None)
    with pytest.raises(NotInstalledError):
        draw(tmp_path)


def test_what_draws_is_not_loaded_into_the_build(tmp_path):
    draw(tmp_path)
    assert "vl_convert" not in sys.modules


def test_the_zero_line_is_drawn_in_ink(tmp_path):
    assert draw(tmp_path).count('stroke="var(--ce-ink)"') == 1
