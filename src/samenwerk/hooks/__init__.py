"""What plugins may bring, and how it is asked: gathered once, frozen, called with care.

Hooks answer with values and cannot change what they are given. The pages for who writes a
plugin are in `docs/plugins`; nothing here decides anything.
"""
