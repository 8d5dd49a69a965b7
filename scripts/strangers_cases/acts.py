"""Cases that run commands of their own: what `-o` may name, documents to import, and poor machines."""

import contextlib
import ctypes
import json
import os
import pathlib
import resource
import select
import socket
import stat
import struct
import subprocess
import threading
import time
import urllib.parse

from . import commands, machine, runs
from .case import act
from .folders import FILM, film_in_folder
from .world import ROUTINE, SECRET, VICTIM

# 7: what -o may name

PRODUCTS = {
    "export": ("export",), "playlist": ("playlist", ROUTINE), "still": ("thumbnail", "{reel}"), "csv": ("export", "--csv"),
}  # fmt: skip


def products(trial):
    for name, words in PRODUCTS.items():
        yield name, [word.replace("{reel}", trial.base.reel) for word in words]


def is_null(path):
    seen = os.lstat(path)
    return stat.S_ISCHR(seen.st_mode) and (os.major(seen.st_rdev), os.minor(seen.st_rdev)) == (1, 3)


def restore(path):
    """Puts a device or a link of our own /dev back in one step, for what else runs here needs it."""
    name = os.path.basename(path)
    if not machine.has_own_devices() or os.path.islink(path) or is_null(path):
        return
    new = f"{path}-{os.getpid()}"
    if name in machine.LINKS:
        os.symlink(machine.LINKS[name], new)
    else:
        os.mknod(new, stat.S_IFCHR, os.makedev(*machine.DEVICES[name]))
        os.chmod(new, 0o666)
    os.replace(new, path)


@act("output-null", root_only=True)
def output_null(trial):
    """A null device of our own, or with --real-null the machine's."""
    for name, words in products(trial):
        trial.renew()
        null = trial.place.out / "null"
        try:
            os.mknod(null, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
            null.write_bytes(b"x")
        except OSError as error:
            trial.skip(f"no device can be made here: {error}")
            return
        trial.run(f"{name} -o null", *words, "-o", null, right={0, 20})
        trial.demand(is_null(null), "the device is one no longer")
        if trial.options.real_null or machine.has_own_devices():
            trial.run(f"{name} -o /dev/null", *words, "-o", "/dev/null", right={0, 20})
            trial.demand(is_null("/dev/null"), "/dev/null is one no longer")
            restore("/dev/null")


@act("output-fifo", both=True)
def output_fifo(trial):
    for name, words in products(trial):
        expected = trial.product(words)
        trial.renew()
        pipe = trial.place.out / "pipe"
        os.mkfifo(pipe)
        trial.own(pipe)
        with reading(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)) as got:
            result = trial.run(f"{name} -o fifo", *words, "-o", pipe, right={0, 20})
        trial.demand(stat.S_ISFIFO(os.lstat(pipe).st_mode), "the pipe is one no longer")
        if result.status in {0, 20}:
            trial.demand(bool(got) and (expected is None or b"".join(got) == expected), "the reader did not get the bytes")


def drain(descriptor, got, done):
    """Reads all that writers give until the command is done."""
    try:
        while True:
            last = done.is_set()
            while select.select([descriptor], [], [], 0.02)[0] and (part := os.read(descriptor, 1 << 16)):
                got.append(part)
            if last:
                return
            done.wait(0.02)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def reading(descriptor):
    """What is written into a pipe meanwhile, as a list of parts that is whole afterwards."""
    got, done = [], threading.Event()
    reader = threading.Thread(target=drain, args=(descriptor, got, done))
    reader.start()
    try:
        yield got
    finally:
        done.set()
        reader.join()


@act("output-fifo-alone")
def output_fifo_alone(trial):
    """A pipe that nobody reads must not hold a command for ever."""
    trial.renew()
    pipe = trial.place.out / "pipe"
    os.mkfifo(pipe)
    trial.own(pipe)
    process = trial.start("export", "-o", pipe)
    if not runs.ended_within(process, 2):
        # As any shell's redirection would, it may wait; a signal must end it.
        os.kill(process.pid, 15)
    trial.judge("export -o fifo without a reader", runs.finish(process), signals_allowed={15})
    trial.demand(stat.S_ISFIFO(os.lstat(pipe).st_mode), "the pipe is one no longer")


