"use strict";
/* A grid of reels in which only the visible rows exist, so ten thousand scroll like ten. */
(() => {
  const { make, say, icon, valueName, clock } = HipReel;
  const hoverDelay = 350, spareRows = 2;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  /** A picture that is wider than high is shown whole. */
  const whole = event => event.target.classList.toggle("wide", event.target.naturalWidth > 1.1 * event.target.naturalHeight);

  const percent = permille => make("small", { text: Math.round(permille / 10) + " %" });

  /** What the picture is like, for a reel without tags: no tag, and not to be taken for one. */
  function guess(row) {
    if (!row.perhaps || (row.exercise || []).length) return [];
    const list = row.perhaps.map(([facet, value]) => valueName(facet, value)).join(", ");
    return [make("span", { class: "perhaps", title: say("perhapsOne", { list }), text: say("perhapsOne", { list }) })];
  }

  /** What a reel is for; what was asked for comes first. */
  function chips(row, wanted) {
    const tags = (row.movement || []).filter(tag => tag[2] === "primary").sort((a, b) => wanted.has(b[0]) - wanted.has(a[0]));
    const shown = tags.slice(0, 2).map(([movement, permille]) => {
      const name = valueName("movement", movement), short = tags.length > 1 ? HipReel.words.short[movement] : undefined;
      const both = () => [make("span", { "aria-hidden": "true", text: short }), make("span", { class: "unseen", text: name })];
      return make("span", { class: "chip " + HipReel.planeOf(movement), title: name }, short ? both() : name, " ", percent(permille));
    });
    if (tags.length > 2) shown.push(make("span", { class: "chip rest", text: "+" + (tags.length - 2) }));
    if (!tags.length) {
      const mode = (row.mode || [])[0];
      if (mode) shown.push(make("span", { class: "chip" }, valueName("mode", mode[0]), " ", percent(mode[1])));
    }
    return shown.length ? shown : guess(row);
  }

  /** Plays a reel in its card while a mouse rests on it. */
  function preview(card, row) {
    let timer = 0, video = null;
    card.addEventListener("pointerenter", event => {
      if (event.pointerType !== "mouse" || calm.matches || !row.source) return;
      timer = setTimeout(() => {
        video = make("video", {
          class: "preview", muted: true, playsinline: true, loop: true, src: row.source + "#t=" + (row.from || 0) / 1000,
          "aria-hidden": "true", tabindex: "-1",
        });
        video.muted = true;
        video.addEventListener("playing", () => video && video.classList.add("seen"));
        card.querySelector(".still").append(video);
        video.play().catch(() => {});
      }, hoverDelay);
    });
    card.addEventListener("pointerleave", () => {
      clearTimeout(timer);
      if (!video) return;
      video.removeAttribute("src");
      video.load();
      video.remove();
      video = null;
    });
  }

  function card(row, index, count, wanted) {
    const link = make("a", { class: "card", href: "#/reel/" + row.id, "data-id": row.id, tabindex: "-1" },
      make("span", { class: "still" },
        row.still ? make("img", { src: row.still, alt: "", loading: "lazy", decoding: "async", draggable: "false", onload: whole }) : null,
        row.ms !== undefined ? make("span", { class: "length", text: clock(row.ms / 1000) }) : null,
        row.favourite ? make("span", { class: "mark" }, icon("star"), make("span", { class: "unseen", text: say("favourite") })) : null),
      make("strong", { dir: "auto", text: row.title }),
      make("span", { class: "path", dir: "auto", text: row.path.split("/").at(-1) }),
      make("span", { class: "chips" }, chips(row, wanted)));
    preview(link, row);
    return make("div", { class: "cell", role: "listitem", "aria-posinset": index + 1, "aria-setsize": count }, link);
  }

  HipReel.grid = signal => {
    const element = make("div", { class: "grid", role: "list", "aria-label": say("gridLabel") });
    const cells = new Map();
    let rows = [], wanted = new Set(), columns = 1, width = 0, height = 1, current = 0, frame = 0;

    function measure() {
      const gap = 14, room = element.clientWidth;
      columns = Math.max(2, Math.floor((room + gap) / (172 + gap)));
      width = (room - gap * (columns - 1)) / columns;
      const words = 5.5 * parseFloat(getComputedStyle(document.documentElement).fontSize);
      height = Math.round(width * 4 / 3 + words + gap);
      element.style.height = Math.ceil(rows.length / columns) * height + "px";
      element.style.setProperty("--card", width + "px");
    }

    function place(cell, index) {
      cell.style.transform = `translate(${(index % columns) * (width + 14)}px, ${Math.floor(index / columns) * height}px)`;
    }

    function paint() {
      frame = 0;
      const top = -element.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor(top / height) - spareRows) * columns;
      const last = Math.min(rows.length, (Math.ceil((top + innerHeight) / height) + spareRows) * columns);
      const focused = document.activeElement?.dataset?.id;
      for (const [index, { cell, row }] of cells) {
        if ((index < first || index >= last) && row.id !== focused || rows[index] !== row) {
          cell.remove();
          cells.delete(index);
        }
      }
      for (let index = first; index < last; index += 1) {
        if (cells.has(index)) continue;
        const cell = card(rows[index], index, rows.length, wanted);
        place(cell, index);
        cells.set(index, { cell, row: rows[index] });
        const after = [...cells.keys()].filter(other => other > index).sort((a, b) => a - b)[0];
        element.insertBefore(cell, after === undefined ? null : cells.get(after).cell);
      }
      for (const [index, { cell }] of cells) cell.firstChild.tabIndex = index === current ? 0 : -1;
      if (!cells.has(current) && cells.size) cells.values().next().value.cell.firstChild.tabIndex = 0;
    }

    const later = () => { if (!frame) frame = requestAnimationFrame(paint); };

    function goTo(index) {
      current = Math.max(0, Math.min(rows.length - 1, index));
      const edge = document.getElementById("top").offsetHeight + 8;
      const top = element.getBoundingClientRect().top + scrollY + Math.floor(current / columns) * height;
      if (top - edge < scrollY) scrollTo(0, top - edge);
      else if (top + height > scrollY + innerHeight) scrollTo(0, top + height - innerHeight);
      paint();
      cells.get(current)?.cell.firstChild.focus({ preventScroll: true });
    }

    element.addEventListener("keydown", event => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const page = Math.max(1, Math.floor(innerHeight / height)) * columns;
      const steps = {
        ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity,
      };
      if (!(event.key in steps)) return;
      event.preventDefault();
      goTo(current + steps[event.key]);
    });
    element.addEventListener("focusin", event => {
      for (const [index, { cell }] of cells) if (cell.contains(event.target)) current = index;
    });
    addEventListener("scroll", later, { passive: true, signal });
    const observer = new ResizeObserver(() => {
      measure();
      for (const [index, { cell }] of cells) place(cell, index);
      later();
    });
    observer.observe(element);
    signal.addEventListener("abort", () => observer.disconnect());

    return {
      element,
      show(found, movements) {
        [rows, wanted] = [found, movements];
        current = Math.min(current, Math.max(0, rows.length - 1));
        for (const { cell } of cells.values()) cell.remove();
        cells.clear();
        measure();
        paint();
      },
      focusOn(id) {
        const index = rows.findIndex(row => row.id === id);
        if (index >= 0) goTo(index);
      },
    };
  };
})();
