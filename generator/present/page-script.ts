/** Filters the changes of a page. Without it all of them are shown, and nothing offers to filter. */
export const pageScript = `
const form = document.getElementById("filter");
const changes = [...document.querySelectorAll("article.change")];
const texts = changes.map((change) => change.textContent.toLowerCase());
const shown = document.getElementById("shown");
function apply() {
  const levels = new Set([...form.querySelectorAll("input[type=checkbox]:checked")].map((box) => box.value));
  const words = form.elements.text.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
  const operation = form.elements.operation.value;
  let count = 0;
  changes.forEach((change, index) => {
    const fits =
      levels.has(change.dataset.weight) &&
      words.every((word) => texts[index].includes(word)) &&
      (operation === "" || change.dataset.operations.split(" ").includes(operation));
    change.hidden = !fits;
    if (fits) count += 1;
  });
  for (const section of document.querySelectorAll("main > section:has(article)")) {
    section.hidden = section.querySelector("article.change:not([hidden])") === null;
  }
  shown.textContent = count + " of " + changes.length + " shown";
}
form.hidden = false;
form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
apply();
`;
