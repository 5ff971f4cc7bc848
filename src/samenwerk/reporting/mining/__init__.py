"""The record for tools that look for patterns in it: `xes`, `ocel` and the table `events`.

What an event is called there, when it happened and what stands with it is worked out once, in
`happenings`; each format only spells it.
"""
