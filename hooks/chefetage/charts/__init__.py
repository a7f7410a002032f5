"""Charts: pure functions from figures to SVG. Notation after IBCS 2.0; colours come from the style sheet."""

from chefetage.charts.answers import draw_answers
from chefetage.charts.distribution import answers_of, draw_distribution, rest_words, top_words
from chefetage.charts.marks import Mark, draw_mark, legend
from chefetage.charts.money import MoneyBar, draw_money
from chefetage.charts.pair import draw_pair
from chefetage.charts.scales import Axis, axis_for, groups_axis, metric_axis
from chefetage.charts.segment import draw_segment
from chefetage.charts.spark import draw_spark
from chefetage.charts.spoken import planned
from chefetage.charts.trend import ProForma, draw_trend
from chefetage.charts.whisker import draw_whisker

__all__ = [
    "Axis", "Mark", "MoneyBar", "ProForma", "answers_of", "axis_for", "draw_answers", "draw_distribution", "draw_mark",
    "draw_money", "draw_pair", "draw_segment", "draw_spark", "draw_trend", "draw_whisker", "groups_axis", "legend",
    "metric_axis", "planned", "rest_words", "top_words",
]  # fmt: skip
