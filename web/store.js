"use strict";
/* The reels: loaded in pieces, filtered and counted. */
(() => {
  const facets = ["movement", "mode", "position", "equipment", "level", "side", "duration", "mark"];
  const listeners = new Set();
  const waiting = new Map(), reasons = new Map();
  let rows = [], byID = new Map(), arrived = 0;

  const bucket = ms => [15000, 30000, 60000, 180000].findIndex(limit => ms <= limit);

  /** What the filters look at, each facet's values as a list. */
  function describe(row) {
    row.primary = (row.movement || []).filter(tag => tag[2] === "primary").map(tag => tag[0]);
    row.visits = [...new Set((row.movement || []).map(tag => tag[0]))];
    for (const facet of ["mode", "position", "equipment", "level", "side"]) row["has-" + facet] = (row[facet] || []).map(tag => tag[0]);
    row["has-duration"] = row.ms === undefined ? [] : [String(bucket(row.ms) < 0 ? 4 : bucket(row.ms))];
    row["has-mark"] = row.favourite ? ["favourite"] : [];
    const named = ["exercise", "movement", "mode", "position", "equipment", "side"]
      .flatMap(facet => (row[facet] || []).flatMap(tag => [tag[0], HipReel.valueName(facet, tag[0])]));
    row.text = HipReel.fold([row.title, row.path, ...named, row.words || ""].join(" "));
    return row;
  }

  HipReel.load = {
    site(site) { HipReel.site = site; },
    reels(number, part) {
      const start = number * HipReel.site.reelsPerFile;
      part.forEach((row, place) => {
        row.place = start + place;
        rows[start + place] = row;
        byID.set(row.id, row);
        HipReel.edits.applyToRow(row);
        describe(row);
      });
      arrived += part.length;
      for (const listener of listeners) listener();
    },
    why(number, part) {
      reasons.set(number, part);
      for (const done of waiting.get(number) || []) done();
      waiting.delete(number);
    },
  };

  function insert(source) {
    return new Promise((done, fail) => document.head.append(HipReel.make("script", { src: source, onload: done, onerror: fail })));
  }

  HipReel.store = {
    facets,
    get rows() { return rows; },
    get isComplete() { return arrived >= HipReel.site.reels; },
    /** Begins to load; the first piece is shown while the rest comes. */
    async start() {
      const count = Math.ceil(HipReel.site.reels / HipReel.site.reelsPerFile);
      for (let number = 0; number < count; number += 1) await insert("data/reels-" + number + ".js");
    },
    /** Calls back whenever more reels are there, until `signal` ends it. */
    onChange(listener, signal) {
      listeners.add(listener);
      signal.addEventListener("abort", () => listeners.delete(listener));
    },
    changed() { for (const listener of listeners) listener(); },
    reel: id => byID.get(id),
    describe,
    /** Why a reel has its tags; loaded when it is asked for. */
    async why(row) {
      const number = Math.floor(row.place / HipReel.site.reasonsPerFile);
      if (!reasons.has(number)) await insert("data/why-" + number + ".js");
      return (reasons.get(number) || {})[row.id];
    },
    /** The same when it is there already. */
    whyNow: row => (reasons.get(Math.floor(row.place / HipReel.site.reasonsPerFile)) || {})[row.id],
    replace(row, why) {
      const old = byID.get(row.id);
      if (!old) return;
      row.place = old.place;
      rows[row.place] = row;
      byID.set(row.id, describe(row));
      const number = Math.floor(row.place / HipReel.site.reasonsPerFile);
      if (reasons.has(number)) reasons.get(number)[row.id] = why;
      HipReel.store.changed();
    },

    /** The reels that pass, in order, and for every value how many there would be with it in place of its facet's. */
    query(state) {
      const wanted = HipReel.fold(state.q).split(/\s+/).filter(Boolean);
      const counts = Object.fromEntries(facets.map(facet => [facet, {}])), found = [];
      const valuesOf = (row, facet) => facet === "movement" ? (state.visited ? row.visits : row.primary) : row["has-" + facet];
      for (const row of rows) {
        if (!row || !wanted.every(word => row.text.includes(word))) continue;
        const failing = facets.filter(facet => state[facet].size > 0 && !valuesOf(row, facet).some(value => state[facet].has(value)));
        if (failing.length > 1) continue;
        for (const facet of failing.length ? failing : facets) {
          for (const value of valuesOf(row, facet)) counts[facet][value] = (counts[facet][value] || 0) + 1;
        }
        if (!failing.length) found.push(row);
      }
      const orders = {
        name: (a, b) => a.title.localeCompare(b.title, HipReel.words.language) || a.place - b.place,
        shortest: (a, b) => (a.ms ?? Infinity) - (b.ms ?? Infinity) || a.place - b.place,
        longest: (a, b) => (b.ms ?? -1) - (a.ms ?? -1) || a.place - b.place,
        favourite: (a, b) => (b.favourite ? 1 : 0) - (a.favourite ? 1 : 0) || a.place - b.place,
      };
      if (orders[state.sort]) found.sort(orders[state.sort]);
      return { found, counts };
    },
  };
})();
