"""Cases inside of the database: schemas, values and pages that hipreel did not write."""

import os

from . import database
from .case import case
from .folders import PUBLISHERS, READERS, WRITERS, move_row
from .world import VICTIM

ALTERED = ("find-json", "rate", "check", "index", "status", "show", "export", "playlist", "rebuild", "import")
VALUES = ("export-all", "site-copy", "index", "status", "check", "rebuild", "gallery", "find-json", "show", "playlist", "rate")


# 9: schemas

def altered(name, *statements, **options):
    """Schemas with more in them than ours."""

    @case(f"schema-{name}", must=(*ALTERED, "undo", "retag"), **options)
    def make(place):
        with place.sql() as connection:
            for statement in statements:
                if callable(statement):
                    statement(connection)
                else:
                    connection.execute(statement)


def endless_view(table, instead=(), where="(SELECT count(*) FROM c) > 0"):
    return lambda connection: database.view_in_place_of(
        connection, table, f"{database.ENDLESS} SELECT {{columns}} FROM {{old}} o WHERE {where}", instead)


def wide_view(table, column, length):
    return lambda connection: database.view_in_place_of(
        connection, table, "SELECT {columns} FROM {old} o", {column: f"printf('%.*c', {length}, 'x')"})


altered("view-reel-endless", endless_view("reel"), both=True)
altered("view-reel-endless-rows", lambda connection: database.view_in_place_of(
    connection, "reel", f"{database.ENDLESS} SELECT {{columns}} FROM {{old}} o, c"))
altered("view-reel-printf", wide_view("reel", "path_text", 300_000_000), both=True)
altered("view-reel-zeros", lambda connection: database.view_in_place_of(
    connection, "reel", "SELECT {columns} FROM {old} o", {"path": "zeroblob(900000000)"}))
altered("view-evidence", endless_view("evidence"))
altered("view-evidence-printf", wide_view("evidence", "text", 300_000_000))
altered("view-search", endless_view("saved_search"))
altered("view-tags", endless_view("reel_tag"))
altered("view-file", endless_view("file"))
altered("view-checksum", endless_view("checksum"))
altered("view-standing-edit", "DROP VIEW standing_edit", f"""CREATE VIEW standing_edit AS SELECT * FROM edit WHERE (
    {database.ENDLESS} SELECT count(*) FROM c) > 0""")
altered("view-more", "CREATE VIEW more AS SELECT * FROM reel")
HANG = ("CREATE VIEW hang AS " + database.ENDLESS + " SELECT count(*) AS n FROM c")
altered("trigger-edit-insert", HANG, """CREATE TRIGGER t AFTER INSERT ON edit BEGIN
    INSERT INTO undone_edit SELECT n, n FROM hang; END""", both=True)
altered("trigger-edit-before", HANG, """CREATE TRIGGER t BEFORE INSERT ON edit BEGIN
    SELECT CASE WHEN (SELECT n FROM hang) > 0 THEN RAISE(ABORT, 'no') END; END""")
altered("trigger-all", *(f"CREATE TRIGGER t_{table}_{event} AFTER {event} ON {table} BEGIN DELETE FROM edit; DELETE FROM reel; END"
    for table in ("reel", "edit", "file", "saved_search", "saved_playlist", "reel_tagging", "checksum", "evidence", "undone_edit")
    for event in ("INSERT", "UPDATE", "DELETE")))
altered("trigger-recursive", "CREATE TRIGGER t AFTER INSERT ON edit BEGIN INSERT INTO edit(batch, reel, action, edited_unix) "
    "VALUES(NEW.batch + 1, NEW.reel, NEW.action, 0); END")
