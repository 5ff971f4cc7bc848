"""What helps a writer of definitions: mending what is certain, and the way a file is laid out.

Texts in, texts out; files are the work of `cli`.
"""
