"""The engine room: where pure and impure meet. It holds no rule.

`running` brings store, plugins and clock together, `room` is what can be done in one
collaboration and `readable` what can be read of it; `by` is what one party can do and `seen` what
it can read. `acting` is how a command gets into the record, `consulting` when plugins are asked,
`sending` how effects go out, and `shelf` what is remembered between two commands.
"""

from samenwerk.engine.room import Room
from samenwerk.engine.running import Engine

__all__ = ["Engine", "Room"]
