"""What the 2014 report says, what its numbers add up to, and what it says of the plan."""

import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from macros.catalogue.addresses import address
from macros.plan.plan import Plan
from macros.proof.quotes import NUMBER, Copy
from macros.reading.dates import span
from macros.records.kinds.report import Report
from macros.rules.checks import load

from ..support.data_copy import DataCopy
from ..support.html import Document, parse
from ..support.project import DATA, build

PAGE, CLAIMS = "reports/2014/", "reports/2014/claims/"


@pytest.fixture(scope="session")
def report(plan: Plan) -> Report:
    return plan.records.reports["2014"]


def source_text() -> str:
    return " ".join((DATA / "sources" / "report-2014.txt").read_text(encoding="utf-8").split())


def test_each_quote_stands_in_the_report_word_for_word(report: Report) -> None:
    for fact in report.all_facts:
        assert source_text().count(fact.quote) == 1, fact.id


def test_each_number_of_the_report_stands_in_a_quote(report: Report) -> None:
    text = source_text()
    held = [(text.index(fact.quote), text.index(fact.quote) + len(fact.quote)) for fact in report.all_facts]
    numbers = list(NUMBER.finditer(text))
    assert len(numbers) == 175
    assert [n[0] for n in numbers if not any(start <= n.start() and n.end() <= end for start, end in held)] == []


def test_each_number_can_be_found_on_the_page_with_its_sentence(plan: Plan, pages: dict[str, Document]) -> None:
    quotes = [quote.text for quote in pages[PAGE].all("blockquote", class_="official")]
    printed = [number[0] for number in NUMBER.finditer(source_text())]
    assert [number for number in printed if not any(number in quote for quote in quotes)] == []
    for statement in plan.statements.by_report["2014"].values():
        assert f"fact-{statement.fact.id}" in pages[PAGE].ids
        assert statement.fact.quote in quotes


def test_the_main_figures_are_those_of_the_report(plan: Plan, report: Report) -> None:
    shown = {id_: plan.statements.figures(report)[id_][0].number for id_ in report.headlines}
    assert shown["victims"] == 54
    assert shown["hot_line_calls"] == 13216


def test_each_main_figure_leads_to_its_sentence(plan: Plan, report: Report, pages: dict[str, Document]) -> None:
    for id_ in report.headlines:
        _, statement = plan.statements.figures(report)[id_]
        assert f"../../{address(plan, statement)}" in pages[PAGE].links


def test_the_report_lists_five_legal_acts(plan: Plan, report: Report, pages: dict[str, Document]) -> None:
    acts = [statement.act for statement in plan.statements.acts(report)]
    found = [(act.kind, act.number, str(act.date), act.issuer.printed if act.issuer else "") for act in acts if act]
    assert found == [
        ("Decision", "No. 37", "6 February 2014", "Cabinet of Ministers of the Republic of Azerbaijan"),
        ("Decision", "No. 108", "22 April 2014", "Cabinet of Ministers of the Republic of Azerbaijan"),
        ("Decision", "No. 133", "5 May 2014", "Cabinet of Ministers of the Republic of Azerbaijan"),
        ("Law", "No. 1066-IVQD", "17 October 2014", ""),
        ("Decree", "No. 372", "21 November 2014", "President of the Republic of Azerbaijan"),
    ]
    for act in filter(None, acts):
        assert act.title in pages[PAGE].article


def test_a_blank_is_missing_and_not_nought(plan: Plan, report: Report, pages: dict[str, Document]) -> None:
    blank = plan.statements.figures(report)["potential_medical"][0]
    assert (blank.number, blank.printed) == (None, "—")
    assert "— medical help (persons) (the report leaves the number blank)" in pages[PAGE].article


