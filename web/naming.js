"use strict";
/* "Name these": reels without a name, those that move alike together; one answer names them all. */
(() => {
  const { make, say, valueName, store, edits } = HipReel;
  /* The answers of this visit, the last one last: undoing takes back these and no others. */
  let steps = [];
  const mostLookedAt = 12;

  async function post(address, what) {
    const answer = await fetch(address, {
      method: "POST", headers: { "Content-Type": "application/json", "X-HipReel-Token": HipReel.site.edits.token }, body: JSON.stringify(what),
    });
    if (!answer.ok) throw new Error((await answer.text()).trim() || String(answer.status));
    const body = await answer.json();
    if (body.exercise) HipReel.site.exercises[body.exercise] = body.name;
    for (const reel of body.reels) store.replace(reel.row, reel.why);
    return body;
  }

  const read = async address => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  HipReel.unnamedCount = () => store.rows.reduce((n, row) => n + (row && row.unnamed ? 1 : 0), 0);

  HipReel.naming = async (main, signal) => {
    document.title = say("nameThese") + " · " + HipReel.site.title;
    const progress = make("progress", { "aria-label": say("nameThese"), max: 1, value: 0 }), count = make("p", { class: "count" });
    const stage = make("div", { class: "question" });
    main.append(make("div", { class: "page naming" },
      make("div", { class: "namehead" }, make("h1", { text: say("nameThese") }), count, progress), stage));
    const nothing = key => stage.replaceChildren(make("p", { class: "nothing", text: say(key) }));
    if (!edits.areSent) { nothing("namingNoServer"); return; }
    nothing("loading");
    while (!store.isComplete && !signal.aborted) await new Promise(done => store.onChange(done, signal));

    let items = [], at = 0, item = null, takes = null, possible = null, side = null, busy = false, letterNext = false;
    let typing = null, none = null, answers = null, sides = [], zone = null, back = null, drawn = 0;
    steps = steps.filter(step => step.decision !== undefined).map(({ decision }) => ({ decision }));

    const open = id => store.reel(id)?.unnamed;
    const rows = () => item.reels.filter(id => !item.out.includes(id)).map(store.reel);
    /** As against the first that is still here. */
    const isMirrored = id => item.mirrored.includes(id) !== item.mirrored.includes(item.reels.find(one => !item.out.includes(one)));
    const other = { left: "right", right: "left" };
    const sideOf = id => side && (isMirrored(id) ? other[side] : side);

    async function load() {
      const { items: all } = await read("groups");
      items = all.map(({ reels, mirrored = [], seen }) => ({ reels, mirrored, seen, out: [] }));
      at = 0;
    }

    function counts() {
      const left = HipReel.unnamedCount();
      count.textContent = item ? say("namingCount", { place: at + 1, all: items.length, n: left }) : "";
      progress.max = Math.max(1, items.length);
      progress.value = at;
      progress.hidden = !item;
    }

    /** The next question that somebody has not answered elsewhere. */
    async function ask(focus = true) {
      takes?.end();
      letterNext = false;
      side = null;
      drawn += 1;
      const turn = drawn;
      while (at < items.length && !items[at].reels.some(open)) at += 1;
      item = items[at] || null;
      counts();
      if (!item) { end(focus); return; }
      item.reels = item.reels.filter(open);
      item.out = item.out.filter(open);
      try { possible = await read("groups/" + item.reels.slice(0, mostLookedAt).join(",")); } catch { possible = { suggestions: [], draft: {} }; }
      if (signal.aborted || turn !== drawn) return;
      draw();
      if (focus) stage.querySelector("h2").focus({ preventScroll: true });
    }

    function end(focus) {
      const left = HipReel.unnamedCount();
      const again = make("button", { type: "button", class: "go", text: say("namingAgain"), onclick: () => start() });
      stage.replaceChildren(make("div", { class: "nothing" }, make("p", { tabindex: "-1", text: left ? say("namingLeft", { n: left }) : say("namingDone") }),
        make("div", { class: "row middle" }, left ? again : make("a", { class: "go", href: "#/", text: say("backToReels") }), undoKey())));
      if (focus) stage.querySelector("p").focus();
    }

    const key = (letter, ...content) => [make("kbd", { "aria-hidden": "true", text: letter.toUpperCase() }), ...content];
    const undoKey = () => back = make("button", { type: "button", class: "wide", disabled: !steps.length && !item?.out.length,
      "aria-keyshortcuts": "u", onclick: undo }, key("u", say("undoAnswer")));

    function answerKey(letter, name, why, press, look = "") {
      return make("button", { type: "button", class: "answer " + look, "aria-keyshortcuts": letter, onclick: press },
        key(letter, make("span", {}, make("strong", { text: name }), why ? make("small", { text: why }) : null)));
    }

    function draw() {
      const here = rows(), many = here.length > 1, { suggestions } = possible;
      zone = make("div", { class: "dropzone" });
      takes?.end();
      takes = HipReel.takes(here, { zone, out: takeOut, signal, side: id => sideOf(id) ? valueName("side", sideOf(id)) : isMirrored(id) ? say("mirrored") : "" });
      const seen = item.seen ? HipReel.seenWords(item.seen) : "";
      none = answerKey("n", say(suggestions.length ? "noneOfThese" : "noExercise"), say("noneOfHint"), () => refuse(), "none");
      answers = suggestions.map(({ exercise, named, percent }, place) => {
        const name = valueName("exercise", exercise);
        return answerKey(String(place + 1), name, named ? say("movesLike", { n: named, name }) : say("likely", { n: percent }), () => give({ exercise }),
          named ? "own" : "");
      });
      typing = HipReel.exerciseBox({ draft: possible.draft, choose: exercise => give({ exercise }), create: draft => give({ new: draft }), leave: leaveOpen });
      sides = ["left", "right"].map(value => make("button", { type: "button", class: "wide", "aria-pressed": "false", "aria-keyshortcuts": value[0],
        "data-side": value, onclick: () => turn(value) }, key(value[0], valueName("side", value))));
      stage.replaceChildren(
        make("section", { class: "watch", "aria-labelledby": "asked" },
          make("h2", { id: "asked", tabindex: "-1", text: many ? say("moveAlike", { n: here.length }) : say("oneUnnamed") }),
          seen ? make("p", { class: "quiet", text: say("seen") + ": " + seen }) : null, takes.element, takes.more, zone),
        make("section", { class: "card-like say", "aria-labelledby": "whatthey" },
          make("h2", { id: "whatthey", text: say(many ? "whatAreThey" : "whatIsIt") }),
          make("div", { class: "answers" }, none, answers), typing.element,
          make("div", { class: "sides", role: "group", "aria-labelledby": "sidetitle" },
            make("h3", { id: "sidetitle", text: say(many && here.some(row => isMirrored(row.id)) ? "sideOfFirst" : many ? "sideOfAll" : "sideOfOne") }), sides),
          make("div", { class: "rest" }, make("button", { type: "button", class: "wide", "aria-keyshortcuts": "s", onclick: skip }, key("s", say("skipGroup"))), undoKey())));
      drawOut();
      scrollTo(0, 0);
    }

    /** What was taken out, and how to take out more. */
    function drawOut() {
      zone.hidden = item.reels.length < 2;
      zone.replaceChildren(make("p", { text: say(item.out.length ? "takenOut" : "takeOutHint") }),
        ...item.out.map(id => make("button", { type: "button", class: "key", "aria-label": say("putBack", { name: store.reel(id).path.split("/").at(-1) }),
          onclick: () => putBack(id) }, store.reel(id).path.split("/").at(-1), HipReel.icon("back"))));
    }

    function takeOut(id) {
      letterNext = false;
      if (!id || rows().length < 2) { HipReel.announce(say("lastOne")); return; }
      regroup([...item.out, id]);
      HipReel.announce(say("tookOut", { name: store.reel(id).path.split("/").at(-1) }));
      stage.querySelector("h2").focus({ preventScroll: true });
    }

    function putBack(id) {
      regroup(item.out.filter(one => one !== id));
      stage.querySelector("h2").focus({ preventScroll: true });
    }

    /** Shows the group without these; another one may be the first, whose side is known then. */
    function regroup(out) {
      const known = sideOf(item.reels.find(one => !out.includes(one)));
      item.out = out;
      side = null;
      draw();
      if (known) turn(known);
    }

    function turn(value) {
      side = side === value ? null : value;
      for (const button of sides) button.setAttribute("aria-pressed", String(button.dataset.side === side));
      takes.refresh();
    }

    function refuse() {
      typing.open(say(possible.suggestions.length ? "noneThen" : "noneThenOne"));
    }
    const leaveOpen = () => give({ noneOf: possible.suggestions.map(({ exercise }) => exercise) });

    /** Saves an answer about all that were not taken out, and goes on. */
    async function give(said) {
      if (busy || !item) return;
      busy = true;
      const here = rows(), step = { items: items.slice(), at };
      const about = { reels: here.map(row => row.id), mirrored: here.map(row => row.id).filter(isMirrored), takenOut: said.noneOf ? [] : item.out,
        ...(side && !said.noneOf ? { side } : {}), ...said };
      try {
        const { decision, name } = await post("names", about);
        steps.push({ ...step, decision });
        HipReel.announce(name ? say("named", { n: here.length, name }) : say("noneSaid"));
        leave();
      } catch (error) {
        HipReel.announce(say("failed", { reason: error.message }));
        typing.problem(said.new ? error.message : "");
      } finally { busy = false; }
    }

    /** What was taken out is asked about next. */
    function leave() {
      const alone = item.out.map(id => ({ reels: [id], mirrored: [], seen: item.seen, out: [] }));
      items = [...items.slice(0, at + 1), ...alone, ...items.slice(at + 1)];
      at += 1;
      ask();
    }

    function skip() {
      if (busy || !item) return;
      steps.push({ items: items.slice(), at });
      HipReel.announce(say("skipped"));
      leave();
    }

    async function undo() {
      if (busy) return;
      if (item && item.out.length) { putBack(item.out.at(-1)); return; }
      const step = steps.at(-1);
      if (!step) { HipReel.announce(say("nothingToUndo")); return; }
      busy = true;
      try {
        const body = step.decision === undefined ? null : await post("undo", { decision: step.decision });
        steps.pop();
        if (step.items) [items, at] = [step.items, step.at];
        else {
          await load();
          at = Math.max(0, items.findIndex(({ reels }) => body.reels.some(({ row }) => reels.includes(row.id))));
        }
        HipReel.announce(say(body ? "undone" : "wentBack"));
        await ask();
      } catch (error) {
        HipReel.announce(say("failed", { reason: error.message }));
      } finally { busy = false; }
    }

    addEventListener("keydown", event => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      if (event.target.closest("input, select, textarea")) return;
      const pressed = event.key.toLowerCase();
      if (letterNext) {
        letterNext = false;
        if (/^[a-z]$/.test(pressed)) { event.preventDefault(); takeOut(takes.ofLetter(pressed)); return; }
      }
      if (pressed === "u") { event.preventDefault(); undo(); return; }
      if (!item || !takes) return;
      const press = { n: () => none.click(), s: skip, e: () => typing.open(""), l: () => turn("left"), r: () => turn("right"),
        y: () => possible.suggestions[0]?.named ? answers[0].click() : HipReel.announce(say("nobodyLike")),
        x: () => { letterNext = rows().length > 1; HipReel.announce(say(letterNext ? "whichOut" : "lastOne")); } }[pressed]
        || (/^[1-5]$/.test(pressed) && answers[pressed - 1] ? () => answers[pressed - 1].click() : null);
      if (!press) return;
      event.preventDefault();
      press();
    }, { signal });
    store.onChange(counts, signal);

    async function start() {
      try {
        await load();
        if (signal.aborted) return;
        await ask(false);
      } catch (error) {
        nothing("noData");
        HipReel.announce(say("failed", { reason: error.message }));
      }
    }
    await start();
  };
})();
