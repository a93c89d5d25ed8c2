"""The feeds say what changes.yml says, entry by entry, in both formats, and each body gets what concerns it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest

from macros.catalogue.changed import page
from macros.exports.feeds.feeds import MOST, files
from macros.plan.plan import Plan
from macros.records.kinds.change import Change, rewrite, values, words
from macros.rules.checks import load

from ..support.attacks import ATTACK
from ..support.contents import changed
from ..support.data_copy import DataCopy
from ..support.html import Document
from ..support.project import DATA

SITE = "https://plan.example/"
LATER = "2999-01-02"  # later than any change of our own
Files = dict[str, bytes]

# kind, record, field, before, after; and the bodies that the change concerns, or a function that tells them
Bodies = set[str] | Callable[[Plan], set[str]]
MADE: list[tuple[tuple[str, str, str | None, str | None, str | None], Bodies]] = [
    (("agency", "moh", "note", None, "Ours."), {"moh"}),
    (("activity", "13.2.1", "period", "2015", "2016"), lambda plan: on(plan, "13.2.1")),
    (("activity", "13.2.1", "period", "2016", "2015"), lambda plan: on(plan, "13.2.1")),
    (("activity", "99.9", None, "A duty that is gone.", None), set()),
    (("activity", "99.9", "executors", "bar, moj", "moj"), {"bar", "moj"}),
    (("note", "1", "text", "Old", "New"), lambda plan: {plan.records.recommendations["1"].agency}),
    (("note", "99", "agency", "bar", "sms"), {"bar", "sms"}),
    (("fact", "2014.scope", "label", "Old", "New"), {"mia"}),
    (("fact", "2014.gone", None, "Old", None), set()),
    (("paragraph", "4.3", "text", "Old", "New"), set()),
    (("report", "2014", "caution", "Old", "New"), set()),
    (("report", "1999", None, "Old", None), set()),
    (("site", "site", "name", "Old", "New"), set()),
]


def on(plan: Plan, number: str) -> set[str]:
    return {duty.agency.id for duty in plan.duties.by_activity[number]}


def made(parts: tuple[str, str, str | None, str | None, str | None]) -> Change:
    keys = ("kind", "record", "field", "before", "after")
    return Change.model_validate({"date": LATER} | dict(zip(keys, parts, strict=True)))


def written(folder: Path, changes: list[Change], site: str = SITE) -> tuple[Plan, Files]:
    """Returns the plan with changes added to its history, and its feeds."""
    if changes:
        rewrite(folder / "changes.yml", [], changes)
    plan = load(folder)
    return plan, dict(files(plan, site))


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, Files]:
    """The plan with the changes above, and its feeds."""
    copy = DataCopy(tmp_path_factory.mktemp("more") / "data")
    return written(copy.folder, [made(parts) for parts, _ in MADE])


def atom(content: bytes) -> Any:
    """Returns what a reader makes of a feed, which must be free of faults."""
    feed = feedparser.parse(content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def entries(found: Files, name: str) -> list[Any]:
    """Returns the entries of a feed, and of those with older ones that it leads to."""
    feed = atom(found[f"{name}.atom"])
    following = [link.href for link in feed.feed.links if link.rel == "next"]
    older = [entries(found, href.removeprefix(SITE).removesuffix(".atom")) for href in following]
    return [*feed.entries, *(entry for part in older for entry in part)]


def test_there_are_two_feeds_of_all_and_two_of_each_body(plan: Plan) -> None:
    names = ["feeds/changes", *(f"feeds/agencies/{id_}" for id_ in plan.records.agencies)]
    firsts = [name for name, _ in files(plan, SITE) if not re.search(r"/\d+\.", name)]
    assert firsts == [f"{n}.{ending}" for n in names for ending in ("atom", "json")]


def test_a_feed_has_the_newest_fifty_and_leads_to_the_rest(data: DataCopy) -> None:
    before = len(load(data.folder).records.changes)
    _, found = written(data.folder, [made(("topic", f"t{n}", None, None, "New")) for n in range(MOST)])
    feed = atom(found["feeds/changes.atom"])
    assert [entry.title for entry in feed.entries] == [f"Topic t{n} added: New" for n in reversed(range(MOST))]
    assert len(entries(found, "feeds/changes")) == before + MOST
    parts = [name for name in found if re.fullmatch(r"feeds/changes(/\d+)?\.json", name)]
    assert [json.loads(found[name]).get("next_url") for name in parts] == [*(SITE + name for name in parts[1:]), None]
    assert sum(len(json.loads(found[name])["items"]) for name in parts) == before + MOST


def test_every_change_is_an_entry_newest_first(more: tuple[Plan, Files]) -> None:
    plan, found = more
    told = entries(found, "feeds/changes")
    assert len(told) == len(plan.records.changes)
    for entry, change in zip(told, reversed(plan.records.changes), strict=True):
        assert entry.title == words(change)
        assert entry.content[0].value == "\n".join(values(change))
        assert (entry.title_detail.type, entry.content[0].type) == ("text/plain", "text/plain")
        assert entry.updated == f"{change.date.isoformat()}T00:00:00Z"
        assert entry.link == SITE + page(plan, change)
    assert len({entry.id for entry in told}) == len(plan.records.changes)


def test_both_formats_say_the_same(more: tuple[Plan, Files]) -> None:
    _, found = more
    for name in [name for name in found if name.endswith(".json")]:
        value, feed = json.loads(found[name]), atom(found[name.replace(".json", ".atom")])
        assert value["version"] == "https://jsonfeed.org/version/1.1"
        assert (value["title"], value["language"]) == (feed.feed.title, feed.feed.language)
        assert value["authors"] == [{"name": feed.feed.author}]
        assert value["_licence"] == {"text": feed.feed.rights}
        links = {(link["rel"], link["type"]): link["href"] for link in feed.feed.links}
        links.pop(("next", "application/atom+xml"), None)
        assert links == {
            ("self", "application/atom+xml"): SITE + name.replace(".json", ".atom"),
            ("alternate", "text/html"): value["home_page_url"],
            ("alternate", "application/feed+json"): value["feed_url"],
        }
        assert value["feed_url"] == SITE + name
        assert [tuple(item.values()) for item in value["items"]] == [
            (entry.id, entry.link, entry.title, entry.content[0].value, entry.updated) for entry in feed.entries
        ]
        assert all(item.keys() == {"id", "url", "title", "content_text", "date_published"} for item in value["items"])


def test_a_feed_says_who_writes_it_and_who_may_use_it(plan: Plan) -> None:
    found = dict(files(plan, SITE))
    feed = atom(found["feeds/agencies/mia.atom"]).feed
    assert feed.title == f"{plan.records.agencies['mia'].name}: changes of the data"
    assert feed.link == f"{SITE}agencies/mia/"
    assert feed.author == f"The editors of “{plan.records.site.title}”"
    assert feed.rights == " ".join(plan.records.site.licences)
    assert feed.language == "en"


def test_a_feed_is_as_old_as_its_last_entry_or_where_it_has_none_as_the_data(more: tuple[Plan, Files]) -> None:
    plan, found = more
    for name in [name for name in found if name.endswith(".atom")]:
        feed = atom(found[name])
        newest = atom(found[re.sub(r"/\d+\.atom$", ".atom", name)]).entries
        last = newest[0].updated if newest else f"{plan.records.updated.isoformat()}T00:00:00Z"
        assert feed.feed.updated == last


@pytest.mark.parametrize(("parts", "bodies"), MADE, ids=[" ".join(map(str, parts[:3])) for parts, _ in MADE])
def test_a_body_gets_the_changes_that_concern_it(
    more: tuple[Plan, Files], parts: tuple[str, str, str | None, str | None, str | None], bodies: Bodies
) -> None:
    plan, found = more
    title, date = words(made(parts)), f"{LATER}T00:00:00Z"
    got = {
        id_
        for id_ in plan.records.agencies
        if any((entry.title, entry.updated) == (title, date) for entry in entries(found, f"feeds/agencies/{id_}"))
    }
    assert got == (bodies if isinstance(bodies, set) else bodies(plan))


def test_the_feed_of_a_body_holds_entries_of_the_feed_of_all_in_its_order(more: tuple[Plan, Files]) -> None:
    plan, found = more
    everything = [entry.id for entry in entries(found, "feeds/changes")]
    for id_ in plan.records.agencies:
        own = [entry.id for entry in entries(found, f"feeds/agencies/{id_}")]
        assert own == [entry for entry in everything if entry in set(own)]


def test_a_statement_reaches_the_bodies_of_the_activities_that_it_bears_on(data: DataCopy, plan: Plan) -> None:
    statement = next(e.statement for e in plan.evidence.all if e.activity)
    fact = statement.fact
    numbers = [relation.activity for relation in fact.relates_to if relation.activity]
    named = {id_ for id_, found, _ in plan.evidence.names() if found is statement}
    change = made(("fact", f"{statement.report.id}.{fact.id}", "label", "Old", "New"))
    _, found = written(data.folder, [change])
    got = {
        id_
        for id_ in plan.records.agencies
        if words(change) in [e.title for e in entries(found, f"feeds/agencies/{id_}")]
    }
    assert got == set().union(*(on(plan, number) for number in numbers), named)


def test_a_report_that_came_reaches_the_bodies_that_it_speaks_of(data: DataCopy) -> None:
    data.add_report("2015")
    change = made(("report", "2015", None, None, "Made up for a test."))
    plan, found = written(data.folder, [change])
    got = {
        id_
        for id_ in plan.records.agencies
        if words(change) in [e.title for e in entries(found, f"feeds/agencies/{id_}")]
    }
    assert got == on(plan, "13.1.2")


def test_an_id_is_a_tag_that_names_the_change(more: tuple[Plan, Files]) -> None:
    _, found = more
    ids = [entry.id for entry in atom(found["feeds/changes.atom"]).entries][::-1][-len(MADE) :]
    start = f"tag:plan.example,{LATER}"
    assert ids[:5] == [
        f"{start}:agency/moh/note",
        f"{start}:activity/13.2.1/period",
        f"{start}:activity/13.2.1/period?2",
        f"{start}:activity/99.9",
        f"{start}:activity/99.9/executors",
    ]
    # RFC 4151: tag:authority,date:specific
    assert all(re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[A-Za-z0-9._~%/?-]+", id_) for id_ in ids)


def test_an_id_names_the_folder_where_a_host_has_more_sites(plan: Plan) -> None:
    found = dict(files(plan, "https://plan.example/one/"))
    assert all(":one/" in entry.id for entry in atom(found["feeds/changes.atom"]).entries)


def test_a_further_change_leaves_the_earlier_entries_alone(more: tuple[Plan, Files], data: DataCopy) -> None:
    _, before = more
    _, after = written(data.folder, [made(parts) for parts, _ in [*MADE, MADE[1], MADE[0]]])
    old = json.loads(before["feeds/changes.json"])["items"]
    new = json.loads(after["feeds/changes.json"])["items"]
    assert new[2:] == old[: MOST - 2]
    assert [item["id"].rpartition(":")[2] for item in new[:2]] == ["agency/moh/note?2", "activity/13.2.1/period?3"]


def test_hostile_text_stays_text(data: DataCopy) -> None:
    attack = ATTACK.strip() + " ]]> </content></entry></feed> &nbsp; &lt;"
    change = made(("activity", attack[:90], attack[:50], attack, attack[::-1]))
    plan, found = written(data.folder, [change])
    entry = atom(found["feeds/changes.atom"]).entries[0]
    assert entry.title == words(change)
    assert entry.content[0].value == f"Before: {attack}\nAfter: {attack[::-1]}"
    assert entry.link == SITE
    assert b"<script" not in found["feeds/changes.atom"]
    item = json.loads(found["feeds/changes.json"])["items"][0]
    assert (item["title"], item["content_text"]) == (entry.title, entry.content[0].value)
    assert "content_html" not in item
    assert len(entries(found, "feeds/changes")) == len(plan.records.changes)


def test_the_same_data_gives_the_same_bytes() -> None:
    assert changed(dict(files(load(DATA), SITE)), dict(files(load(DATA), SITE))) == []


# a changed record, and where it is shown
PAGES = [
    ("activity", "13.2.1", "activities/13.2.1/"),
    ("agency", "mia", "agencies/mia/"),
    ("section", "4", "sections/4/"),
    ("paragraph", "4.3", "sections/4/#4.3"),
    ("point", "2.1.2", "sections/2/#2.1.2"),
    ("group", "13.2", "groups/13.2/"),
    ("note", "1", "sections/13/#note-1"),
    ("topic", "children", "topics/children/"),
    ("situation", "hot-line", "situations/#hot-line"),
    ("period", "2014-2016", "deadlines/2016/#period-2014-2016"),
    ("source", "report-2014", "sources/report-2014/"),
    ("source", "presstv-2015-12-14", "about/#source-presstv-2015-12-14"),
    ("contact", "duty-service", "help/#contacts"),
    ("decree", "decree", "order/"),
    ("reading", "funding", "about/#reading-funding"),
    ("erratum", "missing-dot", "about/errata/#order-missing-dot"),
    ("erratum", "2014.blank", "about/errata/#report-2014-blank"),
    ("report", "2014", "reports/2014/"),
    ("fact", "2014.scope", "reports/2014/#fact-scope"),
    ("claim", "2014.hot-line", "reports/2014/claims/#claim-hot-line"),
    ("file", "errata.yml", "about/errata/"),
    ("site", "site", ""),
    ("word", "kinds.court", ""),
    ("vocabulary", "vocabulary", ""),
    ("claim", "2014.gone", ""),
    ("claim", "1999.gone", ""),
    ("fact", "gone", ""),
    ("erratum", "2014.gone", ""),
    ("source", "gone", ""),
    ("reading", "gone", ""),
]


@pytest.mark.parametrize(("kind", "record", "address"), PAGES)
def test_an_entry_leads_to_its_record_or_where_that_is_gone_to_the_start(
    plan: Plan, pages: dict[str, Document], kind: str, record: str, address: str
) -> None:
    assert page(plan, made((kind, record, None, None, "New"))) == address
    here, _, anchor = address.partition("#")
    assert not anchor or anchor in {element.attributes.get("id") for element in pages[here].elements}
