"""The command line: it reads words, calls the engine, and shows what came of it.

No rule and no sentence about a rule lives here.
"""
