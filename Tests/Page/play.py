"""Plays the page for a client in Chromium, by keyboard alone, and checks what a person would see.

    scripts/test-page        sets up and runs it

The routine's own seconds pass on a clock that this script winds, so a routine of minutes takes seconds.
"""

import json
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

failures = []


def check(condition, what):
    if not condition:
        failures.append(what)
        print(f"page: {what}", file=sys.stderr)


def open_page(browser, address, width, scheme, locale="en-GB"):
    """A page on a clock of our own, that notes everything it should not do."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    page.on("console", lambda message: check(message.type not in ("error", "warning"), f"console: {message.text}"))
    page.on("pageerror", lambda error: check(False, f"error: {error}"))
    page.on("dialog", lambda dialog: (check(False, f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda request: check(request.url.startswith(("file:", "data:")), f"request: {request.url}"))
    page.clock.install(time=0)
    page.goto(address)
    return page


def accessible(page, when):
    for violation in Axe().run(page).response["violations"]:
        places = ", ".join(node["html"][:80] for node in violation["nodes"])
        check(False, f"{when}: {violation['id']}: {violation['help']}: {places}")


def text(page, name):
    return page.locator(f"#{name}").inner_text() if page.locator(f"#{name}").is_visible() else ""


def play_through(page, steps):
    """Space starts; then every step is shown with its side, cue and time, and every rest, to the end."""
    page.keyboard.press("Space")
    for index, step in enumerate(steps):
        here = f"step {index + 1}"
        check(page.evaluate("document.body.dataset.phase") == "work", f"{here}: is not at work")
        check(text(page, "name") == step["title"], f"{here}: is called {text(page, 'name')!r}")
        side = {"left": "Left side", "right": "Right side"}.get(step.get("side"), "")
        check(text(page, "side") == side, f"{here}: its side is {text(page, 'side')!r}")
        check(text(page, "cue").lower() == step.get("cue", ""), f"{here}: its cue is {text(page, 'cue')!r}")
        seconds = step["seconds"]
        shown = f"{seconds // 60}:{seconds % 60:02}" if seconds >= 60 else str(seconds)
        check(text(page, "clock") == shown, f"{here}: the timer begins at {text(page, 'clock')!r}, not {shown}")
        page.clock.run_for(1000 * (seconds - 1))
        check(text(page, "clock") == "1", f"{here}: the timer ends at {text(page, 'clock')!r}")
        page.clock.run_for(1000)
        if step["rest"] and index + 1 < len(steps):
            check(page.evaluate("document.body.dataset.phase") == "rest", f"{here}: no rest follows")
            check(text(page, "name") == "Next: " + steps[index + 1]["title"], f"{here}: the rest does not say what is next")
            page.clock.run_for(1000 * step["rest"])
    check(page.evaluate("document.body.dataset.phase") == "done", "it does not end")
    check(page.get_attribute("#bar", "aria-valuenow") == "100", "the bar does not end at 100")


def keys(page):
    """Pause and go on, next and previous, sound; tab reaches every control."""
    page.keyboard.press("Space")
    page.clock.run_for(2000)
    page.keyboard.press("Space")
    paused = text(page, "clock")
    page.clock.run_for(5000)
    check(text(page, "clock") == paused, "the clock runs while paused")
    page.keyboard.press("ArrowRight")
    check(page.evaluate("document.body.dataset.step") == "1", "the right arrow does not go on")
    page.keyboard.press("ArrowLeft")
    check(page.evaluate("document.body.dataset.step") == "0", "the left arrow does not go back")
    page.keyboard.press("m")
    check(page.get_attribute("#sound", "aria-pressed") == "false", "M does not switch the sound off")
    reached = set()
    for _ in range(8):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id"))
    check({"toggle", "next", "sound"} <= reached, f"tab reaches {sorted(reached)}")


def data_of(page):
    return json.loads(page.locator("#data").text_content())


def in_german(folder):
    """The address of the same page with German words, made up where the vocabulary has none yet."""
    head, rest = (Path(folder) / "index.html").read_text(encoding="utf-8").split('type="application/json">', 1)
    text, tail = rest.split("</script>", 1)
    data = json.loads(text)
    if "de" not in data["words"]:
        mark = lambda value: [f"de {text}" for text in value] if isinstance(value, list) else f"de {value}"
        data["words"]["de"] = {name: mark(value) for name, value in data["words"]["en"].items()}
    text = json.dumps(data).replace("<", "\\u003c")
    page = Path(folder) / "german.html"
    page.write_text(f'{head}type="application/json">{text}</script>{tail}', encoding="utf-8")
    return page.resolve().as_uri()


def before_the_start(page, language, when):
    """What to read before the start, in the reader's language, and what to take care with beside the reel."""
    data = data_of(page)
    words, steps = data["words"][language], data["steps"]
    block = page.locator("#before")
    check(block.is_visible() and block.get_attribute("lang") == language, f"{when}: nothing to read before the start")
    above = "document.getElementById('before').compareDocumentPosition(document.getElementById('player')) & 4"
    check(page.evaluate(above), f"{when}: the start comes first")
    check(text(page, "beforetitle") == words["beforeStart"], f"{when}: its heading is {text(page, 'beforetitle')!r}")
    headings = block.locator("h3").all_inner_texts()
    check(headings == [words["emergency"], words["seeFirst"]], f"{when}: whom to see is {headings}")
    items = block.locator("li").all_inner_texts()
    check(items == words["emergencies"] + words["reasons"], f"{when}: the signs are {items}")
    check(text(page, "note") == data["note"], f"{when}: the note is {text(page, 'note')!r}")
    seen = page.locator("body").inner_text()
    check(seen.count(words["stop"]) == 1, f"{when}: when to stop is said {seen.count(words['stop'])} times")
    check(seen.rindex(words["stop"]) < seen.index("In order"), f"{when}: when to stop is not said before the start")
    accessible(page, f"{when}, before the start")

    careful = [index for index, step in enumerate(steps) if step.get("cautions")]
    check(careful and len(careful) < len(steps), f"{when}: {len(careful)} steps need care")
    page.keyboard.press("Space")
    for index, step in enumerate(steps):
        care = "; ".join(words["cautions"][place] for place in step.get("cautions", []))
        care = f"{words['caution']} {care}." if care else ""
        check(text(page, "caution") == care, f"{when}: beside step {index + 1} is {text(page, 'caution')!r}")
        row = page.locator("#list li").nth(index)
        check(care in row.inner_text() and (row.locator(".caution").count() == 1) == bool(care), f"{when}: row {index + 1}")
        said = page.locator("#live")
        check(said.inner_text().endswith(care or "seconds"), f"{when}: step {index + 1} is announced as {said.inner_text()!r}")
        if care:
            for place in (page.locator("#caution"), row.locator(".caution"), said.locator("span")):
                check(place.get_attribute("lang") == language, f"{when}: the language of what to take care with")
        page.keyboard.press("ArrowRight")
    check(not page.evaluate(above), f"{when}: what was to be read is still above the reel")
    check(block.is_visible(), f"{when}: what was to be read is gone")
    accessible(page, f"{when}, playing")


