"""What returns on several pages: each part is a view, a small template and nothing else.

A view is what the template of the same name in `templates/parts/` prints; all that has to be decided is decided here.
"""
