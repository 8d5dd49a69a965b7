"use strict";
/* The page of one reel: it plays, says why it has its tags, and takes the person's word. */
(() => {
  const { make, say, icon, valueName, moment, store, edits } = HipReel;
  const facetOrder = ["exercise", "movement", "mode", "core", "position", "equipment", "side", "level", "region", "dose", "exposure"];

  /** The video between its two ends, again and again; its still where it cannot be played. */
  function player(row, why) {
    const frame = make("div", { class: "frame" });
    if (why && why.width) frame.style.setProperty("--shape", why.width + " / " + why.height);
    const still = row.still ? make("img", { src: row.still, alt: row.title }) : null;
    const failed = () => {
      const out = row.source ? make("a", { href: row.source, target: "_blank", rel: "noopener", text: say("openInPlayer") }) : "";
      const words = make("div", { class: "cannot" }, make("p", { text: say(row.source ? "cannotPlay" : "noVideo") }), make("p", {}, out));
      frame.replaceChildren(...(still ? [still, words] : [words]));
      frame.dispatchEvent(new Event("unplayable"));
    };
    if (!row.source) { failed(); return { frame, video: null }; }
    const video = make("video", {
      src: row.source, poster: row.still, controls: true, playsinline: true, preload: "auto", "aria-label": row.title,
    });
    video.muted = true;
    const start = () => (row.from || 0) / 1000, end = () => row.to ? row.to / 1000 : Infinity;
    video.addEventListener("loadedmetadata", () => {
      if (!video.videoWidth) failed();
      else if (start() > 0) video.currentTime = start();
    });
    video.addEventListener("timeupdate", () => {
      if (!video.seeking && !video.paused && video.currentTime >= end() - 0.03) video.currentTime = start();
    });
    video.addEventListener("ended", () => { video.currentTime = start(); video.play().catch(() => {}); });
    video.addEventListener("error", failed);
    frame.append(video);
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) video.play().catch(() => {});
    return { frame, video };
  }

  function because(tag, before, jump) {
    const reasons = tag.because || [];
    const line = (...content) => make("p", { class: "because" }, ...content);
    if (before && reasons.length && JSON.stringify(reasons) === JSON.stringify(before.because)) return [line(say("whySame"))];
    if (tag.pending || (tag.permille === 1000 && !reasons.length)) return [line(say("whyYou"))];
    return reasons.map(reason => line(HipReel.words.whySource[reason.source] || reason.source,
      reason.at === undefined ? reason.field ? " · " + HipReel.spaced(reason.field).toLowerCase() : null : place(reason, jump),
      reason.words ? [": ", make("q", { dir: "auto" }, reason.before, make("mark", { text: reason.words }), reason.after)] : null));
  }

  /** When words are on the picture: pressed, the video goes there. */
  function place(reason, jump) {
    const at = moment(reason.at);
    return [" · ", jump ? make("button", { type: "button", class: "plain", text: at, "aria-label": say("showAt", { at }), title: say("showAt", { at }),
      onclick: () => jump(reason.at) }) : at];
  }

  function tagLine(row, tag, before, jump) {
    const name = valueName(tag.facet, tag.value);
    const decision = action => ({ action, facet: tag.facet, value: tag.value, ...(tag.role ? { role: tag.role } : {}) });
    const certain = tag.permille >= 1000, percent = Math.round(tag.permille / 10);
    const judge = (key, action, said, look, picture) => make("button", {
      type: "button", class: "round " + look, "aria-label": say(key, { name }), title: say(key, { name }),
      onclick: () => edits.decide(row.id, decision(action), say(said, { name })),
    }, icon(picture));
    return make("li", { class: "tag" + (tag.pending ? " pending" : "") },
      make("div", { class: "what" },
        make("span", { class: "value " + (tag.facet === "movement" ? HipReel.planeOf(tag.value) || "" : ""), text: name }),
        tag.role ? make("span", { class: "quiet", text: HipReel.words.roles[tag.role] }) : null,
        tag.pending ? make("span", { class: "badge", text: say("pending") }) : null),
      make("div", { class: "sure" },
        make("meter", { min: 0, max: 1000, value: tag.permille, "aria-label": say("sure", { n: percent }) }),
        make("span", { text: certain ? say("certain") : percent + " %" })),
      make("div", { class: "reasons" }, because(tag, before, jump)),
      make("div", { class: "judge" },
        certain ? null : judge("accept", "accept-tag", "accepted", "yes", "tick"), judge("reject", "reject-tag", "rejected", "no", "cross")));
  }

  function tagList(row, tags, jump) {
    const groups = facetOrder.map(facet => ({ facet, own: tags.filter(tag => tag.facet === facet) })).filter(({ own }) => own.length);
    if (!groups.length) return [make("p", { class: "quiet", text: say("nothingTagged") })];
    return groups.map(({ facet, own }) => make("section", { class: "facet" },
      make("h3", { text: HipReel.words.facets[facet] || HipReel.spaced(facet) }),
      make("ul", {}, own.map((tag, place) => tagLine(row, tag, own[place - 1], jump)))));
  }

  const submit = key => make("button", { type: "submit", text: say(key) });
  const form = (done, ...content) =>
    make("form", { class: "line", onsubmit: event => { event.preventDefault(); done(); } }, ...content);

  function exerciseForm(row) {
    const names = Object.entries(HipReel.site.exercises);
    const input = make("input", { id: "exercise", list: "exercises", autocomplete: "off", "aria-describedby": "exerciseproblem" });
    const problem = make("p", { id: "exerciseproblem", class: "problem", role: "alert" });
    const set = () => {
      const typed = HipReel.fold(input.value.trim());
      const known = names.find(([id, name]) => HipReel.fold(name) === typed || id === typed);
      problem.textContent = known ? "" : say("unknownExercise");
      if (known) edits.decide(row.id, { action: "set-exercise", value: known[0] });
    };
    return form(set, make("label", { for: "exercise", text: say("setExercise") }), make("div", { class: "row" }, input, submit("set")), problem,
      make("datalist", { id: "exercises" }, names.map(([, name]) => make("option", { value: name }))));
  }

  function addForm(row) {
    const facets = Object.keys(HipReel.site.facets);
    const kind = make("select", { id: "kind" }, facets.map(facet => make("option", { value: facet, text: HipReel.words.facets[facet] })));
    const value = make("select", { id: "value" });
    const option = item => make("option", { value: item, text: valueName(kind.value, item) });
    const fill = () => value.replaceChildren(...HipReel.site.facets[kind.value].map(option));
    kind.addEventListener("change", fill);
    fill();
    const add = () => edits.decide(row.id, {
      action: "add-tag", facet: kind.value, value: value.value, ...(kind.value === "movement" ? { role: "primary" } : {}),
    });
    return form(add, make("h3", { text: say("addTag") }), make("div", { class: "row" },
      make("label", { class: "unseen", for: "kind", text: say("kind") }), kind,
      make("label", { class: "unseen", for: "value", text: say("value") }), value, submit("add")));
  }

  function noteForm(row, why) {
    const written = edits.of(row.id).filter(edit => edit.action === "note").at(-1);
    const area = make("textarea", { id: "note", rows: 2, maxlength: 2000, dir: "auto" });
    area.value = (written ? written.text : why && why.note) || "";
    const keep = () => {
      const text = area.value.trim();
      edits.decide(row.id, text ? { action: "note", text } : { action: "note" });
    };
    return form(keep, make("label", { for: "note", text: say("note") }), area, make("div", { class: "row" }, submit("saveNote")),
      edits.areSent ? null : make("p", { class: "quiet", text: say("noteHidden") }));
  }

  function trimForm(row, video, part) {
    if (!video) return null;
    const limits = { from: row.from, to: row.to }, problem = make("p", { class: "problem", role: "alert" });
    const whole = limits.from === undefined && limits.to === undefined;
    const decide = (from, to) => {
      if (from !== undefined && to !== undefined && from >= to) { problem.textContent = say("trimShort"); return; }
      const part = { ...(from === undefined ? {} : { number: from }), ...(to === undefined ? {} : { endNumber: to }) };
      edits.decide(row.id, { action: "trim", ...part });
    };
    const now = () => Math.max(0, Math.round(video.currentTime * 1000));
    const to = moment(limits.to || row.ms || 0);
    const shown = whole ? say("trimWhole", { to }) : say("trimPart", { from: moment(limits.from || 0), to });
    /* Nothing to offer where the movement is nearly all of it, or the part already. */
    const isMoving = !part || part[0] + row.ms - part[1] < 1000 || (part[0] === limits.from && part[1] === limits.to);
    const moving = isMoving ? "" : say("moving", { from: moment(part[0]), to: moment(part[1]) });
    return make("div", { class: "line" }, make("h3", { text: say("trim") }), make("p", { text: shown }), make("div", { class: "row" },
      make("button", { type: "button", text: say("startHere"), onclick: () => decide(now(), limits.to) }),
      make("button", { type: "button", text: say("endHere"), onclick: () => decide(limits.from, Math.max(1, now())) }),
      isMoving ? null : make("button", { type: "button", text: moving, onclick: () => decide(...part) }),
      whole ? null : make("button", { type: "button", text: say("whole"), onclick: () => decide() })), problem);
  }

  HipReel.reel = async (main, id, signal) => {
    while (!store.reel(id) && !store.isComplete) await new Promise(done => store.onChange(done, signal));
    let row = store.reel(id);
    if (!row) {
      main.append(make("p", { class: "nothing", text: say("notFound") }), make("p", {}, make("a", { href: "#/", text: say("backToReels") })));
      return;
    }
    const around = (HipReel.found || []).includes(row) ? HipReel.found : store.rows;
    const place = around.findIndex(other => other.id === id);
    const step = by => around[place + by] ? "#/reel/" + around[place + by].id : null;
    const link = (target, key, name) => target
      ? make("a", { class: "round", href: target, "aria-label": say(key), title: say(key) }, icon(name))
      : make("span", { class: "round off" }, icon(name));
    const why = await store.why(row).catch(() => undefined);
    if (signal.aborted) return;
    const { frame, video } = player(row, why);
    const sight = HipReel.sight(id, why, frame, video);
    const heading = make("h1", { dir: "auto" }), facts = make("p", { class: "facts quiet" });
    const star = make("button", { type: "button", class: "star" }), panel = make("div"), trimming = make("div");
    star.addEventListener("click", () => edits.decide(id, { action: "favourite", number: row.favourite ? 0 : 1 }));

    main.append(make("div", { class: "reel" },
      make("div", { class: "way" }, make("a", { class: "plain", href: HipReel.libraryAddress || "#/" }, icon("back"), say("backToReels")),
        make("span", { class: "steps" }, link(step(-1), "previous", "back"), link(step(1), "next", "on"))),
      make("div", { class: "show" }, frame, sight.keys),
      make("article", { class: "about" },
        make("div", { class: "title" }, heading, star), make("p", { class: "path", dir: "auto", text: row.path }), facts, sight.words,
        make("section", { class: "card-like", "aria-labelledby": "whytitle" }, make("h2", { id: "whytitle", text: say("why") }), panel),
        make("section", { class: "card-like forms" }, exerciseForm(row), addForm(row), trimming, noteForm(row, why)))));

    const jump = video && (at => {
      video.pause();
      video.currentTime = at / 1000;
      frame.scrollIntoView({ block: "nearest" });
    });
    function show() {
      row = store.reel(id);
      heading.textContent = row.title;
      document.title = row.title;
      const size = why && why.width ? why.width + " × " + why.height : "";
      const now = store.whyNow(row) || why || {};
      const gate = now.seen && HipReel.words.gates[now.seen.gate];
      facts.textContent = [row.ms !== undefined ? moment(row.ms) : "", size, why ? why.codec : "", gate].filter(Boolean).join(" · ");
      star.replaceChildren(icon("star"));
      star.setAttribute("aria-pressed", String(Boolean(row.favourite)));
      star.setAttribute("aria-label", say("makeFavourite"));
      star.title = say(row.favourite ? "unmakeFavourite" : "makeFavourite");
      const held = document.activeElement, label = panel.contains(held) ? held.getAttribute("aria-label") : null;
      const tags = edits.applied(now.tags || [], edits.of(id));
      panel.replaceChildren(...tagList(row, tags, jump));
      sight.update(now, tags);
      if (label) {
        const buttons = [...panel.querySelectorAll("button")];
        (buttons.find(button => button.getAttribute("aria-label") === label) || buttons[0])?.focus();
      }
      trimming.replaceChildren(...[trimForm(row, video, now.seen && now.seen.part)].filter(Boolean));
    }
    store.onChange(show, signal);
    show();
    HipReel.lastReel = id;
    addEventListener("keydown", event => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select, video")) return;
      const ways = { j: step(1), ArrowRight: step(1), k: step(-1), ArrowLeft: step(-1), Escape: HipReel.libraryAddress || "#/" };
      if (ways[event.key]) location.hash = ways[event.key];
      else if (event.key === "f") star.click();
      else if (event.key === "m") sight.toggle();
      else if (event.key === "e") sight.jump();
      else if (event.key === " " && video && !event.target.closest("button, a, summary")) {
        event.preventDefault();
        if (video.paused) video.play().catch(() => {}); else video.pause();
      }
    }, { signal });
    signal.addEventListener("abort", () => {
      if (!video) return;
      video.pause();
      video.removeAttribute("src");
      video.load();
    });
  };
})();
