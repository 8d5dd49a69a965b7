"use strict";
/* The changes to import when there is no server: as a list, and as a file. */
(() => {
  const { make, say, valueName, moment, edits, store } = HipReel;
  const fileName = "hipreel-changes.json";

  function words(edit) {
    const names = {
      note: () => edit.text || "–",
      trim: () => moment(edit.number || 0) + " – " + (edit.endNumber ? moment(edit.endNumber) : "…"),
      favourite: () => "",
      "set-exercise": () => valueName("exercise", edit.value || "–"),
    };
    const name = (names[edit.action] || (() => valueName(edit.facet, edit.value)))();
    const key = edit.action === "favourite" && edit.number === 0 ? "unfavourite" : edit.action;
    return HipReel.words.actions[key].replace("{name}", () => name);
  }

  HipReel.changes = (main, signal) => {
    const list = make("ul", { class: "changes" }), tools = make("div", { class: "row" });
    const said = make("p", { class: "state good", role: "status" });
    const command = make("code", { text: say("importCommand", { file: fileName }) });

    function save() {
      const text = JSON.stringify(edits.document(), null, 2) + "\n";
      const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      make("a", { href: address, download: fileName }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
      said.textContent = say("saved");
    }

    function show() {
      const all = edits.all;
      list.replaceChildren(...all.map(item => {
        const row = store.reel(item.id), text = words(item.edit);
        const takeBack = () => { edits.takeBack(item); show(); };
        return make("li", {},
          make("span", { dir: "auto" }, make("a", { href: "#/reel/" + item.id, text: row ? row.title : item.id }), " ", text),
          make("button", { type: "button", class: "round", "aria-label": say("undo", { name: text }), onclick: takeBack }, HipReel.icon("cross")));
      }));
      let sure = false;
      tools.replaceChildren(...(all.length ? [
        make("button", { type: "button", class: "go", text: say("saveFile"), onclick: save }),
        make("button", { type: "button", text: say("discard"), onclick: event => {
          if (!sure) { sure = true; event.target.textContent = say("discardSure", { n: all.length }); return; }
          edits.discard();
          show();
        } })] : [make("p", { class: "quiet", text: say("changesNone") })]));
    }
    main.append(make("div", { class: "page" },
      make("h1", { text: say("changesTitle") }), make("p", { class: "quiet", text: say("changesHint") }), make("p", {}, command),
      make("section", { class: "card-like", "aria-label": say("changesTitle") }, list, tools, said)));
    show();
    store.onChange(show, signal);
    document.title = say("changes") + " · " + HipReel.site.title;
  };
})();
