"""Pure functions: what may happen, what follows from it, and how it is written down for good.

No clock, no chance, no disk and nobody else's code; those who need one of these live upstairs.
"""
