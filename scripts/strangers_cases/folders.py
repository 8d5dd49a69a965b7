"""Cases that SQLite has no part in: links, pipes, notes and texts in a stranger's folder."""

import os
import shutil
import socket

from . import database
from .case import case
from .world import OTHER_USER, STRANGER, VICTIM, copy_all, foreign_database, remove

WRITERS = ("index", "rate", "undo", "retag", "playlist-save", "import-dry", "import", "rebuild-dry", "rebuild")
READERS = ("status", "find-json", "show", "export", "check")
PUBLISHERS = ("bundle", "site-pages", "site-copy", "site-link", "gallery", "dupes", "playlist-html")
STILLS = ("thumbnail-at", "site-copy", "thumbnail", "index", "rebuild", "thumbnail-auto", "gallery", "doctor", "check")


# 1: a hot journal

def journal(name, victim, **options):
    @case(f"journal-{name}", must=(*WRITERS, *READERS), both=True, **options)
    def make(place):
        write_journal(place, victim(place))


def write_journal(place, victim, **options):
    place.database.with_name("catalog.sqlite-journal").write_bytes(database.hot_journal(place.database, victim, **options))


journal("absolute", lambda place: place.fence / "plain.txt")
journal("relative", lambda place: "../fence/plain.txt")
journal("in-reels", lambda place: VICTIM)
journal("in-catalog", lambda place: place.catalog / "routines/my-tour.yaml")
journal("named", lambda place: place.fence / "taxes.pdf", named=".hipreel")
journal("film", lambda place: place.fence / "films/film.mp4")


@case("journal-with-pages", must=(*WRITERS, *READERS), both=True)
def journal_with_pages(place):
    write_journal(place, "", changed_page=3)


@case("journal-of-rebuild", must=("rebuild", "rebuild-dry", "index"))
def journal_of_rebuild(place):
    """Beside the place where a rebuild makes its catalog."""
    (place.catalog / "rebuild").mkdir()
    content = database.hot_journal(place.database, place.fence / "plain.txt")
    (place.catalog / "rebuild/catalog.sqlite-journal").write_bytes(content)


@case("journal-beside-nothing", must=("index", "status", "rebuild"))
def journal_beside_nothing(place):
    write_journal(place, place.fence / "plain.txt")
    place.database.unlink()


@case("journal-beside-empty", must=("index", "status", "rebuild"))
def journal_beside_empty(place):
    write_journal(place, place.fence / "plain.txt")
    place.database.write_bytes(b"")


# What lies beside the catalog as something else than a file

def beside(ending):
    def set_up(name, put, **options):
        @case(f"{ending[1:]}-{name}", must=("index", "find-json", "rate", "rebuild", "check"), **options)
        def make(place):
            path = place.database.with_name(f"catalog.sqlite{ending}")
            remove(path)
            put(place, path)

    set_up("link", lambda place, path: place.link(path, place.fence / "plain.txt"))
    set_up("dangling-link", lambda place, path: place.link(path, place.fence / "new"))
    set_up("link-to-foreign", lambda place, path: place.link(path, place.fence / "foreign.sqlite"))
    set_up("fifo", lambda place, path: os.mkfifo(path))
    set_up("folder", lambda place, path: path.mkdir())


for _ending in ("-journal", "-wal", "-shm"):
    beside(_ending)


@case("wal-noise", must=("index", "find-json", "rate", "check", "rebuild"))
def wal_noise(place):
    place.database.with_name("catalog.sqlite-wal").write_bytes(bytes.fromhex("377f0682002de218") + os.urandom(200_000))
    place.database.with_name("catalog.sqlite-shm").write_bytes(os.urandom(32768))


# 2 and 3: links and other kinds of files in the place of what is ours

