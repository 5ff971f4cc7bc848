"""The same small workflows as a logic program, made of the text alone, solved by clingo.

Shares nothing with samenwerk but what the language means: states, steps done, yes-or-no facts,
positions and conditions are written once more as rules, and clingo looks for the shortest path.
Only texts of the plain sort, with one case of `work`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

Table = Mapping[str, Any]

FRAME = """
time(0..horizon-1).  layer(0..horizon).
% One act at a time; after it comes what happens by itself.
{ act(A, T) : possible(A, T) } = 1 :- time(T).
possible(idle, T) :- time(T).
:- act(idle, T), act(A, T+1), A != idle.

% Truth: 2 yes, 1 unknown, 0 no. P is a moment: now(T), acting(T) or after(T).
moment(now(T)) :- layer(T).  moment(acting(T)) :- time(T).  moment(after(T)) :- time(T).
at(now(T), now, T) :- layer(T).
at(acting(T), now, T) :- time(T).
at(after(T), after, T) :- time(T).

% What stands, before an act (now) and between it and what follows by itself (after).
holds(F, after, T) :- holds(F, now, T), time(T), not ends(F, act, T).
holds(F, after, T) :- begins(F, act, T).
holds(F, now, T+1) :- holds(F, after, T), not ends(F, auto, T).
holds(F, now, T+1) :- begins(F, auto, T).
ends(F, W, T) :- begins(G, W, T), rival(G, F).

stands(F, P) :- at(P, L, T), holds(F, L, T), not filled(F, P).
filled(value(F, V), acting(T)) :- act(do(_, _, with(F, _)), T), truth(V).
stands(value(F, V), acting(T)) :- act(do(_, _, with(F, V)), T).
truth(yes). truth(no).

% A case: its state, where it came from, who did what.
open(case) :- never.  never :- 1 = 2.
place(now). place(after).
in_state(S, L, T) :- holds(state(S), L, T).
there(L, T) :- in_state(_, L, T).
over(T) :- in_state(S, now, T), final(S).

doing(S, A, T) :- act(do(S, A, _), T).
possible(do(S, A, X), T) :- time(T), from(S, Q), in_state(Q, now, T), by(S, A),
  not done_here(S, A, T), given(S, X, T).
possible(do(S, A, none), T) :- time(T), opens(S), not there(now, T), by(S, A), above(T).
above(T) :- time(T), not two.
above(T) :- time(T), holds(region(_), now, T).
done_here(S, A, T) :- each(S), holds(here(S, A), now, T).
given(S, none, T) :- time(T), step(S), not fills(S, _).
given(S, none, T) :- time(T), fills(S, F), holds(value(F, _), now, T).
given(S, with(F, V), T) :- time(T), fills(S, F), truth(V), not fixed(F, T).
fixed(F, T) :- fixed_from(F, S), holds(done(S), now, T).
:- act(do(S, _, _), T), need(S, C), not true(C, 2, acting(T)).

% Where a step leads.
moves_to(Q, act, T) :- doing(S, _, T), to(S, Q).
moves_to(Q, act, T) :- doing(S, _, T), back(S), holds(trail(I, Q), now, T), top(I, now, T).
:- doing(S, _, T), back(S), not holds(trail(0, _), now, T).
moves_to(Q, auto, T) :- goes(T), automatic(S), to(S, Q).
goes(T) :- automatic(S), from(S, Q), in_state(Q, after, T), time(T),
  true(C, 2, after(T)) : need(S, C).
layer_of(act, now). layer_of(auto, after).
begins(state(Q), W, T) :- moves_to(Q, W, T).
rival(state(Q), state(R)) :- state(Q), state(R), Q != R.
top(I, L, T) :- holds(trail(I, _), L, T), not holds(trail(I+1, _), L, T).
% Going to where it was before forgets what came after; else where it was is put on top.
known(Q, I, W, T) :- moves_to(Q, W, T), layer_of(W, L), holds(trail(I, Q), L, T).
ends(trail(J, R), W, T) :- known(_, I, W, T), layer_of(W, L), holds(trail(J, R), L, T), J >= I.
begins(trail(I+1, R), W, T) :- moves_to(Q, W, T), not known(Q, _, W, T), layer_of(W, L),
  in_state(R, L, T), R != Q, top(I, L, T).
begins(trail(0, R), W, T) :- moves_to(Q, W, T), not known(Q, _, W, T), layer_of(W, L),
  in_state(R, L, T), R != Q, not holds(trail(0, _), L, T).
begins(done(S), act, T) :- doing(S, _, T).
begins(did(S, A), act, T) :- doing(S, A, T).
begins(here(S, A), act, T) :- doing(S, A, T), not moves_to(_, act, T).
ends(here(S, A), W, T) :- moves_to(_, W, T), layer_of(W, L), holds(here(S, A), L, T).
begins(done(S), auto, T) :- goes(T), automatic(S).

