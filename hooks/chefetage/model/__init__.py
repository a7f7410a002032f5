"""Typed values that the whole package speaks in; no input and output happens here."""
