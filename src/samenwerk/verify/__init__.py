"""Verify: what proof finds on paper is played through the real engine, told and saved.

Whether something holds is `proof`; here nothing is called broken that was not seen to break.
"""