altered("table-more", "CREATE TABLE more(x)", "INSERT INTO more VALUES(zeroblob(1000))")
altered("tables-many", *(f"CREATE TABLE more_{number}(x)" for number in range(5000)))
altered("index-more", "CREATE INDEX more ON reel(status, reason)")
altered("index-expression", "CREATE INDEX more ON reel(printf('%.*c', 1000000, 'x'))")
altered("index-unique", "CREATE UNIQUE INDEX more ON edit(action, reel)")
altered("column-more", "ALTER TABLE reel ADD COLUMN more TEXT")
altered("column-generated", "ALTER TABLE reel ADD COLUMN more TEXT AS (printf('%.*c', 300000000, 'x')) VIRTUAL")
altered("column-missing", "DROP INDEX reel_by_oshash", "ALTER TABLE reel DROP COLUMN oshash")
altered("table-missing", "DROP TABLE saved_search")
altered("fts-gone", "DROP TABLE reel_words")
altered("fts-other", "DROP TABLE reel_words", "CREATE VIRTUAL TABLE reel_words USING fts4(words)")
altered("fts-plain", "DROP TABLE reel_words", "CREATE TABLE reel_words(words)")
altered("sequence-end", "UPDATE sqlite_sequence SET seq = 9223372036854775807")
altered("newer", "PRAGMA user_version = 99")
altered("older", "PRAGMA user_version = 0")
altered("version-negative", "PRAGMA user_version = -1")


def schema_text(name, table, change):
    @case(f"schema-{name}", must=(*ALTERED,))
    def make(place):
        with place.sql() as connection:
            database.change_schema(connection, table, change)


schema_text("check", "reel", lambda text: text.replace("status TEXT NOT NULL", "status TEXT CHECK(status <> 'ok')"))
schema_text("check-slow", "edit", lambda text: text.replace(
    "action TEXT NOT NULL", "action TEXT CHECK(length(printf('%.*c', 300000000, 'x')) > 0)"))
schema_text("default", "edit", lambda text: text.replace("number INTEGER", "number INTEGER DEFAULT (abs(-9223372036854775808))"))
schema_text("collation", "saved_search", lambda text: text.replace("name TEXT", "name TEXT COLLATE NOCASE"))
schema_text("not-sql", "tag_name", lambda _: "CREATE TABLE tag_name(")
schema_text("generated", "edit", lambda text: text.replace(
    "text TEXT", "text TEXT AS (printf('%.*c', 300000000, 'x')) VIRTUAL"))
schema_text("foreign-key", "edit", lambda text: text.replace("reel INTEGER NOT NULL REFERENCES reel(id)",
    "reel INTEGER NOT NULL REFERENCES reel(id) ON DELETE CASCADE ON UPDATE CASCADE"))
schema_text("fts-module", "reel_words", lambda _: "CREATE VIRTUAL TABLE reel_words USING nothing(words)")


@case("schema-roots-swapped", must=(*ALTERED,))
def roots_swapped(place):
    """Each table's tree is another one's."""
    with place.sql() as connection:
        pages = {name: database.root_page(connection, name) for name in ("reel", "edit", "saved_playlist", "tag_name")}
        connection.execute("PRAGMA writable_schema = ON")
        names = list(pages)
        for name, other in zip(names, names[1:] + names[:1], strict=True):
            connection.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", (pages[other], name))


# 10: values

BIG = 1 << 62
MOST = (1 << 63) - 1


def values(name, *statements, **options):
    """Cells that no run of ours writes. A statement with parameters is a tuple."""
    options.setdefault("must", VALUES)

    @case(f"value-{name}", **options)
    def make(place):
        with place.sql() as connection:
            for statement in statements:
                connection.execute(*statement) if isinstance(statement, tuple) else connection.execute(statement)


def everywhere(columns, value):
    return [f"UPDATE OR IGNORE {column.split('.')[0]} SET {column.split('.')[1]} = {value}" for column in columns.split()]


DURATIONS = "reel.duration_ms reel.file_duration_ms reel_tagging.duration_ms"
for _name, _value in {
    "2-62": BIG, "most": MOST, "least": -MOST - 1, "negative": -5, "zero": 0, "real": "1e300", "infinite": "9e999", "text": "'x'",
}.items():
    values(f"duration-{_name}", *everywhere(DURATIONS, _value), both=_name == "2-62",
           must=("status", "site-copy", "gallery", *VALUES))
values("duration-in-tags", *everywhere("reel_tag.duration_ms", BIG))
for _name, _value in {"2-62": BIG, "most": MOST, "minus-1": -1, "real": "1e300"}.items():
    values(f"bytes-{_name}", *everywhere("reel.byte_count file.byte_count sidecar.byte_count other_file.byte_count", _value))
