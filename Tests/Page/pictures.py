"""Makes the pictures of the pages that the documents show.

    scripts/test-page --pictures
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

LIBRARY = "?movement=external-rotation"


def take(page, place, file, before=None):
    page.goto("about:blank")
    page.goto(place)
    page.wait_for_selector("#main > *, #start")
    if before:
        before(page)
    page.wait_for_timeout(600)  # stills fade in
    page.mouse.move(1, 1)
    page.screenshot(path=file, type="jpeg", quality=82)


def open_reel(page):
    page.locator(".card", has_text="Clamshell").click()
    page.wait_for_selector(".tag")
    page.evaluate("{ const video = document.querySelector('video'); video.pause(); video.controls = false; video.currentTime = 4; }")


def open_gap(page):
    page.locator("article:has(.places span:not(.full)) summary").first.click()


def main(site, folder):
    home = (Path(site) / "index.html").resolve().as_uri()
    play = (Path(site) / "play" / "desk-worker-reset.html").resolve().as_uri()
    folder = Path(folder)
    folder.mkdir(exist_ok=True)
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        wide = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        take(wide, f"{home}#/", folder / "library.jpg")
        take(wide, f"{home}#/", folder / "reel.jpg", open_reel)
        take(wide, f"{home}#/coverage", folder / "coverage.jpg")
        take(wide, f"{home}#/routines", folder / "routines.jpg", open_gap)
        take(wide, play, folder / "play.jpg")
        phone = browser.new_page(viewport={"width": 360, "height": 720}, color_scheme="dark", reduced_motion="reduce", device_scale_factor=1.5)
        take(phone, f"{home}#/{LIBRARY}", folder / "phone.jpg")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
