"""The ways by which messages come and go: one file for each."""