values("bytes-sum", "UPDATE reel SET byte_count = 9223372036854775807 - id")
values("text-is-blob", *everywhere(
    "reel.key reel.status reel.path_text reel.container reel.video_codec reel.recorded_text evidence.text evidence.source "
    "edit.action edit.text tag_name.facet tag_name.value saved_search.query saved_playlist.name saved_playlist.routine "
    "checksum.record field.value sidecar.kind sidecar_text.text own_words.words", "x'80ff00'"), both=True)
for _column in ("reel.path_text", "reel.status", "reel.tagged_with", "reel.container", "evidence.text", "edit.text", "edit.action",
                "saved_search.query", "tag_name.facet", "saved_playlist.label", "sidecar.kind", "own_words.words"):
    values(f"blob-{_column}", *everywhere(_column, "x'80ff00'"), must=(
        {"saved_playlist": "history", "saved_search": "searches"}.get(_column.split(".")[0], "find-json"), "check", "export-all",
        "complete-search", "rebuild"))
values("key-is-blob", "UPDATE reel SET key = CAST(key AS BLOB)")
values("search-name-is-blob", "UPDATE saved_search SET name = CAST(name AS BLOB)")
for _column in ("reel.path", "reel.fingerprint", "reel_tagging.tags", "file.path", "sidecar_key.key", "sidecar.path"):
    values(f"text-{_column}", f"UPDATE OR IGNORE {_column.split('.')[0]} SET {_column.split('.')[1]} = "
           f"CAST({_column.split('.')[1]} AS TEXT)" if _column != "reel_tagging.tags" else "UPDATE reel_tagging SET tags = 'x'")
values("text-not-utf8", *everywhere(
    "reel.path_text reel.recorded_text evidence.text edit.text saved_search.query saved_playlist.name field.value",
    "CAST(x'c3283fed9fbfeda08000ff' AS TEXT)"))
values("text-controls", (
    "UPDATE evidence SET text = ?", ("\x1b]0;title\x07\x1b[2J\u202e\u0000</script><script>alert(1)</script>",)),
    ("UPDATE saved_search SET query = ?", ("\x1b[2J\n\n",)))
values("sizes", *everywhere("reel.width reel.height reel.coded_width reel.coded_height", BIG))
values("sizes-negative", *everywhere("reel.width reel.height", -BIG))
values("rates", *everywhere("reel.fps_num", BIG), *everywhere("reel.fps_den", 0))
values("rates-least", *everywhere("reel.fps_num", -MOST - 1), *everywhere("reel.fps_den", -1))
values("rotation", *everywhere("reel.rotation reel.mirrored reel.variable_fps reel.bit_depth reel.gone", BIG))
values("moments", *everywhere("reel.thumbnail_ms reel.first_picture_ms reel.thumbnail_asked", BIG))
values("moments-negative", *everywhere("reel.thumbnail_ms reel.first_picture_ms reel.thumbnail_asked", -BIG))
values("confidence", *everywhere("reel_tag.confidence reel_tagging.confidence", 1_000_000_000))
values("confidence-most", *everywhere("reel_tag.confidence reel_tagging.confidence", MOST))
values("confidence-negative", *everywhere("reel_tag.confidence reel_tagging.confidence", -1))
values("packed-ones", *everywhere("reel_tagging.tags", "x'" + "ff" * 200 + "'"))
values("packed-zeros", *everywhere("reel_tagging.tags", "zeroblob(100000)"))
values("packed-huge", ("UPDATE reel_tagging SET tags = ?", (b"\x06\x7f" + b"\xff\xff\xff\xff\x7f" * 8_000_000,)))
DATES = "reel.recorded_unix reel.added_unix edit.edited_unix saved_search.saved_unix saved_playlist.saved_unix"
for _name, _value in {"9999": 253_402_300_800, "past": -(10**15), "most": MOST, "least": -MOST - 1, "real": "1e18"}.items():
    values(f"dates-{_name}", *everywhere(DATES, _value))
