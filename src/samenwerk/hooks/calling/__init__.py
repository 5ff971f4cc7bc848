"""How plugins are asked: one way for every call, so that no plugin can do more than go wrong.

What they are asked and may answer are the `families`; who asks is the engine.
"""
