"""The shape of a text: its keys, types and words, each fault at the author's own place."""

import tomllib

import pytest
import tomli_w

from samenwerk.cli.examples import found_in
from samenwerk.definitions.checks import Check, all_checks, texts_of
from samenwerk.definitions.checks.example import BASE
from samenwerk.definitions.checks.shown import bad_of
from samenwerk.definitions.keys.condition_keys import QUANTIFIERS, first_words
from samenwerk.definitions.keys.families import FAMILIES, TOP
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.definitions.pages.json_pieces import NAMED
from samenwerk.definitions.pages.json_schema import schemas
from samenwerk.definitions.pages.reference_examples import EXAMPLES
from samenwerk.definitions.read import read_text
from samenwerk.definitions.texts import choose_texts


def faults(text: str) -> tuple[tuple[str, str], ...]:
    """Code and line:column of everything reading finds, in reading order."""
    found = read_text(text, checks=()).diagnostics
    return tuple((one.code, f"{one.place.line}:{one.place.column}") for one in found)


HEAD = '[workflow]\nid = "a"\nversion = "1"\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (("SW108", "1:1"),)),
        ("[workflow]\n", (("SW108", "1:2"), ("SW108", "1:2"))),
        ("workflow = 3\n", (("SW102", "1:12"),)),
        (HEAD + "[rollen]\n", (("SW101", "4:2"),)),
        (HEAD + "[sort]\na = 3\n", (("SW102", "5:5"),)),
        (HEAD + '[sort]\n"1e lijn" = {}\n', (("SW102", "5:1"),)),
        (HEAD + "[date]\ntoday = { is = 2027-01-01 }\n", (("SW104", "5:1"),)),
        (HEAD + "[sort]\na = { nl = 3, kleur = 1 }\n", (("SW102", "5:12"), ("SW101", "5:15"))),
        (HEAD + "[fact]\nf = {}\n", (("SW108", "5:1"),)),
        (HEAD + '[fact]\nf = { type = "monye" }\n', (("SW106", "5:14"),)),
        (HEAD + '[fact]\nf = { type = "choice" }\n', (("SW108", "5:1"),)),
        (HEAD + '[fact]\nf = { type = "money", one_of = ["a"] }\n', (("SW107", "5:23"),)),
        (HEAD + '[open]\nf = { answers = ["ja", "ja", 3] }\n',
         (("SW105", "5:24"), ("SW102", "5:30"))),
        (HEAD + '[date]\nd = { term = "1 maand", after = 2027-01-01 }\n', (("SW102", "5:14"),)),
        (HEAD + '[date]\nd = { term = "1 month" }\n', (("SW108", "5:1"),)),
        (HEAD + '[date]\nd = { day = "02-29", year = 2027-01-01 }\n', (("SW102", "5:13"),)),
        (HEAD + "[date]\nd = { is = 2027-01-01, latest = [2027-01-01] }\n", (("SW107", "5:24"),)),
        (HEAD + "[date]\nd = { is = 2027-01-01T10:00:00 }\n", (("SW102", "5:12"),)),
        (HEAD + "[rule]\nr = { severity = 3 }\n", (("SW107", "5:1"), ("SW102", "5:18"))),
        (HEAD + "[rule]\nr = { all = [] }\n", (("SW107", "5:13"),)),
        (HEAD + "[rule]\nr = { at_least = 2, all = [] }\n", (("SW108", "5:1"), ("SW107", "5:27"))),
        (HEAD + '[rule]\nr = { all = [3, "r"] }\n', (("SW102", "5:14"), ("SW110", "5:17"))),
        (HEAD + "[lifecycle.x.step.y]\n", (("SW107", "4:19"),)),
        (HEAD + "[lifecycle.x.fase]\n", (("SW101", "4:14"),)),
        (HEAD + "[lifecycle.x]\nstate = 3\n", (("SW102", "5:9"),)),
        (HEAD + '[scenario.s]\nstory = ["x"]\n', (("SW101", "4:2"),)),
        (HEAD + 'zone = "Europe/Amsterdm"\n', (("SW103", "4:8"),)),
        (HEAD + "[decision]\nd = { by = [], method = 3, share = true }\n",
         (("SW102", "5:12"), ("SW102", "5:25"), ("SW102", "5:36"))),
        (HEAD + "[decision]\nd = { by = 1, method = \"joint\", quorum = 0, weight_share = 0.5 }\n",
         (("SW102", "5:12"), ("SW114", "5:42"), ("SW102", "5:60"))),
        (HEAD + "[date]\nd = { latest = 3 }\n", (("SW102", "5:16"),)),
        (HEAD + "[date]\nd = { latest = [3] }\n", (("SW102", "5:17"),)),
        (HEAD + "[date]\nd = { is = {} }\n", (("SW107", "5:7"),)),
        (HEAD + '[date]\nd = { first = "new_year" }\n', (("SW108", "5:1"),)),
        (HEAD + "[date]\nd = { term = 3, after = 2027-01-01 }\n", (("SW102", "5:14"),)),
        (HEAD + "[date]\nd = { day = 3, year = 2027-01-01 }\n", (("SW102", "5:13"),)),
        (HEAD + "[sort]\na = { way_out = { de = 1, nl = 2 } }\n",
         (("SW101", "5:19"), ("SW102", "5:32"))),
        (HEAD + "[sort]\na = { way_out = 3 }\n", (("SW102", "5:17"),)),
        (HEAD + "[sort]\na = { nl = 07:00:00 }\n", (("SW102", "5:12"),)),
        (HEAD + "[role]\nr = { exactly = -1, may = [3, \"vote\", \"vote\"] }\n",
         (("SW102", "5:17"), ("SW102", "5:28"), ("SW105", "5:39"))),
        (HEAD + '[rule]\nr = { plugin = "a.b", with = 3 }\n',
         (("SW120", "5:16"), ("SW102", "5:30"))),
        (HEAD + '[rule]\nr = { plugin = 3 }\n', (("SW102", "5:16"),)),
        (HEAD + '[rule]\nr = { plugin = "b" }\n', (("SW120", "5:16"),)),
        (HEAD + '[rule]\nr = { plugin = "a.b", with = { "1" = 1, b = [] } }\n',
         (("SW120", "5:16"), ("SW102", "5:32"), ("SW102", "5:45"))),
        (HEAD + "[rule]\nr = { all = 3 }\n", (("SW102", "5:13"),)),
        (HEAD + '[rule]\nr = { at_least = "1", among = [3] }\n',
         (("SW102", "5:18"), ("SW102", "5:32"))),
        (HEAD + '[document]\nd = {}\n[rule]\n'
         'r = { all = [{ document = "d" }, { document = "d" }] }\n',
         (("SW105", "7:34"),)),
        (HEAD + '[open]\no = { answers = ["a", "b"] }\n[rule]\n'
         'r = { all = [{ open = "o", is = [] }] }\n', (("SW102", "7:33"),)),
        (HEAD + '[open]\no = { answers = ["a", "b"] }\n[rule]\n'
         'r = { all = [{ open = "o", is = {} }] }\n', (("SW102", "7:33"),)),
        (HEAD + "[window]\nw = {}\n", (("SW107", "5:1"),)),
        (HEAD + '[window]\nw = { opens = "nooit" }\n', (("SW103", "5:15"),)),
        (HEAD + '[window]\nw = { last_day = 3 }\n', (("SW102", "5:18"),)),
        (HEAD + '[fact]\nf = { type = "money", silence = [1] }\n', (("SW102", "5:33"),)),
        (HEAD + '[fact]\nf = { type = "term", silence = "4 wks" }\n', (("SW102", "5:32"),)),
        (HEAD + '[fact]\nf = { type = "date", silence = 2027-01-01T00:00:00 }\n',
         (("SW102", "5:32"),)),
        (HEAD + "[parameter]\np = { value = 07:00:00, at_most = 1 }\n", (("SW102", "5:15"),)),
        (HEAD + "[parameter]\np = { value = nan }\n", (("SW102", "5:15"),)),
        (HEAD + "[parameter]\np = { value = 1.5, one_of = [1, 1.005] }\n", (("SW117", "5:33"),)),
        (HEAD + 'plugins = ["a>=1", 3, "b >", "1c"]\n',
         (("SW102", "4:20"), ("SW120", "4:23"), ("SW120", "4:30"))),
        (HEAD + "[lifecycle.x]\nunder = 3\n[lifecycle.y]\nunder = \"y\"\n",
         (("SW102", "5:9"), ("SW110", "7:9"))),
    ],
)  # fmt: skip
def test_every_fault_of_shape_is_found_at_its_place(
    text: str, expected: tuple[tuple[str, str], ...]
) -> None:
    """All of them at once, in reading order."""
    assert expected == faults(text)


