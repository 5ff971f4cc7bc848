"""A beginner's slip around the values: at a key, a heading, a bracket, a remark or a line's end.

Looked at only where a text could not be read on. A slip in a value is `slips`, what is told of
one is in `slip_texts`.
"""

from __future__ import annotations

import re
import unicodedata

import attrs

from samenwerk.definitions.spelling import meant
from samenwerk.definitions.spelling.slips import asked
from samenwerk.definitions.spelling.stretch import (
    Change,
    Fault,
    fault_at,
    line_end,
    line_start,
    pack,
    slip,
)

_TEXT = r"\"[^\"\\\n]*\"|'[^'\n]*'"
_KEY = r"[A-Za-z0-9_-]+(?:[ \t]*\.[ \t]*[A-Za-z0-9_-]+)*"
_texts_at = re.compile(rf"(?:{_TEXT})(?:[ \t]*,[ \t]*(?:{_TEXT}))*").match
_entry_at = re.compile(rf"(?:{_KEY}|{_TEXT})[ \t]*=").match
_remark_at = re.compile(r"//+|;+|--+(?=[ \t])|/\*|<!--|%|'(?=[ \t])").match
_ornament_at = re.compile(r"(?:[-=_*~+#]{3,}|`{3,}[a-z]*)[ \t\r]*(?:\n|\Z)").match
_bullet_at = re.compile(
    rf"(?:[-*+\u2022\u25aa\u25cf\u25e6\u2023\u00b7\uf0b7>{meant.DASHES}]+|[0-9]+\))[ \t\u00a0]+"
).match
_sign_at = re.compile(r"[ \t]*(?::+=*|=+[=>]|->|\uff1d|\uff1a|is\b|wordt\b)[ \t]*").match
_heading_at = re.compile(
    r"[(<{\u3010\[]*([A-Za-z0-9_. -]+?)[ \t]*[)>}\]:\u3011]*[ \t\r]*(?:#.*)?$", re.M
).match

_LOOKALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412\u0415\u041a\u041c"
    "\u041d\u041e\u0420\u0421\u0422\u0425\u03bf\u03bd\u0391\u0395\u039f",
    "aeopcyxijsABEKMHOPCTXovAEO",
)
"""Cyrillic and Greek letters that look like ours."""


def key_slip(text: str, start: int, pos: int, inside: bool) -> Fault | None:
    """The slip in a key that begins at start and could not be read on at pos, or None."""
    end = line_end(text, start)
    if not inside:
        if found := _quoted_key(text, start, end):
            return found
        found = _remark(text, start) or _ornament(text, start) or _bullet(text, start)
        found = found or _bare_heading(text, start, end)
        if found is not None:
            return found
    sign = _sign_at(text, pos)
    if sign and pos > start and text[sign.end() : sign.end() + 1] not in ("", "\r", "\n", "#"):
        written = sign[0].strip()
        at = pos + sign[0].index(written)
        fault = slip(text, "SW004", "sign", at, at + len(written), "=")
        return _spaced(fault, text, pos, sign.end())
    value = re.compile(rf"(?:{_TEXT}|[0-9]|true\b|false\b|\[)").match(text, pos)
    if value and pos > start and text[pos - 1] in " \t":
        before = len(text[:pos].rstrip(" \t"))
        return Fault(
            "SW004", "equals", pack(start, end), pos, {"written": ""}, change=(before, pos, " = ")
        )
    if inside and (texts := _texts_at(text, start)):
        return _braced_list(text, start, texts.end())
    return _odd_key(text, start, end, pos)


def sign_slip(text: str, pos: int) -> Fault | None:
    """A second sign straight behind the equals sign, as in == and =>."""
    if text[pos] not in "=>" or text[pos - 1] != "=":
        return None
    end = pos
    while text[end : end + 1] in ("=", ">"):
        end += 1
    equals = text.rfind("=", 0, pos)
    return slip(text, "SW004", "sign", equals, end, "=")


def _spaced(fault: Fault, text: str, pos: int, end: int) -> Fault:
    """The equals sign with a space on each side."""
    before = len(text[:pos].rstrip(" \t"))
    return attrs.evolve(fault, change=(before, end, " = "))


