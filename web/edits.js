"use strict";
/* What the person decides. A server gets it immediately; without one, decisions wait here, are shown as if they held, and
   are saved as a file in the form of the catalog, which `hipreel import` takes. */
(() => {
  const storageKey = "hipreel-changes:" + location.pathname;
  let pending = [];

  function keep() {
    try {
      localStorage.setItem(storageKey, JSON.stringify(pending));
    } catch { /* a browser that keeps nothing: they last as long as the page */ }
  }
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) || "[]");
    if (Array.isArray(kept)) pending = kept.filter(item => item && typeof item.id === "string" && item.edit);
  } catch { /* nothing kept, or not readable */ }

  const of = id => pending.filter(item => item.id === id).map(item => item.edit);
  const covers = (edit, tag) => edit.facet === tag.facet && edit.value === tag.value && (!edit.role || edit.role === tag.role);

  /** Tags under decisions, as `hipreel` applies them; what follows from a new exercise comes with the import. */
  function applied(tags, edits) {
    let result = tags.slice();
    for (const edit of edits) {
      const name = { facet: edit.facet, value: edit.value, role: edit.facet === "movement" ? edit.role || "primary" : undefined };
      switch (edit.action) {
      case "accept-tag": case "add-tag": {
        const old = result.find(tag => covers({ ...name }, tag));
        result = result.filter(tag => tag !== old);
        result.push({ ...name, permille: 1000, because: old ? old.because : [], pending: true });
        break;
      }
      case "reject-tag": case "remove-tag":
        result = result.filter(tag => !covers(edit, tag));
        break;
      case "set-exercise":
        result = result.filter(tag => tag.facet !== "exercise");
        if (edit.value) result.unshift({ facet: "exercise", value: edit.value, permille: 1000, because: [], pending: true });
        break;
      }
    }
    return result;
  }

  function applyToRow(row) {
    const edits = of(row.id);
    if (!row.base && !edits.length) return;
    row.base ||= { ...row };
    const facets = ["exercise", "movement", "mode", "position", "equipment", "level", "side"];
    const tags = facets.flatMap(facet => (row.base[facet] || []).map(tag => ({ facet, value: tag[0], permille: tag[1], role: tag[2] })));
    const now = edits.length ? applied(tags, edits) : tags;
    for (const facet of facets) row[facet] = now.filter(tag => tag.facet === facet).map(tag => [tag.value, tag.permille, tag.role]);
    for (const name of ["title", "favourite", "from", "to"]) row[name] = row.base[name];
    for (const edit of edits) {
      if (edit.action === "favourite") row.favourite = edit.number === 1;
      if (edit.action === "trim") [row.from, row.to] = [edit.number, edit.endNumber];
      if (edit.action === "set-exercise" && edit.value) row.title = HipReel.valueName("exercise", edit.value);
    }
  }

  function refresh(id) {
    const row = HipReel.store.reel(id);
    if (row) { applyToRow(row); HipReel.store.describe(row); }
    keep();
    HipReel.store.changed();
  }

  async function send(id, edit) {
    const address = HipReel.site.edits;
    const answer = await fetch(address.address, {
      method: "POST", headers: { "Content-Type": "application/json", "X-HipReel-Token": address.token },
      body: JSON.stringify({ reels: [{ id, edits: [edit] }] }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    for (const reel of (await answer.json()).reels) HipReel.store.replace(reel.row, reel.why);
  }

  HipReel.edits = {
    applied,
    applyToRow,
    of,
    get all() { return pending; },
    get areSent() { return Boolean(HipReel.site.edits); },
    /** Decides something about a reel and says so; `edit` is the catalog's form without its time. */
    async decide(id, edit, said = "") {
      const dated = { ...edit, editedUnixSeconds: Math.floor(Date.now() / 1000) };
      if (HipReel.edits.areSent) {
        try {
          await send(id, dated);
          HipReel.announce(said || HipReel.say("sent"));
        } catch (error) {
          HipReel.announce(HipReel.say("failed", { reason: error.message }));
        }
        return;
      }
      pending.push({ id, edit: dated });
      refresh(id);
      HipReel.announce((said ? said + ". " : "") + HipReel.say("kept"));
    },
    takeBack(item) {
      pending = pending.filter(other => other !== item);
      refresh(item.id);
    },
    discard() {
      const ids = new Set(pending.map(item => item.id));
      pending = [];
      keep();
      ids.forEach(refresh);
    },
    /** The waiting decisions, as a catalog that holds only decisions. */
    document() {
      const ids = [...new Set(pending.map(item => item.id))].filter(id => HipReel.store.reel(id)).sort();
      return {
        schema: "hipreel-catalog/1", generator: HipReel.site.generator + " site", vocabulary: HipReel.site.vocabulary,
        reels: ids.map(id => {
          const row = HipReel.store.reel(id), path = { path: row.path };
          if (row.pathBytes) path.pathBytes = row.pathBytes;
          return { id, paths: [path], status: "ok", byteCount: row.bytes, tags: [], edits: of(id) };
        }),
      };
    },
  };
})();
