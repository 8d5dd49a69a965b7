"use strict";
/* What the folder has of each movement in each mode, and what it lacks. */
(() => {
  const { make, say, valueName, minutes } = HipReel;

  HipReel.coverage = (main, parameters) => {
    const { movements, missing, withoutMovement } = HipReel.site.coverage;
    const names = HipReel.site.facets.movement, lacks = new Set(missing.map(cell => cell.join("/")));
    const isLacking = (movement, mode) => lacks.has(movement + "/" + mode);
    const isThere = mode => names.some(movement => movements[movement].modes[mode] || isLacking(movement, mode));
    const modes = HipReel.site.facets.mode.filter(isThere);
    const chart = make("div", { class: "chart" });
    let measure = parameters.get("in") === "minutes" ? "durationMs" : "reels";

    const name = movement => valueName("movement", movement);
    const amount = (movement, mode) => movements[movement].modes[mode] || { reels: 0, durationMs: 0 };
    const spoken = cell => ({ reels: say("reelCount", { n: cell.reels }), time: minutes(cell.durationMs) });
    const link = (movement, mode) => "#/?movement=" + movement + (mode ? "&mode=" + mode : "");
    const short = value => measure === "reels" ? String(value) : value === 0 ? "0" : (value / 60000).toFixed(value < 600000 ? 1 : 0);

    function dot(movement, mode, most) {
      const cell = amount(movement, mode), words = { movement: name(movement), mode: valueName("mode", mode) };
      if (!cell.reels) {
        return make("td", {}, isLacking(movement, mode)
          ? make("span", { class: "ring", role: "img", "aria-label": say("cellMissing", words) })
          : make("span", { class: "unseen", text: "–" }));
      }
      const bubble = make("span", { class: "bubble " + HipReel.planeOf(movement), text: short(cell[measure]) });
      bubble.style.setProperty("--size", String(Math.sqrt(cell[measure] / most)));
      const label = say("cell", { ...words, ...spoken(cell) });
      return make("td", {}, make("a", { href: link(movement, mode), "aria-label": label }, bubble));
    }

    function column(movement, tallest) {
      const total = movements[movement], { reels, time } = spoken(total);
      const bar = make("span", { class: "bar " + HipReel.planeOf(movement) });
      bar.style.setProperty("--share", String(total[measure] / tallest));
      return make("td", {}, make("a", { class: "column", href: link(movement), "aria-label": name(movement) + ": " + reels + ", " + time },
        make("span", { class: "number", text: short(total[measure]) }), bar));
    }

    function draw() {
      const tallest = Math.max(1, ...names.map(movement => movements[movement][measure]));
      const most = Math.max(1, ...names.flatMap(movement => modes.map(mode => amount(movement, mode)[measure])));
      const heads = names.map(movement => make("th", { scope: "col", class: "movement" }, make("span", { text: name(movement) })));
      chart.replaceChildren(make("table", { class: "dots", "aria-label": say("chartName") },
        make("thead", {},
          make("tr", { class: "bars" }, make("th", { scope: "row", text: say("total") }), names.map(movement => column(movement, tallest))),
          make("tr", {}, make("th", { scope: "col" }, make("span", { class: "unseen", text: say("mode") })), heads)),
        make("tbody", {}, modes.map(mode =>
          make("tr", {}, make("th", { scope: "row", text: valueName("mode", mode) }), names.map(movement => dot(movement, mode, most)))))));
    }

    const keys = [["reels", "inReels"], ["durationMs", "inMinutes"]].map(([value, key]) => {
      const choose = () => { measure = value; press(); draw(); };
      return { value, button: make("button", { type: "button", class: "key", text: say(key), onclick: choose }) };
    });
    const press = () => keys.forEach(({ value, button }) => button.setAttribute("aria-pressed", String(value === measure)));

    /** What is missing, in words. */
    function sentences() {
      const absent = names.filter(movement => !movements[movement].reels)
        .map(movement => say("missingMovement", { movement: HipReel.inText(name(movement)) }));
      const partly = names.flatMap(movement => {
        const lacking = missing.filter(cell => cell[0] === movement).map(cell => HipReel.inText(valueName("mode", cell[1])));
        const words = { movement: HipReel.inText(name(movement)), modes: HipReel.list(lacking, HipReel.words.or) };
        return lacking.length ? [say("missingModes", words)] : [];
      });
      return [...absent, ...partly];
    }

    /** The chart's numbers, all of them, for those who rather read. */
    function table() {
      const columns = [say("mode"), ...names.map(name)].map(text => make("th", { scope: "col", text }));
      const rows = [null, ...modes].map(mode => {
        const cells = names.map(movement => mode ? amount(movement, mode) : movements[movement]);
        return make("tr", {}, make("th", { scope: "row", text: mode ? valueName("mode", mode) : say("total") }),
          cells.map(cell => make("td", { text: cell.reels ? spoken(cell).reels + ", " + spoken(cell).time : "–" })));
      });
      return make("table", { class: "plaintable" }, make("thead", {}, make("tr", {}, columns)), make("tbody", {}, rows));
    }

    press();
    draw();
    const lines = sentences();
    main.append(make("div", { class: "page" },
      make("h1", { text: say("coverageTitle") }), make("p", { class: "quiet", text: say("coverageHint") }),
      make("div", { class: "two" },
        make("section", { class: "card-like", "aria-label": say("chartName") },
          make("div", { class: "keys", role: "group", "aria-label": say("measure") }, keys.map(key => key.button)), chart),
        make("section", { class: "card-like", "aria-labelledby": "missing" },
          make("h2", { id: "missing", text: say("missingTitle") }),
          lines.length ? make("ul", { class: "sentences" }, lines.map(text => make("li", { text })))
            : make("p", { text: say("missingNothing") }),
          withoutMovement ? make("p", { class: "quiet", text: say("withoutMovement", { n: withoutMovement }) }) : null)),
      make("details", { class: "card-like" }, make("summary", { text: say("table") }),
        make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("table") }, table()))));
    document.title = say("coverage") + " · " + HipReel.site.title;
  };
})();