def test_what_happened_before_the_order_predates_the_plan(plan: Plan, pages: dict[str, Document]) -> None:
    timing = {id_: statement.timing.id for id_, statement in plan.statements.by_report["2014"].items()}
    assert timing["greta-recommendations"] == "before"  # 7 July 2014
    assert timing["anniversary"] == "before"  # May 2014
    assert timing["earlier-plan-results"] == "before"  # 2009 to 2013
    assert timing["plan-approved"] == "since"  # 24 July 2014, the day of the order
    assert timing["law-1066"] == "since"  # 17 October 2014
    assert timing["hot-line"] == "across"  # 2014
    assert timing["shelter"] == "undated"
    for here in (PAGE, "activities/13.9.3/", "sections/11/", "agencies/moys/"):
        assert "May 2014: predates the plan" in pages[here].article


def test_what_predates_the_plan_says_so_wherever_it_shows(plan: Plan, pages: dict[str, Document]) -> None:
    early = [statement for statement in plan.statements.by_report["2014"].values() if statement.timing.id == "before"]
    assert len(early) > 5
    for here, page in pages.items():
        if here == "changes/":  # it says which words of ours changed, and nothing of what happened
            continue
        for statement in early:
            leading = [a for a in page.all("a") if a.attributes.get("href", "").endswith(f"#fact-{statement.fact.id}")]
            if [a for a in leading if "permalink" not in a.attributes.get("class", "") and a.text in page.article]:
                assert "predates the plan" in page.article, (here, statement.fact.id)


def test_what_predates_the_plan_is_never_more_than_a_mention(data: DataCopy) -> None:
    why = "why: The activity asks for more information to the public. The events"
    data.edit("reports/2014.yml", f"how: mentioned\n        {why}", f"how: reported\n        {why}")
    plan = load(data.folder)
    (event,) = [e for e in plan.evidence.by_activity["13.9.3"] if e.statement.fact.id == "anniversary"]
    assert event.bearing.id == "mentioned"


CLAIMS_SAID = {
    "criminal-facts": "agree",  # 97 + 3 + 5 = 105
    "hot-line": "agree",  # 28 + 4 + 333 + 333 + 256 + 12262 = 13216
    "ages": "agree",
    "education": "agree",
    "destinations": "agree",
    "countries": "disagree",
    "trainings": "cannot-tell",
    "state-bodies": "cannot-tell",
    "abroad-and-within": "agree",  # at least 48 of the 51 women
    "abroad-or-within": "agree",
    "potential-help": "cannot-tell",
}


@pytest.mark.parametrize(("claim", "verdict"), CLAIMS_SAID.items())
def test_the_verdict_on_a_claim(plan: Plan, report: Report, claim: str, verdict: str) -> None:
    assert {outcome.claim.id: outcome.verdict.id for outcome in plan.claims.outcomes(report)}[claim] == verdict


def test_the_claims_are_counted_by_verdict(plan: Plan, report: Report) -> None:
    counted = {verdict.label: len(outcomes) for verdict, outcomes in plan.claims.by_verdict(report)}
    assert counted == {"does not add up": 1, "cannot tell": 9, "adds up": 22}
    assert [o.claim.id for o in plan.claims.outcomes(report) if o.verdict.id == "disagree"] == ["countries"]


@pytest.mark.parametrize(
    ("claim", "arithmetic"),
    [
        ("criminal-facts", "97 + 3 + 5 = 105, and the report prints 105."),
        ("hot-line", "28 + 4 + 333 + 333 + 256 + 12262 = 13216, and the report prints 13216."),
        ("destinations", "37 + 8 + 6 = 51, which is not more than 54."),
        ("trainings", "9 + 16 + 36 + 4 = 65, and the report prints 65."),
        ("countries", "10 and 17 are not equal."),
        ("abroad-and-within", "37 + 8 + 6 − 3 = 48, which is not more than 51."),
        ("abroad-or-within", "54 is not more than 37 + 8 + 6 + 51 = 102."),
        ("courses-and-victims", "35 is not more than 54."),
        ("potential-help", "6 + (blank) + 15 + 7 + 3 + 5 + 1 + 2 + 1 + 1 + 1 cannot be worked out."),
    ],
)
def test_a_claim_shows_its_own_arithmetic(pages: dict[str, Document], claim: str, arithmetic: str) -> None:
    assert f"claim-{claim}" in pages[CLAIMS].ids
    assert any(working.text.startswith(arithmetic) for working in pages[CLAIMS].all("p", class_="working"))


