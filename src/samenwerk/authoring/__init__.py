"""What helps a writer of definitions: templates, certain mends, and how a file is laid out.

What a text means is `definitions`; files that are made or changed are the work of `cli`.
"""
