"""Scenarios: stories beside a workflow that say what should happen, read and played.

They are played through the real engine; how an outcome or a fault is worded is `language`.
"""