values("undone", "INSERT INTO undone_edit VALUES(9223372036854775807, -9223372036854775808)")
values("batch-most", *everywhere("edit.batch", MOST))
values("rating-99", "UPDATE edit SET number = 99 WHERE action = 'rating'")
values("rating-most", "UPDATE edit SET number = 9223372036854775807, end_number = -9223372036854775808")
values("trim-odd", "UPDATE edit SET action = 'trim', number = 9223372036854775807, end_number = -9223372036854775808")
values("edit-unknown", "UPDATE edit SET action = 'format-disk', facet = 'x', value = 'y', role = 'z'")
values("status-unknown", *everywhere("reel.status reel.container reel.probe reel.duration_source reel.thumbnail_reason", "'?'"))
values("ids-most", "UPDATE reel SET id = 9223372036854775807 WHERE path LIKE 'Inner%'")
values("ids-negative", "UPDATE reel SET id = -id")
values("orphans", "DELETE FROM reel WHERE path NOT LIKE 'Inner%'")
values("facts-version", *everywhere("reel.facts_version", BIG))
values("location", *everywhere("reel.location", "'+999999999999/x'"))
values("numbers-most", *(f"UPDATE OR IGNORE {table} SET {column} = 9223372036854775807" for table, column in [
    ("file", "modified"), ("file", "changed"), ("file", "inode"), ("file", "settled"), ("file", "gone"), ("sidecar", "was_read"),
    ("own_words", "batch"), ("sidecar_text", "position"), ("evidence", "position"), ("saved_playlist", "id")]))
values("query-bomb", ("UPDATE saved_search SET query = ?", ("(" * 200_000 + "hip" + ")" * 200_000,)))
values("query-of-itself", "UPDATE saved_search SET query = '@mine or @mine'")
values("query-chain", *(("INSERT INTO saved_search VALUES(?, ?, 0)", (f"s{n}", f"@s{n + 1} or @s{n + 1}")) for n in range(64)),
       extra=(("find-chain", ("find", "@s0")), ("show-chain", ("playlist", "six-way-tour", "--query", "@s0"))),
       must=(*VALUES, "find-chain", "show-chain"))
values("query-words", ("UPDATE saved_search SET query = ?", (" or ".join(f"w{n}" for n in range(100_000)),)))


def nulls(name, table, statement, parameters=()):
    @case(f"null-{name}", must=(
        {"saved_search": "searches", "saved_playlist": "history"}.get(table, "undo"), "index", "export-all", "complete-search",
        "check", *VALUES))
    def make(place):
        with database.unchecked(place, table) as connection:
            connection.execute(statement, parameters)


nulls("search", "saved_search", "UPDATE saved_search SET query = NULL, saved_unix = NULL")
nulls("reel", "reel", "UPDATE reel SET key = NULL, status = NULL, path = NULL, path_text = NULL, added_unix = NULL")
nulls("reel-bytes", "reel", "UPDATE reel SET byte_count = NULL, gone = NULL, facts_version = NULL")
nulls("edit", "edit", "UPDATE edit SET batch = NULL, action = NULL, edited_unix = NULL")
nulls("evidence", "evidence", "UPDATE evidence SET source = NULL, text = NULL")
nulls("playlist", "saved_playlist", "UPDATE saved_playlist SET name = NULL, routine = NULL, saved_unix = NULL")
nulls("tagging", "reel_tagging", "UPDATE reel_tagging SET tags = NULL, digest = NULL, confidence = NULL")
nulls("tag-name", "tag_name", "UPDATE tag_name SET facet = NULL, value = NULL, role = NULL")


# Sizes

LONG = 60_000_000


def long_text(name, statement, **options):
    """A text of 60 MB; made by SQLite, so that it is never in this program's memory twice."""
    values(f"long-{name}", statement.replace("LONG", f"(SELECT replace(hex(zeroblob({LONG // 2})), '00', 'hi'))"), **options)


