"""What is right, where there is one right answer. Case names are patterns; the last that fits a command counts.

A command's name counts more than a group's (see GROUPS in commands.py), a group's more than "*". `kept` names files of
`.hipreel` that no command may change, but those in `but` (commands or groups).
"""

import dataclasses
import fnmatch

from .commands import GROUPS


@dataclasses.dataclass(frozen=True)
class Right:
    cases: str
    # Command, group or * to the statuses that are right.
    statuses: dict
    kept: tuple = ()
    but: tuple = ()


DATABASE = "catalog.sqlite"
# The base as it is.
PLAIN = {
    "catalog": {0}, "playlist*": {20}, "dupes": {1}, "vocabulary": {1}, "*": {0}, "doctor": {0, 3}, "find-words": {0},
}  # fmt: skip
REFUSED = {"catalog": {12}, "doctor": {12}}

RIGHT = [
    Right("plain*", PLAIN),
    # A new catalog, without the person's decisions.
    Right("plain-elsewhere", {"find-words": {1}, "playlist-own": {64}, "undo": {1}}),
    Right("journal-absolute", REFUSED, (DATABASE, "catalog.sqlite-journal"), ("rebuild*",)),
    Right("journal-relative", REFUSED, (DATABASE, "catalog.sqlite-journal"), ("rebuild*",)),
    Right("journal-in-*", REFUSED, (DATABASE, "catalog.sqlite-journal", "routines/my-tour.yaml"), ("rebuild*",)),
    Right("journal-named", REFUSED, (DATABASE, "catalog.sqlite-journal"), ("rebuild*",)),
    Right("journal-film", REFUSED, (DATABASE, "catalog.sqlite-journal"), ("rebuild*",)),
    Right("journal-with-pages", REFUSED, (DATABASE, "catalog.sqlite-journal"), ("rebuild*",)),
    Right("foreign-ids-zero*", REFUSED | {"rebuild*": {12}}, (DATABASE,)),
    Right("foreign-ids-ours", REFUSED | {"rebuild*": {12}}, (DATABASE,)),
    # A rebuild takes over what is ours in it, and keeps the rest beside.
    Right("foreign-ids-mixed", REFUSED, (DATABASE,), ("rebuild*",)),
    Right("foreign-text", REFUSED, (DATABASE,), ("rebuild*",)),
    Right("schema-*", {"catalog": {12}}, (DATABASE,), ("rebuild*",)),
    Right("schema-sequence-end", {"catalog": {0, 1, 3, 12, 20}, "rate": {1, 4, 12}}),
    Right("catalog.sqlite-link-*", {"catalog": {10, 12}}),
    Right("catalog.sqlite-fifo", {"catalog": {10, 12}}),
    Right("catalog.sqlite-socket", {"catalog": {10, 12}}),
    Right("owner-*", {"catalog": {10}, "index": set(), "index-dry": set()}, (DATABASE,), ("index*", "rebuild*")),
    Right("owner-*-named*", {"catalog": set(), "read": {0}, "playlist*": {0, 4, 20}, "rate": {0, 4, 12}}),
    Right("owner-root", {"catalog": set(), "read": {0}}),
    Right("root-*", {"read": {0, 1, 12}}),
    # The row in the log has no checksum.
    Right("waiting-log", PLAIN | {"check": {12}}),
    Right("pages-link*", {"site-pages": {1, 4, 64}}),
]


def right(case, command):
    """The statuses that are right, None when any of the contract is."""
    answer = None
    for entry in RIGHT:
        if not fnmatch.fnmatchcase(case, entry.cases):
            continue
        for name in ["*", *(group for group in GROUPS if command in GROUPS[group]), command]:
            answer = entry.statuses.get(name, answer)
    return answer or None


def kept(case, command):
    """The files of `.hipreel` that must stay as they are."""
    files = ()
    for entry in RIGHT:
        if fnmatch.fnmatchcase(case, entry.cases):
            free = any(command == name or command in GROUPS.get(name, ()) for name in entry.but)
            files = () if free else entry.kept
    return files
