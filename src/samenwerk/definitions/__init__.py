"""From the text a region writes to a workflow and back: reading, places, checks, writing.

What becomes of a command is decided in `core`; how people are spoken to is in `language`.
"""
