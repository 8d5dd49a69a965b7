"use strict";
/* A box to type an exercise into, in any language, and the form that makes a new one of it. */
(() => {
  const { make, say, valueName, fold } = HipReel;
  const mostShown = 6, leastLetters = 3;
  let names = null, asked = null;

  HipReel.load.names = all => { names = all; };

  /** Loaded when somebody is about to type. */
  function loadNames() {
    asked ||= new Promise((done, fail) => document.head.append(make("script", { src: "data/names.js", onload: done, onerror: fail })));
    return asked;
  }

  const special = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i" };
  /** As the names are compared: letters and digits in words. */
  const comparable = text => fold(text).replace(/[ßæœøłđðþı]/g, letter => special[letter]).replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  function rank(forms, wanted, words) {
    if (forms.includes(wanted)) return 0;
    if (forms.slice(0, 2).some(name => name.startsWith(wanted))) return 1;
    if (forms.some(name => name.startsWith(wanted))) return 2;
    return forms.some(name => { const parts = name.split(" "); return words.every(word => parts.some(part => part.startsWith(word))); }) ? 3 : -1;
  }

  /** The likeliest exercises, and whether one is called exactly that. */
  function find(text) {
    const wanted = comparable(text), words = wanted.split(" ");
    /* Those that the person has just made have no names from the server yet. */
    const all = { ...Object.fromEntries(Object.entries(HipReel.site.exercises).map(([id, name]) => [id, [comparable(name), comparable(id)]])), ...names };
    const found = !wanted ? [] : Object.entries(all).map(([id, forms]) => ({ id, rank: rank(forms, wanted, words) })).filter(({ rank }) => rank >= 0);
    found.sort((a, b) => a.rank - b.rank);
    return { found: found.slice(0, mostShown).map(({ id }) => id), exact: found.filter(({ rank }) => rank === 0).map(({ id }) => id), letters: wanted.replaceAll(" ", "").length };
  }

  /** `choose(id)` names a known exercise, `create(draft)` a new one, `leave()` none. */
  HipReel.exerciseBox = ({ draft, choose, create, leave }) => {
    let asks = false;
    const hint = make("p", { id: "typehint", class: "quiet", text: say("typeHint") });
    const input = make("input", { id: "typed", autocomplete: "off", spellcheck: "false", maxlength: 100, enterkeyhint: "go", "aria-describedby": "typehint typeproblem" });
    const problem = make("p", { id: "typeproblem", class: "problem", role: "alert" });
    const list = make("div", { class: "typedlist", role: "group", "aria-label": say("exercisesFound"), hidden: true });
    const open = make("button", { type: "button", class: "answer", hidden: true, text: say("leaveOpen"), onclick: () => leave() });
    const select = (id, label, facet, values, value) => [make("label", { for: id, text: label }), make("select", { id },
      make("option", { value: "", text: say("notSaid") }), values.map(item => make("option", { value: item, text: valueName(facet, item), selected: item === value })))];
    const facets = HipReel.site.facets, first = list => (list || [])[0];
    const sides = Object.entries(HipReel.words.worksSides).map(([value, text]) => make("option", { value, text, selected: value === (draft.side || "unilateral") }));
    const confirm = make("button", { type: "submit", class: "go" });
    const title = make("h3");
    const form = make("form", { class: "newone", hidden: true, onsubmit: event => { event.preventDefault(); finish(); } }, title,
      make("p", { class: "quiet", text: say("newHint") }),
      make("div", { class: "pairs" },
        select("newposition", HipReel.words.facets.position, "position", facets.position, first(draft.positions)),
        select("newmovement", HipReel.words.facets.movement, "movement", facets.movement, first(draft.primary)),
        make("label", { for: "newmode", text: HipReel.words.facets.mode }), make("select", { id: "newmode" },
          facets.mode.map(item => make("option", { value: item, text: valueName("mode", item), selected: item === (draft.mode || "mobility") }))),
        make("label", { for: "newside", text: say("worksSide") }), make("select", { id: "newside" }, sides)), confirm);
    const makeNew = make("button", { type: "button", class: "answer", hidden: true, onclick: () => showForm(true) });
    const element = make("div", { class: "typing" }, make("label", { for: "typed" }, make("kbd", { "aria-hidden": "true", text: "E" }), say("typeIt")), input, hint, problem,
      open, list, makeNew, form);

    const value = id => form.querySelector("#" + id).value;
    const text = () => input.value.trim().replace(/\s+/g, " ");
    function finish() {
      const position = value("newposition"), movement = value("newmovement");
      create({ name: text(), positions: position ? [position] : [], primary: movement ? [movement] : [], mode: value("newmode"), side: value("newside") });
    }

    function showForm(focus) {
      form.hidden = false;
      makeNew.hidden = true;
      confirm.scrollIntoView({ block: "nearest" });
      if (focus) confirm.focus();
    }

    function show() {
      const { found, exact, letters } = find(input.value), name = text();
      problem.textContent = "";
      list.replaceChildren(...found.map(id => make("button", { type: "button", class: "answer", onclick: () => choose(id) },
        make("strong", { text: valueName("exercise", id) }))));
      list.hidden = !found.length;
      const isNew = letters >= leastLetters && !exact.length;
      title.textContent = say("newTitle", { name });
      confirm.textContent = say("makeMine", { name });
      makeNew.textContent = say("makeMine", { name }) + " …";
      makeNew.hidden = !isNew || !found.length;
      form.hidden = !isNew || Boolean(found.length);
      open.hidden = !asks || name !== "";
      if (!form.hidden) confirm.scrollIntoView({ block: "nearest" });
    }

    function enter() {
      const { found, exact } = find(input.value);
      if (!text()) { if (asks) leave(); return; }
      const sure = exact.length === 1 ? exact[0] : found.length === 1 ? found[0] : null;
      if (sure) choose(sure);
      else if (exact.length || found.length) list.querySelector("button").focus();
      else if (!form.hidden) confirm.focus();
      else problem.textContent = say("tooShort");
    }

    input.addEventListener("focus", () => loadNames().then(() => { if (input.value) show(); }).catch(() => {}));
    input.addEventListener("input", show);
    input.addEventListener("keydown", event => {
      if (event.key === "Enter") { event.preventDefault(); enter(); }
      else if (event.key === "Escape") { event.preventDefault(); input.blur(); document.getElementById("asked").focus({ preventScroll: true }); }
      else if (event.key === "ArrowDown") { event.preventDefault(); (list.querySelector("button") || element.querySelector("button:not([hidden])"))?.focus(); }
    });
    list.addEventListener("keydown", event => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const buttons = [...list.querySelectorAll("button")], to = buttons.indexOf(document.activeElement) + step;
      (buttons[to] || (to < 0 ? input : makeNew.hidden ? buttons.at(-1) : makeNew)).focus();
    });

    return {
      element,
      /** Puts the cursor there; with a question, offers to leave it open. */
      open(question) {
        hint.textContent = question || say("typeHint");
        asks = Boolean(question);
        open.hidden = !asks || text() !== "";
        input.focus();
      },
      problem(why) { problem.textContent = why; },
    };
  };
})();
