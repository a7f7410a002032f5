"""A company's colour, readable on white paper and on a dark screen."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PAPER, SCREEN = "#ffffff", "#12161b"
"""What stands behind it; see `theme/assets/chefetage/css/tokens.css`."""
ENOUGH_ON_PAPER, ENOUGH_ON_SCREEN = 4.5, 7.0
"""Contrast of text by the Web Content Accessibility Guidelines: AA on paper; AAA in the dark, where strokes fade."""
_STEP = 0.01


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def on_paper(colour: str) -> str:
    """Return the colour, darkened as far as it must be to be read on white."""
    return _moved(colour, -_STEP, lambda each: contrast(each, PAPER) >= ENOUGH_ON_PAPER)


def on_screen(colour: str) -> str:
    """Return the colour, lightened as far as it must be to be read on a dark screen."""
    return _moved(colour, _STEP, lambda each: contrast(each, SCREEN) >= ENOUGH_ON_SCREEN)


def _moved(colour: str, step: float, is_enough: Callable[[str], bool]) -> str:
    while not is_enough(colour):
        hue, lightness, saturation = rgb_to_hls(*_channels(colour))
        colour = _hex(hls_to_rgb(hue, min(max(lightness + step, 0.0), 1.0), saturation))
    return colour


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 – sRGB's own
        for channel in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
