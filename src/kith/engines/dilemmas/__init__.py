"""Stories in Ink: played by the choices made so far, and walked whole. Plain Python over a compiled story.

References: docs/reference/dilemmas.md (how a story is written), docs/adr/0025-learning.md.
"""

from kith.engines.dilemmas.graph import Graph, Numbered, Trail, Way, graph
from kith.engines.dilemmas.head import THEMES, Head, Person
from kith.engines.dilemmas.playing import (
    KNOTS,
    MOST_CHOICES,
    Choice,
    Ending,
    Line,
    NoSuchChoice,
    NotAStory,
    Scene,
    Step,
    Story,
    StoryBroke,
    load,
)
from kith.engines.dilemmas.source import Problem, Source, forbidden
from kith.engines.dilemmas.telling import When, lines_told
from kith.engines.dilemmas.walking import Known, Walk, walk

__all__ = [
    "KNOTS",
    "MOST_CHOICES",
    "THEMES",
    "Choice",
    "Ending",
    "Graph",
    "Head",
    "Known",
    "Line",
    "NoSuchChoice",
    "NotAStory",
    "Numbered",
    "Person",
    "Problem",
    "Scene",
    "Source",
    "Step",
    "Story",
    "StoryBroke",
    "Trail",
    "Walk",
    "Way",
    "When",
    "forbidden",
    "graph",
    "lines_told",
    "load",
    "walk",
]
