"""Where two files are not the same. An `assert` on them would do: but in CI pytest tells the difference for minutes."""

from itertools import zip_longest

AROUND = 60  # bytes or letters told on each side


def difference(left: bytes | str, right: bytes | str) -> str:
    """Returns where two contents differ and what stands there, or "" where they are the same."""
    if left == right:
        return ""
    at = next(n for n, (one, other) in enumerate(zip_longest(left, right)) if one != other)
    ours, theirs = (one[max(0, at - AROUND) : at + AROUND] for one in (left, right))
    return f"from {at} of {len(left)} and {len(right)} on: {ours!r} is not {theirs!r}"
