"""Mutants of the base's catalog: cells that SQLite writes for us, and bytes of pages that it would not."""

import random
import struct

from . import database

SEED = 16
BIG = 1 << 62


def mutate(place, number):
    """Changes the catalog in a way that depends on the number alone."""
    chance = random.Random(SEED * 1_000_003 + number)
    if number % 2:
        mutate_pages(place, chance)
    else:
        mutate_cells(place, chance)


def mutate_cells(place, chance):
    with place.sql() as connection:
        tables = [row[0] for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")]
        done = 0
        for _ in range(200):
            table = chance.choice(tables)
            column = chance.choice(database.columns(connection, table) or [None])
            if column is None or not (change := cell_change(connection, table, column, chance)):
                continue
            try:
                connection.execute(*change)
            except Exception:  # What a table refuses by itself is no mutant.
                continue
            done += 1
            if done > chance.choice([0, 0, 1, 4]):
                break


def cell_change(connection, table, column, chance):
    count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    if not count:
        return None
    value, parameters = chance.choice([
        ("NULL", ()), ("?", (BIG,)), ("?", (BIG * 2 - 1,)), ("?", (-BIG * 2,)), ("?", (-1,)), ("?", (0,)), ("1e300", ()),
        ("9e999", ()), ("?", (chance.randbytes(chance.choice([0, 1, 4, 40, 4000])),)), ("?", ("",)), ("?", ("x" * 100_000,)),
        ("?", (chance.randrange(-1000, 1000),)), ("CAST(x'ff80c328eda080' AS TEXT)", ()), ("?", ("../../fence/film.mp4",)),
        ("CAST(COLUMN AS BLOB)", ()), ("CAST(COLUMN AS TEXT)", ()), ("COLUMN || COLUMN", ()), ("-COLUMN", ()),
        ("?", ("\x1b[2J\u202e\n\"'<>",)), ("?", ("9" * 400,)), ("CAST(zeroblob(300) AS TEXT)", ()),
    ])  # fmt: skip
    where = "1" if chance.random() < 0.3 else f"(SELECT x.{column} FROM {table} x LIMIT 1 OFFSET {chance.randrange(count)}) IS {column}"
    return f"UPDATE OR IGNORE {table} SET {column} = {value.replace('COLUMN', column)} WHERE {where}", parameters


def mutate_pages(place, chance):
    with place.sql() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = database.Pages(place.database)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        page = chance.choice(whole.pages)
        kind = chance.randrange(8)
        at = chance.randrange(len(page)) if chance.random() < 0.6 else chance.randrange(120)
        length = min(chance.choice([1, 1, 2, 4, 16, 200]), len(page) - at)
        if kind == 0:
            page[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            page[at : at + length] = bytes(length)
        elif kind == 2:
            page[at : at + length] = b"\xff" * length
        elif kind == 3:
            page[at : at + length] = chance.randbytes(length)
        elif kind == 4 and page is not whole.pages[0]:
            page[:] = chance.choice(whole.pages)
        elif kind == 5:
            swap_children(whole, page, chance)
        elif kind == 6 and page is not whole.pages[0]:
            page[:] = bytes(len(page))
        elif kind == 7:
            # The number of cells, and where they begin.
            start = 100 if page is whole.pages[0] else 0
            page[start + 3 : start + 5] = struct.pack(">H", chance.choice([0, 1, 255, 4096, 65535]))
    if chance.random() < 0.1:
        del whole.pages[chance.randrange(1, len(whole.pages)) :]
    if chance.random() < 0.1:
        number = chance.randrange(1, len(whole.pages) + 1)
        whole.loop(number) if number > 1 else None
    place.database.write_bytes(b"".join(whole.pages))


def swap_children(whole, page, chance):
    """Points a page of a tree, or what is taken for one, at pages that are not its own."""
    start = 100 if page is whole.pages[0] else 0
    if page[start] not in {database.INNER_TABLE, database.INNER_INDEX}:
        page[start] = chance.choice([database.INNER_TABLE, database.INNER_INDEX])
    page[start + 8 : start + 12] = struct.pack(">I", chance.randrange(0, len(whole.pages) + 2))
    count = min(struct.unpack(">H", page[start + 3 : start + 5])[0], 100)
    for number in range(count):
        place = start + 12 + 2 * number
        at = struct.unpack(">H", page[place : place + 2])[0]
        if at + 4 <= len(page):
            page[at : at + 4] = struct.pack(">I", chance.randrange(1, len(whole.pages) + 1))
