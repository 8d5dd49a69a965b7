/* Plays the steps of `data`: each shows its reel for its seconds, then a rest. */
/* The clock counts the time that passes while playing, whatever the video does: a reel that stalls, or that this
browser can't decode, holds nobody up. Texts are set as text, never as markup. */
"use strict";
(() => {
const $ = id => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const steps = data.steps;
/* What is said in the reader's language: the first of theirs that the page knows, else English. */
const codes = navigator.languages.map(code => code.toLowerCase().split("-")[0]);
const language = codes.find(code => Object.hasOwn(data.words, code)) || "en";
const words = data.words[language];
const PLAY = "M7 4v16l13-8z", PAUSE = "M6 4h4.200v16H6zM13.800 4H18v16h-4.200z", ROUND = 339.292;
const video = $("video"), still = $("still");
let loaded = null, at = 0, phase = "ready", elapsed = 0, running = false, last = 0, spoken = -1, sound = true, audio = null;

const clock = s => Math.floor(s / 60) + ":" + String(s % 60).padStart(2, "0");
const side = s => s === "left" ? "Left side" : s === "right" ? "Right side" : "";
const plural = (n, word) => n + " " + word + (n === 1 ? "" : "s");
const show = (element, text) => { element.textContent = text || ""; element.hidden = !text; };
const say = (element, text) => { show(element, text); element.lang = language; };
const care = step => step.cautions ? words.caution + " " + step.cautions.map(i => words.cautions[i]).join("; ") + "." : "";
const length = () => 1000 * (phase === "rest" ? steps[at].rest : steps[at].seconds);
const before = steps.map((_, i) => steps.slice(0, i).reduce((s, x) => s + x.seconds + x.rest, 0));

function beep(frequency, seconds, delay) {
  if (!sound || !audio) return;
  const start = audio.currentTime + (delay || 0), tone = audio.createOscillator(), volume = audio.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + seconds);
}

function wakeSound() {
  if (!audio && window.AudioContext) audio = new AudioContext();
  if (audio && audio.state === "suspended") audio.resume();
}

function picture(step, element) {
  const source = data.stills[step.reel];
  if (source) element.src = source; else element.removeAttribute("src");
  element.hidden = !source;
}

function load(step) {
  $("blank").hidden = true;
  video.hidden = true;
  picture(step, still);
  loaded = step;
  if (video.getAttribute("src") !== step.source) { video.src = step.source; } else { shown(); }
  seek(step);
}

function seek(step) { try { video.currentTime = step.startMs / 1000; } catch { /* not loaded yet: see shown() */ } }

function shown() {
  if (video.error || video.readyState < 2) return;
  if (!video.videoWidth) { failed(); return; }
  video.hidden = phase === "rest";
}

function failed() {
  video.hidden = true;
  if (phase === "done") return;
  $("blank").hidden = false;
  $("open").href = loaded.source;
}

function play() {
  if (phase !== "work" || video.error) return;
  video.muted = !sound;
  const started = video.play();
  if (started) started.catch(reason => {
    if (reason.name !== "NotAllowedError") return;
    video.muted = true;
    video.play().catch(() => {});
  });
}

/* What to read before the start: whom to see first, the routine's note, and when to stop. */
function warn() {
  const list = (id, phrase, texts) => {
    $(id).hidden = !texts.length;
    say($(id).firstChild, phrase);
    $(id).lastChild.append(...texts.map(text => make("li", "", text)));
  };
  $("before").lang = language;
  say($("beforetitle"), words.beforeStart);
  list("emergency", words.emergency, words.emergencies);
  list("seefirst", words.seeFirst, words.reasons);
  show($("note"), data.note);
  say($("stop"), words.stop);
  $("before").hidden = !(words.emergencies.length || words.reasons.length || data.note);
  if ($("before").hidden) document.querySelector("footer").prepend($("stop"));
}

function enter(index, next) {
  /* Once it has begun, what was to be read before it stands below. */
  if (phase === "ready" && next !== "ready") {
    $("order").after($("before"));
    $("player").scrollIntoView({ block: "nearest" });
  }
  at = index;
  phase = next;
  elapsed = 0;
  spoken = -1;
  video.pause();
  load(phase === "rest" && steps[at + 1] ? steps[at + 1] : steps[at]);
  if (running) { last = performance.now(); play(); }
  if (phase === "work" && running) beep(880, 0.35);
  paint();
  announce();
}

function finish() {
  phase = "done";
  running = false;
  video.pause();
  for (const [i, f] of [523, 659, 784].entries()) beep(f, 0.4, i * 0.16);
  paint();
  announce();
}

function advance() {
  if (phase === "work" && steps[at].rest > 0 && at + 1 < steps.length) enter(at, "rest");
  else if (at + 1 < steps.length) enter(at + 1, "work");
  else finish();
}

function go(index) {
  wakeSound();
  if (index < 0 || index >= steps.length) return;
  enter(index, running || phase !== "ready" ? "work" : "ready");
}

function toggle() {
  wakeSound();
  if (phase === "done") { running = true; enter(0, "work"); return; }
  running = !running;
  last = performance.now();
  if (phase === "ready") { enter(at, "work"); return; }
  if (running) play(); else video.pause();
  paint();
  $("live").textContent = running ? "" : "Paused";
}

function tick() {
  if (!running) return;
  const now = performance.now();
  elapsed += Math.min(now - last, 60000);
  last = now;
  const step = steps[at];
  if (phase === "work" && !video.error && (video.ended || video.currentTime * 1000 >= step.endMs - 20)) {
    seek(step);
    play();
  }
  const left = Math.ceil((length() - elapsed) / 1000);
  if (left <= 3 && left > 0 && left !== spoken) { spoken = left; beep(620, 0.12); }
  if (elapsed >= length()) advance(); else paint();
}

function paint() {
  const step = steps[at], next = steps[at + 1], done = phase === "done", rest = phase === "rest";
  const left = done ? 0 : Math.max(0, Math.ceil((length() - elapsed) / 1000));
  const head = rest && next ? next : step;
  document.body.dataset.phase = phase;
  document.body.dataset.step = at;
  show($("block"), done ? data.title : rest ? "Rest" : step.block);
  $("name").textContent = done ? "All done." : rest ? "Next: " + head.title : step.title;
  say($("caution"), done ? "" : care(head));
  show($("side"), done ? "" : side(head.side));
  $("side").classList.toggle("right", head.side === "right");
  const set = Math.min(step.sets, 1 + Math.floor(elapsed / (1000 * step.seconds / step.sets)));
  show($("set"), !done && !rest && step.sets > 1 ? "Set " + set + " of " + step.sets : "");
  const cue = done ? "" : head.cue;
  show($("cue"), cue ? cue.charAt(0).toUpperCase() + cue.slice(1) : "");
  $("clock").textContent = left >= 60 ? clock(left) : String(left);
  $("clock").classList.toggle("long", left >= 60);
  $("dial").classList.toggle("rest", rest);
  $("arc").style.strokeDashoffset = done ? 0 : ROUND * Math.min(1, elapsed / length());
  const passed = done ? data.seconds : before[at] + (rest ? step.seconds : 0) + elapsed / 1000;
  const share = data.seconds > 0 ? Math.min(1, passed / data.seconds) : 1;
  $("fill").style.transform = "scaleX(" + share + ")";
  $("bar").setAttribute("aria-valuenow", Math.round(100 * share));
  show($("upnext"), done || rest ? "" : next
    ? "Next: " + [next.title, side(next.side).toLowerCase() || next.cue].filter(Boolean).join(", ") : "Last one");
  $("start").hidden = phase !== "ready";
  $("toggle").setAttribute("aria-label", running ? "Pause" : done ? "Again" : phase === "ready" ? "Start" : "Resume");
  $("toggleshape").setAttribute("d", running ? PAUSE : PLAY);
  $("previous").disabled = at === 0;
  $("next").disabled = at + 1 >= steps.length;
  for (const [i, row] of rows.entries()) {
    row.classList.toggle("done", done || i < at);
    if (i === at && !done) row.firstChild.setAttribute("aria-current", "step");
    else row.firstChild.removeAttribute("aria-current");
  }
  if (done) { video.hidden = true; $("blank").hidden = true; }
}

function announce() {
  const step = steps[at], next = steps[at + 1];
  $("live").textContent = phase === "done" ? "Done." : phase === "ready" ? ""
    : phase === "rest" ? "Rest, " + plural(step.rest, "second") + ". Next: " + (next ? next.title : "")
    : [step.title, side(step.side), step.cue, plural(step.seconds, "second")].filter(Boolean).join(", ");
  if (phase === "work" && step.cautions) $("live").append(". ", inWords(care(step)));
}

function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function inWords(text) {
  const element = make("span", "", text);
  element.lang = language;
  return element;
}

const rows = steps.map((step, index) => {
  const row = make("li"), button = make("button"), image = make("img", "picture"), about = make("span");
  button.type = "button";
  image.alt = "";
  if (data.stills[step.reel]) image.src = data.stills[step.reel];
  about.append(make("strong", "", step.title));
  const details = [step.block, side(step.side) || step.cue, step.sets > 1 ? plural(step.sets, "set") : ""].filter(Boolean);
  about.append(make("small", "", details.join(" · ")));
  if (step.cautions) {
    const caution = inWords(care(step));
    caution.className = "caution";
    about.append(caution);
  }
  button.append(data.stills[step.reel] ? image : make("span", "picture"), about, make("time", "", clock(step.seconds)));
  button.addEventListener("click", () => go(index));
  row.append(button);
  $("list").append(row);
  return row;
});

warn();
$("title").textContent = data.title;
if (data.home) { $("home").href = data.home; $("home").hidden = false; }
const exercises = new Set(steps.map(step => step.title)).size;
$("summary").textContent = plural(exercises, "exercise") + " · " + clock(data.seconds);
video.addEventListener("loadeddata", () => { seek(loaded); shown(); });
video.addEventListener("seeked", shown);
video.addEventListener("error", failed);
$("start").addEventListener("click", () => { toggle(); $("toggle").focus(); });
$("toggle").addEventListener("click", toggle);
$("previous").addEventListener("click", () => go(at - 1));
$("next").addEventListener("click", () => go(at + 1));
$("sound").addEventListener("click", () => {
  sound = !sound;
  video.muted = !sound;
  $("sound").setAttribute("aria-pressed", String(sound));
});
document.addEventListener("keydown", event => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const onControl = event.target.closest && event.target.closest("button, a");
  switch (event.key) {
  case " ": if (onControl) return; toggle(); break;
  case "ArrowRight": go(at + 1); break;
  case "ArrowLeft": go(at - 1); break;
  case "m": case "M": $("sound").click(); break;
  case "f": case "F":
    if (document.fullscreenElement) document.exitFullscreen(); else document.documentElement.requestFullscreen().catch(() => {});
    break;
  default: return;
  }
  event.preventDefault();
});
setInterval(tick, 100);
if (steps.length === 0) { document.body.dataset.phase = "empty"; $("player").hidden = true; }
else { enter(0, "ready"); }
})();
