"""Deliberate mistakes in the small sound site of `tests/content/sound`: what is changed, and what must be found."""

from __future__ import annotations

from mistakes import connections, definitions, fields, files, hints, notation, rights, settings, snapshots, texts

ALL = (
    *files.MISTAKES, *notation.MISTAKES, *fields.MISTAKES, *definitions.MISTAKES, *settings.MISTAKES,
    *connections.MISTAKES, *rights.MISTAKES, *snapshots.MISTAKES, *texts.MISTAKES, *hints.MISTAKES,
)  # fmt: skip
