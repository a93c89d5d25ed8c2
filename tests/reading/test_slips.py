"""The slips of a person who is new to YAML: each gets a message that says where, what is wrong, and what to do."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ..support.data_copy import DataCopy
from ..support.mistakes import history, pages, records, rules

CHILDREN = "  label: Children\n"
FIRST_POINT = """  - number: "1"
    text: >-
      “The National Action Plan for the years 2014-2018 on combatting trafficking in human beings in
      Azerbaijan Republic” to be approved (attached).
"""

# the slip, the file, what stands there, what is typed in its place (¦ marks the place of message {0}), the messages;
# <0> in one is the line of the first place
SLIPS: list[tuple[str, str, str, str, list[str]]] = [
    (
        "a tab in place of spaces",
        "topics.yml",
        CHILDREN,
        "¦\tlabel: Children\n",
        ["{0}: use spaces in place of tabs"],
    ),
    (
        "no space after the colon",
        "topics.yml",
        CHILDREN,
        "  ¦label:Children\n",
        [
            "{0}: this line has no key with ': ' after it, or it lost its indent; "
            "write 'key: value', or put the spaces back"
        ],
    ),
    (
        "a line of text that lost its spaces",
        "topics.yml",
        CHILDREN,
        CHILDREN + "¦More about it\n",
        [
            "{0}: this line has no key with ': ' after it, or it lost its indent; "
            "write 'key: value', or put the spaces back"
        ],
    ),
    (
        "a quote that is never closed",
        "topics.yml",
        "words: [passport, ID card, birth certificate, documents]\n",
        "words: [passport, ID card, birth certificate, ¦'documents]\n",
        ["{0}: the quote or bracket that opens here is never closed; close it"],
    ),
    (
        "a bracket that is never closed",
        "topics.yml",
        "words: [woman, girls]\n",
        "words: ¦[woman, girls\n",
        ["{0}: the bracket that opens here is not closed, or a comma is missing between two items"],
    ),
    (
        "two commas in a row",
        "topics.yml",
        "words: [woman, girls]\n",
        "words: [woman, ¦, girls]\n",
        ["{0}: a value is missing here; write it, or remove a comma"],
    ),
    (
        "a list without brackets",
        "topics.yml",
        "words: [woman, girls]\n",
        "words: ¦woman, girls\n",
        ["{0}: 'words' must be a list: lines that start with '- ', or [a, b]"],
    ),
    (
        "a colon in a text",
        "topics.yml",
        "summary: Activities that speak of women.",
        "summary: Women¦: activities that speak of them.",
        ["{0}: a ': ' too many; quote text with ': ' in it, or check the indent and the line above"],
    ),
    (
        "a line with a space too many",
        "topics.yml",
        CHILDREN,
        "   label¦: Children\n",
        ["{0}: a ': ' too many; quote text with ': ' in it, or check the indent and the line above"],
    ),
    (
        "a line with a space too few",
        "topics.yml",
        CHILDREN,
        " ¦label: Children\n",
        ["{0}: check the indent: each item of a list starts with '- ' in the same column"],
    ),
    (
        "a dash without a space",
        "topics.yml",
        "- id: women\n",
        "¦-id: women\n",
        ["{0}: check the indent: each item of a list starts with '- ' in the same column"],
    ),
    (
        "a record without its dash",
        "decree.yml",
        FIRST_POINT + '  - number: "2"\n    text: >-\n',
        FIRST_POINT.replace("number", "¦number").replace("text", "¦text") + '    ¦number: "2"\n    ¦text: >-\n',
        [
            "{2}: the key 'number' already stands on line <0>; remove one, or begin a record with '- '",
            "{3}: the key 'text' already stands on line <1>; remove one, or begin a record with '- '",
        ],
    ),
    (
        "the same key twice",
        "contacts.yml",
        '  police: "no"\n',
        '  ¦police: "no"\n  ¦police: "yes"\n',
        ["{1}: the key 'police' already stands on line <0>; remove one, or begin a record with '- '"],
    ),
    (
        "the marks of git",
        "topics.yml",
        "- id: women\n",
        "¦<<<<<<< HEAD\n- id: women\n=======\n- id: woman\n>>>>>>> mine\n",
        ["{0}: two changes meet here; keep the right lines, and remove those with <<<<<<<, ======= and >>>>>>>"],
    ),
    (
        "curly quotes around a value",
        "activities.yml",
        'period: "2014-2016"',
        "period: ¦“2014-2016”",
        ["{0}: 'period' stands in quotes that are not straight; type \"...\" with the quotes of YAML"],
    ),
    (
        "a word that is not yes or no",
        "agencies.yml",
        'collective: "yes"',
        "collective: ¦true",
        ["{0}: 'collective': write yes or no"],
    ),
    (
        "a number without its quotes is still the number",
        "situations.yml",
        'activities: ["13.5.8"]',
        "activities: [13.5.8]",
        [],
    ),
    (
        "a number without its second dot",
        "situations.yml",
        'activities: ["13.5.8"]',
        "activities: [¦13.58]",
        ["{0}: no activity '13.58' in activities.yml. Did you mean '13.5.8'?"],
    ),
    (
        "a list where a text belongs",
        "topics.yml",
        CHILDREN,
        "  label: ¦[Children]\n",
        ["{0}: 'label' must be text, not a list or a mapping"],
    ),
    (
        "a text where a record belongs",
        "topics.yml",
        "- id: women\n",
        "- ¦women\n- id: women\n",
        ["{0}: here must be a mapping: lines of 'key: value'"],
    ),
    (
        "a date with the day first",
        "sources.yml",
        'date: "2015-12-14"',
        'date: ¦"14-12-2015"',
        ["{0}: 'date': a date is as precise as the source: '2030', '2030-05', '2030-05-31' or '2027/2030'"],
    ),
    (
        "a date of a report in words",
        "reports/2014.yml",
        'date: "2014-09-17"',
        'date: ¦"17 September 2014"',
        ["{0}: 'date': a date is as precise as the source: '2030', '2030-05', '2030-05-31' or '2027/2030'"],
    ),
    (
        "a number in words",
        "reports/2014.yml",
        "value: 21}",
        "value: ¦twenty-one}",
        ["{0}: 'value': a value is digits, such as '97' or '28.2'; where the source leaves a blank, write blank: yes"],
    ),
    (
        "a remark after a value",
        "topics.yml",
        CHILDREN,
        "  label: Children¦ # ours\n",
        ["{0}: what follows # here is lost; quote the text, or put the comment on a line of its own"],
    ),
    (
        "a value that starts with a symbol",
        "topics.yml",
        CHILDREN,
        "  label: ¦@children\n",
        ["{0}: use spaces in place of tabs, and quote text that starts with a symbol"],
    ),
    (
        "a value that starts with a star",
        "topics.yml",
        CHILDREN,
        "  label: ¦*children\n",
        ["{0}: aliases are not allowed; write the value out, or quote text that starts with '*'"],
    ),
    (
        "an apostrophe inside single quotes",
        "topics.yml",
        CHILDREN,
        "  label: 'Children'¦s rights'\n",
        ["{0}: check the indent, and that every quote is closed, and none stands inside"],
    ),
    (
        "a backslash inside double quotes",
        "topics.yml",
        CHILDREN,
        '  label: "Children¦\\Kids"\n',
        ['{0}: inside "..." a \\ has a meaning; use \'...\' in place of "..."'],
    ),
    (
        "a line between two documents",
        "topics.yml",
        "- id: women\n",
        "¦---\n- id: women\n",
        ["{0}: one document to a file; remove this '---' line"],
    ),
    (
        "a value of nothing",
        "topics.yml",
        CHILDREN,
        "  label: ¦null\n",
        ["{0}: 'label' is empty; write a value, or remove the key"],
    ),
    (
        "a value of spaces",
        "topics.yml",
        CHILDREN,
        '  label: ¦"  "\n',
        ["{0}: 'label': this is empty; write the text, or remove the key"],
    ),
    (
        "a key that no record has",
        "topics.yml",
        CHILDREN,
        CHILDREN + "  ¦colour: red\n",
        ["{0}: unknown key 'colour'. Known keys: id, label, summary, words."],
    ),
    (
        "a key with a space",
        "topics.yml",
        CHILDREN,
        "  ¦the label: Children\n",
        ["{0}: a key is one plain word"],
    ),
    (
        "a letter that nobody can see",
        "topics.yml",
        CHILDREN,
        "  label: Chil¦\u200bdren\n",
        ["{0}: the invisible character U+200B stands here; delete it"],
    ),
    (
        "a comma that is missing in a list of ids",
        "activities.yml",
        "topics: [law, abroad]",
        "topics: [¦law abroad]",
        ["{0}: 'topics': an id is up to 64 small letters, digits and single hyphens, such as 'mia'"],
    ),
    (
        "a language in full",
        "sources.yml",
        "language: ru",
        "language: ¦Russian",
        ["{0}: 'language': a language is its two-letter code (ISO 639-1), such as 'en'"],
    ),
    (
        "an address without https",
        "sources.yml",
        "address: https://presstv.ir/",
        "address: ¦www.presstv.ir/",
        ["{0}: 'address': an address is https:// and a plain host name, such as 'https://example.org/page'"],
    ),
    (
        "a telephone number with swapped digits",
        "contacts.yml",
        "phones: [(+99412) 590-20-49]",
        "phones: [¦(+99412) 590-20-94]",
        ["{0}: the quote does not print (+99412) 590-20-94; type it as printed"],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "messages"), [slip[1:] for slip in SLIPS], ids=[s[0] for s in SLIPS])
def test_a_slip_gets_its_messages(data: DataCopy, file: str, old: str, new: str, messages: list[str]) -> None:
    data.edit(file, old, new)
    lines = [place.split(":")[1] for place in data.places]
    expected = [re.sub(r"<(\d)>", lambda match: lines[int(match[1])], row) for row in data.expected(messages)]
    assert data.faults() == expected


def recoded(name: str, codec: str) -> Callable[[Path], None]:
    """Returns what an old editor does when it saves a file."""

    def save(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8").replace("label: Children", "label: Children – é", 1)
        (folder / name).write_bytes(text.encode(codec))

    return save


def moved(old: str, new: str) -> Callable[[Path], None]:
    """Returns what a person does who gives a file another name or folder."""

    def move(folder: Path) -> None:
        (folder / old).rename(folder / new)

    return move


MISSING = "data/topics.yml:1:1: this file is missing; restore it, or create it"

# the slip, what it does to the folder, the messages
FILES: list[tuple[str, Callable[[Path], None], list[str]]] = [
    (
        "another ending",
        moved("topics.yml", "topics.yaml"),
        ["data/topics.yaml:1:1: no kind of record has this file. Did you mean 'topics.yml'?", MISSING],
    ),
    ("two endings", moved("topics.yml", "topics.yml.txt"), [MISSING]),
    (
        "another folder",
        moved("topics.yml", "sources/topics.yml"),
        ["data/sources/topics.yml:1:1: this file stands in the wrong folder; move it to data/topics.yml", MISSING],
    ),
    (
        "a report outside its folder",
        moved("reports/2014.yml", "2014.yml"),
        [
            "data/2014.yml:1:1: a file named after its year stands in one of these folders: reports; move it there",
        ],
    ),
    (
        "a report with a year of two digits",
        moved("reports/2014.yml", "reports/14.yml"),
        [
            "data/reports/14.yml:1:1: no kind of record has this file; "
            "a file in reports/ is named after its year, such as 2030.yml"
        ],
    ),
    (
        "saved as Windows-1252",
        recoded("topics.yml", "cp1252"),
        ["data/topics.yml:{line}:19: this byte is not UTF-8; save the file as UTF-8"],
    ),
    (
        "saved as UTF-16",
        recoded("topics.yml", "utf-16"),
        ["data/topics.yml:1:1: this byte is not UTF-8; save the file as UTF-8"],
    ),
    ("saved with a byte-order mark", recoded("topics.yml", "utf-8-sig"), []),
]


@pytest.mark.parametrize(("slip", "messages"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_a_slip_with_a_file_gets_its_messages(
    data: DataCopy, slip: Callable[[Path], None], messages: list[str]
) -> None:
    rows = (data.folder / "topics.yml").read_text(encoding="utf-8").split("\n")
    slip(data.folder)
    line = rows.index(CHILDREN.rstrip()) + 1
    assert data.faults() == [message.replace("{line}", str(line)) for message in messages]


def shape(message: str) -> str:
    """Returns what two messages of one kind share: without their place, and what they quote or count."""
    message = re.sub(r"^(\S+ «.*?»|\S+):? ", "", message, flags=re.DOTALL)
    return re.sub(r"'[^']*'|“[^”]*”|\[[^\]]*\]|\d+", "…", message)


def test_the_tables_hold_more_than_forty_kinds_of_mistake() -> None:
    found = [row[-1] for row in [*records.MISTAKES, *rules.RULES, *history.RULES, *SLIPS]]
    found += [row[-1] for row in FILES] + [[row[-1]] for row in pages.MISTAKES]
    messages = [message for row in found for message in row]
    slips = {row[0] for row in [*SLIPS, *FILES]}
    assert len(slips) == len(SLIPS) + len(FILES)
    assert len(found) >= 120
    assert len({shape(message) for message in messages}) >= 80
    assert all(re.search(r"[;?,.:]| must | needs? |type|write|already", message) for message in messages)
