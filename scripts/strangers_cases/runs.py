"""Runs a command within bounds, and holds what it did against the demands."""

import os
import resource
import select
import signal
import subprocess
import time

# docs/CONTRACT.md
STATUSES = {0, 1, 3, 4, 10, 11, 12, 20, 64, 130}
# Of processor time, which a busy or slow disk does not change.
SECONDS = 20
# A debug build is about as many times slower, and so is a shared machine than the one of the promise.
DEBUG_FACTOR = 4
# By the clock a command may take as many times more before it counts as one that never ends.
PATIENCE = 3
MOST_MB = 300
# Nothing comes near it that keeps the demands; the machine is to survive what does not.
ADDRESS_SPACE = 4 << 30


# The groups of commands that run now.
LIVE = set()


class Result:
    """How a command ended."""

    def __init__(self, status, seconds, peak_mb, hung, out, errors):
        self.status, self.seconds, self.peak_mb, self.hung = status, seconds, peak_mb, hung
        self.out, self.errors = out, errors

    def error_text(self):
        with open(self.errors, "rb") as file:
            return file.read(1 << 16).decode(errors="replace")

    def out_text(self, most=1 << 20):
        with open(self.out, "rb") as file:
            return file.read(most).decode(errors="replace")


def start(place, words, out=None, environment=None, before=None, cwd=None):
    """Starts a command in a place's folder, as its user and in a group of its own."""
    streams = [place.streams / "out", place.streams / "errors"]
    for path in streams:
        path.unlink(missing_ok=True)
    files = [open(path, "wb") for path in streams]  # noqa: SIM115
    for file in files:
        os.fchown(file.fileno(), place.owner, place.owner)

    if out is not None:
        os.fchown(out, place.owner, place.owner)

    def bound():
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # SIGXCPU ends it.
        resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), resource.RLIM_INFINITY))
        if before:
            before()

    who = {"user": place.owner, "group": place.owner, "extra_groups": []} if place.owner != os.getuid() else {}
    process = subprocess.Popen(
        words, cwd=cwd or place.reels, env=place.environment() | (environment or {}), stdin=subprocess.DEVNULL,
        stdout=files[0] if out is None else out, stderr=files[1], start_new_session=True, preexec_fn=bound, **who)
    for file in files:
        file.close()
    LIVE.add(process.pid)
    process.streams = streams
    process.begun = time.monotonic()
    return process


def finish(process):
    """Waits for a command, and ends it and all that it started when it takes too long."""
    hung = not ended_within(process, SECONDS * PATIENCE - (time.monotonic() - process.begun))
    if hung:
        end_group(process.pid)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    taken = time.monotonic() - process.begun
    end_group(process.pid)
    LIVE.discard(process.pid)
    return Result(process.returncode, taken, usage.ru_maxrss / 1024, hung, *process.streams)


def run(place, words, **options):
    return finish(start(place, words, **options))


def ended_within(process, seconds):
    watched = os.pidfd_open(process.pid)
    try:
        return bool(select.select([watched], [], [], max(seconds, 0))[0])
    finally:
        os.close(watched)


def end_group(group):
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def complaints(result):
    """What a result alone tells against a command."""
    if result.hung:
        yield f"no end within {result.seconds:.0f} s"
    elif result.status == -signal.SIGXCPU:
        yield f"no end within {SECONDS:.0f} s of processor time"
    elif result.status < 0:
        yield f"ended by {signal.Signals(-result.status).name}: {last_line(result)}"
    elif result.status not in STATUSES:
        yield f"ended with {result.status}: {last_line(result)}"
    if result.peak_mb > MOST_MB:
        yield f"used {result.peak_mb:.0f} MB"
    text = result.error_text()
    if "Fatal error" in text and result.status >= 0:
        yield f"says Fatal error: {last_line(result)}"
    if not result.hung and result.status in {4, 10, 11, 12} and not text.strip() and not result.out_text().strip():
        yield f"ended with {result.status} and says nothing"


def last_line(result):
    lines = [line for line in result.error_text().splitlines() if line.strip()]
    fatal = [line for line in lines if "Fatal error" in line]
    return (fatal or lines or [""])[-1].strip()[:200]

