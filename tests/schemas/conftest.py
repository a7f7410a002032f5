"""Files of the demo as an editor sees them: plain values, days and months as they are written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jsonschema import Draft202012Validator

from chefetage.content.document import read_document
from chefetage.content.findings import Findings
from chefetage.content.tree import Tree, read_tree
from chefetage.schemas.catalogue import MARKDOWN, SINGLE, YAML

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Written:
    """A file of the demo, or an entry of one, with its schema's name."""

    path: str
    schema: str
    tree: Tree

    @property
    def value(self):
        """The file's values as JSON has them."""
        return plain(self.tree.value)


def plain(value):
    """Return a value as JSON has it."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def written():
    """Return every file of the demo that has a schema."""
    found = []
    for kind in MARKDOWN:
        for path in sorted((ROOT / kind.folder).glob("*.md")):
            document = read_document(path.read_text("utf-8"), path.name, Findings())
            schema = f"{kind.name}.translation" if path.stem.endswith(".en") else kind.name
            found.append(Written(str(path.relative_to(ROOT)), schema, document.front))
    for file in YAML:
        for path in sorted(ROOT.glob(file.files[0])):
            if file.name != "metric" or path.stem not in SINGLE:
                tree = read_tree(path.read_text("utf-8"), path.name, Findings())
                found.append(Written(str(path.relative_to(ROOT)), file.name, tree))
    return found


def validator(schema):
    """Return what checks values against a schema."""
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def committed(name):
    """Return a schema as it stands in the repository."""
    return json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))
