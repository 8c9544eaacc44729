"""Court paper: turns a statement, as plain values, into the bytes of a PDF or a Word document.

Serves the worker who files a statement and the judge who reads it. No table, no clock and no network: what is printed
is what was given, and the same statement on the same machine gives the same bytes.
"""
