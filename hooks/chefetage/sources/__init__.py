"""Survey exports in, counts out: the only part of the package that sees respondents, and it keeps none of them.

`refresh` turns exports into a month's snapshot, `look_at` shows what a file holds, `write_demo_exports` makes some up.
"""
