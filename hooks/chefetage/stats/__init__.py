"""From counts to numbers that can be trusted: estimates, intervals, comparisons, and what may be shown."""
