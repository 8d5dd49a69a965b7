"use strict";
/* Elements, words and times. Texts become text nodes, never markup. */
(() => {
  const words = HipReel.words;

  /** A text of `words` with `{name}` filled in; a text with forms takes the one for `n`. */
  HipReel.say = (key, values = {}) => {
    let text = words[key];
    if (typeof text === "object") text = text[new Intl.PluralRules(words.language).select(values.n)] || text.other;
    return text.replace(/\{(\w+)\}/g, (all, name) => name in values ? String(values[name]) : all);
  };

  HipReel.valueName = (facet, value) => {
    if (facet === "exercise") return (HipReel.site.exercises || {})[value] || HipReel.spaced(value);
    if (facet === "duration") return words.durations[Number(value)];
    return Object.hasOwn(words.values, value) ? words.values[value] : HipReel.spaced(value);
  };

  HipReel.spaced = slug => { const text = slug.replaceAll("-", " "); return text.charAt(0).toUpperCase() + text.slice(1); };

  /** A name in the middle of a sentence; abbreviations stay. */
  HipReel.inText = text => /^[A-Z]{2}/.test(text) ? text : text.toLowerCase();

  /** Sets attributes: `on…` are listeners, `class`, `text` and flags are what they are called. */
  function dress(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name === "text") element.textContent = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : String(value));
    }
    element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
    return element;
  }

  HipReel.make = (name, attributes, ...children) => dress(document.createElement(name), attributes, children);
  HipReel.draw = (name, attributes, ...children) =>
    dress(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

  const icons = {
    play: "M8 5v14l11-7z", tick: "M9.500 16.200 5.300 12l-1.400 1.400 5.600 5.600 11-11-1.400-1.400z",
    cross: "M18.300 7.100 16.900 5.700 12 10.600 7.100 5.700 5.700 7.100l4.900 4.900-4.900 4.900 1.400 1.400 4.900-4.900 4.900 4.900 1.400-1.400-4.900-4.900z",
    star: "m12 3.500 2.600 5.400 5.900.800-4.300 4.100 1 5.900L12 16.900l-5.200 2.800 1-5.900L3.500 9.700l5.900-.800z",
    back: "M14.500 5.500 8 12l6.500 6.500 1.400-1.400L10.800 12l5.100-5.100z", on: "M9.500 5.500 16 12l-6.500 6.500-1.400-1.400 5.100-5.100-5.100-5.100z",
  };
  HipReel.icon = name =>
    HipReel.draw("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, HipReel.draw("path", { d: icons[name] }));

  /** `0:40`, `1:02:03`. */
  HipReel.clock = seconds => {
    const two = number => String(number).padStart(2, "0"), s = Math.round(seconds), minutes = Math.floor(s / 60);
    return (minutes < 60 ? minutes : Math.floor(minutes / 60) + ":" + two(minutes % 60)) + ":" + two(s % 60);
  };
  /** `4.2 s` below a minute. */
  HipReel.moment = ms => ms < 60000 ? (ms / 1000).toFixed(1) + " s" : HipReel.clock(ms / 1000);
  HipReel.minutes = ms => (ms === 0 ? "0" : ms < 600000 ? (Math.max(ms, 6000) / 60000).toFixed(1) : Math.round(ms / 60000)) + " min";
  HipReel.list = (items, last) => items.length < 2 ? items.join("") : items.slice(0, -1).join(", ") + last + items.at(-1);

  /** Says something for a while, to those who see the page and those who hear it. */
  let silence = 0;
  HipReel.announce = text => {
    const live = document.getElementById("live");
    live.textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => { live.textContent = ""; }, 6000);
  };

  /** Text made comparable: without case and accents. */
  HipReel.fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
})();
