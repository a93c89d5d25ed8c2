"""Plain text: the plan for those who read nothing else, and llms.txt, which tells programs where things are."""

from collections.abc import Iterator
from textwrap import fill

from ..catalogue.addresses import address
from ..plan.plan import Plan
from ..proof.alignment import printed_number
from ..reading.dates import day
from ..records.kinds.activity import Activity
from ..records.kinds.section import Section
from . import Files

WIDTH = 100


def files(plan: Plan, site_url: str) -> Files:
    """Yields plan.txt, llms.txt (https://llmstxt.org) and robots.txt."""
    yield "plan.txt", text(edition(plan, site_url))
    yield "llms.txt", text(guide(plan, site_url))
    yield "robots.txt", text(["User-agent: *", "Allow: /", f"Sitemap: {site_url}sitemap.xml"])


def text(lines: list[str] | Iterator[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def edition(plan: Plan, site_url: str) -> Iterator[str]:
    """Yields the order and the plan, line by line: the official words, and the bodies and years of each activity."""
    decree = plan.records.decree
    yield from [decree.heading, decree.title, "", wrapped(plan.records.site.notice), site_url, ""]
    yield from [wrapped(decree.preamble), ""]
    yield from (wrapped(f"{printed_number(point)} {point.text}") for point in decree.points)
    yield from ["", decree.signatory, decree.passed_by, decree.as_printed.place_and_date, decree.as_printed.number, ""]
    yield from [wrapped(decree.annex.approval), wrapped(decree.annex.title)]
    for section in plan.records.sections.values():
        yield from ["", "", f"{section.number}. {section.heading}"]
        yield from section_lines(plan, section)


def section_lines(plan: Plan, section: Section) -> Iterator[str]:
    for recital in section.recitals:
        yield from ["", wrapped(recital)]
    for paragraph in section.paragraphs:
        yield from ["", wrapped(f"{printed_number(paragraph)} {paragraph.text}")]
        yield from (wrapped(f"{printed_number(point)} {point.text}") for point in paragraph.points)
    if section.text:
        yield from ["", wrapped(section.text)]
    for group in section.groups:
        yield from ["", f"{printed_number(group)} {group.heading}"]
        for activity in plan.table.in_group(group):
            yield from activity_lines(plan, activity)
    if section.notes_heading:
        yield from ["", section.notes_heading]
        yield from (wrapped(f"{printed_number(note)} {note.text}") for note in plan.records.recommendations.values())


def activity_lines(plan: Plan, activity: Activity) -> Iterator[str]:
    cells = activity.as_printed
    columns = plan.table.section.columns
    yield from ["", wrapped(f"{printed_number(activity)} {activity.text}")]
    yield wrapped(f"  {columns[2].label}: {cells.executors}")
    yield wrapped(f"  {columns[3].label}: {cells.period}")


def guide(plan: Plan, site_url: str) -> Iterator[str]:
    """Yields llms.txt: what the site is, what it is not, and where each thing is."""
    decree = plan.records.decree
    yield from [f"# {plan.records.site.title}", "", f"> {plan.records.site.description}", ""]
    yield from [f"Order No {decree.id_local} of {day(decree.date_document)}. {plan.records.site.notice}"]
    yield from [*plan.records.site.standing, plan.records.site.independence, *plan.records.site.licences]
    yield from ["", "## Text", f"- [The whole plan as plain text]({site_url}plan.txt)"]
    yield f"- [The whole plan on one page]({site_url}whole/)"
    for section in plan.records.sections.values():
        name = f"{section.number}. {section.heading}"
        yield f"- [{name}]({site_url}{address(plan, section)}): {section.summary or ''}".rstrip(": ")
    yield from ["", "## Bodies"]
    yield from (f"- [{a.name}]({site_url}{address(plan, a)})" for a in plan.records.agencies.values())
    if plan.records.reports:
        yield from ["", "## Reports"]
        yield from (
            f"- [Report on {r.year}]({site_url}{address(plan, r)}): {r.summary}" for r in plan.records.reports.values()
        )
    yield from ["", "## Data"]
    yield from (
        f"- [{download.label}]({site_url}{download.file}): {download.text}" for download in plan.records.downloads
    )


def wrapped(line: str) -> str:
    return fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)
