"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const articles = [...document.querySelectorAll("section.article")].map((section) => ({
    section,
    name: (section.dataset.file + " " + section.querySelector("h2").textContent).toLowerCase(),
    problems: [...section.querySelectorAll("li.problem")],
  }));
  const count = (number, noun) => number + " " + noun + (number === 1 ? "" : "s");
  const apply = () => {
    const values = new FormData(form);
    const severities = new Set(values.getAll("severity"));
    const rule = values.get("rule");
    const words = values.get("file").trim().toLowerCase();
    const clean = values.has("clean");
    let shownProblems = 0;
    let shownArticles = 0;
    for (const { section, name, problems } of articles) {
      let shown = 0;
      for (const problem of problems) {
        problem.hidden = !severities.has(problem.dataset.severity) || (rule !== "" && problem.dataset.rule !== rule);
        shown += problem.hidden ? 0 : 1;
      }
      section.hidden = !name.includes(words) || (problems.length ? shown === 0 : !clean || rule !== "");
      if (!section.hidden) {
        shownProblems += shown;
        shownArticles += 1;
      }
    }
    form.querySelector("output").textContent = count(shownProblems, "problem") + " in " + count(shownArticles, "article");
    document.getElementById("none").hidden = shownArticles > 0;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
