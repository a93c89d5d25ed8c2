"""The JSON says what the models say, record by record, and keeps to its own schemas."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
from openapi_spec_validator import validate

from macros.catalogue.addresses import address
from macros.catalogue.keys import json_address
from macros.exports.api import documents as api
from macros.exports.api import models, schemas
from macros.plan.plan import Plan
from macros.rules.checks import load

from ..support.data_copy import DataCopy
from ..support.html import Document

SITE = "https://plan.example/"
Files = dict[str, Any]


@pytest.fixture(scope="session")
def files(plan: Plan) -> Files:
    found = [*api.files(plan, SITE), *schemas.files(plan, SITE)]
    assert len({name for name, _ in found}) == len(found)
    return {name: json.loads(content) for name, content in found}


def test_each_activity_is_the_one_of_the_plan(plan: Plan, files: Files) -> None:
    for number, activity in plan.records.activities.items():
        found = files[f"api/v1/activities/{number}.json"]
        assert found["page"] == f"{SITE}activities/{number}/"
        assert found["data"]["text"] == activity.text
        assert found["data"]["executors"] == activity.executors
        lines = plan.text.lines(activity)
        assert found["printed"] == {
            "source": "order-667",
            "file": "sources/order-667.txt",
            "first_line": lines.first,
            "last_line": lines.last,
        }


def test_the_roles_of_a_body_stay_apart(plan: Plan, files: Files) -> None:
    for duty in plan.duties.all:
        links = files[json_address(duty.activity)]["links"]
        assert (duty.role.id, duty.agency.id) in [(link["rel"], link["id"]) for link in links]
    roles = {link["rel"] for link in files["api/v1/agencies/mia.json"]["links"] if link["kind"] == "activities"}
    assert roles == {"executive"}


def test_each_fact_has_its_quote_its_numbers_and_its_date(plan: Plan, files: Files) -> None:
    for statement in plan.statements.by_report["2014"].values():
        found = files[json_address(statement)]["data"]
        assert found["fact"]["quote"] == statement.fact.quote
        numbers = [figure["value"] for figure in found["fact"]["values"]]
        assert numbers == [None if f.value is None else float(f.value) for f in statement.fact.values]
    assert files["api/v1/facts/2014.anniversary.json"]["data"]["fact"]["date"] == "2014-05"
    assert files["api/v1/facts/2014.anniversary.json"]["data"]["timing"] == "before"


def test_a_claim_has_its_arithmetic(files: Files) -> None:
    found = files["api/v1/claims/2014.destinations.json"]["data"]
    assert found["verdict"] == "agree"
    assert found["workings"][0]["left"] == "37 + 8 + 6"
    assert (found["workings"][0]["left_value"], found["workings"][0]["right_value"]) == (51, 54)


def test_every_record_is_in_the_index_of_its_kind_and_in_the_whole(files: Files) -> None:
    whole = files["api/v1/plan.json"]["records"]
    assert list(whole) == list(models.KINDS)
    for kind in models.KINDS:
        items = files[f"api/v1/{kind}.json"]["items"]
        assert [item["id"] for item in items] == [found["id"] for found in whole[kind]]
        for found in whole[kind]:
            assert files[f"api/v1/{kind}/{found['id']}.json"] == found
    assert len(whole["activities"]) == 60
    assert len(whole["paragraphs"]) == 46


def test_every_link_leads_to_a_file_and_to_a_page(files: Files, pages: dict[str, Document]) -> None:
    for found in files.values():
        for link in found.get("links", []):
            assert link["url"].removeprefix(SITE) in files
            if link["kind"] == "sources" and not link["page"].startswith(SITE):
                continue  # a document that is read elsewhere
            target = urlsplit(link["page"])
            assert target.path.lstrip("/") in pages
            assert not target.fragment or target.fragment in pages[target.path.lstrip("/")].ids


def test_every_file_keeps_to_its_schema(files: Files) -> None:
    checked = 0
    for name, content in files.items():
        kind, _, rest = name.removeprefix("api/v1/").partition("/")
        if kind in {"schemas", "openapi.json"}:
            continue
        schema = "plan" if kind == "plan.json" else kind if rest else "index"
        jsonschema.Draft202012Validator(files[f"api/v1/schemas/{schema}.json"]).validate(content)
        checked += 1
    assert checked > 300
    wrong = files["api/v1/activities/13.2.1.json"] | {"links": "none"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(files["api/v1/schemas/activities.json"]).validate(wrong)


def test_the_description_is_openapi_and_names_every_file(files: Files) -> None:
    description = files["api/v1/openapi.json"]
    validate(description)
    paths = set(description["paths"])
    for name in files:
        kind, _, rest = name.removeprefix("api/v1/").partition("/")
        if kind not in {"schemas", "openapi.json"}:
            assert (f"/api/v1/{kind}/{{id}}.json" if rest else f"/{name}") in paths


def test_a_body_that_is_renamed_keeps_its_id_and_its_old_address(data: DataCopy) -> None:
    data.edit("agencies.yml", "name: Ministry of Health", "name: Ministry of Wellness\n  note: Renamed in a test.")
    plan = load(data.folder)
    found = {name: json.loads(content) for name, content in api.files(plan, SITE)}
    assert found["api/v1/agencies/moh.json"]["title"] == "Ministry of Wellness"
    assert address(plan, plan.records.agencies["moh"]) == "agencies/moh/"


def test_the_same_data_gives_the_same_bytes(plan: Plan, data: DataCopy, tmp_path: Path) -> None:
    again = load(data.folder)
    assert list(api.files(plan, SITE)) == list(api.files(again, SITE))