% Facts and positions.
possible(record(F, V, A), T) :- time(T), recorder(F, A), truth(V), not fixed(F, T), there(now, T),
  not over(T), not holds(value(F, V), now, T).
begins(value(F, V), act, T) :- act(record(F, V, _), T).
begins(value(F, V), act, T) :- act(do(_, _, with(F, V)), T).
rival(value(F, yes), value(F, no)) :- fact(F).
rival(value(F, no), value(F, yes)) :- fact(F).
possible(say(A, V), T) :- time(T), decides, member(A), word(V), there(now, T), not over(T),
  not holds(said(A, V), now, T).
word(for). word(against). word(abstain).
begins(said(A, V), act, T) :- act(say(A, V), T).
rival(said(A, V), said(A, W)) :- word(V), word(W), V != W, member(A).

% The lifecycle above.
possible(region(S, A), T) :- time(T), region_opens(S), region_by(S, A),
  not holds(region(_), now, T).
possible(region(S, A), T) :- region_from(S, Q), region_by(S, A), holds(region(Q), now, T), time(T).
begins(region(Q), act, T) :- act(region(S, _), T), region_to(S, Q).
rival(region(Q), region(R)) :- region_state(Q), region_state(R), Q != R.
:- act(region(S, _), T), region_need(S, Q, Z), not quantified(Q, Z, T).
quantified(some, Z, T) :- time(T), zone(Z, Q), in_state(Q, now, T).
quantified(no, Z, T) :- time(T), zone(Z, _), not quantified(some, Z, T).
quantified(every, Z, T) :- quantified(some, Z, T).
"""


@attrs.define
class Program:
    """A workflow as facts and rules; conditions get a number each."""

    tables: Table
    members: tuple[str, ...]
    lines: list[str] = attrs.field(factory=list)
    made: int = 0

    @property
    def work(self) -> Table:
        """The lifecycle that it is about."""
        found: Table = self.tables["lifecycle"]["work"]
        return found

    def write(self) -> str:
        """Everything but the invariants."""
        chair = "office" if self.tables["role"]["chair"]["sort"] == "office" else self.members[0]
        self.say(*(f"member({one})." for one in self.members))
        for name in self.work["state"]:
            self.say(f"state({name}).")
            if self.work["state"][name].get("final"):
                self.say(f"final({name}).")
        for name, fact in self.work.get("fact", {}).items():
            self.say(f"fact({name}).")
            self.say(*(f"recorder({name},{one})." for one in self.doers(fact, chair)))
            if "fixed_from" in fact:
                self.say(f"fixed_from({name},{_short(fact['fixed_from'])}).")
        if "decision" in self.tables:
            self.say("decides.")
        for name, step in self.work["step"].items():
            self.step(name, step, chair)
        if "region" in self.tables["lifecycle"]:
            self.region(self.tables["lifecycle"]["region"], chair)
        return FRAME + "\n".join(self.lines)

    def say(self, *lines: str) -> None:
        """Add lines."""
        self.lines += lines

    def doers(self, of: Table, chair: str) -> list[str]:
        """Who does or records it."""
        by = of.get("by", [])
        words = [by] if isinstance(by, str) else by
        found = [chair] if "chair" in words else []
        return found + [one for one in self.members if "member" in words and one not in found]

    def step(self, name: str, step: Table, chair: str) -> None:
        """One step of the work."""
        if step["by"] == "itself":
            self.say(f"automatic({name}).")
        else:
            self.say(f"step({name}).", *(f"by({name},{one})." for one in self.doers(step, chair)))
        self.say(*(f"from({name},{one})." for one in step.get("from", ())))
        if "from" not in step:
            self.say(f"opens({name}).")
        if step["to"] == "back":
            self.say(f"back({name}).")
        elif step["to"] != "stays":
            self.say(f"to({name},{step['to']}).")
        if step.get("each"):
            self.say(f"each({name}).")
        if "fill_in" in step:
            self.say(f"fills({name},{step['fill_in']}).")
        for one in step.get("needs", ()):
            self.say(f"need({name},{self.condition(one)}).")

    def region(self, above: Table, chair: str) -> None:
        """The lifecycle above."""
        self.say("two.", *(f"region_state({one})." for one in above["state"]))
        for name, step in above["step"].items():
            self.say(*(f"region_by({name},{one})." for one in self.doers(step, chair)))
            self.say(*(f"region_from({name},{one})." for one in step.get("from", ())))
            if "from" not in step:
                self.say(f"region_opens({name}).")
            self.say(f"region_to({name},{step['to']}).")
            for one in step.get("needs", ()):
                word = next(key for key in ("some", "no", "every") if key in one)
                self.made += 1
                self.say(f"region_need({name},{word},z{self.made}).")
                self.say(*(f"zone(z{self.made},{state})." for state in _list(one["in"])))

    # -------------------------------------------------------------- conditions

    def condition(self, line: Any) -> str:
        """The name of a condition, whose truth at every moment is written."""
        self.made += 1
        name = f"c{self.made}"
        self.say(*self.truth(name, line))
        return name

    def truth(self, name: str, line: Any) -> Iterator[str]:
        """The rules that say when a condition has which truth."""
        if isinstance(line, str):
            if _short(line) == "carry":
                yield from self.decided(name)
            else:
                yield from self.rule(name, self.work["rule"][_short(line)])
        elif "not" in line:
            part = self.condition(line["not"])
            yield f"true({name},2-X,P) :- true({part},X,P)."
        elif "any" in line:
            yield from self.joined(name, "max", line["any"])
        elif "every" in line or "some" in line or "count" in line:
            step = _short(line["done"])
            count = f"#count {{ A : member(A), stands(did({step},A),P) }}"
            enough = {"every": len(self.members) or 1, "some": 1}.get(
                next(iter(line)), line.get("at_least")
            )
            yield from _yes_or_no(name, f"{count} >= {enough}")
        elif "fact" in line:
            fact, wanted = _short(line["fact"]), "yes" if line["is"] else "no"
            other = "no" if line["is"] else "yes"
            yield f"true({name},2,P) :- moment(P), stands(value({fact},{wanted}),P)."
            yield f"true({name},0,P) :- moment(P), stands(value({fact},{other}),P)."
            yield (f"true({name},1,P) :- moment(P), not stands(value({fact},yes),P), "
                   f"not stands(value({fact},no),P).")  # fmt: skip
        elif "done" in line:
            yield from _yes_or_no(name, f"stands(done({_short(line['done'])}),P)")
        elif "not_done" in line:
            yield from _yes_or_no(name, f"not stands(done({_short(line['not_done'])}),P)")
        else:
            states = _list(line["in"])
            self.made += 1
            yield from (f"zone(z{self.made},{one})." for one in states)
            zone = f"#count {{ Q : zone(z{self.made},Q), stands(region(Q),P) }}"
            yield from _yes_or_no(name, f"{zone} >= 1")

    def rule(self, name: str, rule: Table) -> Iterator[str]:
        """A named rule."""
        if "among" in rule:
            parts = [self.condition(one) for one in rule["among"]]
            yes, maybe = (
                f"#count {{ C : part({name},C), true(C,X,P), X >= {least} }}" for least in (2, 1)
            )
            yield from (f"part({name},{one})." for one in parts)
            enough = rule["at_least"]
            yield f"true({name},2,P) :- moment(P), {yes} >= {enough}."
            yield f"true({name},1,P) :- moment(P), {yes} < {enough}, {maybe} >= {enough}."
            yield f"true({name},0,P) :- moment(P), {maybe} < {enough}."
        elif "none" in rule:
            self.made += 1
            inner = f"c{self.made}"
            yield from self.joined(inner, "max", rule["none"])
            yield f"true({name},2-X,P) :- true({inner},X,P)."
        else:
            word = "all" if "all" in rule else "any"
            yield from self.joined(name, "min" if word == "all" else "max", rule[word])

    def joined(self, name: str, how: str, lines: Any) -> Iterator[str]:
        """The least or the largest truth of some conditions."""
        yield from (f"part({name},{self.condition(one)})." for one in lines)
        yield (f"true({name},Y,P) :- moment(P), "
               f"Y = #{how} {{ X : part({name},C), true(C,X,P) }}.")  # fmt: skip

    def decided(self, name: str) -> Iterator[str]:
        """Yes when nobody who is still silent can undo it, no when nobody can bring it about."""
        made = self.tables["decision"]["carry"]
        neutral = made["method"] in ("unanimity", "consent")
        part, whole = (int(one) for one in made.get("share", "1/2").split("/"))
        yield (f"votes({name},P,V,N) :- moment(P), word(V), "
               f"N = #count {{ A : stands(said(A,V),P) }}.")  # fmt: skip
        size = len(self.members)
        against = "N" if neutral else "N+B"
        yield (f"tally({name},P,Y,{against},{size}-Y-N-B) :- votes({name},P,for,Y), "
               f"votes({name},P,against,N), votes({name},P,abstain,B).")  # fmt: skip
        # yes Y, no N and open O: the worst and the best that can become of it
        if neutral:
            worst, best = "Y > 0, N+O = 0", "Y+O > 0, N = 0"
        else:
            sign = ">" if made["method"] == "majority" else ">="
            worst = f"Y > 0, Y*{whole} {sign} {part}*(Y+N+O)"
            best = f"Y+O > 0, (Y+O)*{whole} {sign} {part}*(Y+N+O)"
        yield f"sure({name},P) :- tally({name},P,Y,N,O), {worst}."
        yield f"hope({name},P) :- tally({name},P,Y,N,O), {best}."
        yield f"true({name},2,P) :- moment(P), sure({name},P)."
        yield f"true({name},1,P) :- moment(P), hope({name},P), not sure({name},P)."
        yield f"true({name},0,P) :- moment(P), not hope({name},P)."

    # -------------------------------------------------------------- invariants

    def broken(self, invariant: Table) -> str:
        """The rules for `bad(T)`: the act at T breaks it, or what followed upon it."""
        start = len(self.lines)
        self.say(
            "event(S,act,T) :- doing(S,_,T).", "event(S,auto,T) :- goes(T), automatic(S).",
            "view(act,T,acting(T)) :- time(T).", "view(auto,T,after(T)) :- time(T).",
        )  # fmt: skip
        parts = [self.condition(one) for one in invariant.get("needs", ())]
        self.say(*(f"wanted({one})." for one in parts))
        self.say("unmet(P) :- moment(P), wanted(C), not true(C,2,P).")
        if "while_in" in invariant:
            state = _short(invariant["while_in"])
            self.say(
                f"bad(T) :- time(T), in_state({state},now,T+1), unmet(now(T+1)).",
                f"bad(T) :- stepped(T), in_state({state},after,T), unmet(after(T)).",
                "stepped(T) :- doing(_,_,T).", "stepped(T) :- act(region(_,_),T).",
            )  # fmt: skip
        elif "on_step" in invariant:
            step = _short(invariant["on_step"])
            self.say(f"hit(W,T) :- event({step},W,T), not waits({step},W,T).",
                     "waits(S,act,T) :- each(S), doing(S,A,T), by(S,B), B != A, "
                     "not holds(here(S,B),now,T).")  # fmt: skip
        else:
            state = _short(invariant["to_reach"])
            self.say(f"hit(W,T) :- event(S,W,T), to(S,{state}).")
        if "held_since" in invariant:
            since = _short(invariant["held_since"])
            self.say(
                f"begins(mark(kept),W,T) :- event({since},W,T), view(W,T,P), not unmet(P).",
                f"begins(mark(lost),W,T) :- event({since},W,T), view(W,T,P), unmet(P).",
                f"begins(mark(lost),W,T) :- event(S,W,T), S != {since}, view(W,T,P), unmet(P), "
                "layer_of(W,L), holds(mark(_),L,T).",
                "rival(mark(kept),mark(lost)).", "rival(mark(lost),mark(kept)).",
                "whole(W,T) :- begins(mark(kept),W,T).",
                "whole(W,T) :- layer_of(W,L), holds(mark(kept),L,T), not begins(mark(lost),W,T).",
                "bad(T) :- hit(W,T), not whole(W,T).",
            )  # fmt: skip
        elif "at_most" in invariant:
            most = invariant["at_most"]
            self.say(f"bad(T) :- time(T), #count {{ W,U : hit(W,U), U <= T }} > {most}, hit(_,T).")
        elif "only_after" in invariant:
            step = _short(invariant["only_after"])
            self.say(f"bad(T) :- hit(W,T), layer_of(W,L), not holds(done({step}),L,T).")
        elif "while_in" not in invariant:
            self.say("bad(T) :- hit(W,T), view(W,T,P), unmet(P).")
        self.say(":- not bad(T) : time(T).", "#minimize { T : first(T) }.",
                 "first(T) :- bad(T), not bad(U) : time(U), U < T.", "#show act/2.")  # fmt: skip
        told = "\n".join(self.lines[start:])
        del self.lines[start:]
        return told


def _yes_or_no(name: str, body: str) -> Iterator[str]:
    yield f"yes({name},P) :- moment(P), {body}."
    yield f"true({name},2,P) :- moment(P), yes({name},P)."
    yield f"true({name},0,P) :- moment(P), not yes({name},P)."


def _short(name: str) -> str:
    return name.rpartition(".")[2]


def _list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def shortest(tables: Table, members: int, name: str, horizon: int) -> int | None:
    """After how many acts at least an invariant is broken; None: not within so many."""
    import clingo

    own = tables["role"]["chair"]["sort"] == "member"
    program = Program(tables, tuple(f"m{at}" for at in range(members)))
    if own and not members:
        return None  # nobody can be the chair
    text = program.write() + "\n" + program.broken(tables["invariant"][name])
    control = clingo.Control(["--warn=none", f"-c horizon={horizon}"])
    control.add("base", [], text)
    control.ground([("base", [])])
    found: list[int] = []
    with control.solve(yield_=True) as models:
        for model in models:
            found = list(model.cost)
    return found[0] + 1 if found else None
