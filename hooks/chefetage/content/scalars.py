"""What YAML 1.1 makes of a word without quotes: `on` is true, `12:30` is 750, `2026-10-14` is a day."""

from __future__ import annotations

import yaml

_CONSTRUCTOR = yaml.constructor.SafeConstructor()
_CONSTRUCT = {
    "tag:yaml.org,2002:null": _CONSTRUCTOR.construct_yaml_null,
    "tag:yaml.org,2002:bool": _CONSTRUCTOR.construct_yaml_bool,
    "tag:yaml.org,2002:int": _CONSTRUCTOR.construct_yaml_int,
    "tag:yaml.org,2002:float": _CONSTRUCTOR.construct_yaml_float,
    "tag:yaml.org,2002:timestamp": _CONSTRUCTOR.construct_yaml_timestamp,
}
TEXT_TAGS = frozenset({"tag:yaml.org,2002:str", "!"})
_RESOLVERS = yaml.resolver.Resolver.yaml_implicit_resolvers

_LONGEST = 64
"""Longer words are text: no date or number is that long, and some patterns take long to say so."""


def plain_value(text: str) -> object:
    """Return the value of a scalar written without quotes; the text itself where it stands for nothing else."""
    if len(text) > _LONGEST:
        return text
    for tag, pattern in _RESOLVERS.get(text[:1], ()):
        if pattern.match(text):
            return tagged_value(tag, text, otherwise=text)
    return text


def tagged_value(tag: str, text: str, otherwise: object) -> object:
    """Return the value of a scalar with a tag of YAML's own, or `otherwise` where the two do not fit."""
    construct = _CONSTRUCT.get(tag)
    if construct is None:
        return text if tag in TEXT_TAGS else otherwise
    try:
        value: object = construct(yaml.ScalarNode(tag, text))
    except (ValueError, OverflowError, KeyError, AttributeError):  # `2026-02-30`, `0b_`, `!!bool maybe`
        return otherwise
    return value
