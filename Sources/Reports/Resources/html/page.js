// Only comfort: without it, choosing a point marks it all the same.
"use strict";
const none = document.getElementById("p-none");
document.addEventListener("change", (event) => {
  if (event.target.name !== "point" || event.target === none) return;
  for (const text of document.querySelectorAll(".columns .text")) {
    const mark = text.querySelector("." + event.target.id);
    if (mark) text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - 48;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && none) none.checked = true;
});
