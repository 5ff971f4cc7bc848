"""What the house costs: each figure against something plain in the same run.

`precondition.py` holds the case that all of them measure; `docs/figures.md` what came out.
"""
