"""What to do after a new record of each kind is written."""

CHECK = "Next: run `make check`; it reads all of the data again. "
CHANGES = "When it finds no fault, run `make schema` and `make changes`."

ADVICE = {
    "activity": (
        f"{CHECK}It will say that the copy of the order does not print this activity, until the copy in "
        f"data/sources/ holds it word for word, and sources.yml the new SHA-256 of that copy. {CHANGES}"
    ),
    "agency": f"{CHECK}It will complain until an activity or a Note names the new body. {CHANGES}",
    "period": f"{CHECK}It will complain until an activity has the new period. {CHANGES}",
    "topic": f"{CHECK}Give the topic to activities, in data/activities.yml. {CHANGES}",
    "situation": f"{CHECK}{CHANGES}",
    "recommendation": (
        f"{CHECK}It will say that the copy of the order does not print this Note, until the copy in data/sources/ "
        f"holds it word for word, and sources.yml the new SHA-256 of that copy. {CHANGES}"
    ),
    "source": f"{CHECK}{CHANGES}",
    "erratum": f"{CHECK}{CHANGES}",
    "report": (
        f"{CHECK}It will name each number of the report that no statement quotes yet. Add the statements one by one: "
        f"`make new KIND=fact`. {CHANGES}"
    ),
    "fact": f"{CHECK}It will name each number of the report that no statement quotes yet. {CHANGES}",
}
