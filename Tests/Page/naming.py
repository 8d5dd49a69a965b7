"""Names reels on the page "Name these" of `hipreel gallery` in Chromium, as a coach would.

    scripts/test-page        sets up and runs it

It is given the program, and a folder with twenty takes of five drills and their table (scripts/make-media --takes), which a catalog
has with what was seen in them.
"""

import subprocess
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from gallery import NO_PRELOAD, Visit, check, failures
from playwright.sync_api import sync_playwright
from served import Server

OWN = """# Anna's drills
names:
  clamshell: [Zorble]   # as she calls it
"""


class Naming(Visit):
    """A visit to the page, that counts what is pressed."""

    def __init__(self, browser, server, *arguments, **options):
        super().__init__(browser, server.address, *arguments, **options)
        self.presses = 0
        self.cards()
        self.page.get_by_role("link", name="Name these").click()
        self.page.wait_for_selector(".take")

    def press(self, key):
        self.presses += 1
        self.page.keyboard.press(key)

    def asked(self):
        """The files of the reels that are asked about."""
        return self.page.locator(".take .name a").all_inner_texts()

    def suggested(self):
        return self.page.locator(".answers .answer strong").all_inner_texts()

    def says(self, words):
        check(self.eventually(f"document.getElementById('live').textContent.includes({words!r})"), f"it does not say {words!r}")

    def moves_on(self, files):
        check(self.eventually(f"!document.querySelector('.take .name a') || ![...document.querySelectorAll('.take .name a')]"
                              f".some(a => {files!r}.includes(a.textContent))"), f"it does not go on after {files}")


def table(reels):
    """What each file shows."""
    lines = (Path(reels) / "takes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.split("\t")[:2] for line in lines)


def looks_right(browser, server):
    for width, height in ((390, 844), (1440, 900)):
        for scheme in ("light", "dark"):
            here = f"naming, {width} px, {scheme}"
            visit = Naming(browser, server, width, height, scheme, motion="reduce")
            visit.page.keyboard.press("e")
            visit.page.locator("#typed").press_sequentially("Annas Uhr")
            visit.page.wait_for_selector(".newone", state="visible")
            check(not visit.page.evaluate("document.documentElement.scrollWidth > innerWidth"), f"{here}: it can be scrolled sideways")
            small = visit.page.evaluate("""[...document.querySelectorAll('.question button, .question input, .question select')].filter(one =>
                one.offsetParent && Math.min(one.offsetHeight, one.offsetWidth) < 48).map(one => one.outerHTML.slice(0, 80))""")
            check(not small, f"{here}: less than 48 px: {small}")
            check(visit.page.locator(".clip video").count() == 0, f"{here}: a video plays although motion is to be reduced")
            for violation in Axe().run(visit.page, options=NO_PRELOAD).response["violations"]:
                places = ", ".join(node["html"][:90] for node in violation["nodes"][:3])
                check(False, f"{here}: {violation['id']}: {violation['help']}: {places}")
            visit.close()


def take_out(browser, server):
    """A reel leaves its group by its cross, its letter, or a drag; nothing is kept until there is an answer."""
    visit = Naming(browser, server)
    page = visit.page
    all_of_them = visit.asked()
    check(len(all_of_them) == 4, f"the first group is {all_of_them}")
    check(visit.eventually("[...document.querySelectorAll('.clip video')].filter(v => v.currentTime > 0.2).length === 4"), "they do not all play")
    check(page.evaluate("[...document.querySelectorAll('.clip video')].every(v => v.muted && v.loop)"), "a video has sound, or ends")
    page.get_by_role("button", name=f"Take out {all_of_them[0]}").click()
    check(visit.asked() == all_of_them[1:], "the cross takes nothing out")
    visit.press("x")
    visit.press("b")
    check(visit.asked() == [all_of_them[1], all_of_them[3]], f"x and a letter leave {visit.asked()}")
    box, zone = page.locator(".take .clip").first.bounding_box(), page.locator(".dropzone").bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 80, steps=3)
    page.mouse.move(zone["x"] + 40, zone["y"] + zone["height"] / 2, steps=5)
    check(page.locator(".dropzone.over").count() == 1, "the drop zone does not show that it is there")
    page.mouse.up()
    check(visit.asked() == [all_of_them[3]], f"a drag leaves {visit.asked()}")
    for _ in range(3):
        visit.press("u")
    check(visit.asked() == all_of_them, f"after putting back there are {visit.asked()}")
    # Mirrored reels are marked where one leg works.
    while "Mirrored" not in page.locator(".sidename").all_inner_texts():
        files = visit.asked()
        visit.press("s")
        visit.moves_on(files)
    all_of_them = visit.asked()
    visit.press("l")
    sides = dict(zip(visit.asked(), page.locator(".sidename").all_inner_texts()))
    check(set(sides.values()) == {"Left", "Right"}, f"the sides are {sides}")
    visit.press("x")
    visit.press("a")
    for file, side in zip(visit.asked(), page.locator(".sidename").all_inner_texts()):
        check(side == sides[file], f"taking one out turns {file} from {sides[file]} to {side}")
    visit.press("u")
    check(page.locator(".sidename").all_inner_texts() == list(sides.values()), "putting back turns reels")
    visit.press("s")
    visit.moves_on(all_of_them)
    visit.press("u")
    check(visit.eventually("document.querySelector('.take .name a').textContent === " + repr(all_of_them[0])), "it does not go back after a skip")
    visit.close()


