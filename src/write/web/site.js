/* What a pathquill site does: lights up what belongs together, copies, and
 * searches the index.  Every page can be read without it. */
"use strict";

/* Marks that turn the direction of writing, and controls, as the pages show
 * them. */
function shown(text) {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (c) => "[U+" + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0") +
           "]");
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/* ---- a record ---- */

function setUpRecord() {
  const groups = { c: new Map(), w: new Map(), e: new Map() };
  const card = document.querySelector(".card");
  let lit = [];

  for (const kind of Object.keys(groups)) {
    for (const node of document.querySelectorAll("[data-" + kind + "]")) {
      for (const id of node.dataset[kind].split(" ")) {
        if (!groups[kind].has(id)) groups[kind].set(id, new Set());
        groups[kind].get(id).add(node);
      }
    }
  }

  function clear() {
    for (const node of lit) node.classList.remove("lit", "kin");
    lit = [];
    if (card) card.classList.remove("on");
  }

  function mark(nodes, name) {
    for (const node of nodes || []) {
      node.classList.add(name);
      lit.push(node);
    }
  }

  /* A paper lights the claims that it is cited for; a claim, its papers. */
  function light(node) {
    const paper = node.dataset.w;
    const claims = new Set();
    const papers = new Set();
    clear();
    if (paper) {
      for (const id of paper.split(" ")) {
        papers.add(id);
        const entry = document.getElementById("work-" + id);
        if (entry && entry.dataset.c) {
          entry.dataset.c.split(" ").forEach((c) => claims.add(c));
        }
      }
    } else if (node.dataset.c) {
      node.dataset.c.split(" ").forEach((c) => claims.add(c));
      for (const id of claims) {
        for (const other of groups.c.get(id)) {
          if (other.dataset.w) papers.add(other.dataset.w);
        }
      }
    }
    if (node.dataset.e) {
      for (const id of node.dataset.e.split(" ")) {
        mark(groups.e.get(id), "kin");
      }
    }
    for (const id of claims) {
      for (const other of groups.c.get(id) || []) {
        if (!other.dataset.w || other === node || !paper) mark([other], "lit");
      }
    }
    for (const id of papers) mark(groups.w.get(id), "lit");
    if (card && claims.size) card.classList.add("on");
  }

  function start(event) {
    const node = event.target.closest &&
      event.target.closest("[data-c],[data-w],[data-e]");
    if (node) light(node);
    else clear();
  }

  document.addEventListener("pointerover", start);
  document.addEventListener("focusin", start);
  document.addEventListener("focusout", clear);
  document.addEventListener("pointerleave", clear);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });

  /* A click on a phrase leads to its claim. */
  document.addEventListener("click", (event) => {
    const phrase = event.target.closest(".sentence span[data-c]");
    if (!phrase || !window.getSelection().isCollapsed) return;
    const id = phrase.dataset.c.split(" ")[0];
    const claim = document.querySelector('article[data-c="' + id + '"]');
    if (claim) location.hash = claim.id;
  });

  setUpCopies();
  setUpZoom(card);
}

function setUpCopies() {
  const said = document.getElementById("said");

  function tell(words) {
    said.textContent = words;
    setTimeout(() => {
      said.textContent = "";
    }, 4000);
  }

  /* Where the clipboard is not to be had, the text is selected. */
  function select(source) {
    const details = source.closest("details");
    if (details) details.open = true;
    const range = document.createRange();
    range.selectNodeContents(source);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    tell("Selected: press Ctrl+C to copy");
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    const source = button.closest("article, .paste")
      .querySelector("pre." + button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", () => {
      const copied = navigator.clipboard &&
        navigator.clipboard.writeText(source.textContent);
      if (!copied) select(source);
      else copied.then(() => tell("Copied"), () => select(source));
    });
  }
}

function setUpZoom(card) {
  const button = document.getElementById("zoom");
  if (!button) return;
  button.hidden = false;
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    const full = card.classList.toggle("full");
    button.setAttribute("aria-pressed", String(full));
  });
}

/* ---- the index ---- */

const STANCES = ["asserted", "presupposed", "hedged", "alternative",
                 "controversial", "unclear", "denied"];
const NUMBERS = ["claims", "disputes", "questions", "hedged", "papers",
                 "silent", "unknown"];
const LABELS = { claims: "claims", disputes: "disputes", questions: "open",
                 hedged: "hedged", papers: "papers", silent: "silent",
                 unknown: "unknown" };
const ROWS_AT_ONCE = 60;

function recordOf(row) {
  const [stem, id, title, species, kinds, stances, claims, disputes,
         questions, papers, silent, unknown, words] = row;
  return { stem, id, title: shown(title), species, kinds, stances, claims,
           disputes, questions, hedged: stances[2], papers, silent, unknown,
           search: [id, title, species, kinds.join(" "), words].join(" ")
             .toLowerCase() };
}

