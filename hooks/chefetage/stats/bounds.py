"""What those who did not answer could change: worst-case bounds.

Source: C. F. Manski, "Partial Identification of Probability Distributions" (2003). No interval holds them: sampling
error is about who was drawn, these bounds about who kept silent.
"""

from __future__ import annotations


def worst_case_bounds(share: float, response: float) -> tuple[float, float]:
    """Return between what the share of all invited customers must lie, whatever the silent ones think.

    Args:
        share: Among those who answered, from 0 to 1.
        response: Answers over delivered invitations, from 0 to 1.

    Returns:
        Percent: all silent customers against, and all of them for. With 15 % answering almost anything is possible.

    Raises:
        ValueError: One of them is not between 0 and 1.
    """
    if not (0 <= share <= 1 and 0 <= response <= 1):
        raise ValueError(f"not shares: {share!r}, {response!r}")
    return 100 * response * share, 100 * (response * share + 1 - response)
