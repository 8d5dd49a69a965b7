"use strict";
/* Reels side by side: they play again and again without sound, a few at a time, and each can be taken out. */
(() => {
  const { make, say, icon } = HipReel;
  const mostPlaying = 8, mostShown = 24, letters = "abcdefghijklmnopqrstuvwxyz";
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  /** Plays a reel's part over its still; what cannot be played stays a still. */
  function play(take) {
    const { row, clip } = take, from = (row.from || 0) / 1000, to = row.to ? row.to / 1000 : Infinity;
    const video = make("video", { src: row.source, playsinline: true, loop: true, "aria-hidden": "true", tabindex: "-1" });
    video.muted = true;
    video.addEventListener("loadedmetadata", () => { if (!video.videoWidth) halt(take); else if (from > 0) video.currentTime = from; });
    video.addEventListener("timeupdate", () => { if (!video.seeking && video.currentTime >= to - 0.03) video.currentTime = from; });
    video.addEventListener("playing", () => video.classList.add("seen"));
    video.addEventListener("error", () => { take.fails = true; halt(take); });
    take.video = video;
    clip.append(video);
    video.play().catch(() => {});
  }

  function halt(take) {
    if (!take.video) return;
    take.video.removeAttribute("src");
    take.video.load();
    take.video.remove();
    take.video = null;
  }

  /** Lets a reel be dragged to `zone`: with a mouse at once, with a finger sideways or after a moment's rest. */
  function drag(element, zone, drop) {
    let start = null, timer = 0, moving = false;
    const over = event => {
      const box = zone.getBoundingClientRect();
      return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    };
    function begin() {
      moving = true;
      element.classList.add("held");
      zone.classList.add("open");
    }
    function end() {
      clearTimeout(timer);
      start = null;
      moving = false;
      element.classList.remove("held");
      element.style.translate = "";
      zone.classList.remove("open", "over");
    }
    element.addEventListener("pointerdown", event => {
      if (event.button !== 0 || event.target.closest("button")) return;
      start = event;
      element.setPointerCapture(event.pointerId);
      if (event.pointerType !== "mouse") timer = setTimeout(begin, 300);
    });
    element.addEventListener("pointermove", event => {
      if (!start) return;
      const x = event.clientX - start.clientX, y = event.clientY - start.clientY;
      if (!moving && Math.hypot(x, y) > 8) begin();
      if (!moving) return;
      element.style.translate = x + "px " + y + "px";
      zone.classList.toggle("over", over(event));
    });
    element.addEventListener("pointerup", event => {
      const dropped = moving && over(event);
      end();
      if (dropped) drop();
    });
    element.addEventListener("pointercancel", end);
    element.addEventListener("touchmove", event => { if (moving) event.preventDefault(); }, { passive: false });
    element.addEventListener("dragstart", event => event.preventDefault());
  }

  /** The reels of a question; `out(id)` takes one out by way of `zone`, `side(id)` says what is known of its side. */
  HipReel.takes = (rows, { zone, out, side, signal }) => {
    const element = make("ul", { class: "takes", "aria-label": say("reels") });
    const more = make("button", { type: "button", class: "plain" });
    const seen = new Set(), many = rows.length > 1;
    let takes = [];

    /** The first of those in view play. */
    function settle() {
      const playing = calm.matches ? [] : takes.filter(take => seen.has(take.element) && take.row.source && !take.fails).slice(0, mostPlaying);
      for (const take of takes) {
        if (!playing.includes(take)) halt(take);
        else if (!take.video) play(take);
      }
    }
    const observer = new IntersectionObserver(entries => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) seen.add(target); else seen.delete(target);
      settle();
    }, { threshold: 0.2 });

    function take(row, place) {
      const name = row.path.split("/").at(-1), letter = many ? letters[place] : undefined;
      const clip = make("div", { class: "clip" }, row.still ? make("img", { src: row.still, alt: "", draggable: "false" }) : null);
      const key = letter ? make("kbd", { text: letter.toUpperCase() }) : null;
      const badge = make("span", { class: "sidename" });
      const cross = many ? make("button", {
        type: "button", class: "round", "aria-label": say("takeOut", { name }), title: say("takeOut", { name }), onclick: () => out(row.id),
      }, icon("cross")) : null;
      const item = make("li", { class: "take", "data-id": row.id }, clip, make("div", { class: "foot" }, key,
        make("span", { class: "name", dir: "auto" }, make("a", { href: "#/reel/" + row.id, text: name, draggable: "false" }), badge), cross));
      if (many) drag(item, zone, () => out(row.id));
      return { row, clip, element: item, badge, video: null, fails: false };
    }

    function show(count) {
      takes.forEach(halt);
      observer.disconnect();
      seen.clear();
      takes = rows.slice(0, count).map(take);
      element.replaceChildren(...takes.map(({ element }) => element));
      for (const { element } of takes) observer.observe(element);
      more.hidden = count >= rows.length;
      more.textContent = say("showAll", { n: rows.length });
      refresh();
    }

    function refresh() {
      for (const { row, badge } of takes) {
        const text = side(row.id);
        badge.textContent = text;
        badge.hidden = !text;
      }
    }

    function end() {
      observer.disconnect();
      takes.forEach(halt);
    }
    more.addEventListener("click", () => { show(rows.length); element.querySelectorAll("a")[mostShown]?.focus(); });
    calm.addEventListener("change", settle, { signal });
    signal.addEventListener("abort", end);
    show(mostShown);
    return { element, more, refresh, end, ofLetter: letter => takes[letters.indexOf(letter)]?.row.id };
  };
})();