INSIDE = ["catalog.sqlite", "lock", "root", "vocabulary.yaml", "thumbnails", "routines", "rebuild", "catalog.sqlite.damaged-1"]
FOLDERS = {"thumbnails", "routines", "rebuild"}
ALL_KINDS = {
    "lock": ("index", "rate", "undo", "rebuild", "status", "import"),
    "root": ("find-json", "site-copy", "gallery", "index", "status", "rebuild"),
    "vocabulary.yaml": ("index", "retag", "why", "vocabulary", "doctor", "find-json", "complete-search"),
    "thumbnails": STILLS,
    "routines": ("routine-copy", "routines", "playlist-own", "site-copy", "doctor", "index"),
    "rebuild": ("rebuild", "rebuild-dry", "index", "check"),
    "catalog.sqlite": (*WRITERS, *READERS),
    "catalog.sqlite.damaged-1": ("rebuild", "rebuild-dry", "index", "check"),
}


def replaced(inside, name, put, **options):
    @case(f"{inside}-{name}", must=ALL_KINDS[inside], **options)
    def make(place):
        path = place.catalog / inside
        remove(path)
        put(place, path)


for _inside in INSIDE:
    # Reading a note is how it comes in, so the catalog is named.
    _named = {"named": ".hipreel"} if _inside == "root" else {}
    _both = {"both": _inside in {"catalog.sqlite", "rebuild"}}
    replaced(_inside, "link-to-file", lambda place, path: place.link(path, place.fence / "plain.txt"), **_named, **_both)
    replaced(_inside, "link-to-folder", lambda place, path: place.link(path, place.fence / "plain"), **_named, **_both)
    replaced(_inside, "dangling-link", lambda place, path: place.link(path, place.fence / "new"), **_named, **_both)
    replaced(_inside, "fifo", lambda place, path: os.mkfifo(path), **_named)
    if _inside not in FOLDERS:
        replaced(_inside, "folder", lambda place, path: path.mkdir(), **_named)
    replaced(_inside, "link-to-itself", lambda place, path: place.link(path, path.name), **_named)

replaced("catalog.sqlite", "link-to-foreign", lambda place, path: place.link(path, place.fence / "foreign.sqlite"), both=True)
replaced("catalog.sqlite", "link-to-keys", lambda place, path: place.link(path, place.fence / "authorized_keys"))
replaced("catalog.sqlite", "link-to-device", lambda place, path: place.link(path, "/dev/zero"), devices=True)
replaced("thumbnails", "link-to-films", lambda place, path: place.link(path, place.fence / "films"))
replaced("rebuild", "link-to-films", lambda place, path: place.link(path, place.fence / "films"), both=True)
replaced("rebuild", "link-to-empty", lambda place, path: place.link(path, place.fence / "empty"))
replaced("rebuild", "file", lambda place, path: path.write_bytes(b"a file"))


@case("catalog.sqlite-socket", must=(*READERS, "index", "rate", "rebuild"))
def catalog_socket(place):
    place.database.unlink()
    os.chdir(place.catalog)
    socket.socket(socket.AF_UNIX).bind("catalog.sqlite")


@case("catalog.sqlite-link-to-own", must=(*READERS, "index", "rate", "rebuild"))
def catalog_link_to_own(place):
    """To a sound catalog of ours, elsewhere."""
    place.database.rename(place.catalog / "real.sqlite")
    place.link(place.database, "real.sqlite")


@case("catalog.sqlite-two-names", must=(*WRITERS,))
def catalog_two_names(place):
    os.link(place.database, place.catalog / "catalog.sqlite.damaged-1")


@case("catalog-link", must=(*WRITERS, *READERS, "routine-copy"))
def catalog_folder_link(place):
    """`.hipreel` as a link to a folder of the fence's."""
    place.link(place.catalog, place.fence / "plain")


@case("catalog-link-to-empty", must=("index", "index-here", "status", "rebuild", "routine-copy"), both=True)
def catalog_link_to_empty(place):
    place.link(place.catalog, place.fence / "empty")


@case("catalog-dangling-link", must=("index", "index-here", "status", "routine-copy"))
def catalog_dangling_link(place):
    place.link(place.catalog, place.fence / "new")