def name_all(browser, server, hipreel, truth):
    """Twenty reels in five groups: a number where the right name is suggested, else the name typed."""
    visit = Naming(browser, server)
    groups = 0
    while files := visit.asked():
        exercises = {truth[file] for file in files}
        check(len(exercises) == 1, f"these are together: {files}, which are {exercises}")
        groups += 1
        exercise = exercises.pop()
        name = visit.page.evaluate("id => HipReel.valueName('exercise', id)", exercise)
        if name in visit.suggested():
            visit.press(str(visit.suggested().index(name)))
        else:
            visit.press("e")
            visit.page.locator("#typed").press_sequentially(exercise.replace("-", " "))
            visit.press("Enter")
        visit.moves_on(files)
        if visit.page.locator(".nothing").count():
            break
    check(visit.eventually("document.querySelector('.question').innerText.includes('Every reel has a name.')"), "reels remain")
    check(visit.page.get_by_role("link", name="Name these").count() == 0, "the link stays although nothing remains")
    for exercise in sorted(set(truth.values())):
        found = set(hipreel("find", f"exercise:{exercise}@1", "--paths").split())
        check(found == {file for file, shown in truth.items() if shown == exercise}, f"{exercise}: {found}")
    check(groups == 5 and visit.presses <= 6, f"{groups} groups took {visit.presses} presses")
    print(f"naming: 20 reels in {groups} groups, named with {visit.presses} presses")
    return visit


def undo_and_invent(visit, hipreel, reels):
    """Undo takes back the page's own last answer, not what was decided elsewhere; a name of one's own becomes an exercise."""
    some = hipreel("find", "exercise:clamshell@1", "--paths").split()
    hipreel("favourite", some[0])
    visit.press("u")
    visit.page.wait_for_selector(".take")
    files = visit.asked()
    check(len(files) == 4, f"undoing brings back {files}")
    check(hipreel("find", "favourite:yes", "--paths").split() == [some[0]], "undoing took back what was decided elsewhere")
    own = Path(reels) / ".hipreel" / "vocabulary.yaml"
    own.write_text(OWN, encoding="utf-8")
    visit.press("n")
    visit.page.locator("#typed").press_sequentially("Anna's Clock: 'deep'")
    visit.press("Enter")
    check(visit.page.evaluate("document.activeElement.type") == "submit", "Enter does not lead to the form's button")
    position = visit.page.locator("#newposition").input_value()
    check(position != "", "the position is not filled in from what is seen")
    visit.press("Enter")
    visit.says("4 reels are Anna's Clock: 'deep'.")
    text = own.read_text(encoding="utf-8")
    check(text.startswith(OWN) and "  - id: anna-s-clock-deep\n" in text and position in text, f"vocabulary.yaml is now:\n{text}")
    check(set(hipreel("find", "exercise:anna-s-clock-deep@1", "--paths").split()) == set(files), "the reels do not have the new name")
    check(hipreel("vocabulary", "check") != "", "the vocabulary has a mistake")
    visit.press("u")
    visit.page.wait_for_selector(".take")
    check(own.read_text(encoding="utf-8") == text, "undoing an answer changes the vocabulary")
    visit.press("e")
    visit.page.locator("#typed").press_sequentially("anna s clock deep")
    visit.press("Enter")
    visit.says("4 reels are Anna's Clock: 'deep'.")
    visit.close()


def main(program, reels):
    def hipreel(*arguments):
        return subprocess.run([program, *arguments], cwd=reels, capture_output=True, text=True, check=False).stdout

    server = Server(program, reels)
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        looks_right(browser, server)
        take_out(browser, server)
        visit = name_all(browser, server, hipreel, table(reels))
        undo_and_invent(visit, hipreel, reels)
        browser.close()
    server.stop()
    print(f"naming: {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
