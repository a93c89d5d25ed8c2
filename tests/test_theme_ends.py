"""When the theme ends, the site stays: its style sheet moves into docs/, and the pages are the same."""

from pathlib import Path

from .conftest import build
from .test_reproducible import content

LINES = {  # of mkdocs.yml: docs/design.md tells them under “When the theme ends”
    "  name: material\n": "  name: null\n  static_templates: [404.html]\n",
    "extra_css: [": "extra_css: [assets/theme.css, ",
}


def test_without_the_theme_every_page_is_the_same_but_for_the_name_of_one_style_sheet(
    built: Path, project: Path
) -> None:
    (sheet,) = (built / "assets" / "stylesheets").iterdir()
    (project / "docs" / "assets" / "theme.css").write_bytes(sheet.read_bytes())
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    for old, new in LINES.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    settings.write_text(text, encoding="utf-8")
    result = build(project / "site", project)
    assert result.returncode == 0, result.stderr
    ours, without = content(built), content(project / "site")
    (moved,) = set(without) - set(ours)
    kept = sheet.relative_to(built).as_posix()
    assert set(ours) - set(without) == {kept}
    assert without[moved] == ours[kept]
    back = {kept if name == moved else name: file for name, file in without.items()}
    assert [n for n, file in ours.items() if file != back[n].replace(moved.encode(), kept.encode())] == []
