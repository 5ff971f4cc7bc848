"""The Django view of the examples: a case as a page and as JSON, for who is logged in."""

import json
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from tests.examples.desk import example, opened, planned

django = pytest.importorskip("django", reason="Django is not installed")


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The module of views, over a store with a desk that is planned."""
    from django.conf import settings

    made = example("django-view/views.py")
    store = tmp_path_factory.mktemp("django") / "region.db"
    if not settings.configured:
        settings.configure(
            SAMENWERK_STORE=store, USE_TZ=True, LANGUAGE_CODE="nl", LOGIN_URL="/login",
            ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=made,
            INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
            TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
        )  # fmt: skip
        django.setup()
    with opened(store) as engine:
        planned(engine)
        with made.engine() as its_own:
            assert ("balie",) == its_own.collaborations()
        made.engine = lambda: engine  # its clock stands at a day of the story
        yield made


def asked(views: ModuleType, who: str | None, case: str, **query: str) -> Any:
    """What comes back for who is logged in, if anybody is."""
    from django.test import RequestFactory

    request = RequestFactory().get("/cases/balie/" + case, query)
    request.user = SimpleNamespace(  # type: ignore[assignment]
        is_authenticated=who is not None, get_username=lambda: who
    )
    return views.case(request, collaboration="balie", case=case)


def test_the_page_of_a_case(views: ModuleType) -> None:
    """Where it is, what each step waits for, and by which day."""
    page = asked(views, "noord", "b").content.decode()
    assert "<h1>b: gepland</h1>" in page
    assert "Dit kan nog niet." in page
    assert "besluit om de balie te openen: nog open" in page
    assert "<li>5 april 2027: De tijd voor de fase &quot;gepland&quot; is om." in page


def test_the_same_as_json_in_the_language_of_the_reader(views: ModuleType) -> None:
    """Names are those of the record, sentences are in the language that Django chose."""
    from django.utils.translation import override

    with override("en"):
        told = json.loads(asked(views, "noord", "b", format="json").content)
    assert ("planned", "planned") == (told["state"], told["label"])
    assert "not_yet" == told["steps"]["desk.begin"]["verdict"]
    assert "Open the desk still asks to fill in: last day of the trial." == (
        told["steps"]["desk.begin"]["headline"]
    )
    assert {"b"} == {one["case"] for one in told["due"]}


@pytest.mark.parametrize(("who", "case"), [("noord", "none"), ("oost", "b"), ("oost", "none")])
def test_what_is_not_for_the_reader_is_not_there(views: ModuleType, who: str, case: str) -> None:
    """A case out of sight answers as one that does not exist."""
    from django.http import Http404

    with pytest.raises(Http404):
        asked(views, who, case)


def test_who_is_not_logged_in_is_sent_to_the_door(views: ModuleType) -> None:
    """Nothing is looked up for a stranger."""
    answer = asked(views, None, "b")
    assert (302, "/login?next=/cases/balie/b") == (answer.status_code, answer["Location"])
