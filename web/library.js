"use strict";
/* The page of all reels: its address says what it shows, so you can save and send it. */
(() => {
  const { make, say, icon, valueName, store } = HipReel;
  const lists = store.facets;

  function read(parameters) {
    const state = { q: parameters.get("q") || "", sort: parameters.get("sort") || "folder", visited: parameters.has("visited") };
    for (const facet of lists) state[facet] = new Set((parameters.get(facet) || "").split(",").filter(Boolean));
    return state;
  }

  function write(state) {
    const parts = [];
    for (const facet of lists) if (state[facet].size) parts.push(facet + "=" + [...state[facet]].map(encodeURIComponent).join(","));
    if (state.q) parts.push("q=" + encodeURIComponent(state.q));
    if (state.sort !== "folder") parts.push("sort=" + state.sort);
    if (state.visited) parts.push("visited");
    return "#/" + (parts.length ? "?" + parts.join("&") : "");
  }

  const valuesOf = facet => facet === "duration" ? HipReel.words.durations.map((_, place) => String(place))
    : facet === "mark" ? ["favourite"] : HipReel.site.facets[facet];

  HipReel.library = (main, parameters, signal) => {
    const state = read(parameters);
    const grid = HipReel.grid(signal);
    const count = make("p", { class: "count", role: "status" });
    const chosen = make("p", { class: "chosen" });
    const nothing = make("div", { class: "nothing", hidden: true },
      make("p", { text: say("none") }), make("p", { class: "quiet", text: say("noneHint") }));
    const search = make("input", {
      type: "search", id: "search", placeholder: say("searchHint"), value: state.q, autocomplete: "off", spellcheck: "false",
      enterkeyhint: "search",
    });
    const order = ([value, text]) => make("option", { value, text, selected: value === state.sort });
    const sort = make("select", { id: "sort" }, Object.entries(HipReel.words.sorts).map(order));
    const visited = make("input", { type: "checkbox", id: "visited", checked: state.visited });
    const diagram = HipReel.diagram(movement => toggle("movement", movement));
    const summary = make("summary");
    const groups = lists.filter(facet => facet !== "movement").map(facet => {
      const keys = valuesOf(facet).map(value => {
        const n = make("span", { class: "n" }), press = () => toggle(facet, value);
        return { value, n, button: make("button", { type: "button", class: "key", onclick: press }, valueName(facet, value), " ", n) };
      });
      const element = make("div", { class: "group", role: "group", "aria-label": HipReel.words.facets[facet] },
        make("h3", { text: HipReel.words.facets[facet] }), make("div", { class: "keys" }, keys.map(key => key.button)));
      return { facet, keys, element };
    });
    const filters = make("details", { class: "filters" }, summary,
      make("label", { class: "tick" }, visited, say("visited")), groups.map(group => group.element));
    const wide = matchMedia("(min-width: 60rem)");
    const fold = () => { filters.open = wide.matches; };
    fold();
    wide.addEventListener("change", fold, { signal });

    main.append(make("div", { class: "library" },
      make("aside", { class: "side", "aria-label": say("filters") }, diagram.element,
        make("p", { class: "hint quiet", text: say("diagramHint") }), filters),
      make("section", { class: "found", "aria-label": say("reels") },
        make("h1", { class: "unseen", text: HipReel.site.title }),
        make("div", { class: "tools" },
          make("label", { class: "field" }, make("span", { class: "unseen", text: say("search") }), search)),
        make("div", { class: "result" }, count, chosen,
          make("label", { class: "order" }, make("span", { class: "unseen", text: say("sort") }), sort)),
        nothing, grid.element)));

    function toggle(facet, value) {
      if (!state[facet].delete(value)) state[facet].add(value);
      update();
    }

    function clear() {
      for (const facet of lists) state[facet].clear();
      state.q = search.value = "";
      update();
      search.focus();
    }

    function update() {
      HipReel.libraryAddress = write(state);
      if (location.hash !== HipReel.libraryAddress) history.replaceState(null, "", HipReel.libraryAddress);
      show();
    }

    function show() {
      const { found, counts } = store.query(state);
      HipReel.found = found;
      diagram.update(counts.movement, state.movement);
      for (const { facet, keys, element } of groups) {
        let any = false;
        for (const { value, n, button } of keys) {
          const on = state[facet].has(value), there = counts[facet][value] || 0;
          n.textContent = String(there);
          button.setAttribute("aria-pressed", String(on));
          button.hidden = !on && there === 0;
          any ||= !button.hidden;
        }
        element.hidden = !any;
      }
      const on = lists.flatMap(facet => [...state[facet]].map(value => ({ facet, value })));
      const inside = on.filter(item => item.facet !== "movement").length;
      summary.textContent = inside ? say("filtersOn", { n: inside }) : say("filters");
      const taken = ({ facet, value }) => {
        const name = valueName(facet, value), takeAway = () => toggle(facet, value);
        const attributes = { type: "button", class: "key small", "aria-label": say("remove", { name }), onclick: takeAway };
        return make("button", attributes, name, icon("cross"));
      };
      const all = make("button", { type: "button", class: "plain", text: say("clear"), onclick: clear });
      chosen.replaceChildren(...on.map(taken), ...(on.length || state.q ? [all] : []));
      const total = HipReel.site.reels;
      count.textContent = !store.isComplete && !found.length ? say("loading")
        : found.length === total ? say("reelCount", { n: total }) : say("countOf", { n: found.length, all: total });
      nothing.hidden = found.length > 0 || !store.isComplete;
      nothing.firstChild.textContent = say(total ? "none" : "empty");
      nothing.lastChild.hidden = !total;
      grid.show(found, state.movement);
    }

    search.addEventListener("input", () => { state.q = search.value; update(); });
    search.addEventListener("keydown", event => {
      if (event.key !== "ArrowDown" && event.key !== "Enter") return;
      event.preventDefault();
      grid.element.querySelector("[tabindex='0']")?.focus();
    });
    sort.addEventListener("change", () => { state.sort = sort.value; update(); });
    visited.addEventListener("change", () => { state.visited = visited.checked; update(); });
    store.onChange(show, signal);
    HipReel.libraryAddress = write(state);
    show();
    document.title = HipReel.site.title;
    if (HipReel.lastReel) grid.focusOn(HipReel.lastReel);
    HipReel.lastReel = null;
    return { search };
  };
})();