@act("output-descriptors", both=True, devices=True)
def output_descriptors(trial):
    for name, words in products(trial):
        expected = trial.product(words)
        for target in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
            trial.renew()
            result = trial.run(f"{name} -o {target}", *words, "-o", target, right={0, 20})
            got = result.out.read_bytes()
            trial.demand(bool(got) and (expected is None or got == expected), f"{name} -o {target}: the bytes are not there")
            trial.demand(os.path.islink("/dev/stdout"), "/dev/stdout is no link any longer")
            restore("/dev/stdout")
            # Standard output as a pipe.
            receiving, sending = os.pipe()
            with reading(receiving) as parts:
                process = trial.start(*words, "-o", target, out=sending)
                os.close(sending)
                trial.judge(f"{name} -o {target} | cat", runs.finish(process), right={0, 20})
            restore("/dev/stdout")
            trial.demand(bool(parts) and (expected is None or b"".join(parts) == expected),
                         f"{name} -o {target} | cat: the bytes are not there")


@act("output-links", both=True)
def output_links(trial):
    for name, words in products(trial):
        expected = trial.product(words)
        # A link of the person's own: written through.
        trial.renew()
        target, link = trial.place.out / "target", trial.place.out / "link"
        target.write_bytes(b"before")
        link.symlink_to("target")
        trial.own(target, link)
        trial.run(f"{name} -o link", *words, "-o", link, right={0, 20})
        trial.demand(link.is_symlink(), f"{name}: the link is one no longer")
        trial.demand(target.read_bytes() != b"before" and (expected is None or target.read_bytes() == expected),
                     f"{name}: not written through the link")
        # One that leads nowhere.
        trial.renew()
        link.symlink_to("new")
        trial.own(link)
        result = trial.run(f"{name} -o dangling link", *words, "-o", link)
        trial.demand(link.is_symlink(), f"{name}: the dangling link is one no longer")
        if result.status in {0, 20}:
            trial.demand((trial.place.out / "new").is_file(), f"{name}: said done, and nothing is where the link leads")
        # A folder.
        trial.renew()
        folder = trial.place.out / "folder"
        folder.mkdir()
        (folder / "inside").write_bytes(b"x")
        trial.own(folder, folder / "inside")
        trial.run(f"{name} -o folder", *words, "-o", folder, right={1, 4, 64})
        trial.demand((folder / "inside").exists(), f"{name}: the folder is another one")
        # Into itself.
        trial.renew()
        link.symlink_to("link")
        trial.own(link)
        trial.run(f"{name} -o link to itself", *words, "-o", link, right={1, 4, 64})


def last_process():
    """The next ones have the numbers after its."""
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


@act("output-temporaries")
def output_temporaries(trial):
    """Links where the temporary will be, to a file of the fence."""
    trial.renew()
    for name, words in products(trial):
        last = last_process()
        target = trial.place.out / name
        for number in range(last - 20, last + 600):
            for victim, ending in ((trial.place.fence / "plain.txt", "part"),):
                path = pathlib.Path(f"{target}.{ending}-{number}")
                path.unlink(missing_ok=True)
                path.symlink_to(victim)
        result = trial.run(f"{name} -o with a linked temporary", *words, "-o", target)
        if result.status in {0, 20}:
            trial.demand(target.is_file() and not target.is_symlink(), f"{name}: no file has been made")
        trial.clear_out()
        trial.place.out.chmod(0o777)
        for number in range(last - 20, last + 900):
            path = pathlib.Path(f"{target}.part-{number}")
            path.write_bytes(b"stale")
            path.chmod(0o444)
        trial.run(f"{name} -o with a stale temporary", *words, "-o", target)
        trial.clear_out()


@act("output-bundle-temporaries")
def bundle_temporaries(trial):
    """The same for folders that are products."""
    last = last_process()
    for name, words in {
        "bundle": ("playlist", ROUTINE, "--bundle"), "site": ("site", "--copy"),
    }.items():
        trial.renew()
        for number in range(last, last + 800):
            pathlib.Path(f"{trial.place.out / name}.part-{number}").symlink_to(trial.place.fence / "plain")
        trial.run(f"{name} with a linked temporary", *words, trial.place.out / name)
    for name, words in {"bundle": ("playlist", ROUTINE, "--bundle"), "site": ("site", "--copy")}.items():
        for target in ("plain", "empty", "new"):
            trial.renew()
            link = trial.place.out / name
            link.symlink_to(trial.place.fence / target)
            trial.own(link)
            trial.run(f"{name} into a link to {target}", *words, link, right={1, 4, 64})


