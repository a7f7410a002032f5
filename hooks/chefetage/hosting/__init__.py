"""Where a site is published: what the host says about who can read it."""