def _quoted_key(text: str, start: int, end: int) -> Fault | None:
    """A line of which the name has a quote before it."""
    found = re.compile(r"\"([A-Za-z0-9_-]+)[ \t]*=[ \t]*([^\n]*)").fullmatch(text, start, end)
    if found is None:
        return None
    whole = found[2][-1:] == '"' and found[2].count('"') == 1
    stop = end if whole else start + 1
    fault = slip(text, "SW004", "key_quote", start, stop, found[1])
    return attrs.evolve(fault, change=(start, stop, text[start + 1 : end - 1] if whole else ""))


def _odd_key(text: str, start: int, end: int, pos: int) -> Fault | None:
    """A key with spaces, accents or letters of another alphabet."""
    equals = text.find("=", start, end)
    written = text[start : equals if equals > start else end].rstrip()
    if equals < 0 or not written or any(char in written for char in "\"'[]{},"):
        return None
    plain = meant.plain(written).translate(_LOOKALIKE)
    name = meant.name_meant(plain)
    if not name or name == written:
        return None
    certain = name.lower() in asked() and name.lower() == plain.lower().replace(" ", "_")
    name = name.lower() if name.lower() in asked() else name
    case = "lookalike" if plain != written and plain == name else "key_meant"
    return slip(text, "SW004", case, start, start + len(written), name, certain)


def _remark(text: str, start: int) -> Fault | None:
    found = _remark_at(text, start)
    if not found or text[start] == "'":
        return None
    end = line_end(text, start)
    rest = text[found.end() : end]
    if found[0] in ("/*", "<!--"):
        closing = "*/" if found[0] == "/*" else "-->"
        if not rest.endswith(closing):
            return fault_at(text, "SW004", "remark", start, end, start)
        rest = rest[: -len(closing)]
    mended = f"# {rest.strip()}".rstrip()
    fault = slip(text, "SW004", "remark", start, found.end(), "#")
    return attrs.evolve(fault, change=(start, end, mended))


def _ornament(text: str, start: int) -> Fault | None:
    if not _ornament_at(text, start):
        return None
    end = line_end(text, start)
    fault = fault_at(text, "SW004", "ornament", start, end, start)
    return attrs.evolve(fault, change=(start, end, f"# {text[start:end]}"))


def _bullet(text: str, start: int) -> Fault | None:
    found = _bullet_at(text, start)
    if not found or not (_entry_at(text, found.end()) or text[found.end()] == "["):
        return None
    fault = slip(text, "SW004", "bullet", start, start + len(found[0].rstrip()), None)
    return attrs.evolve(fault, change=(start, found.end(), ""))


def _bare_heading(text: str, start: int, end: int) -> Fault | None:
    """A line of its own that is a heading without its brackets, or between other ones."""
    from samenwerk.definitions.keys.dutch import DUTCH
    from samenwerk.definitions.keys.families import TOP

    found = _heading_at(text, start)
    if not found or found.end() < end or "=" in found[0]:
        return None
    words = re.split(r"[. ]+", found[1].strip(" ."))
    if len(words) < 2 or not words[1][:1].isalpha():
        return None
    if DUTCH.get(words[0].lower(), words[0].lower()) not in TOP:
        return None
    certain = "." in found[1] and " " not in found[1]
    whole = f"[{'.'.join(words)}]"
    if len(words) > 2 and not certain:
        return None
    stop = start + len(text[start:end].split("#")[0].rstrip())
    return slip(text, "SW004", "heading_meant", start, stop, whole, certain)


def heading_slip(text: str, start: int, pos: int) -> Fault | None:
    """The slip in a heading that begins at start and could not be read on at pos, or None."""
    end = start + len(text[start : line_end(text, start)].split("#")[0].rstrip())
    written = text[start:end]
    double = written.startswith("[[")
    inner = written.strip("[]() \t")
    if not inner:
        return None
    opening, closing = ("[[", "]]") if double else ("[", "]")
    if re.fullmatch(_KEY, inner) and not inner.endswith("."):
        return slip(text, "SW004", "heading_meant", start, end, f"{opening}{inner}{closing}")
    parts = inner.split(".")
    if any(not part.strip() for part in parts):
        return fault_at(text, "SW004", "heading_empty", start, end, pos)
    from samenwerk.definitions.keys.dutch import DUTCH
    from samenwerk.definitions.keys.families import TOP

    words = inner.split()
    family = DUTCH.get(words[0].lower(), words[0].lower())
    if len(parts) == 1 and len(words) == 2 and family in TOP:
        names = [words[0], meant.name_meant(words[1])]
        certain = names[1] == words[1]
    else:
        names = [meant.name_meant(part) for part in parts]
        certain = [part.strip() for part in parts] == names
    if not all(names):
        return None
    whole = f"{opening}{'.'.join(names)}{closing}"
    return slip(text, "SW004", "heading_meant", start, end, whole, certain)


