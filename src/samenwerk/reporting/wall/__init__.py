"""The wall: a whole collaboration on one page to hang up, as HTML that needs nothing else.

`gathered` says what stands on it, `pictures` draws, and `page` writes it down.
"""