@case("catalog-link-to-foreign", must=(*WRITERS, *READERS))
def catalog_link_to_foreign(place):
    """A folder link to where another program's database is called as ours."""
    place.link(place.catalog, "../fence/library")
    (place.fence / "library").mkdir()
    shutil.copy(place.fence / "foreign.sqlite", place.fence / "library/catalog.sqlite")


@case("catalog-link-to-own", must=(*WRITERS, *READERS, "thumbnail-at"))
def catalog_link_to_own_folder(place):
    """A folder link to another person's sound catalog."""
    copy_all(place.catalog, place.fence / "library")
    place.link(place.catalog, "../fence/library")


@case("catalog-file", must=("index", "status", "rebuild"))
def catalog_is_file(place):
    remove(place.catalog)
    place.catalog.write_bytes(b"a file")


@case("catalog-fifo", must=("index", "status", "rebuild"))
def catalog_is_fifo(place):
    remove(place.catalog)
    os.mkfifo(place.catalog)


def still_folders(place):
    return sorted(path for path in (place.catalog / "thumbnails").iterdir() if path.is_dir())


@case("still-folder-links", must=STILLS, both=True)
def still_folder_links(place):
    for folder in still_folders(place):
        place.link(folder, place.fence / "empty")


@case("still-folder-links-full", must=STILLS)
def still_folder_links_full(place):
    """To a folder that has pictures of the right names, with secrets."""
    for folder in still_folders(place):
        there = place.fence / "pictures" / folder.name
        there.mkdir(parents=True)
        for picture in folder.iterdir():
            (there / picture.name).write_bytes(picture.read_bytes() + (place.fence / "plain.txt").read_bytes())
        place.link(folder, there)


@case("still-links", must=STILLS)
def still_links(place):
    for folder in still_folders(place):
        for picture in folder.iterdir():
            place.link(picture, place.fence / "plain.txt")


@case("still-link-to-empty-place", must=STILLS)
def still_dangling(place):
    for folder in still_folders(place):
        for picture in folder.iterdir():
            place.link(picture, place.fence / f"new-{picture.name}")


@case("still-fifos", must=STILLS)
def still_fifos(place):
    for folder in still_folders(place):
        for picture in folder.iterdir():
            picture.unlink()
            os.mkfifo(picture)


@case("still-huge", must=STILLS)
def still_huge(place):
    for folder in still_folders(place):
        for picture in folder.iterdir():
            os.truncate(picture, 8 << 30)


@case("still-script", must=STILLS)
def still_script(place):
    for folder in still_folders(place):
        for picture in folder.iterdir():
            picture.write_bytes(b"<script>alert(1)</script>\x1b]0;title\x07")


@case("routine-links", must=ALL_KINDS["routines"])
def routine_links(place):
    place.link(place.catalog / "routines/other.yaml", place.fence / "plain.txt")
    place.link(place.catalog / "routines/another.yaml", place.fence / "new.yaml")
    place.link(place.catalog / "routines/folder.yaml", place.fence / "plain")
    os.mkfifo(place.catalog / "routines/fifo.yaml")


@case("part-links", must=("routine-copy", "thumbnail-at", "rebuild"))
def part_links(place):
    """Links where temporaries will be: a process's number can be guessed."""
    for number in range(os.getpid(), os.getpid() + 1000):
        (place.catalog / f"routines/another.yaml.part-{number}").symlink_to(place.fence / "plain.txt")


# 4: paths through links. The tool itself has indexed the films before they change places.

FILM = "side-lying hip adduction.mp4"


def film_in_folder(place):
    """The film that the routine takes, in a folder of the reels, indexed."""
    (place.reels / "sub/inner").mkdir(parents=True)
    (place.reels / VICTIM).rename(place.reels / f"sub/inner/{FILM}")
    (place.reels / VICTIM.replace(".mp4", ".description")).unlink()
    index(place)


def index(place):
    run = place.tool("index", ".", "--quiet")
    if run.returncode:
        raise RuntimeError(f"cannot index: {run.stderr.decode(errors='replace')}")


