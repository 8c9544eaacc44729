"""Documents for court: statements whose every quoted line can be followed to the byte it came from.

Serves the worker who must file one, and the judge who must rely on it.
"""