def main(folder, careful):
    address = (Path(folder) / "index.html").resolve().as_uri()
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for width in (360, 1280):
            for scheme in ("light", "dark"):
                page = open_page(browser, address, width, scheme)
                steps = data_of(page)["steps"]
                accessible(page, f"{width} px, {scheme}, before the start")
                wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
                check(not wide, f"{width} px: it can be scrolled sideways")
                keys(page)
                accessible(page, f"{width} px, {scheme}, paused")
                page.close()
        flagged = (Path(careful) / "index.html").resolve().as_uri()
        german = in_german(careful)
        for locale, language, source in (("en-GB", "en", flagged), ("de-AT", "de", german), ("pl-PL", "en", german)):
            for width, scheme in ((360, "dark"), (1280, "light")):
                page = open_page(browser, source, width, scheme, locale)
                before_the_start(page, language, f"{locale}, {width} px")
                wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
                check(not wide, f"{locale}, {width} px: it can be scrolled sideways")
                page.close()

        page = open_page(browser, address, 1280, "light")
        stop = data_of(page)["words"]["en"]["stop"]
        check(page.locator("body").inner_text().count(stop) == 1, "when to stop is not said once")
        play_through(page, steps)
        accessible(page, "at the end")
        page.close()

        # A reel that plays is seen, one that cannot be decoded shows its still and says so.
        page = browser.new_page()
        page.goto(address)
        page.keyboard.press("Space")
        seen = "!document.getElementById('video').hidden && document.getElementById('video').currentTime > 0.2"
        for _ in range(100):  # the page's policy forbids the usual way to wait for an expression
            if page.evaluate(seen):
                break
            page.wait_for_timeout(100)
        check(page.evaluate(seen), "the reel does not play")
        page.evaluate("document.getElementById('video').src = 'missing.mp4'")
        page.wait_for_selector("#blank", state="visible")
        check(page.locator("#still").is_visible(), "a reel that cannot be played shows no still")
        browser.close()
    print(f"page: {len(steps)} steps played, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
