"""Stories in Ink: played by the choices made so far, and walked whole. Plain Python over a compiled story.

References: docs/reference/dilemmas.md (how a story is written), docs/adr/0025-learning.md.
"""
