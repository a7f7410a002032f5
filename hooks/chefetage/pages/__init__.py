"""Pages: what a project looks like to its readers, one module a kind of page; begin with `site.py`."""
