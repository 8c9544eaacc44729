"""What others hand over: exhibits, who held them, what can be read in them, and what a file cannot say by itself.

Serves the worker who is given a telephone export or a photograph, and the court that must trust a line of it.
"""