@case("linked-folder", must=(*PUBLISHERS, "index", "open", "thumbnail-at"), both=True)
def linked_folder(place):
    film_in_folder(place)
    (place.fence / "film.mp4").rename(place.fence / FILM)
    place.link(place.reels / "sub/inner", place.fence)


@case("linked-upper-folder", must=(*PUBLISHERS, "index", "open", "thumbnail-at"), both=True)
def linked_upper_folder(place):
    film_in_folder(place)
    (place.fence / "inner").mkdir()
    (place.fence / "film.mp4").rename(place.fence / f"inner/{FILM}")
    place.link(place.reels / "sub", "../fence")


@case("linked-file", must=(*PUBLISHERS, "index", "open", "thumbnail-at"), both=True)
def linked_file(place):
    film_in_folder(place)
    place.link(place.reels / f"sub/inner/{FILM}", place.fence / "film.mp4")


@case("linked-to-text", must=(*PUBLISHERS, "index", "open"))
def linked_to_text(place):
    film_in_folder(place)
    place.link(place.reels / f"sub/inner/{FILM}", place.fence / "plain.txt")


@case("linked-to-device", must=(*PUBLISHERS, "index", "open"), devices=True)
def linked_to_device(place):
    film_in_folder(place)
    place.link(place.reels / f"sub/inner/{FILM}", "/dev/zero")


@case("film-fifo", must=(*PUBLISHERS, "index", "open"))
def film_fifo(place):
    film_in_folder(place)
    (place.reels / f"sub/inner/{FILM}").unlink()
    os.mkfifo(place.reels / f"sub/inner/{FILM}")


@case("linked-reels", must=("index", "find-json", "site-copy"))
def linked_reels(place):
    """The reels' own files and the texts beside them as links out."""
    place.link(place.reels / "new.mp4", place.fence / "film.mp4")
    place.link(place.reels / "new.txt", place.fence / "plain.txt")
    place.link(place.reels / "folder", place.fence / "films")
    place.link(place.reels / "IMG_4032.txt", place.fence / "plain.txt")
    place.link(place.reels / "reels.csv", place.fence / "plain.txt")


# 5: the note of where the reels lie. The rows are for what lies there.

def root_note(name, note, path, **options):
    @case(f"root-{name}", must=(*PUBLISHERS, "index", "index-here", "find-json", "open", "doctor"), **options)
    def make(place):
        move_row(place, VICTIM, path(place).encode())
        (place.catalog / "root").write_bytes(note(place))


def move_row(place, old, new):
    """Changes a path wherever it occurs, as if there had never been another."""
    with place.sql() as connection:
        old = old.encode()
        for table in ("reel", "file", "file_key", "sidecar_key", "own_words"):
            column = {"sidecar_key": "key", "own_words": "key"}.get(table, "path")
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (new, old))
        connection.execute("UPDATE reel SET path_text = ? WHERE path = ?", (new.decode(errors="replace"), new))


for _how, _options in {
    "": {"named": ".hipreel"}, "-folder": {"named": "."}, "-variable": {"environment": (("HIPREEL_CATALOG", ".hipreel"),)},
}.items():
    root_note(f"fence{_how}", lambda place: os.fsencode(place.fence), lambda place: "film.mp4", both=_how == "", **_options)
root_note("slash", lambda place: b"/", lambda place: str(place.fence / "film.mp4")[1:], both=True, named=".hipreel")
root_note("above", lambda place: b"..", lambda place: "fence/film.mp4", named=".hipreel")
root_note("above-twice", lambda place: b"../..", lambda place: "now/fence/film.mp4", named=".hipreel")
root_note("proc", lambda place: b"/proc/self/cwd/../fence", lambda place: "film.mp4", named=".hipreel")
root_note("megabyte", lambda place: b"/x" * (1 << 19), lambda place: "film.mp4", named=".hipreel")
root_note("nothing", lambda place: b"", lambda place: "film.mp4", named=".hipreel")
root_note("zero-byte", lambda place: os.fsencode(place.fence) + b"\0x", lambda place: "film.mp4", named=".hipreel")
root_note("noise", lambda place: bytes(range(1, 256)), lambda place: "film.mp4", named=".hipreel")


