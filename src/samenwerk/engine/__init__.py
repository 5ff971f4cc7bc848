"""The engine room: where pure and impure meet. It holds no rule.

`running` brings store, plugins and clock together, `room` is what can be asked of one
collaboration, `acting` how a command gets into the record, `consulting` when plugins are asked,
and `shelf` what is remembered between two commands.
"""

from samenwerk.engine.room import Room
from samenwerk.engine.running import Engine

__all__ = ["Engine", "Room"]
