"""What documents and editors get of the language: its reference and its JSON Schemas.

Made of the tables in `keys`; no text of an author is read here.
"""
