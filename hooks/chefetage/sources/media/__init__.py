"""Recordings of customers, fetched from the private store that keeps them."""
