"""Survey tools, each recognised by the shape of what it exports; see `registry`."""
