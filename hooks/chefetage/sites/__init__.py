"""Sites of other companies: what a new one holds, what is copied into it, and what is missing later."""
