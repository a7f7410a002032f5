"""Charts that an analyst describes in Vega-Lite: read, allowed, drawn elsewhere, cleaned; see `docs/decisions/0013`."""
