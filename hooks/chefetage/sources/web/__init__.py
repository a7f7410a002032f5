"""Answers fetched from an https address."""
