"""Layers upon each other: one document of its parts and bases, of the right shape.

What the names in it stand for is for `resolving`.
"""
