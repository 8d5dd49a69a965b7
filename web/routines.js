"use strict";
/* Each routine: what it needs, what these reels fill of it, what is missing, and the page that plays it. */
(() => {
  const { make, say, icon, clock, store } = HipReel;

  /** A sentence of the planner with its abbreviations as they are written. */
  const spelled = text => {
    const words = text.replace(/\b(cars|pnf)\b/g, mode => HipReel.words.values[mode]);
    return words.charAt(0).toUpperCase() + words.slice(1);
  };

  function shot(id) {
    const row = store.reel(id);
    if (!row) return null;
    return make("a", { class: "shot", href: "#/reel/" + id, title: row.title, "aria-label": row.title },
      row.still ? make("img", { src: row.still, alt: "", loading: "lazy" }) : null);
  }

  function block(item) {
    return make("li", { class: item.gap ? "block gap" : "block" },
      make("div", { class: "blockhead" },
        make("strong", { text: item.label }), make("span", { class: "quiet", text: item.filled + "/" + item.slots })),
      make("p", { class: "quiet", text: say("each", { asked: spelled(item.asked), time: clock(item.seconds) }) }),
      item.reels.length ? make("div", { class: "shots" }, item.reels.map(shot)) : null,
      item.gap ? make("p", { class: "gaptext", text: spelled(item.gap) }) : null,
      item.advice ? make("p", { class: "quiet", text: say("advice", { advice: item.advice }) }) : null);
  }

  function routine(item) {
    const full = item.filled === item.slots;
    const state = full ? say("filledAll", { n: item.slots }) : say(item.filled ? "filledSome" : "filledNone", { n: item.filled, all: item.slots });
    const mark = part => (_, place) => make("span", { class: place < part.filled ? "full" : "" });
    const places = part => Array.from({ length: part.slots }, mark(part));
    const dots = make("div", { class: "places", "aria-hidden": "true" }, item.blocks.flatMap(places));
    const time = clock(item.filled ? item.playSeconds : item.seconds) + " · " + say("places", { n: item.slots });
    const uncovered = item.uncovered.map(value => HipReel.valueName("movement", value).toLowerCase());
    return make("article", { class: "routine card-like", "aria-labelledby": "routine-" + item.id },
      make("div", { class: "head" },
        make("div", {}, make("h2", { id: "routine-" + item.id, text: item.title }), make("p", { class: "quiet", text: time })),
        item.page ? make("a", { class: "go", href: item.page, "aria-label": say("playName", { name: item.title }) },
          icon("play"), say("play")) : null),
      item.purpose ? make("p", { text: item.purpose }) : null,
      dots, make("p", { class: full ? "state good" : "state", text: state }),
      uncovered.length ? make("p", { class: "gaptext", text: say("uncovered", { list: HipReel.list(uncovered, HipReel.words.and) }) }) : null,
      make("details", {}, make("summary", { text: say("inOrder") }), make("ol", { class: "blocks" }, item.blocks.map(block)),
        item.note ? make("p", { class: "quiet", text: item.note }) : null));
  }

  HipReel.routines = (main, signal) => {
    const list = make("div", { class: "routines" });
    const order = [...HipReel.site.routines].sort((a, b) => b.filled / b.slots - a.filled / a.slots);
    const show = () => list.replaceChildren(...order.map(routine));
    main.append(make("div", { class: "page" },
      make("h1", { text: say("routinesTitle") }), make("p", { class: "quiet", text: say("routinesHint") + " " + say("careful") }), list));
    show();
    if (!store.isComplete) store.onChange(() => { if (store.isComplete) show(); }, signal);
    document.title = say("routines") + " · " + HipReel.site.title;
  };
})();
