"""What we send to people: messages, the outbox, and the channels they go by.

Serves families first: the right words, to the right person, by the way they chose, and to nobody else.
"""