def behind_slip(text: str, pos: int) -> Fault | None:
    """The slip in what stands at pos, behind a value or heading that was complete."""
    end = line_end(text, pos)
    rest = text[pos:end]
    first = line_start(text, pos)
    if rest.strip(";,. ") == "":
        return _gone(text, "behind", pos, end)
    if remark := re.match(r"//+|;+|--+ |/\*", rest):
        said = rest[remark.end() :].removesuffix("*/").strip()
        return Fault("SW004", "remark", pack(pos, pos + len(remark[0].strip())), pos,
                     {"written": remark[0].strip(), "meant": "#"},
                     change=(pos, end, f"# {said}"))  # fmt: skip
    if rest.strip("] \t") == "" or rest.strip(") \t") == "" or rest.strip("} \t") == "":
        return _gone(text, "bracket_more", pos, end)
    value = re.compile(r"=[ \t]*").search(text, first, pos)
    if value is None:
        return None
    begin = value.end()
    listed = _texts_at(text, begin)
    if listed and "," in listed[0] and listed.end() > pos:
        stop = listed.end()
        tail = text[stop:end].lstrip()
        if tail in ("", ",", "]", ";"):
            return slip(text, "SW004", "listed", begin, end, f"[{listed[0]}]")
    if text[begin:pos].strip() in ('""', "''"):
        sign = text[begin]
        doubled = re.compile(rf"{sign}{sign}([^\"'\n]*){sign}{sign}").fullmatch(text, begin, end)
        if doubled:
            return slip(text, "SW006", "doubled", begin, end, f'"{doubled[1]}"')
    if text[begin] in "\"'" and rest[0].isalnum() and text[pos - 1] == text[begin]:
        whole = re.compile(r"\"[^\n]*\"").fullmatch(text, begin, end)
        if whole:
            inner = whole[0][1:-1].replace('"', "'")
            return slip(text, "SW006", "inner", begin, end, f'"{inner}"', False)
    return None


def _gone(text: str, case: str, start: int, end: int) -> Fault:
    """Something that can be left out."""
    fault = slip(text, "SW004", case, start, end, None)
    before = len(text[:start].rstrip(" \t"))
    return attrs.evolve(fault, change=(before, end, ""))


def round_list(text: str, pos: int) -> Fault | None:
    """A list between round brackets."""
    texts = _texts_at(text, pos + 1)
    end = line_end(text, pos)
    if text[pos] != "(" or not texts or text[texts.end() : end].strip() != ")":
        return None
    return slip(text, "SW004", "listed", pos, end, f"[{texts[0]}]")


def _braced_list(text: str, start: int, end: int) -> Fault | None:
    """A list between braces; start is where its first text begins."""
    opened = text.rfind("{", line_start(text, start), start)
    close = re.compile(r"[ \t]*,?[ \t]*}").match(text, end)
    if opened < 0 or not close or text[opened + 1 : start].strip():
        return None
    return slip(text, "SW004", "listed", opened, close.end(), f"[{text[start:end]}]")


def between_slip(text: str, before: int, pos: int, opened: int) -> Fault | None:
    """The slip between two parts of a list or of braces, where a comma or an end should be."""
    char, bracket = text[pos : pos + 1], text[opened]
    same_line = "\n" not in text[before:pos]
    wrong = "}" if bracket == "[" else "]"
    right = "]" if bracket == "[" else "}"
    if same_line and char and char in wrong + ")":
        return slip(text, "SW004", "closing", pos, pos + 1, right)
    if same_line and char == ";":
        return slip(text, "SW004", "separator", pos, pos + 1, ",")
    word = re.compile(r"(?:en|and|of|or|&|\+|\|)[ \t]+(?=[\"'])").match(text, pos)
    if word:
        fault = slip(text, "SW004", "separator", pos, pos + len(word[0].rstrip()), ",")
        return attrs.evolve(fault, change=(before, word.end(), ", "))
    return None


def comma_change(text: str, before: int, pos: int, opened: int) -> Change | None:
    """The comma that lacks between two parts, where these are certain to be two."""
    bracket = text[opened]
    if bracket == "[" and re.compile(rf"(?:{_TEXT}|{{)").match(text, pos):
        return (before, before, ",")
    if bracket == "{" and _entry_at(text, pos):
        return (before, before, ",")
    return None


