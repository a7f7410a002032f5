"""Reading: files to a project, with all that is wrong about them."""

from __future__ import annotations

from chefetage.content.project import read_project, read_settings
from chefetage.content.settings import edit_base_of
from chefetage.content.words import words_digest

__all__ = ["edit_base_of", "read_project", "read_settings", "words_digest"]
