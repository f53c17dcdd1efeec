// Shortcuts for those who like them. Everything they do can be done without.
(() => {
  "use strict";
  const help = document.getElementById("keys");
  const box = document.querySelector("[data-search]");
  const cards = [...document.querySelectorAll("[data-card]")];
  const opener = document.querySelector("[data-keys]");

  if (opener && help) {
    opener.hidden = false;
    opener.addEventListener("click", () => help.showModal());
  }

  const current = () => cards.findIndex(card => card.contains(document.activeElement));

  const go = step => {
    if (cards.length === 0) return;
    const at = current();
    const card = cards[Math.min(cards.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    card.querySelector("[data-open]").focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  const open = name => {
    const scope = cards[current()] ?? (cards.length === 0 ? document : null);
    scope?.querySelector(name)?.click();
  };

  const actions = {
    j: () => go(1),
    k: () => go(-1),
    o: () => open("[data-original]"),
    "/": () => box ? (box.focus(), box.select()) : location.assign("/search"),
    "?": () => help?.showModal(),
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.closest?.("input, textarea, select, dialog");
    if (event.key === "Escape" && typing && !help?.open) {
      event.target.blur();
      return;
    }
    if (typing || !(event.key in actions)) return;
    event.preventDefault();
    actions[event.key]();
  });
})();
