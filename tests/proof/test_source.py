"""The order and the plan are published word for word."""

import hashlib

from macros.plan.plan import Plan
from macros.proof import alignment as proof
from macros.records.kinds.activity import Activity
from macros.records.kinds.recommendation import Recommendation
from macros.records.kinds.section import Paragraph

from ..support.data_copy import DataCopy
from ..support.project import DATA


def source_words(file: str) -> list[str]:
    return (DATA / "sources" / file).read_text(encoding="utf-8").split()


def typed_words(plan: Plan) -> list[str]:
    pieces = proof.pieces(plan.records.decree, plan.records.sections, plan.table.by_group, plan.records.recommendations)
    return [word for piece in pieces for word in piece.words]


def test_the_yaml_put_together_again_is_the_source_up_to_the_footer(plan: Plan) -> None:
    printed = source_words("order-667.txt")
    typed = typed_words(plan)
    assert typed == printed[: len(typed)]
    assert " ".join(printed[len(typed) :]) == (
        "Back ADDRESS Baku city, Azadlig Avenue 161, Postal Code: AZ1106, "
        "Duty Service: (+99412) 590-20-49, FAX: (+99412) 590-20-48"
    )


def test_the_copies_of_the_sources_are_the_ones_we_were_given() -> None:
    given = {
        "order-667.txt": "60df54859975e970126167bbf34b94846f5619cad5c434c7a6a9e7badd041355",
        "report-2014.txt": "32db5bfd2ee9af34d78ee1baf089f91040c6645afee87ff270bd5d826f9fe688",
    }
    for file, digest in given.items():
        assert hashlib.sha256((DATA / "sources" / file).read_bytes()).hexdigest() == digest


def test_the_lines_that_a_page_names_print_the_words_that_it_quotes(plan: Plan) -> None:
    rows = (DATA / "sources" / "order-667.txt").read_text(encoding="utf-8").split("\n")
    records: list[Paragraph | Activity | Recommendation] = [
        *plan.records.paragraphs.values(),
        *plan.records.activities.values(),
        *plan.records.recommendations.values(),
    ]
    for record in records:
        lines = plan.text.lines(record)
        assert record.text in " ".join(" ".join(rows[lines.first - 1 : lines.last]).split())


def test_typing_errors_of_the_source_are_kept(plan: Plan) -> None:
    assert "the descent living level" in plan.records.sections["1"].recitals[0]
    assert "humantrafficking" in plan.records.activities["13.2.1"].text
    assert "Rehabiliation" in plan.records.groups["13.4"].heading
    assert plan.records.activities["13.3.4"].as_printed.executors.endswith("State Security Service,")
    assert plan.records.activities["13.4.4"].as_printed.period == "2014 -2017"
    assert "Azerbijan" in plan.records.recommendations["5"].text


def test_the_lost_numbers_of_the_sections_are_shown_as_printed(plan: Plan) -> None:
    printed = {n: s.as_printed.number if s.as_printed else f"{n}." for n, s in plan.records.sections.items()}
    assert set(printed.values()) == {"1."}
    six_four = plan.records.paragraphs["6.4"].as_printed
    assert six_four
    assert six_four.number == "6.4"


def test_a_changed_word_names_the_record_the_line_and_both_words(data: DataCopy) -> None:
    data.edit("sections.yml", "the descent living", "the decent living")
    assert data.faults() == data.expected(
        [
            "sections.yml «- ¦>-\n      Noting»: 'recitals' has “decent” where order-667.txt line 47 prints “descent”; "
            "type it as printed, errors included"
        ]
    )


def test_a_lost_word_is_asked_for(data: DataCopy) -> None:
    data.edit("recommendations.yml", "items 13.1.1 and 13.1.7", "items 13.1.1 13.1.7")
    assert data.faults() == data.expected(
        [
            "recommendations.yml «text: ¦>-\n    The Supreme Court»: before or in 'text', order-667.txt line 779 "
            "prints “and”, which is missing here; add it"
        ]
    )


def test_an_added_word_is_refused(data: DataCopy) -> None:
    data.edit("sections.yml", "is the supreme goal", "is the very supreme goal")
    assert data.faults() == data.expected(
        [
            "sections.yml «- ¦>-\n      Noting»: 'recitals' has “very”, which order-667.txt line 47 does not print; "
            "remove it"
        ]
    )


def test_a_changed_copy_of_a_source_is_refused(data: DataCopy) -> None:
    with (data.folder / "sources" / "report-2014.txt").open("a", encoding="utf-8") as copy:
        copy.write("one more line\n")
    digest = hashlib.sha256((data.folder / "sources" / "report-2014.txt").read_bytes()).hexdigest()
    assert data.faults() == data.expected(
        [
            f"reports/2014.yml «sha256: ¦32db5bfd»: the copy has the SHA-256 {digest}; "
            "restore the copy, or write this sum if the copy is a new one"
        ]
    )
