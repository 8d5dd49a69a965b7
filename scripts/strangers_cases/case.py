"""What a case is, and the list of all."""

import dataclasses
from collections.abc import Callable


@dataclasses.dataclass(frozen=True)
class Case:
    """A stranger's folder. `make` turns a copy of the base into it."""

    name: str
    make: Callable
    # How the catalog is named with --catalog; None: it is found by walking up.
    named: str | None = None
    environment: tuple[tuple[str, str], ...] = ()
    # Called when all has been given to the user: for what must belong to somebody else.
    owned: Callable | None = None
    # More commands than all: (name, words).
    extra: tuple[tuple[str, tuple[str, ...]], ...] = ()
    # What the short form does not leave to chance.
    must: tuple[str, ...] = ()
    # The short form runs it as both users.
    both: bool = False
    # Asked after each command: what is wrong in this case alone, or None.
    check: Callable | None = None
    root_only: bool = False
    # Names a device of /dev.
    devices: bool = False
    # Called in the command's process before it starts.
    before: Callable | None = None


@dataclasses.dataclass(frozen=True)
class Act:
    """A case that runs commands of its own: `act` gets a Trial."""

    name: str
    act: Callable
    # The short form runs it as both users.
    both: bool = False
    root_only: bool = False
    devices: bool = False


CASES = {}
ACTS = {}


def case(name, **options):
    return lambda make: noted(make, CASES, Case(name, make, **options))


def act(name, **options):
    return lambda function: noted(function, ACTS, Act(name, function, **options))


def noted(function, known, new):
    assert new.name not in known, new.name
    known[new.name] = new
    return function
