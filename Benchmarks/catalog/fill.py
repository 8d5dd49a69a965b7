"""Fills an empty catalog with reels whose names and texts are our own words, without any video.

  fill.py FOLDER COUNT WORDS [--words-index] [--files]

WORDS is Tests/ReelCatalogTests/Tagging/own-words.tsv. Reels get no tags: `hipreel retag` makes them. With
--words-index they can be found by a free word as well, which otherwise the index run sees to. With --files an empty
file is made for each, so that the next index run finds all of them as it left them.
"""

import hashlib
import os
import sqlite3
import sys

ENDINGS = ["mp4", "mov", "MOV", "webm"]
SIZES = [(1080, 1920), (720, 1280), (1920, 1080), (2160, 3840)]


def reels(count, names, captions):
    for n in range(1, count + 1):
        folder = f"day {n % 300}"
        name = f"{names[n % len(names)].replace('/', '-')} {n}.{ENDINGS[n % 4]}"
        texts = [("filename", None, name), ("folder", None, folder)]
        if n % 2:
            texts.insert(0, ("embedded", "title", names[n * 7 % len(names)]))
        if n % 3 == 0:
            texts.insert(0, ("sidecar", "description", captions[n % len(captions)]))
        yield n, f"{folder}/{name}", texts


def made(path):
    """Makes an empty file; returns its size, times and inode."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        status = os.fstat(file.fileno())
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def main():
    folder, count, words = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    with_words = "--words-index" in sys.argv[4:]
    with_files = "--files" in sys.argv[4:]
    with open(words, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    names = [row[3] for row in rows if row[0] != "caption"]
    captions = [row[3] for row in rows if row[0] == "caption"]

    database = sqlite3.connect(f"{folder}/.hipreel/catalog.sqlite")
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA cache_size = -400000")
    for n, path, texts in reels(count, names, captions):
        digest = hashlib.sha256(str(n).encode()).digest()
        width, height = SIZES[n % 4]
        stamp = (0, (1_700_000_000 + n) * 1_000_000_000 + 1, (1_700_000_000 + n) * 1_000_000_000 + 1, n)
        if with_files:
            stamp = made(f"{folder}/{path}")
        database.execute(
            "INSERT INTO reel(id, key, status, byte_count, fingerprint, oshash, container, duration_ms, duration_source,"
            " width, height, coded_width, coded_height, rotation, mirrored, fps_num, fps_den, video_codec, audio_codec,"
            " recorded_text, recorded_unix, recorded_source, thumbnail_ms, thumbnail_reason, probe, added_unix, path,"
            " path_text, facts_version, tagged_with)"
            " VALUES (?, ?, 'ok', ?, ?, ?, 'mp4', ?, 'header', ?, ?, ?, ?, 0, 0, 30, 1, 'h264', 'aac', ?, ?,"
            " 'creation-time', ?, 'clear', 'header', ?, ?, ?, 2, 'none')",
            (n, digest.hex()[:12], 1_000_000 + digest[0] * 65536 + n, digest, digest.hex()[12:28],
             3000 + int.from_bytes(digest[1:3], "big"), width, height, width, height,
             "2024-05-01T10:00:00Z", 1_714_557_600 + n, 1500, 1_700_000_000 + n, path.encode(), path))
        database.execute(
            "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, 1, 0, 1, 0, NULL)",
            (path.encode(), path.rsplit(".", 1)[0].encode(), n, *stamp))
        database.executemany(
            "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)", [(n, place, *text) for place, text in enumerate(texts)])
        if with_words:
            database.execute(
                "INSERT INTO reel_words(rowid, words) VALUES (?, ?)",
                (n, " ".join(text for _, _, text in texts).lower()))
    database.commit()


main()
