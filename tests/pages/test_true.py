"""No word of ours says more than the sources: looked for on every page, in every letter and in every file."""

import re
from pathlib import Path

import pytest

from macros.plan.plan import Plan
from macros.records.kinds.agency import Agency

from ..support.html import Document, parse

PROJECT = {"design/", "contribute/", "contribute/data/", "about/threats/"}  # pages about the program
TEXTS = {".csv", ".ics", ".json", ".atom", ".txt", ".xml"}
OFFICIAL = re.compile(r"\b(?:un)?official (?:text|words|english|heading|translation)", re.IGNORECASE)
# What a sentence of ours may not say of the plan, whatever it is about: the pattern, and what it would claim.
CLAIMS = {
    r"\bcan be late\b|\boverdue\b|\bfalls? due\b|\bare due\b": "that something is due, in a time that is past",
    r"\bis still open\b|\bduty is open\b": "a status",
    r"\bis (?:the|not the) lead\b|\bleads the (?:plan|activity)\b": "a lead, where the plan names none",
    r"\bduty sheet\b|\bduties (?:in|under) the\b": "duties of bodies that have none",
    r"\bcarr(?:y|ies) out (?:the |this |which |a )?paragraphs?\b": "a link that the plan does not print",
    r"\bunofficial\b": "what no source says",
}
BURDEN = re.compile(r"\b(?:must|dut(?:y|ies)|obliged|responsible|has to|have to)\b", re.IGNORECASE)


def ours(page: Document, plan: Plan) -> str:
    """Returns the words of a page without those of the order, the plan and the reports."""
    text = page.article
    records = plan.records
    printed = [a.text for a in records.activities.values()] + [p.text for p in records.paragraphs.values()]
    printed += [a.as_printed.executors for a in records.activities.values()]
    printed += [n.text for n in records.recommendations.values()]
    printed += [f.quote for r in records.reports.values() for f in r.all_facts]
    for words in sorted(printed, key=len, reverse=True):
        text = text.replace(words, "")
    return re.sub("“[^”]*”", "", text)


@pytest.mark.parametrize("claim", CLAIMS)
def test_no_page_claims_what_no_source_says(plan: Plan, pages: dict[str, Document], claim: str) -> None:
    found = {
        here: match[0]
        for here, page in pages.items()
        if here not in PROJECT and (match := re.search(claim, ours(page, plan), re.IGNORECASE))
    }
    assert found == {}, CLAIMS[claim]


def test_no_page_and_no_file_calls_the_text_official(plan: Plan, built: Path) -> None:
    former = [change.before for change in plan.records.changes if change.before and OFFICIAL.search(change.before)]
    found = {}
    for path in built.rglob("*"):
        if path.suffix == ".html":
            text = parse(path.read_text(encoding="utf-8")).article
        elif path.suffix in TEXTS and "search" not in path.parts:
            text = path.read_text(encoding="utf-8")
        else:
            continue
        for words in former if "feeds" in path.parts else []:  # the history tells what we once said
            text = text.replace(words, "")
        if match := OFFICIAL.search(text):
            found[path.relative_to(built).as_posix()] = match[0]
    assert found == {}


def without_duty(plan: Plan) -> list[Agency]:
    """Returns the bodies that the plan only recommends or only says are to be involved."""
    roles = {agency.id: {duty.role.id for duty in plan.duties.of(agency)} for agency in plan.records.agencies.values()}
    return [agency for agency in plan.records.agencies.values() if "executive" not in roles[agency.id]]


def test_no_burden_is_laid_on_a_body_that_has_no_duty(plan: Plan, pages: dict[str, Document]) -> None:
    bodies = without_duty(plan)
    assert {"ngos", "supreme-court", "ombudsman"} <= {agency.id for agency in bodies}
    for agency in bodies:
        for page in ("", "sheet/", "letter/"):
            here = f"agencies/{agency.id}/{page}"
            assert not BURDEN.search(ours(pages[here], plan)), (here, BURDEN.search(ours(pages[here], plan)))


def test_a_letter_asks_each_body_what_its_role_allows(plan: Plan, pages: dict[str, Document]) -> None:
    for agency in plan.records.agencies.values():
        letter = pages[f"agencies/{agency.id}/letter/"].article
        roles = {duty.role.id for duty in plan.duties.of(agency)}
        assert ("We ask what was done for each of them" in letter) == ("executive" in roles), agency.id
        assert ("We ask whether you were involved" in letter) == ("involved" in roles), agency.id
        assert ("We ask whether you took part" in letter) == ("recommended" in roles), agency.id


OF_THE_SITE = {  # pages that are about no text of the plan
    *("404.html", "help/", "help/az/", "help/ru/", "changes/", "design/"),
    *("about/threats/", "about/trust/", "about/accessibility/"),
    *("contribute/", "contribute/data/", "contribute/macros/", "contribute/markdown/"),
}


def test_each_page_of_the_plan_says_at_its_head_that_its_years_are_over(plan: Plan, pages: dict[str, Document]) -> None:
    said = "English translation of the plan for 2014–2018; its years have ended"
    assert set(pages) > OF_THE_SITE
    for here, page in pages.items():
        if here not in OF_THE_SITE:
            head = page.elements[: next((n for n, e in enumerate(page.elements) if e.tag == "h2"), None)]
            assert said in [element.text for element in head if element.tag == "a"], here


def test_a_body_whose_name_is_gone_says_so_with_the_source(plan: Plan, pages: dict[str, Document]) -> None:
    for agency in plan.records.agencies.values():
        for name in plan.names.since(agency):
            source = plan.records.sources[name.source]
            for page in ("", "sheet/", "letter/"):
                assert name.text in pages[f"agencies/{agency.id}/{page}"].article, (agency.id, page)
            assert source.publisher in pages[f"agencies/{agency.id}/"].article
    assert [name.text for name in plan.names.since(plan.records.agencies["moct"])] == [
        "Ministry of Culture",
        "State Tourism Agency",
    ]


def test_an_odd_place_is_marked_where_it_is_read(plan: Plan, pages: dict[str, Document]) -> None:
    erratum = plan.records.errata["include-in-risk-group"]
    (activity,) = [a for a in plan.records.activities.values() if erratum.quote in a.text]
    page = pages[f"activities/{activity.number}/"]
    marks = [a.attributes["aria-label"] for a in page.all("a", class_="sic")]
    assert f"Printed so: {erratum.oddity}" in marks
    assert activity.text in page.article  # the mark adds no word: who copies the text copies the plan's words
    assert erratum.oddity in page.article
    body = plan.duties.on(activity)[0].agency
    for other in ("sheet/", "letter/"):
        assert erratum.oddity in pages[f"agencies/{body.id}/{other}"].article


def test_a_word_of_the_glossary_is_linked_where_it_stands_first(plan: Plan, pages: dict[str, Document]) -> None:
    for here, page in pages.items():
        linked = [a.attributes["href"].partition("#")[2] for a in page.all("a", class_="term")]
        assert len(linked) == len(set(linked)), here
        assert set(linked) <= set(plan.records.terms), here
    assert "identification" in [
        a.attributes["href"].partition("#")[2] for a in pages["activities/13.1.5/"].all("a", class_="term")
    ]


def test_the_azerbaijani_title_stands_on_the_page_of_the_order_and_in_citations(
    plan: Plan, pages: dict[str, Document]
) -> None:
    original = plan.records.decree.original
    assert original
    assert original.title in pages["order/"].article
    for here in ("activities/13.2.1/", "sections/4/"):
        assert f"{original.type_document}: {original.title}), {original.edition}" in pages[here].article
