"""The words that a page may call: what each says, what is wrong with a call, and what no page can do."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from markdown import Markdown

from macros.catalogue.named import by_kind
from macros.pages.handwritten import faults
from macros.pages.marks import CLOSE, MARK, OPEN, mark, unmarked
from macros.pages.render import Renderer
from macros.pages.sandbox import PageError, Words, rendered
from macros.pages.words import vocabulary
from macros.plan.plan import Plan

from ..support.html import Document, parse
from ..support.project import build

AT = "guides/x/"  # the page on which the words speak


@pytest.fixture(scope="module")
def renderer(plan: Plan) -> Renderer:
    return Renderer(plan, "/")


@pytest.fixture(scope="module")
def words(renderer: Renderer) -> Words:
    return vocabulary(renderer, lambda: AT)


@pytest.fixture(scope="module")
def page(words: Words) -> Callable[[str], Document]:
    """Makes the page of a text in Markdown."""

    def made(text: str) -> Document:
        html = Markdown(extensions=["macros.pages.marks", "toc"]).convert(rendered(text, words))
        return parse(f"<article>{html}</article>")

    return made


Make = Callable[[str], Document]


def test_a_card_of_an_activity_has_both_texts_its_bodies_and_its_deadline(plan: Plan, page: Make) -> None:
    activity = plan.records.activities["13.2.1"]
    card = page('{{ record("13.2.1") }}')
    for text in (activity.summary, activity.text, plan.deadlines.of(activity).name):
        assert str(text) in card.article
    assert card.links[0] == "../../activities/13.2.1/"
    assert "../../agencies/mia/" in card.links


def test_every_record_that_has_an_address_has_a_card_and_a_link(plan: Plan, page: Make) -> None:
    for kind, records in by_kind(plan).items():
        for id_ in list(records)[:3]:
            call = f'("{id_}", kind="{kind}")'
            assert page(f"{{{{ record{call} }}}}").links, call
            (link,) = page(f"See {{{{ link{call} }}}}.").all("a")
            assert link.attributes["href"], call
            assert link.text, call


def test_a_quote_is_marked_as_official_and_has_its_line(plan: Plan, page: Make) -> None:
    quote = page('{{ quote("4.3") }}')
    paragraph = plan.records.paragraphs["4.3"]
    assert quote.one("blockquote", class_="official").text.strip() == paragraph.text
    assert str(plan.text.lines(paragraph)) in quote.article


def test_a_link_has_the_name_of_its_record_or_the_text_that_is_given(page: Make) -> None:
    (named,), (called,) = page('{{ link("mia") }}').all("a"), page('{{ link("mia", "them") }}').all("a")
    assert (named.text, called.text) == ("Ministry of Internal Affairs", "them")
    assert page('The {{ term("reflection-period") }}.').links == ["../../glossary/#reflection-period"]


def test_the_table_of_duties_has_the_rows_that_are_asked_for(plan: Plan, page: Make) -> None:
    found = page('{{ duties(agency="mia", deadline="2016", role="executive") }}')
    numbers = [head.text for head in found.all("th", scope="row")]
    mia = plan.records.agencies["mia"]
    due = plan.deadlines.due(plan.deadlines.all["2016"])
    assert numbers == [a.number for a in plan.records.activities.values() if "mia" in a.executors and a in due]
    assert found.one("caption").text == f"{mia.name}; Executive; {plan.deadlines.all['2016'].name}"
    none = page('{{ duties(agency="scc", topic="children", deadline="2015") }}')
    assert none.article == "The plan names none."


def test_a_figure_stands_with_the_sentence_that_prints_it(plan: Plan, page: Make) -> None:
    figure, statement = plan.statements.figures(plan.records.reports["2014"])["hot_line_calls"]
    said = page('{{ figure("hot-line-calls") }}').article
    assert str(figure.number) in said
    assert statement.fact.quote in said
    assert str(statement.lines) in said


def test_the_tables_hold_what_is_asked_for(plan: Plan, page: Make) -> None:
    assert len(page('{{ matrix(agency=["mia", "moj"], group="13.2") }}').all("th", scope="row")) == 2
    dated = page('{{ timeline(group="13.2") }}')
    numbers = {a.number for a in plan.table.in_group(plan.records.groups["13.2"])}
    assert {link.text for link in dated.all("a")} == numbers


def test_numbers_and_names_stand_in_a_sentence_as_text(plan: Plan, page: Make) -> None:
    said = page('{{ count("activities") }}, {{ site("name") }}, {{ order("number") }}').article
    assert said == f"60, {plan.records.site.name}, {plan.records.decree.id_local}"


def test_a_word_works_inside_a_list_and_in_a_sentence(page: Make) -> None:
    document = page('1. one\n\n    {{ record("13.2.1") }}\n\n2. two, {{ link("mia") }}\n\nAfter *it*.')
    assert len(document.all("ol")) == 1
    assert document.all("ul", class_="items")


# what a page holds on its third line, and the message
SLIPS = [
    ('{{ record("13.2.11") }}', "no activity '13.2.11'. Did you mean '13.2.10'?"),
    ('{{ record("mai") }}', "no agency 'mai'. Did you mean 'mia'?"),
    ('{{ record("nothing-like-it") }}', "no record 'nothing-like-it'."),
    ('{{ record("2014") }}', "'2014' is the name of a report and of a year; add kind=\"report\""),
    ('{{ record("2014", kind="reprot") }}', "no kind 'reprot' here. Did you mean 'report'?"),
    ('{{ recrod("13.2.1") }}', "no word 'recrod'. Did you mean 'record'?"),
    ('{{ duties(agncy="mia") }}', "duties has no 'agncy'. Did you mean 'agency'?"),
    ('{{ duties(role="exectuive") }}', "no role 'exectuive'. Did you mean 'executive'?"),
    ('{{ duties(deadline="2061") }}', "no deadline '2061'. Did you mean '2016'?"),
    ('{{ record("13.2.1", "a", "b") }}', "record: too many positional arguments; its values are: id, kind"),
    ("{{ record() }}", "record: missing a required argument: 'id'; its values are: id, kind"),
    ("{{ record(13.10) }}", 'put 13.1 in quotes: "13.1"'),
    ("{{ count }}", "braces hold a word with its values, and nothing else"),
    ('{{ count("activites") }}', "no count 'activites'. Did you mean 'activities'?"),
    ('{{ term("reflexion-period") }}', "no term 'reflexion-period'. Did you mean 'reflection-period'?"),
    ('{{ figure("hot-line-cals") }}', "no figure 'hot_line_cals'. Did you mean 'hot_line_calls'?"),
    ('So {{ record("13.2.1") }} it is', "this word makes a block; give it a line of its own"),
    ('- {{ record("13.2.1") }}', "this word makes a block; give it a line of its own"),
    ('{{ link("mia") }}{{ record("13.2.1") }}', "this word makes a block; give it a line of its own"),
    ('# About {{ link("mia") }}', "the title of a page can hold no link"),
    ('{{ view("covrage") }}', "no view 'covrage'. Did you mean 'coverage'?"),
    ("{{ page() }}", "no word 'page'. Known: count, site, order, link,"),
    (f"{OPEN}PGI+{CLOSE}", "this line has a letter that only the program may use"),
]
ATTACKS = [  # what a stranger may put between braces
    "{{ plan.records.folder.joinpath('x').write_text('y') }}",
    "{{ ''.__class__ }}",
    "{{ config }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self._TemplateReference__context }}",
    "{{ count.__globals__ }}",
    "{{ link.__self__._renderer }}",
    "{{ count('activities').__class__ }}",
    "{{ context() }}",
    "{{ macros_info() }}",
    "{{ 'x' * 10**9 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ range(10**9) | list }}",
    "{% for i in range(10**9) %}x{% endfor %}",
    "{% for i in 'xx' %}{% for j in 'xx' %}x{% endfor %}{% endfor %}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% set x = 1 %}",
    '{% include "contribute.md" %}',
    '{% import "contribute.md" as x %}',
    '{% extends "contribute.md" %}',
    "{{ count(**{'of': 'activities'}) }}",
    "{{ count(['activities'][0]) }}",
]


def test_each_slip_has_its_message_and_its_line_and_all_are_told_at_once(
    renderer: Renderer, words: Words, tmp_path: Path
) -> None:
    lines = ["---", "description: A page with slips.", "---", "# Slips", ""]
    for text, _ in SLIPS:
        lines += [text, ""]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "guide.md").write_text("\n".join(lines), encoding="utf-8")
    found = list(faults(tmp_path / "docs", renderer))
    expected = [(lines.index(text) + 1, message) for text, message in SLIPS]
    for fault, (line, message) in zip(found, expected, strict=True):
        assert fault.startswith(f"docs/guide.md:{line}: {message}"), fault


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_but_words_may_stand_between_braces(words: Words, attack: str) -> None:
    with pytest.raises(PageError) as error:
        rendered(f"# A page\n\n{attack}", words)
    assert {line for line, _ in error.value.told} == {3}


@pytest.mark.parametrize("text", ["[" * 20_000, "[a](\n" * 20_000, "{{ count(" + "[" * 20_000, "```x\n[\n" * 20_000])
def test_no_page_takes_the_program_long(renderer: Renderer, tmp_path: Path, text: str) -> None:
    (tmp_path / "docs").mkdir()
    path = tmp_path / "docs" / "guide.md"
    path.write_text(f"---\ndescription: A page without an end.\n---\n# A\n\n{text}", encoding="utf-8")
    start = process_time()
    list(faults(tmp_path / "docs", renderer))
    assert process_time() - start < 10


def test_braces_can_be_shown_and_comments_are_left_out(words: Words) -> None:
    assert rendered("a {% raw %}{{ plan }}{% endraw %}{# {{ plan }} #}", words) == "a {{ plan }}"


def test_a_mark_says_the_same_each_time_and_no_value_can_make_one(words: Words) -> None:
    call = 'See {{ link("mia") }}.'
    assert rendered(call, words) == rendered(call, words)
    forged = mark(rendered("<b>", {}))  # type: ignore[arg-type]
    says = rendered("{{ say() }}", {"say": lambda: forged})
    assert not MARK.search(says)
    assert unmarked(says) == says


# a Markdown link of a page, and the message; "" where it is good
LINKS = [
    ("[a](activities/13.2.1.md)", ""),
    ("[a](/activities/13.2.1.md#who-and-when)", ""),
    ("[a](about.md)", ""),
    ("[a]: agencies/mia.md", ""),
    ("`[a](nowhere.md)`", ""),
    ("```\n[a](nowhere.md)\n```", ""),
    ("[a](https://example.org/x.md)", ""),
    ("[a](activities/13.2.11.md)", "no page 'activities/13.2.11.md'. Did you mean 'activities/13.2.1.md'?"),
    ("[a](/activities/13.2.1.md#who)", "'/activities/13.2.1.md' has no heading '#who'."),
    ("[a]: agencies/mai.md", "no page 'agencies/mai.md'. Did you mean 'agencies/mia.md'?"),
]


@pytest.mark.parametrize(("link", "message"), LINKS)
def test_a_link_in_markdown_is_checked_and_its_fault_names_the_line(
    renderer: Renderer, tmp_path: Path, link: str, message: str
) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "about.md").write_text("---\ndescription: About.\n---\n# About\n", encoding="utf-8")
    (docs / "guide.md").write_text(f"---\ndescription: A guide.\n---\n# A\n\n{link}\n", encoding="utf-8")
    found = list(faults(docs, renderer))
    assert len(found) == bool(message)
    assert all(fault.startswith(f"docs/guide.md:6: {message}") for fault in found), found


def test_headings_that_words_make_stand_in_the_contents_and_the_search(
    words: Words, pages: dict[str, Document], built: Path
) -> None:
    assert len(pages["contribute/macros/"].all("nav", class_="md-nav--secondary")) == 1
    links = pages["contribute/macros/"].links
    assert all(links.count(f"#{name}") >= 2 for name in words)
    index = (built / "search" / "index.json").read_text(encoding="utf-8")
    assert "timeline(agency, group)" in index


def test_each_word_is_explained_with_an_example_that_works(words: Words, pages: dict[str, Document]) -> None:
    article = pages["contribute/macros/"].article
    for name, word in words.items():
        assert (word.__doc__ or "").split("\n")[0] in article, name
    assert "{agency}" not in article
    assert article.count("You type:") >= len(words) - 3


def test_an_anchor_that_a_word_made_can_be_linked_to(project: Path) -> None:
    path = project / "docs" / "guides" / "read-the-plan.md"
    with path.open("a", encoding="utf-8") as file:
        file.write("\n[Calls](../help/index.md#contacts), [Executive](../agencies/mia.md#executive)\n")
    result = build(project / "site", project)
    assert result.returncode == 0, result.stderr


def test_a_word_that_fails_only_in_the_build_ends_it(project: Path) -> None:
    rehearsal = project / "macros" / "pages" / "rehearsal.py"
    text = rehearsal.read_text(encoding="utf-8")
    assert "    found |= dict.fromkeys(faults_of_pages" in text
    rehearsal.write_text(re.sub(r"    found \|= dict.fromkeys\(faults_of_pages.*\n", "", text), encoding="utf-8")
    about = project / "docs" / "about" / "index.md"
    about.write_text(about.read_text(encoding="utf-8") + '\n{{ record("nothing-like-it") }}\n', encoding="utf-8")
    result = build(project / "site", project)
    assert result.returncode == 1
    assert "docs/about/index.md: no record 'nothing-like-it'." in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", [["macros"], ["macros.publish.build"]])
def test_the_check_and_the_site_tell_the_same(project: Path, command: list[str]) -> None:
    about = project / "docs" / "about" / "index.md"
    about.write_text(about.read_text(encoding="utf-8") + '\n{{ record("13.2.11") }}\n', encoding="utf-8")
    line = len(about.read_text(encoding="utf-8").splitlines())
    result = subprocess.run([sys.executable, "-m", *command], cwd=project, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert f"docs/about/index.md:{line}: no activity '13.2.11'. Did you mean '13.2.10'?\n" in result.stderr
    assert "Traceback" not in result.stderr
