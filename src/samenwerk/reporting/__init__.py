"""Reports and exports of samenwerk itself, and what a report is built of.

They come in by the same hooks as those of a plugin; who asks for them is `engine`.
"""
