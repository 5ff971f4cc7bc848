"""What can be seen of an engine at work: what happens in it, told as small values.

`happened` has those values, `counters` counts them, `logs` hands them to Python's `logging`.
"""