# 11, 12, 16: documents

def imported(trial, what, document, right=None, dry_too=True, followers=("site-copy",), **options):
    """Imports a document, given as an object or as a function that writes it."""
    results = []
    for words in ([], ["--dry-run"]) if dry_too else ([],):
        trial.renew()
        path = trial.place.home / "document.json"
        with open(path, "wb") as file:
            document(file) if callable(document) else file.write(json.dumps(document).encode())
        path.chmod(0o644)
        results.append(trial.run(f"{what} {' '.join(words)}".strip(), "import", path, *words, right=right, **options))
        if not words:
            trial.followed_by(what, *(("find-json", "export", "status", "check", "site-copy") if trial.options.long else followers))
    return results[-1] if dry_too else results[0]


def changed(trial, change):
    document = json.loads(json.dumps(trial.base.document))
    change(document, next(reel for reel in document["reels"] if reel["id"] == trial.base.reel))
    return document


def new_reel(document, path, key="aaaaaaaaaaaa"):
    """A reel of the document that is not here, at a path that is."""
    reel = json.loads(json.dumps(document["reels"][0]))
    reel |= {"id": key, "paths": [{"path": path}], "edits": []}
    for name, digits in (("fingerprint", 64), ("oshash", 16)):
        reel[name] = key[0] * digits
    document["reels"].append(reel)
    return reel


@act("import-paths")
def import_paths(trial):
    """A document that takes files for reels that are none."""
    for path in (".hipreel/catalog.sqlite", "taxes.pdf", "x.mp4", "../fence/film.mp4", str(trial.place.fence / "film.mp4"),
                 ".hipreel/lock", "sub/film.mp4", "", ".", "a/../../fence/film.mp4", ".ssh/id.mp4"):
        def prepare(path=path):
            for name in ("taxes.pdf", "x.mp4", ".ssh/id.mp4"):
                file = trial.place.reels / name
                file.parent.mkdir(exist_ok=True)
                file.write_bytes(SECRET + b"-of-the-persons")
            trial.place.link(trial.place.reels / "sub", trial.place.fence)
            trial.own(*trial.place.reels.iterdir(), trial.place.reels / ".ssh/id.mp4")

        right = {1, 3} if path in {".hipreel/catalog.sqlite", "taxes.pdf", ".hipreel/lock"} else None
        document = changed(trial, lambda document, _, path=path: new_reel(document, path))
        trial.prepare = prepare
        imported(trial, f"path {path or 'empty'!r}".replace(str(trial.place.now), ""), document, right)
        # And for a reel that is here: as another path of it.
        document = changed(trial, lambda _, reel, path=path: reel["paths"].append({"path": path}))
        imported(trial, f"more path {path or 'empty'!r}".replace(str(trial.place.now), ""), document, None)
    trial.prepare = None


@act("import-numbers")
def import_numbers(trial):
    big = 1 << 62
    for name, change in {
        "durationMs 2^62": ("video", "durationMs", big), "durationMs 2^63-1": ("video", "durationMs", big * 2 - 1),
        "durationMs 2^64": ("video", "durationMs", big * 4), "durationMs -1": ("video", "durationMs", -1),
        "durationMs 1e300": ("video", "durationMs", 1e300), "fileDurationMs 2^62": ("video", "fileDurationMs", big),
        "width 2^62": ("video", "width", big), "rotation": ("video", "rotation", big),
        "frameRate 0": ("video", "frameRate", {"numerator": big, "denominator": 0}),
        "byteCount 2^62": ("byteCount", big), "byteCount -1": ("byteCount", -1),
        "recorded": ("recorded", {"at": "9999-12-31T23:59:59Z", "unixSeconds": big, "source": "file-time"}),
        "thumbnail": ("thumbnail", {"timeMs": big, "reason": "clear"}), "added": ("addedUnixSeconds", -big),
        "confidence": ("tags", [{"facet": "mode", "value": "stretch", "confidence": 1e9, "matches": []}]),
        "matches": ("tags", [{"facet": "mode", "value": "stretch", "confidence": 0.9, "matches": [
            {"evidence": big, "start": -big, "end": big, "entry": "x", "weight": big}]}]),
        "rating 99": ("edits", [{"action": "rating", "number": 99, "editedUnixSeconds": 1}]),
        "rating 2^62": ("edits", [{"action": "rating", "number": big, "editedUnixSeconds": 1}]),
        "trim": ("edits", [{"action": "trim", "number": big, "endNumber": -big, "editedUnixSeconds": 1}]),
        "edited 2^62": ("edits", [{"action": "rating", "number": 1, "editedUnixSeconds": big}]),
        "edited -2^62": ("edits", [{"action": "rating", "number": 1, "editedUnixSeconds": -big}]),
        "chapters": ("chapters", [{"startMs": big, "endMs": -big, "title": "x"}]),
        "id": ("id", "../../../fence/film"), "text for a number": ("byteCount", "x"), "null": ("paths", None),
    }.items():
        for new in (False, True):
            def apply(document, reel, change=change, new=new):
                reel = new_reel(document, "new.mp4") if new else reel
                *way, last, value = change
                for step in way:
                    reel = reel[step]
                reel[last] = value

            right = {1, 3} if name in {"durationMs 2^62", "byteCount -1"} and new else None
            imported(trial, f"{name}{' of a new reel' if new else ''}", changed(trial, apply), right, dry_too=False,
                     followers=("status", "export", "playlist"))


