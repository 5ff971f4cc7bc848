"""The ground floor: frozen values that every room of the house speaks of.

Nothing here decides, reads a file, or knows a language; those who do stand upstairs.
"""