SIZES = ("show", "check", "export", "rebuild", "status", "find-json", "index", "gallery", "site-copy", "retag")
long_text("note", "UPDATE edit SET text = LONG WHERE action = 'note'", must=SIZES)
long_text("evidence", "UPDATE evidence SET text = LONG WHERE reel = 2", must=(*SIZES, "why"))
long_text("search", "UPDATE saved_search SET query = LONG", must=("searches", "rebuild", "complete-search", *SIZES))
long_text("search-name", "UPDATE saved_search SET name = LONG", must=("searches", "rebuild", "complete-search", *SIZES))
long_text("path", "UPDATE reel SET path_text = LONG WHERE id = 2", must=SIZES)
long_text("path-bytes", "UPDATE reel SET path = CAST(LONG AS BLOB) WHERE id = 2", must=SIZES)
long_text("packed", "UPDATE reel_tagging SET tags = CAST(LONG AS BLOB) WHERE reel = 2", must=SIZES)
long_text("tag-name", "UPDATE tag_name SET value = LONG WHERE id = 1", must=(*SIZES, "coverage"))
long_text("status", "UPDATE reel SET status = LONG, reason = LONG WHERE id = 2", must=("index", *SIZES))
long_text("sidecar", "UPDATE sidecar_text SET text = LONG", must=("import", "rate", "index", *SIZES))
long_text("words", "UPDATE reel_words_content SET c0 = LONG WHERE id = 2", must=(*SIZES, "find-words"))

ROWS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < {})"


def many(name, count, statement, **options):
    values(f"many-{name}", f"{ROWS.format(count)} {statement}", **options)


many("reels-of-playlist", 100_000, "INSERT INTO saved_reel SELECT 1, x, 2 FROM n", must=(
    "history", "playlist-fresh", "playlist-save", "check", "rebuild", "index", "status"), both=True)
many("playlists", 100_000, "INSERT INTO saved_playlist SELECT x + 1, 'n' || x, 'anna', 'six-way-tour', x FROM n", must=(
    "history", "playlist-fresh", "rebuild", "check", "index"))
many("evidence", 300_000, "INSERT INTO evidence SELECT 2, x + 100, 'caption', NULL, 'hip flexor stretch ' || x FROM n", must=(
    "why", "show", "export", "check", "retag", "index", "rebuild", "site-copy", "gallery"))
many("edits", 200_000, "INSERT INTO edit(batch, reel, action, text, edited_unix) SELECT x + 10, 2, 'note', 'n' || x, x FROM n",
     must=("rebuild", "import", "rate", "show", "export", "check", "undo", "find-json", "index"))
many("searches", 100_000, "INSERT INTO saved_search SELECT 's' || x, '@s' || (x + 1), 0 FROM n", must=(
    "searches", "complete-search", "export", "check", "find", "rebuild"))
many("tag-names", 200_000, "INSERT INTO tag_name SELECT x + 1000, 'equipment', 'thing-' || x, '' FROM n", must=(
    "rebuild", "coverage", "find-json", "export", "check", "index", "complete-search"))
many("tags", 300_000, "INSERT OR IGNORE INTO reel_tag SELECT x, 8000, 2, 900 FROM n", must=(
    "coverage", "find-json", "export", "check", "index", "rebuild"))
many("fields", 100_000, "INSERT INTO field SELECT 2, x + 100, 'k', 'v' FROM n", must=("rebuild", "show", "export", "check", "index"))
many("subtitles", 200_000, "INSERT INTO subtitle SELECT 2, 1, x, 'de', 0, 1, 'word ' || x FROM n", must=(
    "index", "rebuild", "export-all", "show", "check", "find-words"))
many("paths", 100_000, "INSERT INTO file SELECT CAST('p' || x || '.mp4' AS BLOB), CAST('p' AS BLOB), 2, 1, 1, 1, x, 1, 0, 1, 0, NULL FROM n",
     must=("index", "rebuild", "export", "show", "dupes", "check", "site-copy", "status"))
many("reels", 50_000, "INSERT INTO reel(key, status, byte_count, added_unix, path, path_text, facts_version) SELECT "
     "printf('%012x', x), 'ok', 5, 0, CAST('p' || x || '.mp4' AS BLOB), 'p' || x || '.mp4', 1 FROM n", must=(
     "find-json", "rebuild", "export", "status", "check", "site-copy", "gallery", "review", "index", "playlist", "coverage"))


# 4, 5, 11: rows that name what is no reel

