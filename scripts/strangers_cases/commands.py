"""The commands that are run on every case."""

import dataclasses
import html
import http.client
import os
import re
import select
import signal
import time
import urllib.parse

from . import runs
from .world import ROUTINE


@dataclasses.dataclass(frozen=True)
class Command:
    """`{reel}`, `{out}` and `{export}` stand for a reel's id, the folder for products and the person's own export."""

    name: str
    words: tuple[str, ...]
    writes: bool = False
    takes_catalog: bool = True


def command(name, line, writes=False, takes_catalog=True):
    return Command(name, tuple(line.split()), writes, takes_catalog)


COMMANDS = [
    command("index", "index .", writes=True),
    command("index-here", "index", writes=True),
    command("index-dry", "index . --dry-run", writes=True),
    command("status", "status"),
    command("find", "find"),
    command("find-json", "find --json"),
    command("find-count", "find --count sort:name"),
    command("find-words", "find hip rating:1.. sort:duration-"),
    command("find-csv", "find --csv"),
    command("show", "show {reel}"),
    command("show-json", "show {reel} --json"),
    command("why", "why {reel}"),
    command("coverage", "coverage"),
    command("playlist", f"playlist {ROUTINE}"),
    command("playlist-own", "playlist my-tour --explain"),
    command("playlist-save", f"playlist {ROUTINE} --save tuesday --for anna", writes=True),
    command("playlist-fresh", f"playlist {ROUTINE} --fresh --for anna"),
    command("bundle", f"playlist {ROUTINE} --bundle {{out}}/bundle", writes=True),
    command("playlist-html", f"playlist {ROUTINE} --format html -o {{out}}/page.html", writes=True),
    command("export", "export"),
    command("export-all", "export --with-observations"),
    command("export-jsonl", "export --jsonl"),
    command("import-dry", "import {export} --dry-run", writes=True),
    command("import", "import {export}", writes=True),
    command("rate", "rate {reel} 3", writes=True),
    command("note", "note {reel} x", writes=True),
    command("undo", "undo", writes=True),
    command("retag", "retag", writes=True),
    command("save-search", "find --save other mode:stretch", writes=True),
    command("check", "check"),
    command("rebuild-dry", "rebuild --keep-edits --force --dry-run", writes=True),
    command("rebuild", "rebuild --keep-edits --force", writes=True),
    command("doctor", "doctor ."),
    command("dupes", "dupes"),
    command("history", "history"),
    command("searches", "searches"),
    command("routines", "routine list"),
    command("routine-copy", f"routine copy {ROUTINE} another", writes=True),
    command("vocabulary", "vocabulary check"),
    command("site-pages", "site pages", writes=True),
    command("site-copy", "site {out}/site --copy", writes=True),
    command("site-link", "site {out}/site --link", writes=True),
    command("thumbnail", "thumbnail {reel} -o {out}/still.jpg", writes=True),
    command("thumbnail-at", "thumbnail {reel} --at 1", writes=True),
    command("thumbnail-auto", "thumbnail {reel} --auto", writes=True),
    command("open", "open {reel}", writes=True),
    command("open-dry", "open --dry-run {reel}"),
    command("gallery", "gallery --no-browser", writes=True),
    command("review", "review --json"),
    command("fields", "fields --json", takes_catalog=False),
    command("complete-search", "---completion find", takes_catalog=False),
    command("complete-reel", "---completion show", takes_catalog=False),
]
BY_NAME = {each.name: each for each in COMMANDS}

# Names for several, for the table of what is right. The most particular one counts.
GROUPS = {
    # Asks or changes the catalog and can do nothing without it.
    "catalog": {
        "index", "index-here", "index-dry", "status", "find", "find-json", "find-count", "find-words", "find-csv", "show",
        "show-json", "why", "coverage", "playlist", "playlist-own", "playlist-save", "playlist-fresh", "bundle",
        "playlist-html", "export", "export-all", "export-jsonl", "import-dry", "import", "rate", "note", "undo", "retag",
        "save-search", "check", "dupes", "history", "searches", "site-pages", "site-copy", "site-link", "thumbnail",
        "thumbnail-at", "thumbnail-auto", "open", "open-dry", "gallery", "review",
    },
    "index*": {"index", "index-here", "index-dry"},
    "rebuild*": {"rebuild", "rebuild-dry"},
    "playlist*": {"playlist", "playlist-own", "playlist-save", "playlist-fresh", "playlist-html", "bundle"},
    "read": {
        "status", "find", "find-json", "find-count", "find-words", "find-csv", "show", "show-json", "why", "coverage",
        "export", "export-all", "export-jsonl", "history", "searches",
    },
}  # fmt: skip


def words(command, place, base, named):
    """The command line. Named: with the catalog's name, instead of finding it."""
    places = {"{reel}": base.reel, "{out}": str(place.out), "{export}": str(base.export)}
    line = list(command.words)
    for mark, text in places.items():
        line = [word.replace(mark, text) for word in line]
    if line[0] == "---completion":
        return [place.hipreel, *completion(line[1], "@" if line[1] == "find" else "", named)]
    if named and command.takes_catalog:
        # `index` takes the name as it is, the others look for `.hipreel` in it, too.
        line += ["--catalog", ".hipreel" if named == "." and command.name in GROUPS["index*"] | {"doctor"} else named]
    return [place.hipreel, *line]


