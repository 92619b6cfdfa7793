// The page has to be XML as well: no ampersand and no less-than sign in here.
"use strict";
{
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll("article.card")];
  const groups = [...document.querySelectorAll("section.group")];
  const texts = new Map();

  const text = (card) => {
    if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
    return texts.get(card);
  };

  const apply = () => {
    const chosen = new FormData(form);
    const severities = chosen.getAll("severity");
    const states = chosen.getAll("state");
    const rule = chosen.get("rule");
    const file = chosen.get("file");
    const words = chosen.get("text").toLowerCase().split(/\s+/);
    let shown = 0;
    for (const card of cards) {
      const { severity, state } = card.dataset;
      const fits = [
        () => severities.includes(severity),
        () => states.includes(state),
        () => ["", card.dataset.rule].includes(rule),
        () => ["", card.dataset.file].includes(file),
        () => words.every((word) => text(card).includes(word)),
      ].every((test) => test());
      card.hidden = !fits;
      shown += Number(fits);
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("article:not([hidden])");
    }
    document.getElementById("shown").textContent = `${shown} of ${cards.length} shown`;
  };

  if (form) {
    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply)); // once the fields have changed
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    apply();
  }
}
