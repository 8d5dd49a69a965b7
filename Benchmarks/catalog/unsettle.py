"""Makes a catalog look as if another vocabulary had tagged it.

  unsettle.py FOLDER [all]

With `all` that vocabulary was less sure: every confidence is a thousandth lower, in both places where it is kept.
"""

import sqlite3
import sys


def numbers(packed):
    """The LEB128 numbers of a packed tagging (Sources/ReelLibrary/Store/PackedTags.swift), entries left out."""
    place = 0

    def number():
        nonlocal place
        value = shift = 0
        while True:
            byte = packed[place]
            place += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    for _ in range(number()):
        length = number()
        place += length
    head = packed[:place]
    rest = []
    while place < len(packed):
        rest.append(number())
    return head, rest


def packed(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def lowered(tags):
    head, rest = numbers(tags)
    place = 1
    for _ in range(rest[0]):
        rest[place + 1] -= 1
        place += 3 + 5 * rest[place + 2]
    return head + b"".join(packed(number) for number in rest)


def main():
    database = sqlite3.connect(f"{sys.argv[1]}/.hipreel/catalog.sqlite")
    database.create_function("lowered", 1, lowered, deterministic=True)
    database.execute("UPDATE reel SET tagged_with = 'none'")
    if sys.argv[2:] == ["all"]:
        database.execute("UPDATE reel_tagging SET digest = 0, confidence = confidence - 1, tags = lowered(tags)")
        database.execute("UPDATE reel_tag SET confidence = confidence - 1")
    database.commit()


main()
