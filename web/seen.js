"use strict";
/* What hipreel saw in a reel's picture: said in words, and drawn over the moment of the furthest excursion. */
(() => {
  const { make, draw, say, valueName, moment, edits } = HipReel;
  /* How far from that moment the video may stand, in seconds. */
  const near = 0.1;

  /** A body from 17 points: the nose, then left and right of shoulder, elbow, wrist, hip, knee, ankle, heel and toe. */
  function pose(points, wide, tall) {
    const at = index => [points[2 * index] * wide / 1000, points[2 * index + 1] * tall / 1000];
    const middle = (a, b) => [0, 1].map(axis => (at(a)[axis] + at(b)[axis]) / 2);
    const span = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
    const text = place => place.map(number => number.toFixed(1)).join(" ");
    const line = (...indexes) => "M" + indexes.map(index => text(at(index))).join("L");
    const leg = first => line(first, first + 2, first + 4) + line(first + 4, first + 6, first + 8) + "L" + text(at(first + 4));
    const neck = middle(1, 2), long = span(neck, at(0)), r = Math.max(0.45 * long, 0.13 * span(neck, middle(7, 8)));
    const start = neck.map((number, axis) => number + (at(0)[axis] - number) * Math.max(0, 1 - r / (long || 1)));
    const trunk = line(1, 2, 8, 7, 1) + line(1, 3, 5) + line(2, 4, 6) + "M" + text(neck) + "L" + text(start);
    const head = look => draw("circle", { cx: at(0)[0].toFixed(1), cy: at(0)[1].toFixed(1), r: r.toFixed(1), class: look });
    return draw("svg", { class: "pose", viewBox: `0 0 ${wide} ${tall}`, role: "img", hidden: true },
      draw("path", { d: trunk + leg(7) + leg(8), class: "halo" }), head("halo"),
      draw("path", { d: trunk, class: "bone" }), head("bone"),
      draw("path", { d: leg(7), class: "bone one" }), draw("path", { d: leg(8), class: "bone other" }));
  }

  /** `side-lying, the knees open, about 6 times` */
  const sentence = seen => [seen.position ? HipReel.inText(valueName("position", seen.position)) : "", seen.words,
    seen.times ? say("times", { n: seen.times }) : ""].filter(Boolean).join(", ");

  HipReel.seenWords = sentence;

  /** The keys under the video, the words beside it, and what the keyboard does. */
  HipReel.sight = (id, why, frame, video) => {
    const seen = (why && why.seen) || {}, end = seen.endMs / 1000, at = moment(seen.endMs || 0);
    const figure = seen.figure && why.width ? pose(seen.figure, why.width, why.height) : null;
    let playable = video, played = false;
    const key = (text, letter, press) =>
      make("button", { type: "button", class: "key", text, title: text + " (" + letter.toUpperCase() + ")", "aria-keyshortcuts": letter, onclick: press });
    const showing = key(say("showMoves"), "m", toggle), going = key(say("toEnd", { at }), "e", jump);
    const keys = make("div", { class: "moves", role: "group", "aria-label": say("seenTitle") }, showing, going);
    const panel = make("div", { class: "card-like sight", role: "group", "aria-labelledby": "seentitle", hidden: true });

    function reveal(on) {
      if (!figure) return;
      figure.toggleAttribute("hidden", !on);
      showing.setAttribute("aria-pressed", String(on));
    }

    const isThere = () => playable.paused && !playable.seeking && Math.abs(playable.currentTime - end) < near;

    /** Stands at the end range, then calls back. */
    function goThere(then) {
      const target = playable;
      target.pause();
      if (target.readyState < 1) return target.addEventListener("loadedmetadata", () => goThere(then), { once: true });
      if (isThere()) return then();
      target.addEventListener("seeked", () => { if (isThere()) then(); }, { once: true });
      /* A little later than the picture begins: times are rounded to milliseconds. */
      target.currentTime = end + 0.005;
    }

    function toggle() {
      if (showing.hidden) return;
      if (showing.getAttribute("aria-pressed") === "true") {
        reveal(false);
        if (playable && played) playable.play().catch(() => {});
      } else if (playable) {
        played = !playable.paused;
        goThere(() => reveal(true));
      } else reveal(true);
    }

    function jump() {
      if (!going.hidden) goThere(() => HipReel.announce(say("atEnd", { at })));
    }

    /** Without a video the still takes its place, where it shows the same moment. */
    function settle() {
      showing.hidden = !figure || !(playable || seen.onStill);
      going.hidden = !playable || seen.endMs === undefined;
      keys.hidden = showing.hidden && going.hidden;
    }

    if (figure) {
      const what = sentence(seen);
      figure.setAttribute("aria-label", what ? say("figureOf", { what }) : say("figure"));
      frame.append(figure);
    }
    reveal(false);
    settle();
    frame.addEventListener("unplayable", () => {
      playable = null;
      reveal(false);
      if (figure) frame.append(figure);
      settle();
    });
    if (video) for (const name of ["play", "seeking"]) video.addEventListener(name, () => reveal(false));

    function accept(facet, value, name) {
      const decision = facet === "exercise" ? { action: "set-exercise", value }
        : { action: "add-tag", facet, value, ...(facet === "movement" ? { role: "primary" } : {}) };
      edits.decide(id, decision, say("accepted", { name }));
    }

    /** What may be: a press makes it the person's word. */
    function guesses(now, tags) {
      /* What was decided since the data came. */
      const known = ([facet, value]) => tags.some(tag => tag.facet === facet && (tag.value === value || tag.pending));
      const open = (now.perhaps || []).filter(guess => !known(guess));
      if (!open.length) return null;
      const takes = (facet, value) => facet !== "exercise" || Object.hasOwn(HipReel.site.exercises, value);
      return make("div", { class: "guesses", role: "group", "aria-label": say("perhaps") }, make("span", { text: say("perhaps") + ":" }),
        open.map(([facet, value]) => {
          const name = valueName(facet, value);
          return takes(facet, value) ? make("button", { type: "button", class: "key", text: name, "aria-label": say("perhapsAccept", { name }),
            onclick: () => accept(facet, value, name) }) : make("span", { text: name });
        }), make("p", { class: "quiet", text: say("perhapsHint") }));
    }

    return {
      keys,
      words: panel,
      toggle,
      jump,
      /** Says it anew, after a decision. */
      update(why, tags) {
        const now = why.seen || {}, said = sentence(now), held = panel.contains(document.activeElement);
        const lines = [said ? make("p", { text: say("seen") + ": " + said }) : null,
          now.conflict ? make("p", { class: "problem", text: say("conflict") }) : null, guesses(now, tags)].filter(Boolean);
        panel.hidden = !lines.length;
        panel.replaceChildren(make("h2", { id: "seentitle", tabindex: "-1", text: say("seenTitle") }), ...lines);
        if (held) (panel.querySelector("button") || (lines.length ? panel.firstChild : document.getElementById("main"))).focus();
      },
    };
  };
})();
