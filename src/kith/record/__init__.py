"""The case itself: cases, participants, what is protected, entries, decisions, citations, access, releases.

Serves whoever holds a case. Every other room leans on it: it alone knows who may open a case, and it alone lets
anything leave (`actions.release`).
"""
