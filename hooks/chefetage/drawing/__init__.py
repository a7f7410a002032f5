"""Draws with a program of its own what templates cannot: charts in Vega-Lite. The only folder that starts one."""

from chefetage.drawing.studio import Drawings

__all__ = ["Drawings"]
