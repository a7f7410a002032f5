"""The team's Markdown: tokens, blocks, links and anchors, on top of Python-Markdown."""