def row(name, path, put=None, **options):
    @case(f"row-{name}", must=(*PUBLISHERS, "index", "open", "open-dry", "check", "export", "thumbnail-at"), **options)
    def make(place):
        if put:
            put(place)
        move_row(place, VICTIM, os.fsencode(path(place) if callable(path) else path))


def private_file(name, content=b"qzcanary-of-the-persons"):
    def put(place):
        path = place.reels / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)

    return put


# A secret inside of the folder itself: no reel, so it is neither copied nor served.
row("taxes", "taxes.pdf", private_file("taxes.pdf"), both=True)
row("not-a-video", "x.mp4", private_file("x.mp4"), both=True)
row("desktop", "Clamshell.desktop", private_file("Clamshell.desktop", b"[Desktop Entry]\nType=Application\nExec=qzcanary\n"))
row("script", "clip.sh", private_file("clip.sh", b"#!/bin/sh\n# qzcanary\n"))
row("page", "clip.html", private_file("clip.html", b"<script>'qzcanary'</script>"))
row("hidden", ".secret/clip.mp4", private_file(".secret/clip.mp4"))
row("git", ".git/config", private_file(".git/config"))
row("catalog", ".hipreel/catalog.sqlite", both=True)
row("lock", ".hipreel/lock")
row("absolute", lambda place: place.fence / "film.mp4", both=True)
row("absolute-text", lambda place: place.fence / "plain.txt")
row("climbs", "../fence/film.mp4", both=True)
row("climbs-inside", "sub/../../fence/film.mp4", lambda place: (place.reels / "sub").mkdir())
row("dots", "./../fence/./film.mp4")
row("doubled", lambda place: f"/{place.fence}/film.mp4")
row("link-in-path", "sub/film.mp4", lambda place: place.link(place.reels / "sub", place.fence))
row("link-itself", "film.mp4", lambda place: place.link(place.reels / "film.mp4", place.fence / "film.mp4"))
row("proc", lambda place: f"../../../../../../../../../proc/self/root{place.fence}/film.mp4")
row("zero-byte", "film\0.mp4")
row("option", "--version.mp4")
row("address", "http://127.0.0.1:9/x.mp4")
row("empty", "")
row("dot", ".")
row("newline", "a\nfile:///etc/passwd\n#.mp4")
row("fifo", "pipe.mp4", lambda place: os.mkfifo(place.reels / "pipe.mp4"))
row("folder", "sub", lambda place: (place.reels / "sub").mkdir())


# An id that becomes part of a still's path.

def key(name, text, **options):
    @case(f"key-{name}", must=("index", "thumbnail", "thumbnail-at", "thumbnail-auto", "site-copy", "gallery", "find-json", "check",
                               "rebuild", "doctor", "export"), **options)
    def make(place):
        with place.sql() as connection:
            connection.execute("UPDATE reel SET key = ? WHERE path LIKE 'Inner%'", (text,))


key("climbs", "../../../../fence/film")
key("climbs-deep", "ab/../../../../../fence/plain/0")
key("long", "63" * 5000)
key("empty", "")
key("short", "6")
key("accents", "ä" * 12)
key("upper", "63EC0F06827F")


# Pages

def pages(name, change, first=(), **options):
    @case(f"pages-of-{name}", must=(*first, "check", "index", "rebuild", "status", "find-json", "export", "rate", "retag"), **options)
    def make(place):
        with place.sql() as connection:
            roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0").fetchall())
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        whole = database.Pages(place.database)
        change(whole, roots)
        whole.write()


