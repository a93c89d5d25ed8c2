"""Each page leads to its source and to a form that is filled with what the page is about."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from macros.catalogue.leaves import leaves
from macros.catalogue.problem import QUOTE, problem
from macros.plan.plan import Plan

from ..support.handwritten import HAND_WRITTEN
from ..support.html import Document
from ..support.project import DATA, ROOT

REPOSITORY = "https://example.org/repository"
SITE = "http://127.0.0.1:8000/"
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"


def filled(page: Document) -> dict[str, str]:
    """Returns what the link of a page fills in, as the form shows it."""
    (link,) = [a for a in page.all("a") if a.text.startswith("Report a problem with this ")]
    assert link.attributes["rel"] == "noreferrer"
    parts = urlsplit(link.attributes["href"])
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{REPOSITORY}/issues/new"
    return {key: value for key, (value,) in parse_qs(parts.query, strict_parsing=True).items()}


def test_each_page_fills_the_form(plan: Plan, pages: dict[str, Document]) -> None:
    form = yaml.safe_load((FORMS / "line.yml").read_text(encoding="utf-8"))
    fields = {field["id"] for field in form["body"] if "id" in field}
    for here, page in pages.items():
        if here != "404.html":
            given = filled(page)
            assert given.pop("template") == "line.yml"
            assert given.pop("title").startswith("Problem: ")
            assert given["page"] == SITE + here
            assert set(given) <= fields
            if here in HAND_WRITTEN:
                assert set(given) == {"page"}


# a page of every kind, the record that it names, and the start of the words that it quotes
SAMPLE = [
    ("activities/13.2.1/", "Activity 13.2.1", ""),
    ("agencies/mia/", "Body mia", "Ministry of Internal Affairs"),
    ("agencies/mia/sheet/", "Body mia", "Ministry of Internal Affairs"),
    ("agencies/mia/letter/", "Body mia", "Ministry of Internal Affairs"),
    ("sections/4/", "Section 4", ""),
    ("groups/13.2/", "Group 13.2", ""),
    ("deadlines/2016/", "Deadline 2016", None),
    ("in/2016/", "Year 2016", None),
    ("topics/children/", "Topic children", None),
    ("help/az/", None, None),
    ("reports/", None, None),
    ("reports/2014/", "Report 2014", None),
    ("reports/2014/claims/", "Report 2014", None),
    ("sources/order-667/", "Source order-667", None),
]


@pytest.mark.parametrize(("here", "record", "words"), SAMPLE)
def test_a_page_names_its_record(
    plan: Plan, pages: dict[str, Document], here: str, record: str | None, words: str | None
) -> None:
    given = filled(pages[here])
    assert given.get("record") == record
    assert given["title"] == f"Problem: {record or pages[here].one('h1').text}"
    assert ("quote" in given) == (words is not None)
    if words is not None:
        assert given["quote"].startswith(words)
        assert given["quote"].removesuffix(" …") in pages[here].article
        assert len(given["quote"]) <= QUOTE


def test_the_sample_has_a_page_of_every_kind(plan: Plan) -> None:
    sampled = {here for here, *_ in SAMPLE}
    assert {leaf.template for leaf in leaves(plan)} == {
        leaf.template for leaf in leaves(plan) if leaf.address in sampled
    }


def test_a_hand_written_page_gives_its_title(pages: dict[str, Document]) -> None:
    for here in ("", "about/", "about/errata/", "coverage/", "data/", "contribute/"):
        assert filled(pages[here])["title"] == f"Problem: {pages[here].one('h1').text}"


def test_each_page_leads_to_its_source(pages: dict[str, Document]) -> None:
    for here, page in pages.items():
        if here == "404.html":
            continue
        (link,) = page.all("a", class_="edit")
        file, _, line = link.attributes["href"].removeprefix(f"{REPOSITORY}/edit/main/").partition("#L")
        root, name = (DATA, file.removeprefix("data/")) if file.startswith("data/") else (ROOT, file)
        rows = (root / name).read_text(encoding="utf-8").split("\n")
        if here in HAND_WRITTEN:
            assert (file, line) in {(f"docs/{here}index.md", ""), (f"docs/{here.rstrip('/')}.md", "")}
        else:
            assert file.startswith("data/")
            assert rows[int(line) - 1].strip()
            assert not rows[int(line) - 1].startswith("#")


def test_no_value_leaves_its_place_in_the_address() -> None:
    title = "a&template=other.yml#x \"><script> ü % + 'quote'\n?b=c"
    address = problem(REPOSITORY, f"{SITE}?q=a&b=c#d", title, None)
    query = address.partition("?")[2]
    assert set(query) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%&=")
    assert [key for key, _, _ in (pair.partition("=") for pair in query.split("&"))] == ["template", "title", "page"]
    assert unquote(query.split("title=")[1].split("&")[0]) == f"Problem: {' '.join(title.split())}"


def test_the_forms_are_whole() -> None:
    form = yaml.safe_load((FORMS / "line.yml").read_text(encoding="utf-8"))
    assert all(form[key] for key in ("name", "description", "body"))
    for field in form["body"]:
        assert field["type"] in {"markdown", "input", "textarea"}
        assert field["type"] == "markdown" or field["attributes"]["label"]
    assert yaml.safe_load((FORMS / "config.yml").read_text(encoding="utf-8")) == {"blank_issues_enabled": True}
