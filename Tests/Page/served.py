"""Uses `hipreel gallery` in Chromium as a person would: the pages of gallery.py, and decisions that are kept at once.

    scripts/test-page        sets up and runs it

It is given the program, and a folder of sample reels with a catalog.
"""

import fcntl
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gallery import WIDTHS, Visit, check, coverage_and_routines, failures, keyboard, looks_right, search, three_presses
from playwright.sync_api import sync_playwright

REFUSED = "Failed to load resource: the server responded with a status of {}"


class Server:
    """The running gallery of a folder."""

    def __init__(self, program, reels):
        self.process = subprocess.Popen(
            [program, "gallery", "--no-browser"], cwd=reels, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.next = self.process.stdout

    def address(self):
        """An address that was not used yet: each is good for one browser, and then another one is printed."""
        line = self.next.readline().strip().removeprefix("hipreel-gallery: for another browser: ")
        self.next = self.process.stderr
        check(re.fullmatch(r"http://127\.0\.0\.1:\d+/\?key=[0-9a-f]{32}", line), f"the address is {line!r}")
        return line

    def stop(self):
        self.process.terminate()
        check(self.process.wait(timeout=10) == 0, "it does not end with status 0")


def decide(browser, server, program, reels):
    """A decision is in the catalog when the page says so; one that could not be kept is said to be lost."""

    def hipreel(*arguments):
        return subprocess.run([program, *arguments], cwd=reels, capture_output=True, text=True, check=False)

    visit = Visit(browser, server.address, expected=(REFUSED.format("409 (Conflict)"),))
    page = visit.page
    visit.cards()
    page.locator("#search").fill("IMG_4032")
    visit.cards().first.click()
    with open(Path(reels) / ".hipreel" / "lock", "r+", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # as another hipreel that is changing the catalog has it
        page.get_by_role("button", name="Right: Clamshell").click()
        check(visit.eventually("document.getElementById('live').textContent.includes('409')"), "a refusal is not seen")
    check(page.get_by_role("button", name="Right: Clamshell").count() == 1, "a decision that was refused is shown as if it held")
    page.get_by_role("button", name="Right: Clamshell").click()
    check(visit.eventually("!document.querySelector('[aria-label=\"Right: Clamshell\"]')"), "the accepted tag is still asked about")
    check(hipreel("find", "exercise:clamshell@1", "--paths").stdout == "IMG_4032.MOV\n", "the accepted tag is not in the catalog")
    page.locator("#note").fill("für Anna </script>")
    page.get_by_role("button", name="Save note").click()
    check(visit.eventually("document.getElementById('live').textContent !== ''"), "nothing is said about the note")
    for _ in range(50):
        if hipreel("find", "Anna", "--paths").stdout:
            break
        time.sleep(0.1)
    check(hipreel("find", "Anna", "--paths").stdout == "IMG_4032.MOV\n", "the note is not in the catalog")
    check("Changes" not in page.locator("#nav").inner_text(), "changes wait although there is a server")
    hipreel("tag", "IMG_4032.MOV", "level:advanced")
    visit.go("")
    page.reload()
    visit.cards()
    page.get_by_role("button", name="Advanced").click()
    check(visit.cards().count() == 1, "what the command line decided is not shown after a reload")
    for _ in range(3):
        hipreel("undo")
    visit.close()


def strangers(browser, address):
    """Without the run's key there is a sentence, and no reel."""
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(address.split("?")[0])
    check(answer.status == 403 and "hipreel gallery" in page.inner_text("body"), f"a stranger sees {answer.status}")
    context.close()


def desktop(browser, program, reels):
    """What the desktop's program is given leads a browser in, holds no key in its name, and is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told"
        stub = Path(folder) / "xdg-open"
        stub.write_text(f"#!/bin/sh\nprintf %s \"$1\" > '{told}.part' && mv '{told}.part' '{told}'\n", encoding="utf-8")
        stub.chmod(0o755)
        environment = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}", "XDG_RUNTIME_DIR": folder}
        process = subprocess.Popen(
            [program, "gallery"], cwd=reels, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        address = process.stdout.readline().strip()
        for _ in range(100):
            if told.exists():
                break
            time.sleep(0.1)
        page = Path(told.read_text(encoding="utf-8"))
        check(page.is_file() and page.stat().st_mode & 0o77 == 0, f"others may read {page}")
        check("key=" in page.read_text(encoding="utf-8") and "key" not in str(page), "the key is in an argument")
        context = browser.new_context()
        visit = context.new_page()
        visit.goto(page.as_uri())
        visit.wait_for_url(address.split("?")[0])
        visit.wait_for_selector(".card")
        check(not page.exists(), "the page with the key is still there")
        context.close()
        process.terminate()
        process.wait(timeout=10)


def main(program, reels):
    server = Server(program, reels)
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        first = server.address()
        strangers(browser, first)
        three_presses(browser, first)
        search(browser, server.address)
        keyboard(browser, server.address)
        coverage_and_routines(browser, server.address)
        looks_right(browser, server.address, WIDTHS[::2])
        decide(browser, server, program, reels)
        desktop(browser, program, reels)
        browser.close()
    server.stop()
    print(f"served: {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
