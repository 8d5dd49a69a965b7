"use strict";
/* The frame: which page the address asks for, and the way between them. */
(() => {
  const { make, say } = HipReel;
  const main = document.getElementById("main"), nav = document.getElementById("nav"), skip = document.getElementById("skip");
  let shown = new AbortController(), search = null;

  skip.textContent = say("skip");
  skip.addEventListener("click", () => main.focus());
  nav.setAttribute("aria-label", say("pages"));
  if (!HipReel.site) {
    main.append(make("p", { class: "nothing", text: say("noData") }));
    return;
  }
  document.getElementById("sitetitle").textContent = HipReel.site.title;

  const links = ["reels", "name", "coverage", "routines", "changes"].map(key =>
    make("a", { href: key === "reels" ? "#/" : "#/" + key, text: say(key === "name" ? "nameThese" : key), "data-page": key }));
  nav.append(...links);
  function count() {
    const n = HipReel.edits.all.length;
    links[4].hidden = HipReel.edits.areSent || n === 0;
    links[4].textContent = n ? say("changesCount", { n }) : say("changes");
    const unnamed = HipReel.edits.areSent ? HipReel.unnamedCount() : 0;
    links[1].hidden = unnamed === 0;
    links[1].textContent = say("nameTheseCount", { n: unnamed });
  }
  HipReel.store.onChange(count, new AbortController().signal);
  count();

  function route(event) {
    const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
    const parameters = new URLSearchParams(query || ""), [page, id] = path.split("/");
    shown.abort();
    shown = new AbortController();
    search = null;
    main.replaceChildren();
    scrollTo(0, 0);
    for (const link of links) {
      const here = link.dataset.page === (page === "" || page === "reel" ? "reels" : page);
      if (here) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    }
    if (page === "reel") HipReel.reel(main, id, shown.signal);
    else if (page === "coverage") HipReel.coverage(main, parameters);
    else if (page === "routines") HipReel.routines(main, shown.signal);
    else if (page === "name") HipReel.naming(main, shown.signal);
    else if (page === "changes") HipReel.changes(main, shown.signal);
    else search = HipReel.library(main, parameters, shown.signal).search;
    document.body.dataset.page = page || "reels";
    if (event && document.activeElement === document.body) main.focus({ preventScroll: true });
  }
  addEventListener("hashchange", route);
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    if (!search) location.hash = HipReel.libraryAddress || "#/";
    setTimeout(() => document.getElementById("search")?.focus());
  });
  route();
  HipReel.store.start().catch(() => main.append(make("p", { class: "nothing", text: say("noData") })));
})();