def completion(name, typed, named):
    typed_line = ["hipreel", name, *(["--catalog", named] if named else []), typed]
    return ["---completion", name, "--", "positional@0", str(len(typed_line) - 1), str(len(typed)), *typed_line]


def run(command, place, base, named, **options):
    line = words(command, place, base, named)
    if command.name == "gallery":
        return gallery(place, line, **options)
    return runs.run(place, line, **options)


def gallery(place, line, **options):
    """Starts the gallery, looks at all that it shows as a browser would, and stops it."""
    receiving, sending = os.pipe()
    process = runs.start(place, line, out=sending, **options)
    os.close(sending)
    try:
        address = first_line(receiving, process)
        if address:
            try:
                Browser(place, address).look_at_all()
            except (OSError, ValueError) as error:
                with open(place.streams / "out", "ab") as file:
                    file.write(f"the browser gave up: {error!r}\n".encode())
            try:
                os.kill(process.pid, signal.SIGTERM)
            except ProcessLookupError:
                pass
        return runs.finish(process)
    finally:
        os.close(receiving)


def first_line(descriptor, process, most=None):
    """What a command says first; None when it says nothing within the seconds that a command has, or `most`."""
    text, most = b"", most or runs.SECONDS * runs.PATIENCE
    while b"\n" not in text:
        left = most - (time.monotonic() - process.begun)
        if not select.select([descriptor], [], [], max(left, 0))[0]:
            return None
        part = os.read(descriptor, 4096)
        if not part:
            return None
        text += part
    return text.split(b"\n")[0].decode(errors="replace").strip()


class Browser:
    """As much of a browser as the gallery needs: cookies, ways onward, forms that send themselves."""

    MOST = 256 << 20
    # Kept in memory of each answer: what this process holds when it starts a program counts as that program's memory.
    LOOKED_AT = 1 << 20

    def __init__(self, place, address):
        self.place, self.address = place, address
        self.cookies = {}
        self.answers = 0

    def look_at_all(self):
        page = self.enter()
        script = b""
        for name in ["index.html", "data/site.js", "data/reels-0.js", "data/why-0.js"]:
            status, body = self.get(name)
            script += body if name.startswith("data/reels") else b""
        for name in sorted(set(re.findall(rb'"id": ?"([0-9a-f]{12})"', script)))[:20]:
            name = name.decode()
            self.get(f"stills/{name[:2]}/{name}.jpg")
            self.get(f"media/{name}")
        return page

    def enter(self):
        if self.address.startswith("file://"):
            with open(urllib.parse.unquote(self.address[7:]), "rb") as file:
                status, body = 200, file.read()
            return self.onward(status, None, body, 5)
        parts = urllib.parse.urlsplit(self.address)
        if parts.scheme != "http" or not parts.port:
            raise OSError(f"no address: {self.address}")
        self.host, self.port = parts.hostname, parts.port
        return self.follow("GET", parts.path + (f"?{parts.query}" if parts.query else ""), None, 5)

    def follow(self, method, target, body, most):
        status, headers, content = self.ask(method, target or "/", body)
        return self.onward(status, headers.get("Location"), content, most)

    def onward(self, status, location, content, most):
        if most == 0:
            return status, content
        text = content[: 1 << 16].decode(errors="replace")
        if location is None:
            refresh = re.search(r"http-equiv=[\"']?refresh[\"']?[^>]*url=([^\"'>]+)", text, re.I)
            location = html.unescape(refresh[1]) if refresh else None
        if location is not None:
            parts = urllib.parse.urlsplit(location)
            if parts.hostname:
                self.host, self.port = parts.hostname, parts.port
            return self.follow("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), None, most - 1)
        form = re.search(r"<form[^>]*method=[\"']?post[^>]*>", text, re.I)
        if form and (action := re.search(r"action=[\"']?([^\"' >]+)", form[0], re.I)):
            parts = urllib.parse.urlsplit(html.unescape(action[1]))
            if parts.hostname:
                self.host, self.port = parts.hostname, parts.port
            fields = {}
            for given in re.findall(r"<input[^>]*>", text, re.I):
                name, value = (re.search(rf"{key}=[\"']?([^\"'>]*)", given, re.I) for key in ("name", "value"))
                if name:
                    fields[name[1]] = value[1] if value else ""
            return self.follow("POST", parts.path, urllib.parse.urlencode(fields), most - 1)
        return status, content

    def get(self, name):
        status, _, body = self.ask("GET", f"/{name}", None)
        return status, body

    def ask(self, method, target, body):
        """An answer, kept among the products so that it is searched for secrets."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=10)
        try:
            headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
            if body is not None:
                headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self.host}:{self.port}"}
            connection.request(method, target, body, headers)
            answer = connection.getresponse()
            self.answers += 1
            content = answer.read(self.LOOKED_AT)
            with open(self.place.out / f"answer-{self.answers}", "wb") as file:
                file.write(f"{method} {target} {answer.status}\n".encode() + content)
                while (part := answer.read(1 << 20)) and file.tell() < self.MOST:
                    file.write(part)
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = cookie.split(";")[0].partition("=")
                self.cookies[name.strip()] = value.strip()
        except http.client.HTTPException as error:
            raise OSError(str(error)) from error
        finally:
            connection.close()
        return answer.status, answer.headers, content
