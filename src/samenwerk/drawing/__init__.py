"""A workflow as a picture: from its own table to a drawing, and from there to text or SVG.

Pure functions; what is read from disk or a store, and where a picture goes, is the command line.
"""
