/* A page of an assessment saves itself through htmx, and works without this script as well. Here: what is being typed
   survives a redrawing of the questions; what did not reach the server waits on the device (drafts.js), is tried again,
   and is offered when the same person opens the page later. */
(() => {
  "use strict";
  const form = document.getElementById("halaman");
  if (!form) return;
  const line = document.getElementById("tersimpan"), where = form.dataset, drafts = window.balaiDrafts;
  const WAITS = "belum terkirim. Sambungan terputus; dicoba lagi sendiri.";
  const LOST = "Belum tersimpan: sambungan atau sesi terputus. Isian tetap ada di halaman ini; " +
    "masuk lagi di tab lain lalu ubah satu isian.";
  let sent = {}, newer = {}, sentFiles = {}, chosen = [], added = "", waiting = {}, waitingWas = {}, lost = false, login = "", timer, keeping;
  let undecided = true;  // whether to go on with what waits: until then nothing is written over it

  const isBox = (input) => input.type === "radio" || input.type === "checkbox";
  const inputs = () => [...form.querySelectorAll("#isian input, #isian select, #isian textarea")];
  const pickers = () => inputs().filter((input) => input.type === "file");
  const texts = () => inputs().filter((input) => input.type !== "file");
  const snapshot = () =>
    Object.fromEntries(texts().map((input) => [input.id, isBox(input) ? input.checked : input.value]));

  /* What the page holds, by the name of the question; an input that was left empty counts as well. */
  const answers = () => {
    const found = Object.fromEntries(texts().map((input) => [input.name, []]));
    for (const input of texts()) if (input.value && (!isBox(input) || input.checked)) found[input.name].push(input.value);
    return found;
  };
  const answered = (values) => Object.values(values).filter((list) => list.length).length;
  const drawn = answered(answers());
  /* Not as the server drew it: somebody typed while the scripts were still on their way, and nobody heard it. */
  const isTouched = (input) =>
    isBox(input) ? input.checked !== input.defaultChecked
      : input.options ? [...input.options].some((option) => option.selected !== option.defaultSelected && option.value)
        : input.value !== input.defaultValue;
  const photos = () => pickers().flatMap((input) => [...input.files].map((file) => file.name));
  const state = (name) => form.elements[name];

  async function keep() {
    clearTimeout(keeping);
    if (!drafts || undecided) return false;
    const values = { ...answers(), ...waiting }, count = Number(where.answered) - drawn + answered(values);
    const was = JSON.parse(state("was").value), editor = state("editor").value;
    return drafts.keep(where, { values, was, editor, photos: photos() }, count);
  }

  form.addEventListener("htmx:beforeRequest", () => {
    sent = snapshot();
    sentFiles = Object.fromEntries(pickers().map((input) => [input.id, input.files[0]]));
  });
  form.addEventListener("htmx:oobBeforeSwap", (event) => {
    if (event.detail.target.id !== "isian") return;
    const now = snapshot();
    newer = Object.fromEntries(Object.entries(now).filter(([id, value]) => sent[id] !== value));
    // A file that was chosen meanwhile cannot be typed again: it is carried over.
    chosen = pickers().filter((input) => input.files.length && sentFiles[input.id] !== input.files[0]);
  });
  form.addEventListener("htmx:oobAfterSwap", (event) => {
    for (const [id, value] of Object.entries(newer)) {
      const input = document.getElementById(id);
      if (input) input[isBox(input) ? "checked" : "value"] = value;
    }
    newer = {};
    for (const old of chosen) {
      const input = document.getElementById(old.id);
      if (input) input.files = old.files;
    }
    chosen = [];
    if (added && event.detail.target.id === "isian") {
      document.getElementById(`s-${added}`)?.focus();
      added = "";
    }
    if (event.detail.target.id === "isian" && fill()) htmx.trigger(form, "change");
  });

  /* One more of what repeats, without leaving the page. What was pressed travels with every save until one arrives;
     its id comes with the button, so that sending it twice adds one. */
  form.addEventListener("click", (event) => {
    const pressed = event.target.closest("button[name=add]");
    if (!pressed || lost) return;
    event.preventDefault();
    added = pressed.value;
    pressed.disabled = true;
    const said = Object.assign(document.createElement("input"), { type: "hidden", name: "add", value: added });
    document.getElementById("keadaan").append(said);
    htmx.trigger(form, "change");
  });

  const say = (words) => {
    line.textContent = words;
    if (!login) return;
    const link = document.createElement("a");
    link.href = login;
    link.textContent = "Sesi berakhir: masuk lagi";
    line.append(" ", link);
  };
  const setLost = (state) => {
    lost = state;
    line.classList.toggle("field-error", lost);
    clearTimeout(timer);
    if (!lost) return;
    timer = setTimeout(retry, 15000);
    keep().then((kept) => lost && say(kept ? `Tersimpan di perangkat ${drafts.clock(Date.now())}, ${WAITS}` : LOST));
  };
  form.addEventListener("htmx:beforeSwap", (event) => {
    const answer = event.detail.xhr;
    // A login page, or any other page that is not ours, must not stand where "Tersimpan" stands.
    if (!answer.getResponseHeader("X-Balai-Saved")) event.detail.shouldSwap = false;
    login = answer.responseURL.includes("/masuk/") ? answer.responseURL : "";
    setLost(!event.detail.shouldSwap);
  });
  form.addEventListener("htmx:afterSettle", () => {
    const unsaved = line.querySelector("ul, .field-error") || Object.keys(waiting).length;
    if (!lost && !unsaved && !undecided && JSON.stringify(sent) === JSON.stringify(snapshot())) {
      clearTimeout(keeping);
      if (drafts) drafts.drop(where);
    }
  });
  form.addEventListener("htmx:sendError", () => setLost(true));
  form.addEventListener("htmx:timeout", () => setLost(true));
  form.addEventListener("input", () => { clearTimeout(keeping); keeping = setTimeout(keep, 250); });

  /* Signing in again changes the token of the forms; and whoever signed in may be somebody else. */
  async function retry() {
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("halaman");
      if (fresh && fresh.dataset.user === where.user) {
        state("csrfmiddlewaretoken").value = fresh.elements.csrfmiddlewaretoken.value;
        document.body.setAttribute("hx-headers", page.body.getAttribute("hx-headers"));
        htmx.trigger(form, "change");
      }
    } catch { /* still no line */ }
    setLost(lost);
  }
  window.addEventListener("online", () => { if (lost) retry(); });
  form.addEventListener("change", (event) => { if (lost && event.isTrusted) retry(); });
  form.addEventListener("submit", (event) => {
    if (!lost && navigator.onLine) {
      if (drafts) drafts.markSent(where);
      return;
    }
    event.preventDefault();
    setLost(true);
    retry();
  });
  window.addEventListener("beforeunload", (event) => {
    if (lost && line.textContent === LOST) event.preventDefault();
  });

  /* Answers that wait are put into the questions that are there; others appear when these have been saved. */
  function fill() {
    const was = JSON.parse(state("was").value);
    let filled = false;
    for (const [name, values] of Object.entries(waiting)) {
      const found = texts().filter((input) => input.name === name);
      for (const input of found) {
        if (isBox(input)) input.checked = input.value ? values.includes(input.value) : !values.length;
        else input.value = values[0] || "";
      }
      if (!found.length) continue;
      if (name in waitingWas) was[name] = waitingWas[name];  // what it changed, so that another's answer is not lost
      delete waiting[name];
      filled = true;
    }
    state("was").value = JSON.stringify(was);
    return filled;
  }

  function goOn(draft) {
    state("editor").value = draft.editor;
    [waiting, waitingWas] = [draft.values, draft.was];
    fill();
    htmx.trigger(form, "change");
  }

  const button = (words, kind, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `btn ${kind} me-2 mb-2`;
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  };

  async function offer() {
    const draft = drafts && await drafts.read(where);
    const now = answers(), differs = ([name, values]) => String(values) !== String(now[name] || []);
    if (!draft || !Object.entries(draft.values).some(differs)) {
      undecided = false;
      if (draft) drafts.drop(where);
      if (texts().some(isTouched)) htmx.trigger(form, "change");
      return;
    }
    const place = document.getElementById("simpanan");
    const done = () => { undecided = false; place.replaceChildren(); };
    const words = document.createElement("p");
    words.textContent = "Di perangkat ini ada isian Anda yang belum terkirim. Pilih yang dilanjutkan.";
    if (draft.photos.length) words.append(` Foto yang belum terkirim, pilih lagi: ${draft.photos.join(", ")}.`);
    const box = document.createElement("div");
    box.className = "alert alert-warning";
    box.append(
      words,
      button(`Lanjutkan isian ${drafts.clock(draft.at)} (${draft.count} jawaban)`, "btn-primary", () => { done(); goOn(draft); }),
      button(`Versi server ${where.saved} (${where.answered} jawaban)`, "btn-outline-primary", () => { done(); drafts.drop(where); }),
    );
    place.append(box);
  }
  // Not before htmx has bound the form; its listener was there first.
  document.addEventListener("DOMContentLoaded", offer);
})();