def test_one_way_of_counting_gives_29_state_bodies(plan: Plan, report: Report, pages: dict[str, Document]) -> None:
    (outcome,) = [outcome for outcome in plan.claims.outcomes(report) if outcome.claim.id == "state-bodies"]
    counted = {w.way.id: (len(w.bodies), w.comparison.holds) for w in outcome.workings if w.way}
    assert counted["executive"] == (26, False)
    assert counted["executive-no-classes"] == (21, False)
    assert counted["any-role"] == (32, False)
    assert [way for way, (_, holds) in counted.items() if holds] == ["executive-state-notes"]
    for working in outcome.workings:
        assert all(body.name in pages[CLAIMS].article for body in working.bodies)


def test_51_stands_for_four_things_that_are_never_merged(plan: Plan, report: Report) -> None:
    alike = {number: [term.figure.id for term in terms] for number, terms in plan.claims.alike(report)}
    assert sorted(alike[Decimal(51)]) == ["form_sexual", "sent_to_aid_center", "victims_women", "wanted"]


def test_every_chart_is_a_table_that_can_be_read_without_its_bars(report: Report, pages: dict[str, Document]) -> None:
    page = pages[PAGE]
    assert len(page.all("table", class_="chart")) == len(report.charts) == 10
    for meter in page.all("meter"):
        assert meter.attributes["aria-hidden"] == "true"
    assert "sexual exploitation (the report adds “within the country”; see the claims)51" in page.article


def test_an_activity_says_what_the_report_mentions_and_why(pages: dict[str, Document]) -> None:
    article = pages["activities/13.2.1/"].article
    assert "The 2014 report: mentioned." in article
    assert (
        "Calls to the hot line mentioned 2014: may predate the plan The activity asks for better organization"
        in article
    )
    assert "The 2014 report: not found in this report." in pages["activities/13.1.2/"].article


def test_a_paragraph_shows_its_own_evidence_and_that_of_its_activities(pages: dict[str, Document]) -> None:
    article = pages["sections/4/"].article
    assert "Through 13.2.1. The activity asks for better organization" in article
    assert "The paragraph asks to tell people about the hot line." in article


def test_a_body_shows_where_the_report_names_it(pages: dict[str, Document]) -> None:
    assert "The 2014 report names it: “Ministry of Youth and Sport”." in pages["agencies/moys/"].article
    assert "A part of this body wrote the 2014 report." in pages["agencies/mia/"].article
    assert "In the reports" not in pages["agencies/bar/"].article


def test_each_activity_has_one_bearing_and_none_is_called_undone(plan: Plan, pages: dict[str, Document]) -> None:
    cells = [cell.text for cell in pages["coverage/"].elements if "bearing" in cell.attributes.get("class", "").split()]
    assert len(cells) == len(plan.records.activities)
    assert set(cells) == {"reported on", "mentioned", "not found in this report"}
    for page in pages.values():
        assert "not implemented" not in page.article.lower()


def test_the_bearings_of_the_report_are_counted(plan: Plan, report: Report) -> None:
    counted = {bearing: len(found) for bearing, found in plan.evidence.by_bearing(report).items()}
    assert counted == {"reported": 13, "mentioned": 10, "not-found": 37}


