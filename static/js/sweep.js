/* The fast line of a sweep works without this. Here: a line that did not arrive is said, and stays as it was typed;
   its key makes a second sending harmless. Nothing is stored. */
(() => {
  "use strict";
  const LOST = "Belum tersimpan: sambungan atau sesi terputus. Isian tetap ada di sini; tekan Simpan lagi, " +
    "atau masuk lagi di tab lain lebih dahulu.";
  const ours = (xhr) => xhr.getResponseHeader("X-Balai-Sweep") === "1";
  let lost = false;
  const say = () => {
    lost = true;
    const line = document.getElementById("tersimpan");
    if (!line) return;
    line.textContent = LOST;
    line.classList.add("field-error");
  };
  const isEntry = (event) => event.detail.elt && event.detail.elt.id === "isian";

  document.body.addEventListener("htmx:beforeSwap", (event) => {
    // A login page must stand neither in the place of the line nor of the list.
    if (ours(event.detail.xhr)) {
      if (isEntry({ detail: { elt: event.detail.requestConfig.elt } })) lost = false;
      return;
    }
    event.detail.shouldSwap = false;
    if (isEntry({ detail: { elt: event.detail.requestConfig.elt } })) say();
  });
  // Whoever signed in again, in another tab, has a new token: it is fetched before the line is sent again.
  document.body.addEventListener("htmx:confirm", (event) => {
    if (!lost || !isEntry(event)) return;
    event.preventDefault();
    freshen(event.detail.elt).finally(() => event.detail.issueRequest(true));
  });
  async function freshen(form) {
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      const fresh = page.getElementById("isian");
      if (!fresh || fresh.dataset.user !== form.dataset.user) return;
      form.elements.csrfmiddlewaretoken.value = fresh.elements.csrfmiddlewaretoken.value;
      document.body.setAttribute("hx-headers", page.body.getAttribute("hx-headers"));
    } catch { /* still no line */ }
  }
  for (const name of ["htmx:sendError", "htmx:timeout"]) {
    document.body.addEventListener(name, (event) => { if (isEntry(event)) say(); });
  }
})();
