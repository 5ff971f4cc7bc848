"""The demo: two real workflows, played from their own scenarios with a word of guidance between.

It holds no story of its own; `texts` is what it says, `chapters` what it plays.
"""
