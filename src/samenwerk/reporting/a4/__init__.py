"""The A4: the core of a collaboration on one page, always, as PDF and for a word processor.

What stands on it is `gathered`, how it is made to fit is `fitting`.
"""
