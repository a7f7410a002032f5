"""Databases and large files: counted where they lie, so that only counts per month, group and answer come out.

Read `source` first. `engine` opens the connection, `days`, `cells` and `counting` say in Ibis what to count, `category`
knows what an answer may come out as, `folding` turns the lines that come out into the counts of a snapshot, and
`trouble` says in findings what went wrong. `source` imports none of the modules that need Ibis before it is asked.
"""
