"use strict";
/* What the folder has of each movement in each mode, and what it lacks. */
(() => {
  const { make, say, valueName, minutes } = HipReel;

  HipReel.coverage = (main, parameters) => {
    const { movements, missing, withoutMovement } = HipReel.site.coverage;
    const names = HipReel.site.facets.movement, lacks = new Set(missing.map(cell => cell.join("/")));
    const modes = HipReel.site.facets.mode.filter(mode => names.some(movement => movements[movement].modes[mode] || lacks.has(movement + "/" + mode)));
    let measure = parameters.get("in") === "minutes" ? "durationMs" : "reels";
    const chart = make("div", { class: "chart" });
    const amount = (movement, mode) => movements[movement].modes[mode] || { reels: 0, durationMs: 0 };
    const short = value => measure === "reels" ? String(value) : value === 0 ? "0" : (value / 60000).toFixed(value < 600000 ? 1 : 0);
    const spoken = cell => ({ reels: say("reelCount", { n: cell.reels }), time: minutes(cell.durationMs) });
    const link = (movement, mode) => "#/?movement=" + movement + (mode ? "&mode=" + mode : "");

    function dot(movement, mode, most) {
      const cell = amount(movement, mode), name = { movement: valueName("movement", movement), mode: valueName("mode", mode) };
      if (!cell.reels) {
        return make("td", { class: lacks.has(movement + "/" + mode) || !movements[movement].reels ? "lack" : "none" },
          lacks.has(movement + "/" + mode) ? make("span", { class: "ring", role: "img", "aria-label": say("cellMissing", name) }) : make("span", { class: "unseen", text: "–" }));
      }
      const bubble = make("span", { class: "bubble " + HipReel.planeOf(movement), text: short(cell[measure]) });
      bubble.style.setProperty("--size", String(Math.sqrt(cell[measure] / most)));
      return make("td", {}, make("a", { href: link(movement, mode), "aria-label": say("cell", { ...name, ...spoken(cell) }) }, bubble));
    }

    function draw() {
      const totals = names.map(movement => movements[movement][measure]), tallest = Math.max(1, ...totals);
      const most = Math.max(1, ...names.flatMap(movement => modes.map(mode => amount(movement, mode)[measure])));
      chart.replaceChildren(make("table", { class: "dots", "aria-label": say("chartName") },
        make("thead", {},
          make("tr", { class: "bars" }, make("th", { scope: "row" }, make("span", { text: say("total") })), names.map((movement, place) => {
            const bar = make("span", { class: "bar " + HipReel.planeOf(movement) });
            bar.style.setProperty("--share", String(totals[place] / tallest));
            return make("td", {}, make("a", { class: "column", href: link(movement), "aria-label": valueName("movement", movement) + ": " + spoken(movements[movement]).reels + ", " + spoken(movements[movement]).time },
              make("span", { class: "number", text: short(totals[place]) }), bar));
          })),
          make("tr", {}, make("th", { scope: "col" }, make("span", { class: "unseen", text: say("mode") })), names.map(movement => make("th", { scope: "col", class: "movement" }, make("span", { text: valueName("movement", movement) }))))),
        make("tbody", {}, modes.map(mode => make("tr", {}, make("th", { scope: "row", text: valueName("mode", mode) }), names.map(movement => dot(movement, mode, most)))))));
    }

    const keys = [["reels", "inReels"], ["durationMs", "inMinutes"]].map(([value, key]) => make("button", { type: "button", class: "key", text: say(key), "aria-pressed": "false", onclick: () => { measure = value; press(); draw(); } }));
    const press = () => keys.forEach((key, place) => key.setAttribute("aria-pressed", String((place === 0) === (measure === "reels"))));
    press();
    draw();

    const absent = names.filter(movement => !movements[movement].reels);
    const sentences = absent.map(movement => say("missingMovement", { movement: valueName("movement", movement).toLowerCase() }))
      .concat(names.map(movement => ({ movement, modes: missing.filter(cell => cell[0] === movement).map(cell => valueName("mode", cell[1])) }))
        .filter(item => item.modes.length)
        .map(item => say("missingModes", { movement: valueName("movement", item.movement).toLowerCase(), modes: HipReel.list(item.modes.map(mode => /^[A-Z]{2}/.test(mode) ? mode : mode.toLowerCase()), HipReel.words.or) })));

    const table = make("table", { class: "plaintable" }, make("thead", {}, make("tr", {}, make("th", { scope: "col", text: say("mode") }), names.map(movement => make("th", { scope: "col", text: valueName("movement", movement) })))),
      make("tbody", {}, [null, ...modes].map(mode => make("tr", {}, make("th", { scope: "row", text: mode ? valueName("mode", mode) : say("total") }), names.map(movement => {
        const cell = mode ? amount(movement, mode) : movements[movement];
        return make("td", { text: cell.reels ? spoken(cell).reels + ", " + spoken(cell).time : "–" });
      })))));
    main.append(make("div", { class: "page" }, make("h1", { text: say("coverageTitle") }), make("p", { class: "quiet", text: say("coverageHint") }),
      make("div", { class: "two" },
        make("section", { class: "card-like", "aria-label": say("chartName") }, make("div", { class: "keys", role: "group", "aria-label": say("measure") }, keys), chart),
        make("section", { class: "card-like", "aria-labelledby": "missing" }, make("h2", { id: "missing", text: say("missingTitle") }),
          sentences.length ? make("ul", { class: "sentences" }, sentences.map(text => make("li", { text }))) : make("p", { text: say("missingNothing") }),
          withoutMovement ? make("p", { class: "quiet", text: say("withoutMovement", { n: withoutMovement }) }) : null)),
      make("details", { class: "card-like" }, make("summary", { text: say("table") }), make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("table") }, table))));
    document.title = say("coverage") + " · " + HipReel.site.title;
  };
})();
