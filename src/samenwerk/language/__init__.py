"""Data to sentences, in Dutch and English: the only room that knows how people are spoken to.

What is judged, stored or read from a file is decided elsewhere and comes in as values.
"""
