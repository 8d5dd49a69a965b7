"""Writes what SQLite itself never would: journals of somebody else's, trees without an end, cells of the wrong type."""

import contextlib
import os
import re
import struct

JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
SECTOR = 512
# The page that is never used, at the byte where SQLite's locks are; it marks the name of a super-journal.
LOCK_BYTE = 0x40000000
LEAF_TABLE, LEAF_INDEX = 0x0D, 0x0A
INNER_TABLE, INNER_INDEX = 0x05, 0x02


def page_size(content):
    size = struct.unpack(">H", content[16:18])[0]
    return 65536 if size == 1 else size


def hot_journal(database, super_journal, changed_page=None):
    """A rollback journal that looks as if a writer had died, and that belongs to a super-journal of some name."""
    content = database.read_bytes()
    size = page_size(content)
    records = b""
    if changed_page is not None:
        # A page's old content, with its sum: each 200th byte from the end.
        old = bytearray(content[(changed_page - 1) * size : changed_page * size])
        old[size // 2 :] = bytes(size - size // 2)
        nonce = 7
        total = (nonce + sum(old[at] for at in range(size - 200, 0, -200))) & 0xFFFFFFFF
        records = struct.pack(">I", changed_page) + bytes(old) + struct.pack(">I", total)
    head = JOURNAL_MAGIC + struct.pack(">IIIII", 1 if records else 0, 7, len(content) // size, SECTOR, size)
    name = os.fsencode(super_journal)
    tail = b""
    if name:
        tail = struct.pack(">I", LOCK_BYTE // size + 1) + name
        tail += struct.pack(">II", len(name), sum(name) & 0xFFFFFFFF) + JOURNAL_MAGIC
    return head.ljust(SECTOR, b"\0") + records + tail


# The schema

def columns(connection, table):
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def view_in_place_of(connection, table, attack, instead=()):
    """Renames a table and puts a view of its name there, with `{old}` for the table in what is asked.

    instead: columns with other expressions than themselves."""
    other = dict(instead)
    listed = ", ".join(f"{other.get(name, f'o.{name}')} AS {name}" for name in columns(connection, table))
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute(f"ALTER TABLE {table} RENAME TO {table}_old")
    connection.execute(f"CREATE VIEW {table} AS {attack.format(columns=listed, old=f'{table}_old')}")


ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"


def change_schema(connection, table, change):
    """Edits the text of a table's schema behind SQLite's back. Takes effect when the file is reopened."""
    text = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (change(text), table))
    connection.execute("PRAGMA writable_schema = OFF")
    return text


@contextlib.contextmanager
def unchecked(place, table):
    """A connection for which a table's columns may be NULL; afterwards the schema reads as before."""
    with place.sql() as connection:
        before = change_schema(connection, table, lambda text: re.sub(r"\bNOT NULL\b", "", text))
    with place.sql() as connection:
        yield connection
        change_schema(connection, table, lambda _: before)


# Pages

class Pages:
    """A database's file as pages, the first of them number 1."""

    def __init__(self, path):
        self.path = path
        content = path.read_bytes()
        self.size = page_size(content)
        self.pages = [bytearray(content[at : at + self.size]) for at in range(0, len(content), self.size)]

    def __getitem__(self, number):
        return self.pages[number - 1]

    def write(self):
        self.pages[0][28:32] = struct.pack(">I", len(self.pages))
        self.path.write_bytes(b"".join(self.pages))

    def add(self, page):
        """Its number."""
        self.pages.append(bytearray(page.ljust(self.size, b"\0")))
        return len(self.pages)

    def inner_like(self, leaf, child):
        """A page that leads to one child as often as there is room."""
        kind = leaf[0]
        pointer = struct.pack(">I", child)
        if kind == LEAF_TABLE:
            cells = [pointer + varint(number) for number in range(1, 400)]
        else:
            cells = [pointer + self.first_cell(leaf)] * 400
        return self.inner(INNER_TABLE if kind == LEAF_TABLE else INNER_INDEX, cells, child)

    def inner(self, kind, cells, last):
        chosen, room = [], self.size - 12
        for cell in cells:
            if room < len(cell) + 2:
                break
            room -= len(cell) + 2
            chosen.append(cell)
        page, end, places = bytearray(self.size), self.size, []
        for cell in chosen:
            end -= len(cell)
            page[end : end + len(cell)] = cell
            places.append(end)
        page[0:12] = struct.pack(">BHHHBI", kind, 0, len(chosen), end, 0, last)
        page[12 : 12 + 2 * len(places)] = struct.pack(f">{len(places)}H", *places)
        return page

    def first_cell(self, leaf):
        at = struct.unpack(">H", leaf[8:10])[0]
        length, used = read_varint(leaf, at)
        return bytes(leaf[at : at + used + length])

    def fan(self, root, depth):
        """Moves a root's leaf elsewhere and makes the root the top of a tree that leads there times without number."""
        # An inner root of a table leads to its last leaf.
        leaf = self[root]
        while leaf[0] in {INNER_TABLE, INNER_INDEX}:
            leaf = self[struct.unpack(">I", leaf[8:12])[0]]
        leaf = bytearray(leaf)
        child = self.add(leaf)
        for _ in range(depth - 1):
            child = self.add(self.inner_like(leaf, child))
        self.pages[root - 1] = self.inner_like(leaf, child)

    def loop(self, root):
        """Makes a root its own child."""
        self.pages[root - 1] = self.inner_like(bytearray(self[root]) if self[root][0] in {LEAF_TABLE, LEAF_INDEX}
                                               else bytearray(b"\x0d").ljust(self.size, b"\0"), root)


def root_page(connection, name):
    return connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]


def varint(number):
    parts = [number & 0x7F]
    while number := number >> 7:
        parts.append(number & 0x7F | 0x80)
    return bytes(reversed(parts))


def read_varint(content, at):
    value = used = 0
    while True:
        byte = content[at + used]
        used += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80 or used == 9:
            return value, used