@case("root-walked", must=(*PUBLISHERS, "index-here"))
def root_walked(place):
    """As found by walking up."""
    move_row(place, VICTIM, b"film.mp4")
    (place.catalog / "root").write_bytes(os.fsencode(place.fence))


# 14: whose catalog it is

def stranger_of(place):
    """Neither the one who runs the command nor root."""
    return STRANGER if place.owner == OTHER_USER else OTHER_USER


def belongs_to_stranger(place):
    for path in [place.catalog, *place.catalog.rglob("*")]:
        os.chown(path, stranger_of(place), stranger_of(place), follow_symlinks=False)
        path.chmod(0o777 if path.is_dir() else 0o666)


def unchanged(_):
    """The base as it is."""


MINE = ("find-json", "status", "rate", "index", "index-here", "playlist", "gallery", "site-copy", "check", "rebuild",
        "complete-search")
for _name, _owned in {
    "stranger": belongs_to_stranger,
    "stranger-file": lambda place: os.chown(place.database, stranger_of(place), stranger_of(place)),
    "stranger-folder": lambda place: os.chown(place.catalog, stranger_of(place), stranger_of(place)),
    "sticky": lambda place: place.reels.chmod(0o1777),
    "world-writable": lambda place: place.reels.chmod(0o777),
    "world-writable-catalog": lambda place: place.catalog.chmod(0o777),
}.items():
    for _named in (None, ".hipreel", "."):
        _how = {None: "", ".hipreel": "-named", ".": "-named-folder"}[_named]
        case(f"owner-{_name}{_how}", named=_named, owned=_owned, must=MINE, both=_named is None, root_only=True)(unchanged)
case("owner-root", owned=lambda place: os.chown(place.catalog, 0, 0), must=("find-json", "status"), root_only=True)(unchanged)


# What must go on working

case("plain", must=("status", "find-json", "rate", "index", "playlist", "gallery", "site-copy", "check", "rebuild"),
     both=True)(unchanged)
case("plain-named", named=".hipreel", must=("status", "rate", "index", "gallery"))(unchanged)
case("plain-named-folder", named=".", must=("status", "rate", "index", "gallery"))(unchanged)
case("plain-variable", environment=(("HIPREEL_CATALOG", ".hipreel"),), must=("status", "rate", "gallery"))(unchanged)


@case("plain-elsewhere", named="../home/catalog", must=("status", "rate", "index", "gallery", "site-copy", "find-json"))
def kept_elsewhere(place):
    """A catalog that its owner keeps outside of the reels' folder."""
    remove(place.catalog)
    run = place.tool("index", ".", "--quiet", "--catalog", "../home/catalog")
    assert run.returncode == 0, run.stderr


# Texts

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefghi", "bcdefghij", strict=True))


def texts(name, content, **options):
    @case(f"texts-{name}", must=(*ALL_KINDS["routines"], *ALL_KINDS["vocabulary.yaml"]), **options)
    def make(place):
        for path in ("vocabulary.yaml", "routines/other.yaml", "routines/my-tour.yaml"):
            (place.catalog / path).write_bytes(content())


texts("bomb", lambda: BOMB.encode())
texts("huge", lambda: b"words: [" + b"x, " * 3_400_000 + b"]\n")
texts("deep", lambda: b"[" * 60_000)
texts("noise", lambda: os.urandom(4096))
texts("tags", lambda: b"!!python/object/apply:os.system ['touch ran']\n--- !<tag:x> &a *a\n<<: *a\n")


@case("routines-many", must=ALL_KINDS["routines"])
def routines_many(place):
    content = (place.catalog / "routines/my-tour.yaml").read_text()
    for number in range(2000):
        (place.catalog / f"routines/r-{number}.yaml").write_text(content.replace("id: my-tour", f"id: r-{number}"))


