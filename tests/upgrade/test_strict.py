"""What a person reads about a region beside its base."""

from tests.upgrade.edits import REAL, TEXT, edited, side

from samenwerk.language.catalogue import Speaker
from samenwerk.proof.asked import Limits
from samenwerk.upgrade.strict import beside, strict_data, strict_text, wrong_in

SMALL = Limits(members=2, cases=0)

LOOSER = '''\
Naast Samen een tuin: 3 van 5 regels en stappen zijn even streng; 2 zijn losser
dan mag.

Regel "getekend" van plan (plan.drawn)
  Was:       Het stuk schets is ingediend (regel getekend).
  Wordt:     Een van deze: het stuk schets is ingediend of genoeg schaduw is ja
             (regel getekend).
  Betekent:  Losser dan de basis; dat mag niet (overlay is closed).
             Bekeken bij de stap "het plan vaststellen" (plan.adopt).
  Voorbeeld: Stel: schets is niet ingediend; genoeg schaduw is ja.
             De basis weigert dit (schets is nog niet ingediend); hier mag het.
  Bron:      Afspraken van de buurt 2027
  Waar:      old.toml:82 (oud) en new.toml:82 (nieuw)

Stap "het plan vaststellen" van plan (plan.adopt)
  Was:       Het stuk schets is ingediend (regel getekend).
  Wordt:     Een van deze: het stuk schets is ingediend of genoeg schaduw is ja
             (regel getekend).
  Betekent:  Losser dan de basis; dat mag niet (overlay is closed).
  Voorbeeld: Stel: schets is niet ingediend; genoeg schaduw is ja.
             De basis weigert dit (schets is nog niet ingediend); hier mag het.
  Bron:      Afspraken van de buurt 2027
  Waar:      old.toml:82 (oud) en new.toml:82 (nieuw)'''


def test_what_is_looser_than_it_may_be_is_told_with_a_situation() -> None:
    """The count first, then each with why, where it was judged, and what the base would say."""
    found = beside(side(TEXT, "old"), side(edited(REAL["second_way"]), "new"), SMALL)
    assert LOOSER == strict_text(found, Speaker("nl"))
    assert wrong_in((found,))


def test_what_the_base_leaves_open_is_named() -> None:
    """Another ceiling within its bounds: looser, through the ceiling, and not wrong."""
    found = beside(side(TEXT, "old"), side(edited(REAL["ceiling"]), "new"), SMALL)
    said = strict_text(found, Speaker("en"))
    assert said.startswith("Beside A garden together: 3 of 5 rules and steps are as strict, and")
    assert "Looser than the base, through what the base leaves open: ceiling." in said
    assert not wrong_in((found,))


def test_data_say_which_are_wrong() -> None:
    """As JSON: how many were judged, and each that is not the same."""
    found = beside(side(TEXT, "old"), side(edited(REAL["one_more"]), "new"), SMALL)
    data = strict_data(found, Speaker("en"))
    other = [(one["name"], one["answer"], one["wrong"]) for one in data["other"]]  # type: ignore[attr-defined]
    assert (5, 0, [("plan.plant", "stricter", False)]) == (data["judged"], data["wrong"], other)
