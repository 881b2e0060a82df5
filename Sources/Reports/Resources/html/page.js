// Only comfort: without it, choosing a point marks it all the same.
"use strict";
const none = document.getElementById("p-none");
document.addEventListener("change", (event) => {
  if (event.target.name !== "point" || event.target === none) return;
  for (const text of document.querySelectorAll(".columns .text")) {
    const mark = text.querySelector("." + event.target.id);
    if (!mark) continue;
    // With two whole lines above it, or all of its paragraph that stands there: no line is cut in half.
    const paragraph = mark.closest("p"), box = mark.getClientRects()[0];
    const line = parseFloat(getComputedStyle(paragraph).lineHeight);
    const above = Math.max(box.top - (line - box.height) / 2 - 2 * line, paragraph.getBoundingClientRect().top);
    text.scrollTop += above - text.getBoundingClientRect().top;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && none) none.checked = true;
});