def test_the_gaps_are_counted(plan: Plan, pages: dict[str, Document]) -> None:
    article = pages["coverage/"].article
    assert [p.number for p in plan.concordance.unanswered] == ["3.1", "4.1", "5.1", "6.2", "6.3", "7.1", "9.1", "11.1"]
    assert [a.number for a in plan.concordance.standing_alone] == ["13.1.4", "13.1.7", "13.8.3", "13.8.4"]
    assert [a.number for a in plan.duties.named_alone] == ["13.2.1", "13.3.2", "13.4.3", "13.6.2", "13.8.2"]
    assert [a.number for a in plan.duties.classes_only] == ["13.5.1"]
    assert f"{len(plan.deadlines.undated)} of 60 activities. The plan prints no year for them" in article
    assert {a.number for a in plan.deadlines.undated} == {
        a.number for a in plan.records.activities.values() if a.period == "regular"
    }


def test_each_odd_place_is_shown_with_its_line_and_what_was_done(plan: Plan, pages: dict[str, Document]) -> None:
    page = pages["about/errata/"]
    for erratum in [*plan.records.errata.values(), *plan.records.reports["2014"].errata]:
        assert erratum.quote in page.article
        assert erratum.handling in page.article
    assert "../../sources/order-667/#L123" in page.links  # paragraph 4.3, whose line is broken


def test_a_date_is_as_precise_as_the_report() -> None:
    for printed, words, days in [
        ("2014", "2014", 365),
        ("2014-02", "February 2014", 28),
        ("2009/2010", "2009 to 2010", 730),
    ]:
        found = span(printed)
        assert (str(found), (found.last - found.first).days + 1) == (words, days)
    for wrong in ("2014-02-30", "2014-13", "2013/2009", "0000", "14", "2014-5", "٢٠١٤"):
        with pytest.raises(ValueError, match=r".*"):
            span(wrong)


def built_pages(project: Path) -> Iterator[tuple[str, Document]]:
    result = build(project / "site", project)
    assert (result.returncode, "WARNING" in result.stderr) == (0, False), result.stderr
    for path in sorted((project / "site").rglob("*.html")):
        here = path.relative_to(project / "site").as_posix().removesuffix("index.html")
        yield here, parse(path.read_text(encoding="utf-8"))


def test_without_its_file_the_report_is_gone_and_the_site_still_builds(project: Path) -> None:
    (project / "data" / "reports" / "2014.yml").unlink()
    for here, page in built_pages(project):
        assert not here.startswith(("reports/", "sources/report-2014/"))
        away = [link for link in page.links if not link.startswith(("#", "http"))]
        assert [
            link
            for link in away
            if "reports" in link.split("#who")[0].removesuffix("#reading-reports") or "report-" in link
        ] == [], here
        assert "2014 report" not in page.article or here in {"glossary/", "related/", "about/errata/"}, here
    assert not (project / "site" / "sources" / "report-2014.txt").exists()


def test_a_new_report_is_a_new_file_and_nothing_else(project: Path, tmp_path: Path) -> None:
    copy = DataCopy(tmp_path / "data")
    copy.add_report("2015")
    shutil.rmtree(project / "data")
    shutil.copytree(copy.folder, project / "data")
    pages = dict(built_pages(project))
    assert "In 2015 the hot line received 7 calls." in pages["reports/2015/"].article
    assert "Report on 2015" in pages["reports/"].article
    assert "7 calls to the hot line" in pages["reports/2015/"].article
    (row,) = [row for row in pages["coverage/"].all("tr") if row.text.startswith("13.1.2 ")]
    assert row.text.endswith("not found in this reportreported on")
    assert re.search(r"The 2015 report: reported on\..*A link for a test", pages["activities/13.1.2/"].article)
    assert "2015: since the order" in pages["activities/13.1.2/"].article
    assert "reports/2015/claims/" not in pages


def test_a_quote_is_found_across_the_lines_of_the_copy() -> None:
    copy = Copy("one two\n\n three  four\n")
    (passage,) = copy.find("two three")
    assert str(passage.lines) == "lines 1 to 3"
    assert copy.find("wo three") == []
    assert copy.find("two thre") == []
