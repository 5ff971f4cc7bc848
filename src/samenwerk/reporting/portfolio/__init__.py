"""The portfolio: many collaborations on one page, each told in a few numbers.

What one collaboration has to tell in full is its own wall.
"""
