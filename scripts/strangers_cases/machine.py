"""Keeps the machine itself out of reach: what root runs here sees devices of its own."""

import os
import pathlib
import stat
import subprocess
import sys

INSIDE = "STRANGERS_OWN_DEVICES"
DEVICES = {"null": (1, 3), "zero": (1, 5), "full": (1, 7), "random": (1, 8), "urandom": (1, 9), "tty": (5, 0)}
LINKS = {"fd": "/proc/self/fd", "stdin": "/proc/self/fd/0", "stdout": "/proc/self/fd/1", "stderr": "/proc/self/fd/2"}


def has_own_devices():
    return INSIDE in os.environ


def run_inside(work):
    """Runs this program again where /dev is its own. Returns its status, None when the machine does not allow that.

    A tool that replaces /dev/null or /dev/stdout as root would otherwise do it to the machine: it happened.
    """
    trial = work / "null"
    try:
        os.mknod(trial, stat.S_IFCHR | 0o666, os.makedev(*DEVICES["null"]))
        trial.write_bytes(b"x")
    except OSError:
        return None
    if subprocess.run(["unshare", "-m", "mount", "-n", "-t", "tmpfs", "none", work], capture_output=True, check=False).returncode:
        return None
    inner = subprocess.Popen(["unshare", "-m", sys.executable, *sys.argv], env=os.environ | {INSIDE: str(work)})
    try:
        return inner.wait()
    except BaseException:
        inner.terminate()
        inner.wait()
        raise


def make_devices():
    """Puts a folder of our own devices in the place of /dev, for this process and those that it starts."""
    subprocess.run(["mount", "-n", "-t", "tmpfs", "-o", "mode=755", "none", "/dev"], check=True)
    old = os.umask(0)
    for name, numbers in DEVICES.items():
        os.mknod(f"/dev/{name}", stat.S_IFCHR | 0o666, os.makedev(*numbers))
    os.umask(old)
    for name, target in LINKS.items():
        os.symlink(target, f"/dev/{name}")


def quick_folder():
    """A folder to work in that is in memory and gone with this process; its name stays the other program's to remove."""
    folder = pathlib.Path(os.environ[INSIDE])
    subprocess.run(["mount", "-n", "-t", "tmpfs", "-o", "mode=755", "none", folder], check=True)
    return folder


def devices():
    """What /dev holds: of each entry its kind, its numbers and where it leads."""
    found = {}
    for path in pathlib.Path("/dev").iterdir():
        seen = path.lstat()
        if stat.S_ISDIR(seen.st_mode):
            continue
        found[path.name] = (stat.filemode(seen.st_mode), seen.st_rdev, os.readlink(path) if path.is_symlink() else None)
    return found


def changes(before):
    """In words, what of /dev is no longer as it was, and whether its null device is one."""
    after = devices()
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield f"/dev/{name} was {before.get(name)} and is {after.get(name)}"
    null = os.lstat("/dev/null")
    if not stat.S_ISCHR(null.st_mode) or (os.major(null.st_rdev), os.minor(null.st_rdev)) != DEVICES["null"]:
        yield "/dev/null is not the null device"