@case("routine-climbs", must=ALL_KINDS["routines"])
def routine_climbs(place):
    content = (place.catalog / "routines/my-tour.yaml").read_text()
    (place.catalog / "routines/climbs.yaml").write_text(content.replace("id: my-tour", "id: ../../../fence/plain"))
    (place.catalog / "routines/numbers.yaml").write_text(
        content.replace("id: my-tour", "id: numbers").replace("slots: 1", "slots: 9223372036854775807").replace(
            "slot_s: 60", "slot_s: 9223372036854775807"))
    (place.catalog / "routines/many.yaml").write_text(
        content.replace("id: my-tour", "id: many").replace("slots: 1", "slots: 100000000").replace(
            "total_s: 475", "total_s: 1000000000"))


@case("table", must=("index", "find-json", "import-table", "import-table-dry", "status", "find-csv"), extra=(
    ("import-table", ("import", "reels.csv")), ("import-table-dry", ("import", "reels.csv", "--dry-run"))))
def table(place):
    rows = ["path,exercise,note,rating,tags"]
    rows.append(f'"{VICTIM}","=HYPERLINK(""http://x"")",\'+cmd|x!A0,9999999999999999999,mode:stretch')
    rows.append("../fence/film.mp4,clamshell,climbs,5,")
    rows.append(f"{place.fence}/film.mp4,clamshell,absolute,5,")
    rows.append(f'IMG_4032.MOV,,"{"y" * 12_000_000}",-1,')
    rows += [f"none-{number}.mp4,clamshell,,3," for number in range(50_000)]
    (place.reels / "reels.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


PLAYLISTS = ("m3u8", "xspf", "pls", "jspf")


@case("playlist-files", must=("import-m3u8", "bundle-m3u8", "bundle-xspf", "bundle-pls", "index"), extra=tuple(
    extra for ending in PLAYLISTS for extra in (
        (f"import-{ending}", ("import-playlist", f"list.{ending}", "-o", "{out}/list.m3u8")),
        (f"bundle-{ending}", ("import-playlist", f"list.{ending}", "--bundle", "{out}/bundle")))))
def playlist_files(place):
    paths = [f"{place.fence}/film.mp4", "../fence/film.mp4", "/etc/passwd", "sub/film.mp4", ".hipreel/catalog.sqlite", VICTIM]
    place.link(place.reels / "sub", place.fence)
    (place.reels / "list.m3u8").write_text("#EXTM3U\n" + "\n".join([*paths, *(f"file://{path}" for path in paths)]))
    (place.reels / "list.pls").write_text("[playlist]\n" + "".join(f"File{n}={path}\n" for n, path in enumerate(paths, 1)))
    (place.reels / "list.xspf").write_text(
        '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY x SYSTEM "file://' + f'{place.fence}/plain.txt">]>'
        '<playlist version="1" xmlns="http://xspf.org/ns/0/"><trackList>'
        + "".join(f"<track><title>&x;</title><location>{path}</location></track>" for path in paths)
        + "</trackList></playlist>")
    (place.reels / "list.jspf").write_text(
        '{"playlist": {"track": [' + ", ".join(f'{{"location": ["{path}"]}}' for path in paths) + "]}}")


# A site of somebody else's

HEADING = "hipreel-site/1: written by hipreel site, which replaces this folder as a whole\nhipreel-site.txt\n"


@case("pages-listed", must=("site-pages",))
def pages_listed(place):
    """A list that names things outside, and a folder of links in its way."""
    pages = place.reels / "pages"
    (pages / "data").mkdir(parents=True)
    place.link(pages / "data/x", place.fence / "plain")
    place.link(pages / "stills", place.fence / "films")
    place.link(pages / "one.txt", place.fence / "plain.txt")
    (pages / "hipreel-site.txt").write_text(
        HEADING + "".join(f"{name}\n" for name in (
            "data/x", "data/x/0.txt", "data/x/1.txt", "data/x/2.txt", "stills/film.mp4", "one.txt", "../../fence/plain.txt",
            f"{place.fence}/taxes.pdf", "../IMG_4032.MOV", "..", ".", "/", "")))


@case("pages-link", must=("site-pages", "index"), both=True)
def pages_link(place):
    place.link(place.reels / "pages", place.fence / "plain")


@case("pages-link-to-empty", must=("site-pages",))
def pages_link_to_empty(place):
    place.link(place.reels / "pages", place.fence / "empty")


@case("pages-link-to-site", must=("site-pages",))
def pages_link_to_site(place):
    """To a site that could be replaced."""
    (place.fence / "site").mkdir()
    (place.fence / "site/hipreel-site.txt").write_text(HEADING + "index.html\n")
    (place.fence / "site/index.html").write_bytes((place.fence / "plain.txt").read_bytes())
    place.link(place.reels / "pages", place.fence / "site")


@case("pages-dangling-link", must=("site-pages",))
def pages_dangling(place):
    place.link(place.reels / "pages", place.fence / "new")


@case("pages-inner-links", must=("site-pages",), both=True)
def pages_inner_links(place):
    """A site as the tool wrote it, with folders of it as links since."""
    run = place.tool("site", "pages")
    assert run.returncode == 0, run.stderr
    for name in ("data", "stills", "play"):
        kept = place.fence / f"site-{name}"
        copy_all(place.reels / f"pages/{name}", kept)
        place.link(place.reels / f"pages/{name}", kept)
    place.link(place.reels / "pages/index.html", place.fence / "plain.txt")


@case("pages-list-link", must=("site-pages",))
def pages_list_link(place):
    (place.reels / "pages").mkdir()
    place.link(place.reels / "pages/hipreel-site.txt", place.fence / "plain.txt")


@case("pages-list-fifo", must=("site-pages",))
def pages_list_fifo(place):
    (place.reels / "pages").mkdir()
    os.mkfifo(place.reels / "pages/hipreel-site.txt")


@case("pages-list-huge", must=("site-pages",))
def pages_list_huge(place):
    (place.reels / "pages").mkdir()
    (place.reels / "pages/hipreel-site.txt").write_bytes(HEADING.encode() + b"x/y\n" * 20_000_000)


@case("pages-deep", must=("site-pages", "index"))
def pages_deep(place):
    path = place.reels / "pages"
    path.mkdir()
    (path / "hipreel-site.txt").write_text(HEADING + "/".join("d" * 300) + "/x\n")
    os.chdir(path)
    for _ in range(300):
        os.mkdir("d")
        os.chdir("d")


# 6: a database of another program's

def foreign(name, make_database, **options):
    @case(f"foreign-{name}", must=(*WRITERS, *READERS, "doctor", "gallery"), **options)
    def make(place):
        place.database.unlink()
        make_database(place.database)


foreign("ids-zero", lambda path: foreign_database(path, "letters"), both=True)
foreign("ids-zero-named", lambda path: foreign_database(path, "letters"), named=".hipreel")
foreign("empty", lambda path: path.write_bytes(b""))
foreign("text", lambda path: path.write_bytes(b"a text of the person's\n" * 100))
foreign("half", lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(84)))


@case("foreign-ids-ours", must=(*WRITERS, *READERS), both=True)
def foreign_ids_ours(place):
    """Another program's tables with our two ids."""
    place.database.unlink()
    foreign_database(place.database, "letters")
    with place.sql() as connection:
        connection.execute(f"PRAGMA application_id = {0x68697072}")
        connection.execute("PRAGMA user_version = 1")


@case("foreign-ids-mixed", must=(*WRITERS, *READERS))
def foreign_ids_mixed(place):
    """Ours with no application id, and a table of another program's."""
    with place.sql() as connection:
        connection.execute("PRAGMA application_id = 0")
        connection.execute("PRAGMA user_version = 0")
        connection.execute("CREATE TABLE letter(id INTEGER PRIMARY KEY, words TEXT)")