function setUpIndex(rows) {
  const records = rows.map(recordOf);
  const collator = new Intl.Collator("en", { numeric: true });
  const body = document.querySelector("#records tbody");
  const found = document.getElementById("found");
  const rest = document.getElementById("rest");
  const query = document.getElementById("q");
  const filters = {};
  let hits = records;
  let drawn = 0;
  let sort = { key: "title", down: false };

  for (const select of document.querySelectorAll("[data-filter]")) {
    filters[select.dataset.filter] = select;
  }

  function offer(select, values) {
    const sorted = [...new Set(values)].filter(Boolean).sort(collator.compare);
    for (const value of sorted) {
      const words = shown(value.replace(/_/g, " "));
      select.append(element("option", { value, textContent: words }));
    }
  }

  const tests = {
    kind: (r, value) => r.kinds.includes(value),
    stance: (r, value) => r.stances[STANCES.indexOf(value)] > 0,
    species: (r, value) => r.species === value,
    cites: (r, value) => (r.papers > 0) === (value === "with"),
  };

  function rowOf(r) {
    const row = element("tr");
    const head = element("th", { scope: "row" });
    const link = element("a", { textContent: r.title,
                                href: "records/" + r.stem + ".html" });
    const id = element("span", { className: "rid", textContent: shown(r.id) });
    head.append(link, id);
    row.append(head, element("td", { textContent: shown(r.species) }));
    for (const key of NUMBERS) {
      const cell = element("td", { textContent: r[key],
                                   className: r[key] ? "n" : "n zero" });
      cell.dataset.label = LABELS[key];
      row.append(cell);
    }
    return row;
  }

  function drawMore() {
    const piece = document.createDocumentFragment();
    for (const r of hits.slice(drawn, drawn + ROWS_AT_ONCE)) {
      piece.append(rowOf(r));
    }
    drawn = Math.min(drawn + ROWS_AT_ONCE, hits.length);
    body.append(piece);
    rest.hidden = drawn === hits.length;
  }

  /* Once for all records: a search keeps their order. */
  function order() {
    const { key, down } = sort;
    const by = NUMBERS.includes(key) ? (a, b) => a[key] - b[key]
      : (a, b) => collator.compare(a[key], b[key]);
    records.sort((a, b) => (down ? by(b, a) : by(a, b)));
    for (const button of document.querySelectorAll("[data-sort]")) {
      const head = button.closest("th");
      if (button.dataset.sort !== key) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", down ? "descending" : "ascending");
    }
  }

  function draw() {
    body.replaceChildren();
    drawn = 0;
    drawMore();
    found.textContent = hits.length === records.length
      ? records.length + (records.length === 1 ? " record" : " records")
      : hits.length + " of " + records.length + " records";
  }

  function search() {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = Object.entries(filters)
      .map(([key, select]) => [tests[key], select.value])
      .filter(([, value]) => value);
    hits = records.filter((r) => words.every((w) => r.search.includes(w)) &&
      wanted.every(([test, value]) => test(r, value)));
    draw();
  }

  /* The state is in the address, so that a search can be kept and sent. */
  function keep() {
    const state = new URLSearchParams();
    if (query.value) state.set("q", query.value);
    for (const [key, select] of Object.entries(filters)) {
      if (select.value) state.set(key, select.value);
    }
    history.replaceState(null, "", "#" + state);
  }

  function restore() {
    const state = new URLSearchParams(location.hash.slice(1));
    if (!/=/.test(location.hash)) return;
    query.value = state.get("q") || "";
    for (const [key, select] of Object.entries(filters)) {
      select.value = state.get(key) || "";
    }
    search();
  }

  function changed() {
    search();
    keep();
  }

  offer(filters.kind, records.flatMap((r) => r.kinds));
  offer(filters.stance, STANCES.filter((s, i) =>
    records.some((r) => r.stances[i])));
  offer(filters.species, records.map((r) => r.species));
  for (const id of ["filters", "records"]) {
    document.getElementById(id).hidden = false;
  }
  query.addEventListener("input", changed);
  for (const select of Object.values(filters)) {
    select.addEventListener("change", changed);
  }
  document.getElementById("clear").addEventListener("click", () => {
    query.value = "";
    for (const select of Object.values(filters)) select.value = "";
    changed();
    query.focus();
  });
  for (const button of document.querySelectorAll("[data-sort]")) {
    button.addEventListener("click", () => {
      const key = button.dataset.sort;
      sort = { key, down: sort.key === key ? !sort.down
                                           : NUMBERS.includes(key) };
      order();
      search();
    });
  }
  document.getElementById("more").addEventListener("click", drawMore);
  new IntersectionObserver((seen) => {
    if (seen.some((s) => s.isIntersecting) && !rest.hidden) drawMore();
  }, { rootMargin: "400px" }).observe(rest);
  window.addEventListener("hashchange", restore);
  if (window.matchMedia("(max-width: 52rem)").matches) {
    document.querySelector("#summary details").open = false;
  }
  order();
  search();
  restore();
}

if (document.body.classList.contains("record")) setUpRecord();
else if (document.body.classList.contains("overview")) {
  setUpZoom(document.querySelector(".card"));
} else if (typeof pathquillRows !== "undefined") {
  setUpIndex(pathquillRows);
}
