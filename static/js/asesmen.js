/* A page of an assessment saves itself through htmx, and works without this script as well. Here: what is being typed
   survives a redrawing of the questions, and a save that did not arrive is said and tried again. Nothing is stored. */
(() => {
  "use strict";
  const form = document.getElementById("halaman");
  if (!form) return;
  const line = document.getElementById("tersimpan");
  const LOST = "Belum tersimpan: sambungan atau sesi terputus. Isian tetap ada di halaman ini; " +
    "masuk lagi di tab lain lalu ubah satu isian.";
  let sent = {}, newer = {}, lost = false, timer;

  const isBox = (input) => input.type === "radio" || input.type === "checkbox";
  const snapshot = () => {
    const inputs = form.querySelectorAll("#isian input, #isian select, #isian textarea");
    return Object.fromEntries([...inputs].map((input) => [input.id, isBox(input) ? input.checked : input.value]));
  };

  form.addEventListener("htmx:beforeRequest", () => { sent = snapshot(); });
  form.addEventListener("htmx:oobBeforeSwap", (event) => {
    if (event.detail.target.id !== "isian") return;
    const now = snapshot();
    newer = Object.fromEntries(Object.entries(now).filter(([id, value]) => sent[id] !== value));
  });
  form.addEventListener("htmx:oobAfterSwap", () => {
    for (const [id, value] of Object.entries(newer)) {
      const input = document.getElementById(id);
      if (input) input[isBox(input) ? "checked" : "value"] = value;
    }
    newer = {};
  });

  const setLost = (state) => {
    if (state && !lost) line.textContent = LOST;
    lost = state;
    line.classList.toggle("field-error", lost);
    clearTimeout(timer);
    if (lost) timer = setTimeout(retry, 15000);
  };
  form.addEventListener("htmx:beforeSwap", (event) => {
    // A login page, or any other page that is not ours, must not stand where "Tersimpan" stands.
    if (!event.detail.xhr.getResponseHeader("X-Balai-Saved")) event.detail.shouldSwap = false;
    setLost(!event.detail.shouldSwap);
  });
  form.addEventListener("htmx:sendError", () => setLost(true));
  form.addEventListener("htmx:timeout", () => setLost(true));

  /* Signing in again changes the token of the forms; and whoever signed in may be somebody else. */
  async function retry() {
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("halaman");
      if (fresh && fresh.dataset.user === form.dataset.user) {
        form.elements.csrfmiddlewaretoken.value = fresh.elements.csrfmiddlewaretoken.value;
        document.body.setAttribute("hx-headers", page.body.getAttribute("hx-headers"));
        htmx.trigger(form, "change");
      }
    } catch { /* still no line */ }
    setLost(lost);
  }
  form.addEventListener("change", (event) => { if (lost && event.isTrusted) retry(); });
  form.addEventListener("submit", (event) => {
    if (!lost) return;
    event.preventDefault();
    retry();
  });
  window.addEventListener("beforeunload", (event) => { if (lost) event.preventDefault(); });
})();