@act("import-future")
def import_future(trial):
    """An edit of the year 2100 counts as of now, and loses against what is decided later."""
    def apply(_, reel):
        reel["edits"] = [{"action": "rating", "number": 1, "editedUnixSeconds": 4_102_444_800}]

    result = imported(trial, "rating of 2100", changed(trial, apply), {0, 3}, dry_too=False)
    del result
    trial.renew()
    path = trial.place.home / "document.json"
    path.write_text(json.dumps(changed(trial, apply)), encoding="utf-8")
    path.chmod(0o644)
    result = trial.run("rating of 2100 alone", "import", path)
    said = result.error_text() + result.out_text()
    trial.demand("future" in said or "2100" in said or "later than now" in said, "nothing is said about the date of 2100")
    trial.run("own rating after it", "rate", trial.base.reel, "5")
    exported = json.loads(trial.run("export after it", "export").out.read_bytes() or b"{}")
    latest = max((edit["editedUnixSeconds"] for reel in exported.get("reels", []) for edit in reel["edits"]), default=0)
    trial.demand(latest <= time.time() + 5, f"an edit of {latest} is exported")


@act("import-sizes")
def import_sizes(trial):
    """Documents that are large as a whole or in one place."""
    whole = json.dumps(trial.base.document).encode()
    before, after = whole.split(b'"reels": [', 1)
    reel = json.dumps(trial.base.document["reels"][0]).encode()

    def many(count, file):
        file.write(before + b'"reels": [')
        for number in range(count):
            key = f"{number:012x}".encode()
            one = reel.replace(trial.base.document["reels"][0]["id"].encode(), key)
            one = one.replace(b'"paths": [{"path": "', b'"paths": [{"path": "f' + key)
            file.write(one.replace(b'"oshash": "', b'"oshash": "' + key[:0]) + b", ")
        file.write(after)

    def long_note(length, file):
        note = json.dumps(changed(trial, lambda _, reel: reel.__setitem__(
            "edits", [{"action": "note", "text": "@@", "editedUnixSeconds": 1_700_000_000}]))).encode()
        start, end = note.split(b"@@", 1)
        file.write(start)
        for _ in range(length >> 20):
            file.write(b"hip " * (1 << 18))
        file.write(end)

    def nested(depth, file):
        file.write(before + b'"extra": ' + b"[" * depth + b"]" * depth + b', "reels": [' + after)

    # A debug build takes a second a megabyte.
    imported(trial, "10 MB of reels", lambda file: many(10_000_000 // len(reel), file), dry_too=True)
    imported(trial, "note of 200 MB", lambda file: long_note(200 << 20, file), {1, 3}, dry_too=False)
    imported(trial, "note of 40 MB", lambda file: long_note(40 << 20, file), {1, 3}, dry_too=False)
    imported(trial, "nested 200,000 deep", lambda file: nested(200_000, file), None, dry_too=False)
    imported(trial, "600 MB of nothing", lambda file: file.truncate(600 << 20), {1}, dry_too=False)
    if trial.options.long:
        imported(trial, "40 MB of reels", lambda file: many(40_000_000 // len(reel), file), dry_too=True)
        imported(trial, "180 MB of reels", lambda file: many(180_000_000 // len(reel), file), dry_too=False)


@act("import-kinds")
def import_kinds(trial):
    """Files named for an import that are not documents."""
    for name in ("fence/fifo", "fence/plain", "fence/empty"):
        trial.renew()
        trial.run(f"import {name}", "import", trial.place.now / name, right={1, 4, 64})
    if os.getuid() != 0 or machine.has_own_devices():
        trial.renew()
        trial.run("import /dev/zero", "import", "/dev/zero", right={1, 4, 64})
    for content in (b"", b"{", b"null", b"[]", b'{"schema": "hipreel-catalog/9"}', b"\xff\xfe{", b'{"schema": 5}'):
        trial.renew()
        path = trial.place.home / "document.json"
        path.write_bytes(content)
        path.chmod(0o644)
        trial.run(f"import {content[:20]!r}", "import", path, right={1, 12})


# 8 and 13: what is handed to other programs

@act("gallery-key", both=True)
def gallery_key(trial):
    """The argument of the browser must not be enough to get in, since everybody can read it."""
    trial.renew()
    trial.what = "gallery"
    receiving, sending = os.pipe()
    process = trial.start("gallery", out=sending)
    os.close(sending)
    try:
        commands.first_line(receiving, process)
        opened = trial.place.home / "opened"
        for _ in range(100):
            if opened.exists() and opened.stat().st_size:
                break
            time.sleep(0.05)
        argument = opened.read_text().strip() if opened.exists() else ""
        trial.demand(bool(argument), "no browser was asked")
        if argument.startswith("http"):
            browser = commands.Browser(trial.place, argument)
            try:
                browser.enter()
                let_in = browser.get("data/site.js")[0] == 200
            except OSError:
                let_in = False
            trial.demand(not let_in, "who reads the browser's arguments gets in")
        elif argument:
            page = pathlib.Path(urllib.parse.unquote(argument.removeprefix("file://")))
            trial.demand(page.is_file() and stat.S_IMODE(page.stat().st_mode) == 0o600, f"others may read {page.name}")
        with open(f"/proc/{process.pid}/cmdline", "rb") as file:
            trial.demand(b"key=" not in file.read(), "the key is an argument of the gallery")
        os.kill(process.pid, 15)
    finally:
        os.close(receiving)
        trial.judge("gallery", runs.finish(process), right={0})


@act("open-kinds", both=True)
def open_kinds(trial):
    """What is not a video is not handed to the system's player."""
    for name in ("Clamshell.desktop", "clip.sh", "clip.html", "taxes.pdf"):
        trial.renew()
        (trial.place.reels / name).write_bytes(b"[Desktop Entry]\nType=Application\nExec=touch ran\n")
        trial.own(trial.place.reels / name)
        from .folders import move_row

        move_row(trial.place, VICTIM, name.encode())
        trial.own(*trial.place.catalog.iterdir())
        result = trial.run(f"open {name}", "open", trial.base.reel)
        opened = trial.place.home / "opened"
        trial.demand(not opened.exists() and result.status != 0, f"{name} was opened")


@act("sisters")
def sisters(trial):
    """Programs called as our own, beside a link to the tool and in the folder and on the path."""
    trial.renew()
    link = trial.place.reels / "hipreel"
    link.symlink_to(trial.place.hipreel)
    for folder in (trial.place.reels, trial.place.home / "bin"):
        for name in ("hipreel-worker", "hipreel-gallery"):
            path = folder / name
            path.write_text(f"#!/bin/sh\necho ran >'{trial.place.fence}/ran'\n")
            path.chmod(0o755)
            trial.own(path)
    for words in (("index", "."), ("doctor", "."), ("thumbnail", trial.base.reel, "--at", "1")):
        trial.run(f"./hipreel {words[0]}", *words, tool="./hipreel")
        trial.run(f"hipreel {words[0]}", *words)
    receiving, sending = os.pipe()
    process = trial.start("gallery", "--no-browser", out=sending, tool="./hipreel")
    os.close(sending)
    commands.first_line(receiving, process, most=5)
    os.close(receiving)
    if not runs.ended_within(process, 0):
        os.kill(process.pid, 15)
    trial.judge("./hipreel gallery", runs.finish(process))


# 17 to 20: poor machines

@act("no-proc", root_only=True)
def no_proc(trial):
    """Where /proc is hidden a command does what it does elsewhere, or says that it cannot."""
    usual = {}
    for words in (("status",), ("find", "--json"), ("check",), ("fields",)):
        trial.renew()
        usual[words] = trial.run(" ".join(words), *words).out.read_bytes()
    for words, expected in usual.items():
        result = trial.run(f"{' '.join(words)} without /proc", "-m", "sh", "-c", 'mount -n -t tmpfs none /proc && exec "$@"', "sh",
                           trial.place.hipreel, *words, tool="unshare")
        if "unshare" in result.error_text() or "mount" in result.error_text():
            trial.skip("/proc cannot be hidden here")
            return
        trial.demand(result.status != 0 or result.out.read_bytes() == expected, f"{words[0]}: another answer, and status 0")


@act("stalled-connections")
def stalled(trial):
    """200 connections that say nothing must not lock the owner out."""
    trial.renew()
    trial.what = "gallery"
    receiving, sending = os.pipe()
    process = trial.start("gallery", "--no-browser", out=sending)
    os.close(sending)
    connections = []
    try:
        address = commands.first_line(receiving, process)
        trial.demand(bool(address), "no address")
        if address:
            browser = commands.Browser(trial.place, address)
            browser.enter()
            for number in range(200):
                connection = socket.socket()
                connection.settimeout(2)
                try:
                    connection.connect((browser.host, browser.port))
                    connection.sendall(b"GET / HTTP/1.1\r\nHost: " if number % 2 else b"G")
                except OSError:
                    pass
                connections.append(connection)
            begun = time.monotonic()
            try:
                answer = browser.get("data/site.js")[0]
            except OSError as error:
                answer = repr(error)
            trial.demand(answer == 200 and time.monotonic() - begun < 3,
                         f"the owner was answered {answer} after {time.monotonic() - begun:.1f} s")
        os.kill(process.pid, 15)
    finally:
        for connection in connections:
            connection.close()
        os.close(receiving)
        trial.judge("gallery", runs.finish(process))


@act("little-memory")
def little_memory(trial):
    limit = 300_000 << 10
    for words in (("status",), ("find", "--json"), ("check",), ("index", "."), ("rate", trial.base.reel, "2")):
        trial.renew()
        result = trial.run(f"{words[0]} with 300 MB of addresses", *words,
                           before=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        text = result.error_text()
        trial.demand("damaged" not in text and "rebuild" not in text, f"{words[0]}: wrong advice: {text.strip()[-150:]}")


@act("few-descriptors")
def few_descriptors(trial):
    for most in (6, 8, 10, 12, 16):
        def limit(most=most):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))

        for name in ("gallery", "status", "index", "site-copy", "find-json"):
            trial.renew()
            trial.command(f"{name} with {most} descriptors", name, before=limit)


# The number is the same on x86-64 and aarch64.
OPENAT2 = 437


def without_openat2():
    """Has the kernel refuse openat2 in this process and all that follow: a filter of four steps."""
    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]

    refused = 0x00050000 | 38  # SECCOMP_RET_ERRNO, ENOSYS
    steps = b"".join(struct.pack("=HBBI", *step) for step in [
        (0x20, 0, 0, 0), (0x15, 0, 1, OPENAT2), (0x06, 0, 0, refused), (0x06, 0, 0, 0x7FFF0000)])
    held = ctypes.create_string_buffer(steps)
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(38, 1, 0, 0, 0)
    if library.prctl(22, 2, ctypes.byref(Program(4, ctypes.addressof(held))), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "no filter")


@act("no-openat2")
def no_openat2(trial):
    """Where the kernel refuses openat2, nothing may follow a folder link all the same."""
    def prepare():
        film_in_folder(trial.place)
        (trial.place.fence / "film.mp4").rename(trial.place.fence / FILM)
        trial.place.link(trial.place.reels / "sub/inner", trial.place.fence)
        trial.place.give()

    for name in ("gallery", "site-copy", "site-link", "bundle", "index", "thumbnail-at", "dupes", "open", "playlist"):
        trial.renew()
        prepare()
        trial.command(f"{name} without openat2", name, before=without_openat2)
    for name in ("status", "index", "gallery", "site-copy"):
        trial.renew()
        trial.command(f"{name} of the base without openat2", name, before=without_openat2, right={0, 1, 3, 4})
