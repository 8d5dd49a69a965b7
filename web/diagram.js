"use strict";
/* The hip, seen from three sides: in each plane two arrows, one for each movement in it. */
(() => {
  const { make, draw, say, valueName } = HipReel;

  /** A point at an angle in degrees, clockwise from three o'clock. */
  const at = (x, y, r, angle) => [x + r * Math.cos(angle * Math.PI / 180), y + r * Math.sin(angle * Math.PI / 180)].map(n => n.toFixed(1));
  const arc = (x, y, r, from, to) => `M${at(x, y, r, from)}A${r} ${r} 0 0 ${to > from ? 1 : 0} ${at(x, y, r, to)}`;
  /** The head of an arrow at the end of an arc. */
  function head(x, y, r, to, turn) {
    const [px, py] = at(x, y, r, to).map(Number), along = (to + 90 * turn) * Math.PI / 180;
    const [c, s] = [Math.cos(along), Math.sin(along)];
    const point = (forth, aside) => [px + forth * c - aside * s, py + forth * s + aside * c].map(n => n.toFixed(1));
    return `M${point(-1, -7)}L${point(9, 0)}L${point(-1, 7)}Z`;
  }

  const body = d => draw("path", { d, class: "body" });
  const ghost = (d, movement) => draw("path", { d, class: "ghost", "data-movement": movement });
  const skull = (x, y, r) => draw("circle", { cx: x, cy: y, r, class: "skull" });
  const joint = (x, y) => draw("circle", { cx: x, cy: y, r: 5, class: "joint" });
  const foot = "M0 8C-6 8-8 3-8-4C-8-14-13-26-11-38C-10-46-3-48 3-46C10-44 12-36 10-28C8-20 8-12 8-4C8 3 6 8 0 8Z";
  const sole = (turn, movement) => draw("path", {
    d: foot, transform: `translate(60 96) rotate(${turn})`, class: movement ? "ghost" : "body sole", "data-movement": movement,
  });

  const planes = [
    { name: "fromSide", plane: "sagittal", arrows: [["extension", 60, 62, 47, 104, 146], ["flexion", 60, 62, 47, 76, 16]],
      shapes: () => [ghost("M60 62 45 91 25 106", "extension"), ghost("M60 62 89 56 90 84 97 85", "flexion"),
        body("M60 30V62L59 92 57 121H68M60 38 54 54 57 66"), skull(61, 18, 9.500), joint(60, 62)] },
    { name: "fromFront", plane: "frontal", arrows: [["adduction", 70, 64, 47, 98, 128], ["abduction", 70, 64, 47, 82, 40]],
      shapes: () => [ghost("M70 64 62 92 50 115", "adduction"), ghost("M70 64 88 90 104 106", "abduction"),
        body("M60 30V56M46 37H74M46 37 43 62M74 37 80 58M50 64Q60 54 70 64M50 64 49 92 48 121M70 64 71 92 72 121"),
        skull(60, 18, 9.500), joint(50, 64), joint(70, 64)] },
    { name: "fromAbove", plane: "transverse", arrows: [["internal-rotation", 60, 96, 66, 262, 222], ["external-rotation", 60, 96, 66, 278, 318]],
      shapes: () => [sole(-38, "internal-rotation"), sole(38, "external-rotation"), sole(0),
        draw("path", { d: "M14 22V118", class: "midline" }), joint(60, 96)] },
  ];

  const planeOf = {};
  for (const { plane, arrows } of planes) for (const [movement] of arrows) planeOf[movement] = plane;
  HipReel.planeOf = movement => planeOf[movement];

  /** The diagram; `toggle` is called with a movement that was pressed. */
  HipReel.diagram = toggle => {
    const buttons = new Map(), shafts = new Map();
    const panels = planes.map(({ name, plane, arrows, shapes }) => {
      const picture = draw("svg", { viewBox: "0 0 120 130", "aria-hidden": "true", class: "figure" }, shapes());
      for (const [movement, x, y, r, from, to] of arrows) {
        const shaft = draw("path", { d: arc(x, y, r, from, to), class: "shaft" });
        const turn = to > from ? 1 : -1;
        picture.append(draw("g", { class: "arrow", "data-movement": movement, onclick: () => toggle(movement) },
          draw("path", { d: arc(x, y, r, from, to + 14 * turn), class: "reach" }), shaft,
          draw("path", { d: head(x, y, r, to, turn), class: "head" })));
        shafts.set(movement, shaft);
      }
      const keys = arrows.map(([movement], index) => {
        const count = make("span", { class: "n" });
        const button = make("button", {
          type: "button", class: index ? "turn forth" : "turn back", "data-movement": movement, onclick: () => toggle(movement),
        }, make("span", { text: valueName("movement", movement) }), count);
        buttons.set(movement, { button, count });
        return button;
      });
      return make("div", { class: "plane " + plane, role: "group", "aria-label": say(name), title: say(name) }, picture, keys);
    });
    const element = make("section", { class: "diagram", "aria-label": say("movements") }, panels);
    return {
      element,
      /** Shows how many reels each movement has and which are pressed. */
      update(counts, pressed) {
        const most = Math.max(1, ...Object.values(counts));
        for (const [movement, { button, count }] of buttons) {
          const n = counts[movement] || 0, on = pressed.has(movement);
          count.textContent = String(n);
          button.setAttribute("aria-pressed", String(on));
          button.classList.toggle("zero", n === 0);
          shafts.get(movement).style.strokeWidth = n ? String(3 + 5 * Math.sqrt(n / most)) : "2";
        }
        element.classList.toggle("chosen", pressed.size > 0);
        for (const shape of element.querySelectorAll("svg [data-movement]")) {
          shape.classList.toggle("on", pressed.has(shape.dataset.movement));
          shape.classList.toggle("zero", !counts[shape.dataset.movement]);
        }
      },
    };
  };
})();
