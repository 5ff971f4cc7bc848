"""From one document to a `Workflow`: every name resolved, by makers that ask each other.

Whether what was made is wise is for `checks`; how layers meet is `laying`.
"""
