"""What helps a writer of definitions: templates, mending what is certain, and how a file is laid out.

What a text means is `definitions`; files that are made or changed are the work of `cli`.
"""
