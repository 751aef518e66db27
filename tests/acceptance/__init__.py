"""Checks over data that nobody here wrote: `make acceptance ACCEPTANCE=<folder>`."""
