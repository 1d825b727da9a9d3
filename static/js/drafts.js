/* Answers that did not reach the server wait on the device: one entry per person, assessment and page, encrypted with
   a key that only that person's signed-in pages carry. They go when they are sent, when that person signs out, and
   after 72 hours. Nothing is put into a form unasked: see asesmen.js. */
window.balaiDrafts = (() => {
  "use strict";
  const PREFIX = "balai-isian:", LONGEST = 72 * 3600 * 1000;
  const label = (where) => `${PREFIX}${where.user}:${where.assessment}:${where.page}`;
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""));
  const key = (where, use) => crypto.subtle.importKey("raw", bytes(where.key), "AES-GCM", false, [use]);

  const entries = () => {
    try {
      return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))
        .map((name) => [name, JSON.parse(localStorage.getItem(name))]);
    } catch { return []; }
  };
  const forget = (name) => { try { localStorage.removeItem(name); } catch { /* no storage, nothing kept */ } };

  /* Without a secure connection there is no key to lock it with, and then nothing is kept. */
  const canKeep = () => Boolean(window.crypto && crypto.subtle && window.localStorage);

  async function keep(where, draft, count) {
    if (!canKeep()) return false;
    try {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(draft));
      const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(where, "encrypt"), plain);
      const entry = { at: Date.now(), count, iv: text(iv), locked: text(locked) };
      localStorage.setItem(label(where), JSON.stringify(entry));
      return true;
    } catch { return false; }
  }

  async function read(where) {
    const found = entries().find(([name]) => name === label(where));
    if (!found || !canKeep()) return null;
    try {
      const { at, count, iv, locked } = found[1];
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv) }, await key(where, "decrypt"), bytes(locked));
      return { at, count, ...JSON.parse(new TextDecoder().decode(plain)) };
    } catch { return null; }
  }

  const drop = (where) => forget(label(where));
  const markSent = (where) => {
    const found = entries().find(([name]) => name === label(where));
    if (found) localStorage.setItem(found[0], JSON.stringify({ ...found[1], sent: true }));
  };
  const clock = (at) => {
    const day = new Date(at), two = (number) => String(number).padStart(2, "0");
    const hour = `${two(day.getHours())}.${two(day.getMinutes())}`;
    return day.toDateString() === new Date().toDateString() ? hour : `${day.getDate()}/${day.getMonth() + 1} ${hour}`;
  };

  for (const [name, entry] of entries()) if (!(Date.now() - entry.at < LONGEST)) forget(name);

  document.addEventListener("DOMContentLoaded", () => {
    const leave = document.getElementById("keluar");
    if (!leave) return;
    const mine = `${PREFIX}${leave.dataset.user}:`, here = document.getElementById("halaman");
    const open = here && label(here.dataset);
    for (const [name, entry] of entries()) if (name.startsWith(mine) && entry.sent && name !== open) forget(name);
    leave.addEventListener("submit", () => entries().forEach(([name]) => name.startsWith(mine) && forget(name)));
    offerOnHub(document.getElementById("simpanan"));
  });

  function offerOnHub(place) {
    if (!place || !place.dataset.assessment) return;
    for (const [name, entry] of entries()) {
      const [user, assessment, page] = name.slice(PREFIX.length).split(":");
      const link = document.querySelector(`[data-page="${CSS.escape(page)}"]`);
      if (user !== place.dataset.user || assessment !== place.dataset.assessment || !link) continue;
      const line = document.createElement("p");
      line.className = "alert alert-warning";
      const open = document.createElement("a");
      open.href = link.href;
      open.textContent = link.textContent;
      line.append(`Isian ${clock(entry.at)} di perangkat ini belum terkirim: `, open);
      place.append(line);
    }
  }

  return { keep, read, drop, markSent, clock };
})();
