"""What the audit of the built site refuses: one good and one bad case for each rule, with the whole message."""

from pathlib import Path

import pytest

from macros.catalogue.serving import policy
from macros.publish.audit import audit, open_site

from ..support.html import Document

URL = "https://example.org/plan/"
PAGE = f"""<!doctype html>
<html lang="en"><head><title>Start</title>
<meta http-equiv="Content-Security-Policy" content="{policy(in_page=True)}">
<meta name="referrer" content="no-referrer">
<link rel="canonical" href="{URL}">
<link rel="stylesheet" href="site.css">
<script type="application/ld+json">{{}}</script>
<script src="site.js" defer></script>
</head><body>
<h1 id="top">Start</h1>
<p>a <a href="help/#who">b</a> <a href="">c</a> <a href="#top">d</a> <a href="{URL}help/?q=1">e</a></p>
<p> <img src="x.png" alt=""> <a href="https://example.net/">f</a> <a href="http://example.net/">g</a></p>
<p><a href="tel:112">h</a></p>
</body></html>
"""
HELP = PAGE.replace("Start", "Help").replace('id="top"', 'id="who"').replace("help/#who", "../").replace("#top", "#who")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages in which all is well."""
    folder = tmp_path / "site"
    (folder / "help").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    relative = HELP.replace('"site.', '"../site.').replace('"x.png', '"../x.png')
    (folder / "help" / "index.html").write_text(relative, encoding="utf-8")
    for name in ("site.css", "site.js", "x.png"):
        (folder / name).write_text("", encoding="utf-8")
    return folder


def test_a_site_in_which_all_is_well_has_no_fault(site: Path) -> None:
    assert audit(open_site(site, URL)) == []


BAD = [
    ('<html lang="en">', "<html>", "1:1: the page does not say its language; give <html> a lang"),
    ("<title>Start</title>", "", "1:1: the page has no title"),
    ("<title>Start", "<title>Help", "1:1: the title 'Help' is that of help/index.html too; say what is special here"),
    (
        "default-src 'none'",
        "default-src *",
        "1:1: the page does not state the content policy; its frame is overrides/main.html",
    ),
    ('"no-referrer"', '"origin"', "1:1: the page would tell other sites where its reader comes from; set the referrer"),
    (
        "<p>a",
        "<script>run()</script><p>a",
        "11:1: <script> stands in the page, and the content policy blocks it; put it into docs/assets/",
    ),
    (
        "<p>a",
        "<p onclick='run()'>a",
        "11:1: onclick=… stands in the page, and the content policy blocks it; put it into docs/assets/",
    ),
    (
        "<p>a",
        '<p style="color: red">a',
        "11:1: style=… stands in the page, and the content policy blocks it; put it into docs/assets/",
    ),
    (
        "<p>a",
        "<style>p{}</style><p>a",
        "11:1: <style> stands in the page, and the content policy blocks it; put it into docs/assets/",
    ),
    ("<p>a", '<p id="top">a', "10:1: the id 'top' stands on the page more than once"),
    (' alt=""', "", '12:5: the picture has no text; write alt="..." and say what it shows'),
    ('href="help/#who"', 'href="hlep/"', "11:6: 'hlep/' leads to hlep/index.html, and there is no such file"),
    (
        'href="help/#who"',
        'href="help/#how"',
        "11:6: 'help/#how' leads to '#how', and help/index.html has no such id",
    ),
    ('href="#top"', 'href="#end"', "11:49: '#end' leads to '#end', and index.html has no such id"),
    ('href="site.css"', 'href="old.css"', "6:1: 'old.css' leads to old.css, and there is no such file"),
    (
        'href="help/#who"',
        'href="https://example.org/plan/nowhere"',
        "11:6: 'https://example.org/plan/nowhere' leads to nowhere, and there is no such file",
    ),
    (
        'href="help/#who"',
        'href="javascript:run()"',
        "11:6: 'javascript:run()' leads neither to the site nor to a web page, a mail address or a phone",
    ),
    ('href="help/#who"', 'href="http://[1"', "11:6: 'http://[1' is no address"),
    (
        'src="x.png"',
        'src="https://example.net/x.png"',
        "12:5: 'https://example.net/x.png' is loaded from another host; keep a copy in docs/assets/",
    ),
    (
        'src="x.png"',
        'src="//example.net/x.png"',
        "12:5: '//example.net/x.png' is loaded from another host; keep a copy in docs/assets/",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), BAD)
def test_a_page_with_a_fault_is_refused(site: Path, old: str, new: str, message: str) -> None:
    page = site / "index.html"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    told = [str(fault) for fault in audit(open_site(site, URL))]
    assert told == [f"index.html:{message}"]


def test_a_file_that_no_server_would_know_is_refused(site: Path) -> None:
    (site / "notes.docx").write_text("", encoding="utf-8")
    assert [str(fault) for fault in audit(open_site(site, URL))] == [
        "notes.docx:1:1: no rule for '.docx'; add its content type to CONTENT_TYPES in macros/catalogue/serving.py"
    ]


def test_a_symbolic_link_among_the_built_files_is_refused(site: Path) -> None:
    (site / "leak.txt").symlink_to("/etc/hostname")
    assert [str(fault) for fault in audit(open_site(site, URL))] == [
        "leak.txt:1:1: this is a symbolic link; put the file itself here"
    ]


def test_the_built_site_has_no_fault(built: Path) -> None:
    assert audit(open_site(built, "http://127.0.0.1:8000/")) == []


def test_nothing_on_a_page_was_left_unrendered(pages: dict[str, Document]) -> None:
    for here, page in pages.items():
        if here.startswith(("contribute/", "design/")):  # they show templates and Markdown as examples
            continue
        for sign in ("{{ ", "{%", "](", "][", "![", "Macro Rendering Error", "Traceback (most recent call last)"):
            assert sign not in page.article, (here, sign)


def test_every_table_says_what_it_holds_and_what_its_heads_are_about(pages: dict[str, Document]) -> None:
    for here, page in pages.items():
        if here == "contribute/markdown/":  # a table in Markdown has no way to say it
            continue
        tables, captions = page.all("table"), page.all("caption")
        assert len(tables) == len(captions), here
        assert all(caption.text for caption in captions), here
        assert [
            head
            for head in page.all("th")
            if head.attributes.get("scope") not in {"col", "row", "colgroup", "rowgroup"}
        ] == []


def test_every_page_leads_past_the_menu_first(pages: dict[str, Document]) -> None:
    for here, page in pages.items():
        first = page.all("a")[0]
        assert first.attributes["class"] == "md-skip", here
        assert first.attributes["href"] == f"#{page.one('h1').attributes['id']}"