pages("reel-again-and-again", lambda whole, roots: whole.fan(roots["reel"], 3), both=True)
pages("edit-again-and-again", lambda whole, roots: whole.fan(roots["edit"], 3))
pages("evidence-again-and-again", lambda whole, roots: whole.fan(roots["evidence"], 3))
pages("tags-again-and-again", lambda whole, roots: whole.fan(roots["reel_tag"], 3))
pages("search-again-and-again", lambda whole, roots: whole.fan(roots["saved_search"], 3), ("searches",))
pages("checksum-again-and-again", lambda whole, roots: whole.fan(roots["checksum"], 3))
pages("playlist-again-and-again", lambda whole, roots: whole.fan(roots["saved_playlist"], 3), ("history",))
pages("index-again-and-again", lambda whole, roots: whole.fan(roots["reel_by_path"], 3), ("find-json", "undo"))
pages("files-again-and-again", lambda whole, roots: whole.fan(roots["file"], 3))
pages("words-again-and-again", lambda whole, roots: whole.fan(roots["reel_words_data"], 3))
pages("reel-of-itself", lambda whole, roots: whole.loop(roots["reel"]))
pages("evidence-of-itself", lambda whole, roots: whole.loop(roots["evidence"]))
pages("schema-of-itself", lambda whole, roots: whole.pages.__setitem__(0, whole.pages[0][:100] + whole.inner_like(
    whole[roots["reel"]], 1)[: whole.size - 100]))


def free_pages(whole, trunk):
    """A list of free pages that begins at a page of a table."""
    whole.pages[0][32:40] = trunk.to_bytes(4, "big") + (5).to_bytes(4, "big")


pages("free-of-reel", lambda whole, roots: free_pages(whole, roots["reel"]))
pages("free-nowhere", lambda whole, roots: free_pages(whole, 0x7FFFFFFF))


def long_chain(whole, _):
    """A text whose pages of overflow come round again, and that says it has 130 MB."""
    length = 3_000_000
    old_payload, old_serial = None, database.varint(2 * length + 13)
    new_serial = database.varint(2 * 130_000_000 + 13)
    assert len(old_serial) == len(new_serial) == 4
    for number, page in enumerate(whole.pages, 1):
        at = page.find(old_serial)
        if page[0] != database.LEAF_TABLE or at < 0:
            continue
        page[at : at + 4] = new_serial
        for start in range(8, whole.size - 8):
            value, used = database.read_varint(page, start)
            if used == 4 and length < value < length + 200 and start < at:
                old_payload = start
        assert old_payload is not None, number
        value, _ = database.read_varint(page, old_payload)
        page[old_payload : old_payload + 4] = database.varint(value - length + 130_000_000)
        break
    else:
        raise AssertionError("the long text is not there")
    # Pages of overflow begin with the next one's number; those of this text are all alike.
    for number, page in enumerate(whole.pages, 1):
        if page[4:200] == b"A" * 196:
            page[0:4] = number.to_bytes(4, "big")


@case("pages-of-overflow-of-itself", must=("show", "export", "check", "rebuild", "index", "find-json", "site-copy"))
def overflow(place):
    with place.sql() as connection:
        connection.execute("UPDATE edit SET text = CAST(replace(hex(zeroblob(1500000)), '0', 'A') AS TEXT) WHERE action = 'note'")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = database.Pages(place.database)
    long_chain(whole, None)
    whole.write()


@case("catalog-10-gb", must=("status", "find-json", "check", "rebuild", "index", "doctor"))
def sparse(place):
    """A file of 10 GB, most of it nothing."""
    os.truncate(place.database, 10 << 30)


@case("page-count", must=("status", "find-json", "check", "rebuild", "index"))
def page_count(place):
    content = bytearray(place.database.read_bytes())
    content[28:32] = b"\x7f\xff\xff\xff"
    place.database.write_bytes(content)


@case("page-size", must=("status", "find-json", "check", "rebuild", "index"))
def page_size(place):
    content = bytearray(place.database.read_bytes())
    content[16:18] = b"\x02\x00"
    place.database.write_bytes(content)


@case("waiting-log", must=(*READERS, *WRITERS))
def waiting_log(place):
    """A log with changes that are not in the file yet, of ours: a killed writer leaves one. It is used."""
    import sqlite3

    connection = sqlite3.connect(place.database, isolation_level=None)
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("INSERT INTO saved_search VALUES('waiting', 'mode:stretch', 0)")
    for ending in ("", "-wal"):
        content = place.database.with_name(f"catalog.sqlite{ending}").read_bytes()
        (place.catalog / f"copy{ending}").write_bytes(content)
    connection.close()
    (place.catalog / "copy").replace(place.database)
    (place.catalog / "copy-wal").replace(place.database.with_name("catalog.sqlite-wal"))
