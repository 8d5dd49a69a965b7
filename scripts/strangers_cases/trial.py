"""Runs one case, as one user, and collects what it was found to do wrong."""

import os
import random
import shutil
import stat
import traceback
import zlib

from . import commands, expected, fuzz, runs, world
from .case import ACTS, CASES

# The short form runs the first so many of the commands that a case names (all where it runs as both users), and draws so many
# of the others.
NAMED, DRAWN = 3, 1


class Trial:
    def __init__(self, options, base, tool, slot, name, user):
        self.options, self.base, self.name, self.user = options, base, name, user
        self.place = world.Place(slot, tool, user)
        self.runs, self.failures, self.skipped = 0, [], None
        self.prepare = None
        self.what = "-"
        self.before = None

    # What is found

    def fail(self, what, why):
        self.failures.append(f"{self.name}: {what}: {self.user}: {why}")
        if self.options.keep and self.place.now.exists():
            kept = self.options.keep / "failed" / f"{self.name}-{what}-{self.user}".replace("/", "_").replace(" ", "-")[:200]
            shutil.rmtree(kept, ignore_errors=True)
            kept.parent.mkdir(exist_ok=True)
            world.copy_all(self.place.slot, kept)

    def skip(self, why):
        self.skipped = why

    def demand(self, holds, why):
        if not holds:
            self.fail(self.what, why)

    def judge(self, what, result, right=None, signals_allowed=()):
        """Holds a command against what is demanded of all."""
        self.runs += 1
        self.what = what
        for why in runs.complaints(result):
            if -result.status not in signals_allowed or result.hung:
                self.fail(what, why)
        if right and not result.hung and result.status in runs.STATUSES and result.status not in right:
            wanted = " or ".join(str(status) for status in sorted(right))
            self.fail(what, f"ended with {result.status}, not {wanted}: {runs.last_line(result)}")
        if self.before is not None and (why := world.difference(self.before, self.place.fence_state())):
            self.fail(what, why)
        if why := self.place.leak([result.out, result.errors]):
            self.fail(what, f"a secret came out: {why}")
        return result

    # Cases

    def try_case(self):
        case = CASES[self.name]
        self.set_up(case)
        for name, line in self.chosen(case):
            command = commands.BY_NAME.get(name) or commands.Command(name, line, True)
            self.try_command(case, command)

    def set_up(self, case):
        self.place.set_up(self.base)
        apart(lambda: case.make(self.place))
        self.place.give()
        if case.owned:
            case.owned(self.place)
        self.place.keep()

    def chosen(self, case):
        """The commands of this case, those that only read first since they can share a copy."""
        lines = {command.name: () for command in commands.COMMANDS} | dict(case.extra)
        unknown = set(case.must) - lines.keys()
        assert not unknown, unknown
        names = set(lines)
        if self.options.commands:
            names &= set(self.options.commands)
        elif not self.options.long:
            chance = random.Random(zlib.crc32(f"{case.name} {self.user}".encode()))
            named = case.must if case.both else case.must[:NAMED]
            rest = sorted(names - set(named))
            names = {*named, *chance.sample(rest, min(DRAWN, len(rest)))}
        ordered = [name for name in lines if name in names]
        ordered.sort(key=lambda name: name not in commands.BY_NAME or commands.BY_NAME[name].writes)
        return [(name, lines[name]) for name in ordered]

    def try_command(self, case, command):
        if command.writes or self.before is None:
            self.place.renew()
            self.before = self.place.fence_state()
        kept = {name: self.print_of(name) for name in expected.kept(case.name, command.name)}
        found = len(self.failures)
        result = commands.run(
            command, self.place, self.base, case.named, environment=dict(case.environment), before=case.before)
        self.judge(command.name, result, expected.right(case.name, command.name))
        for name, before in kept.items():
            if self.print_of(name) != before:
                self.fail(command.name, f".hipreel/{name} has been changed")
        if case.check and (why := case.check(self.place, command, result)):
            self.fail(command.name, why)
        if command.writes or len(self.failures) > found:
            self.before = None

    def print_of(self, name):
        path = self.place.catalog / name
        if not os.path.lexists(path):
            return None
        mode = path.lstat().st_mode
        return (stat.S_IFMT(mode), world.digest(path) if stat.S_ISREG(mode) else None)

    # Mutants

    def try_mutant(self, number):
        self.place.set_up(self.base)
        apart(lambda: fuzz.mutate(self.place, number))
        self.place.give()
        self.place.keep()
        case = type("Mutant", (), {"name": self.name, "named": None, "environment": (), "before": None, "check": None})
        for command in sorted(commands.COMMANDS, key=lambda command: command.writes):
            if not self.options.commands or command.name in self.options.commands:
                self.try_command(case, command)

    # Acts

    def try_act(self):
        self.place.set_up(self.base)
        self.place.give()
        self.place.keep()
        ACTS[self.name].act(self)

    def renew(self):
        self.place.renew()
        if self.prepare:
            self.prepare()

    def start(self, *words, tool=None, **options):
        self.before = self.place.fence_state()
        return runs.start(self.place, [tool or self.place.hipreel, *words], **options)

    def run(self, what, *words, right=None, **options):
        """Runs the tool in the place as it is."""
        return self.judge(what, runs.finish(self.start(*words, **options)), right)

    def command(self, what, name, right=None, **options):
        """Runs one of the commands of all cases in the place as it is."""
        self.before = self.place.fence_state()
        return self.judge(what, commands.run(commands.BY_NAME[name], self.place, self.base, None, **options), right)

    def followed_by(self, what, *names):
        for name in names:
            self.command(f"{name} after {what}", name)

    def product(self, words):
        """What a command writes to standard output; None when it writes something else to a file."""
        if words[0] != "export":
            return None
        self.renew()
        return self.run(f"{words[0]} to standard output", *words, right={0}).out.read_bytes()

    def own(self, *paths):
        if os.getuid() != self.place.owner:
            for path in paths:
                os.chown(path, self.place.owner, self.place.owner, follow_symlinks=False)

    def clear_out(self):
        for path in self.place.out.iterdir():
            world.remove(path)


def try_one(options, base, tool, slot, kind, name, user):
    """Everything to report about a case, as plain values."""
    trial = Trial(options, base, tool, slot, name, user)
    try:
        if kind == "case":
            trial.try_case()
        elif kind == "act":
            trial.try_act()
        else:
            trial.try_mutant(int(name.split("-")[1]))
    except Exception:  # noqa: BLE001: whatever it is, the other cases go on.
        trial.fail(trial.what, "the case itself failed: " + traceback.format_exc(limit=-3).strip().replace("\n", " | "))
    finally:
        shutil.rmtree(slot, ignore_errors=True)
    return {"runs": trial.runs, "failures": trial.failures, "skipped": trial.skipped}


def apart(function):
    """Calls a function in a process of its own: what it needs of memory would count as that of programs started later."""
    receiving, sending = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 0
        try:
            function()
        except BaseException:  # noqa: BLE001
            os.write(sending, traceback.format_exc(limit=-4).encode()[-4000:])
            status = 1
        os._exit(status)
    os.close(sending)
    with open(receiving, "rb") as file:
        text = file.read().decode(errors="replace")
    if os.waitpid(pid, 0)[1]:
        raise RuntimeError(text)
