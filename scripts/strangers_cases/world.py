"""Where a run takes place: a copy of the reels, a fence of canary files around it, and what is looked at afterwards."""

import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import stat
import subprocess

# In each canary, before some digits of its own. Letters and digits only, so that no escape and no index of words hides it.
SECRET = b"qzcanary"
# How a catalog begins. None may be among the products.
DATABASE = b"SQLite format 3\0"
OTHER_USER = 65534
STRANGER = 65533
SAMPLES = [
    "IMG_4032.MOV", "IMG_4032.txt", "Inner thigh lift [hipreel-s12].mp4", "Inner thigh lift [hipreel-s12].description",
    "Puente de glúteos.mp4", "Standing Hip CARs.mp4",
]  # fmt: skip
# The one that the routine takes, so that a bundle holds it.
VICTIM = "Inner thigh lift [hipreel-s12].mp4"
ROUTINE = "six-way-tour"


def secret(name):
    return SECRET + hashlib.sha256(name.encode()).hexdigest()[:12].encode()


class Place:
    """One case's folder. What is in `now` is remade for each command; `kept` is what it is made from."""

    def __init__(self, slot, hipreel, user):
        self.slot, self.hipreel, self.user = slot, hipreel, user
        self.now, self.kept, self.streams = slot / "now", slot / "kept", slot / "streams"
        self.reels, self.fence = self.now / "reels", self.now / "fence"
        self.out, self.home = self.now / "out", self.now / "home"
        self.catalog = self.reels / ".hipreel"
        self.database = self.catalog / "catalog.sqlite"
        self.owner = OTHER_USER if user == "other" else os.getuid()

    def environment(self):
        return {
            "PATH": f"{self.home}/bin:/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self.home),
            "XDG_RUNTIME_DIR": f"{self.home}/run", "TMPDIR": f"{self.home}/tmp", "HIPREEL_TEXT": "none",
        }  # fmt: skip

    def set_up(self, base):
        """A copy of the base, and empty places around it."""
        shutil.rmtree(self.slot, ignore_errors=True)
        for folder in (self.slot, self.now, self.streams, self.out, self.home):
            folder.mkdir(parents=True)
            folder.chmod(0o755)
        for name, mode in [("bin", 0o755), ("run", 0o700), ("tmp", 0o700)]:
            (self.home / name).mkdir(mode=mode)
        # Who is asked to show something writes down what it was.
        opener = self.home / "bin/xdg-open"
        opener.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >>"{self.home}/opened"\n', encoding="utf-8")
        opener.chmod(0o755)
        copy_all(base.reels, self.reels)
        copy_all(base.fence, self.fence)

    def give(self):
        """Makes all of it the user's own."""
        if os.getuid() == self.owner:
            return
        for path in everything(self.now):
            os.chown(path, self.owner, self.owner, follow_symlinks=False)

    def keep(self):
        copy_all(self.now, self.kept)

    def renew(self):
        remove(self.now)
        copy_all(self.kept, self.now)

    # For the makers of cases

    def tool(self, *words):
        """hipreel, by the one who makes the case."""
        return subprocess.run(
            [self.hipreel, *words], cwd=self.reels, env=self.environment(), stdin=subprocess.DEVNULL, capture_output=True,
            timeout=60, check=False)

    @contextlib.contextmanager
    def sql(self):
        connection = sqlite3.connect(self.database, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = OFF")
        try:
            yield connection
        finally:
            connection.close()
        for ending in ("-wal", "-shm"):
            pathlib.Path(f"{self.database}{ending}").unlink(missing_ok=True)

    def link(self, path, target):
        """Puts a link in a path's place."""
        remove(path)
        path.symlink_to(target)

    # What is looked at

    def fence_state(self):
        """Everything known about the canaries, the reels themselves, and what is around them."""
        state = {f"fence/{name}": seen for name, seen in look(self.fence, True).items()}
        for name, seen in look(self.reels, False, skipped={".hipreel", "pages"}).items():
            state[f"reels/{name}"] = seen
        state["around"] = tuple(sorted(os.listdir(self.now)))
        return state

    def leak(self, results):
        """The first secret in what was written, and where; None when there is none."""
        places = [*results, self.out, self.home, self.catalog, self.reels / "pages"]
        for place in places:
            if place.is_symlink():
                continue
            for path in everything(place):
                if place == self.out and path.is_symlink() and path.parent != place:
                    return f"the link {path.relative_to(self.slot)} to {os.readlink(path)}"
                if stat.S_ISREG(path.lstat().st_mode) and (found := first_secret(path, DATABASE if place == self.out else SECRET)):
                    return f"{found} in {path.relative_to(self.slot)}"
        return None


class Base:
    """The folder that all others are copied from, made by the tool itself, and the canaries."""

    def __init__(self, folder, hipreel, media):
        self.reels, self.fence = folder / "reels", folder / "fence"
        self.reels.mkdir(parents=True)
        for name in SAMPLES:
            shutil.copy(media / name, self.reels)
        os.utime(self.reels, (1_700_000_000, 1_700_000_000))
        self.hipreel = hipreel
        self.run("index", ".")
        found = json.loads(self.run("find", "--json"))
        self.ids = {reel["path"]: reel["id"] for reel in found}
        self.reel = self.ids[VICTIM]
        self.run("rate", self.reel, "4")
        self.run("note", self.reel, "a note of the person's")
        self.run("find", "--save", "mine", "movement:extension")
        self.run("playlist", ROUTINE, "--save", "monday", "--for", "anna")
        self.run("routine", "copy", ROUTINE, "my-tour")
        self.document = json.loads(self.run("export", "--with-observations"))
        tidy(self.reels / ".hipreel/catalog.sqlite")
        self.export = folder / "own-export.json"
        changed = json.loads(json.dumps(self.document))
        changed["reels"][-1]["edits"] = [{"action": "rating", "number": 2, "editedUnixSeconds": 1_750_000_000}]
        self.export.write_text(json.dumps(changed), encoding="utf-8")
        self.make_fence()

    def run(self, *words):
        run = subprocess.run(
            [self.hipreel, *words], cwd=self.reels, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
        if run.returncode not in {0, 20}:
            raise SystemExit(f"strangers: {words}: ended with {run.returncode}: {run.stderr.decode(errors='replace')}")
        return run.stdout

    def make_fence(self):
        self.fence.mkdir()
        for name in ["plain.txt", "authorized_keys", "taxes.pdf"]:
            (self.fence / name).write_bytes(secret(name) + b"\n")
        (self.fence / "authorized_keys").chmod(0o600)
        (self.fence / "empty").mkdir()
        (self.fence / "plain").mkdir()
        for number in range(3):
            (self.fence / f"plain/{number}.txt").write_bytes(secret(f"plain/{number}"))
        # Named by no case: a listing alone betrays it.
        (self.fence / f"plain/{secret('name').decode()}.txt").write_bytes(secret("named"))
        film = (self.reels / "IMG_4032.MOV").read_bytes()
        (self.fence / "film.mp4").write_bytes(told_video(film, secret("film.mp4")))
        (self.fence / VICTIM).write_bytes(told_video((self.reels / VICTIM).read_bytes(), secret("same name")))
        (self.fence / "films").mkdir()
        (self.fence / "films/film.mp4").write_bytes(told_video(film, secret("films/film.mp4")))
        (self.fence / f"films/{secret('film name').decode()}.mp4").write_bytes(told_video(film, secret("unnamed film")))
        foreign_database(self.fence / "foreign.sqlite", secret("foreign.sqlite").decode())
        os.mkfifo(self.fence / "fifo")


def told_video(content, word):
    """A video that can be played, with a word in it and as the title in its texts' place."""
    return content + box(b"free", word * 4)


def box(kind, content):
    return (8 + len(content)).to_bytes(4, "big") + kind + content


def foreign_database(path, word):
    """A database of another program's, which has set neither of SQLite's two ids."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE letter(id INTEGER PRIMARY KEY, words TEXT)")
        connection.executemany("INSERT INTO letter(words) VALUES(?)", [(f"{word} {n}",) for n in range(50)])


def tidy(database):
    """Takes a waiting log into the file."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for ending in ("-wal", "-shm"):
        database.with_name(f"{database.name}{ending}").unlink(missing_ok=True)


def copy_all(source, target):
    """With links, pipes, owners and times as they are."""
    subprocess.run(["cp", "-a", "--", source, target], check=True)


def remove(path):
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def everything(place):
    """A file or folder and all below it, no link followed."""
    if not os.path.lexists(place):
        return
    yield place
    if place.is_dir() and not place.is_symlink():
        for folder, folders, files in os.walk(place):
            for name in [*folders, *files]:
                yield pathlib.Path(folder, name)


def look(top, strictly, skipped=()):
    """What each entry is. Strictly: folders' times and the number of names count, too."""
    state = {}
    paths = [top]
    while paths:
        path = paths.pop()
        seen = path.lstat()
        name = str(path.relative_to(top))
        facts = [stat.filemode(seen.st_mode), seen.st_uid, seen.st_gid, seen.st_ino]
        if stat.S_ISDIR(seen.st_mode):
            paths += [entry for entry in path.iterdir() if path != top or entry.name not in skipped]
            facts += [seen.st_mtime_ns] if strictly else []
        else:
            facts += [seen.st_mtime_ns, seen.st_size, *([seen.st_nlink] if strictly else [])]
        if stat.S_ISREG(seen.st_mode):
            facts.append(digest(path))
        if stat.S_ISLNK(seen.st_mode):
            facts.append(os.readlink(path))
        state[name] = tuple(facts)
    return state


def digest(path):
    total = hashlib.sha256()
    with open(path, "rb") as file:
        while part := file.read(1 << 20):
            total.update(part)
    return total.hexdigest()


def first_secret(path, more=SECRET):
    """The first secret in a file, read in pieces since files can be large. What has a hole is read without it."""
    before, seen = b"", path.stat()
    if seen.st_blocks * 512 < seen.st_size // 4 and seen.st_size > 1 << 30:
        return None
    with open(path, "rb") as file:
        while part := file.read(1 << 20):
            both = before + part
            for word in {SECRET, more}:
                if (at := both.find(word)) >= 0:
                    return (both[at:] + file.read(64))[: len(SECRET) + 12].decode(errors="replace")
            before = part[-len(DATABASE) :]
    return None


def difference(before, after):
    """In words, what changed between two states; None when nothing did."""
    gone, new = sorted(before.keys() - after.keys()), sorted(after.keys() - before.keys())
    if gone or new:
        return ", ".join([*(f"{name} is gone" for name in gone[:3]), *(f"{name} is new" for name in new[:3])])
    changed = [name for name in sorted(before) if before[name] != after[name]]
    if not changed:
        return None
    name = changed[-1]
    parts = [f"{old} to {now}" for old, now in zip(before[name], after[name], strict=False) if old != now]
    return f"{name} changed: {'; '.join(parts)}"[:200]