@pytest.mark.parametrize("family", [one for one in FAMILIES if one not in ("workflow", "scenario")])
def test_a_thing_that_is_no_table_is_one_fault(family: str) -> None:
    """However often it is used: it is known by name, and was told where it stands."""
    example = tomllib.loads(EXAMPLES[family])
    home = "" if family in example else next(
        f"{under}.{name}."
        for under, things in example.items() for name, one in things.items() if family in one
    )  # fmt: skip
    text = "\n".join(EXAMPLES.values())
    names = example
    for part in (home + family).split("."):
        names = names[part]
    name = next(iter(names))
    spoiled = tomllib.loads(text)
    table = spoiled
    for part in (home + family).split("."):
        table = table[part]
    table[name] = 3
    found = read_text(tomli_w.dumps(spoiled)).diagnostics
    assert ["SW102"] == [one.code for one in found]


def test_a_dutch_word_points_to_the_word_of_the_language() -> None:
    """Who writes `van` meant `from`."""
    text = BASE.replace('from = "lopend"', 'van = "lopend"')
    (found,) = read_text(text, checks=()).diagnostics
    assert found.repair is not None
    assert ("SW101", "from") == (found.code, found.repair.text)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_sentences_can_be_filled_from_what_a_check_found(check: Check) -> None:
    """In both languages, for each of its examples."""
    found = [one for bad in bad_of(check) for one in found_in(bad).diagnostics]
    assert {check.code} == {one.code for one in found}
    for one in found:
        params = {"there": "", **one.params}
        for language in ("nl", "en"):
            texts = choose_texts(check.TEXTS, one, language)
            for text in (texts.what, texts.label, texts.why, texts.mend):
                assert text.format(**params) != ""


def test_every_sentence_exists_in_both_languages() -> None:
    """No check speaks one language only."""
    texts = texts_of(all_checks())
    assert {} == {code: set(one) for code, one in texts.items() if set(one) != {"nl", "en"}}


def test_the_schema_knows_every_family_and_condition() -> None:
    """What `check` reads, an editor can complete."""
    schema = schemas()["workflow"]
    step = schema["definitions"]["family_step"]["patternProperties"][NAMED]["properties"]
    assert set(TOP) == set(schema["properties"])
    assert {"from", "to", "by", "needs", "nl", "en", "source"} <= set(step)
    lines = schema["definitions"]["condition"]["anyOf"][1:]
    words = {line["title"].partition(" ")[0] for line in lines}
    assert {*first_words(KINDS), *QUANTIFIERS} - {"in"} == words
