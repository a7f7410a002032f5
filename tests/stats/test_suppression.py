"""Small groups stay hidden, even from those who can subtract."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chefetage.model.estimate import Shown
from chefetage.stats.suppression import shown_for, visible_groups


@pytest.mark.parametrize(
    ("sizes", "visible"),
    [
        ({"a": 3, "b": 12, "c": 25}, "c"),
        ({"a": 3, "b": 4, "c": 25}, "c"),
        ({"a": 1, "b": 1, "c": 1, "d": 9, "e": 40}, "e"),
        ({"a": 6, "b": 12}, "ab"),
        ({"a": 2, "b": 30}, ""),
        ({"a": 1, "b": 2, "c": 30}, ""),  # 3 hidden answers are too few: c goes too
        ({"a": 4}, ""),
        ({"a": 5}, "a"),
        ({}, ""),
        ({"a": 0, "b": 12, "c": 25}, "abc"),  # nobody answered: nobody to protect
        ({"a": 0, "b": 3, "c": 12, "d": 25}, "ad"),  # and nobody to hide behind
        ({"a": 3, "b": 9, "c": 9}, "c"),  # of equals the first by name is hidden
    ],
)
def test_groups_by_hand(sizes, visible):
    assert visible_groups(sizes, 5) == frozenset(visible)


any_sizes = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 60), max_size=9)
any_k = st.integers(1, 20)


@given(any_sizes, any_k)
def test_no_visible_group_is_smaller_than_k(sizes, k):
    assert all(sizes[group] >= k or sizes[group] == 0 for group in visible_groups(sizes, k))


@given(any_sizes, any_k)
def test_what_is_hidden_cannot_be_worked_out_from_the_total(sizes, k):
    visible = visible_groups(sizes, k)
    hidden = [n for group, n in sizes.items() if group not in visible]
    if hidden and any(sizes[group] for group in visible):
        assert len(hidden) >= 2
        assert sum(hidden) >= k


@given(any_sizes, any_k)
def test_nothing_is_hidden_without_need(sizes, k):
    """Only small groups and the smallest of the others; showing the last of these would give something away."""
    visible = visible_groups(sizes, k)
    hidden = sorted(n for group, n in sizes.items() if group not in visible)
    small = [n for n in sizes.values() if 0 < n < k]
    assert bool(hidden) == bool(small)
    extra = hidden[len(small) :]
    assert all(n <= sizes[group] for n in extra for group in visible if sizes[group])
    if extra:
        spared = hidden[:-1]
        assert len(spared) < 2 or sum(spared) < k


@given(any_sizes, any_k)
def test_the_order_of_the_groups_does_not_matter(sizes, k):
    assert visible_groups(dict(reversed(sizes.items())), k) == visible_groups(sizes, k)


@pytest.mark.parametrize(
    ("n", "shown"),
    [
        (0, Shown.NO_ANSWERS),
        (1, Shown.HIDDEN),
        (4, Shown.HIDDEN),
        (5, Shown.COUNT_ONLY),
        (9, Shown.COUNT_ONLY),
        (10, Shown.WIDE),
        (29, Shown.WIDE),
        (30, Shown.FULL),
        (420, Shown.FULL),
    ],
)
def test_how_much_so_many_answers_may_tell(n, shown):
    assert shown_for(n, k=5) is shown


def test_a_larger_k_hides_more():
    assert [shown_for(n, k=12) for n in (9, 11, 12)] == [Shown.HIDDEN, Shown.HIDDEN, Shown.WIDE]
