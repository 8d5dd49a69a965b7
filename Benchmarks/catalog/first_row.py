"""How long a command takes until its first byte of output, and until its end: the least of some runs, in milliseconds.

  first_row.py [--to-end] RUNS COMMAND [ARGUMENT ...]

Without --to-end the reader goes away after the first row, as `| head -n 1` does.
"""

import os
import sys
import time


def run(command, to_end):
    reading, writing = os.pipe()
    began = time.perf_counter()
    actions = [(os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_CLOSE, reading), (os.POSIX_SPAWN_CLOSE, writing)]
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    os.close(writing)
    first = os.read(reading, 1 << 16)
    first_time = time.perf_counter() - began
    if not first:
        sys.exit(f"{command[0]} wrote nothing")
    while to_end and os.read(reading, 1 << 16):
        pass
    os.close(reading)
    os.waitpid(child, 0)
    return first_time * 1000, (time.perf_counter() - began) * 1000


def main():
    arguments = sys.argv[1:]
    to_end = arguments[0] == "--to-end"
    if to_end:
        arguments.pop(0)
    runs = [run(arguments[1:], to_end) for _ in range(int(arguments[0]))]
    print(f"{min(first for first, _ in runs):.1f} {min(end for _, end in runs):.1f}")


main()