def braces_slip(text: str, opened: int, pos: int) -> Fault | None:
    """The slip in braces that began at opened and were neither closed nor went on at pos."""
    before = len(text[:pos].rstrip())
    char = text[pos : pos + 1]
    if char == "}" and text[before - 1] == ",":
        return Fault("SW004", "last_comma", pack(before - 1, before), pos, {"written": ","},
                     change=(before - 1, pos, " "))  # fmt: skip
    close = _closing_brace(text, opened)
    if close is not None and "\n" in text[opened:close]:
        joined = re.sub(r"[ \t\r]*\n[ \t\r\n]*", " ", text[opened : close + 1])
        joined = re.sub(r",?[ ]*}\Z", " }", joined)
        fault = fault_at(text, "SW004", "lines", opened, opened + 1, pos)
        return attrs.evolve(fault, change=(opened, close + 1, joined))
    if char in ("", "\n", "\r", "#") and "\n" not in text[opened:pos]:
        fault = fault_at(text, "SW004", "brace_open", opened, opened + 1, pos)
        comma = text[before - 1] == ","
        stop = before - comma
        return attrs.evolve(fault, change=None if char == "#" else (stop, before, " }"))
    return None


def _closing_brace(text: str, opened: int) -> int | None:
    """Where braces close that go on over lines of their own parts, or None."""
    part = rf"(?:{_KEY}|{_TEXT})[ \t]*=[ \t]*(?:{_TEXT}|\[[^\[\]{{}}#]*\]|[^\s,\"'\[\]{{}}#]+)"
    whole = re.compile(rf"{{\s*{part}(?:\s*,\s*{part})*\s*,?\s*}}").match(text, opened)
    return whole.end() - 1 if whole else None


def paired(text: str, pos: int) -> Fault | None:
    """A line of names and values between [ and ], which stands between braces."""
    opened = text.rfind("[", line_start(text, pos), pos)
    entry = _entry_at(text, pos)
    end = text.find("]", pos, line_end(text, pos))
    if opened < 0 or not entry or end < 0 or text[opened + 1 : pos].strip():
        return None
    inner = text[pos:end].strip()
    certain = not re.search(r"[\[\]{}\n]", inner)
    return slip(text, "SW004", "pairs", opened, end + 1, f"{{ {inner} }}", certain)


def odd_character(text: str, pos: int) -> Fault | None:
    """Characters that cannot be seen, from pos on, or None for one that can."""
    end = pos
    while end < len(text) and _hidden(text, end):
        end += 1
    if end == pos:
        return _other_letter(text, pos)
    run = text[pos:end]
    case, instead = "character", None
    if any(char in meant.BREAKS or char == "\r" for char in run):
        before_heading = pos == line_start(text, pos) and text[end : end + 1] in ("\n", "[", "")
        case, instead = "break", "" if before_heading else "\n"
    elif any(char.isspace() for char in run):
        return _odd_spaces(text, pos, end)
    elif all(char in meant.HIDDEN for char in run):
        instead = ""
    change = None if instead is None else (pos, end, instead)
    params = {"written": f"U+{ord(run[0]):04X}"}
    return Fault("SW004", case, pack(pos, end), pos, params, change=change)


def _odd_spaces(text: str, pos: int, end: int) -> Fault:
    """The spaces of a line that are none, from pos on, those inside a text left alone."""
    stop = line_end(text, pos)
    parts = re.split(rf"({_TEXT})", text[pos : max(stop, end)])
    parts[::2] = [re.sub(rf"[^\S\t\r\n ]|[{meant.HIDDEN}]", _ordinary, one) for one in parts[::2]]
    params = {"written": f"U+{ord(text[pos]):04X}"}
    change = (pos, max(stop, end), "".join(parts))
    return Fault("SW004", "space", pack(pos, end), pos, params, change=change)


def _ordinary(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else ""


def _hidden(text: str, pos: int) -> bool:
    char = text[pos]
    if char in "\t\n " or (char == "\r" and text.startswith("\r\n", pos)):
        return False
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf")


def _other_letter(text: str, pos: int) -> Fault | None:
    """A sign that only looks like one of ours, as \uff1d does like =."""
    char = text[pos : pos + 1]
    if not char or char.isascii() or char.isalnum():
        return None
    same = unicodedata.normalize("NFKC", char)
    if len(same) != 1 or same not in "=[]{}.,:#\"'":
        return None
    return slip(text, "SW004", "lookalike", pos, pos + 1, same)
