// Keys, for those who want them: all can be turned off, and nothing needs them (WCAG 2.1.4).

import { copyCitation } from "./cite";
import { light, show } from "./pairs";

const stored = "onrecord.keys";
let at: HTMLElement | null = null;

const isOn = (): boolean => {
  try {
    return localStorage.getItem(stored) !== "off";
  } catch {
    return true; // storage may be forbidden
  }
};

const visible = (selector: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter((e) => e.getClientRects().length > 0);

function step(list: HTMLElement[], by: 1 | -1): HTMLElement | undefined {
  const here = at ? list.indexOf(at) : -1;
  return list[here < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(here + by, 0), list.length - 1)];
}

/** The next card or hit. */
function stepRecord(by: 1 | -1): void {
  const next = step(visible(".k, .hit"), by);
  if (!next) return;
  at?.classList.remove("on");
  at = next;
  at.classList.add("on");
  if (at.id) light(at.id);
  (at.querySelector<HTMLElement>("a.go") ?? at).focus({ preventScroll: true });
  show(at);
}

/** The next marked words. */
function stepSpan(by: 1 | -1): void {
  const links = visible("a.n");
  const cards = links.map((a) => document.getElementById(a.dataset.n ?? "")).filter((c): c is HTMLElement => c !== null);
  const next = step(cards, by);
  if (!next) return;
  at = next;
  light(at.id);
  const link = document.getElementById(`${at.id}-text`);
  link?.focus({ preventScroll: true });
  show(link);
}

function open(): void {
  const link = at?.querySelector<HTMLAnchorElement>("a.go");
  const why = at?.querySelector<HTMLDetailsElement>("details");
  if (link) link.click();
  else if (why) why.open = !why.open;
}

const keys: [string, string, () => void][] = [
  ["/", "search", () => document.getElementById("q")?.focus()],
  ["j", "next record or hit", () => stepRecord(1)],
  ["k", "the one before", () => stepRecord(-1)],
  ["n", "next marked words", () => stepSpan(1)],
  ["p", "the ones before", () => stepSpan(-1)],
  ["o", "open it: the hit, or why", open],
  ["y", "copy its citation", () => copyCitation(at ?? document.querySelector(".k.on"))],
  ["?", "these keys", () => help()],
];

let dialog: HTMLDialogElement | null = null;

function help(): void {
  dialog ??= makeHelp();
  if (!dialog.open) dialog.showModal();
}

function makeHelp(): HTMLDialogElement {
  const made = document.createElement("dialog");
  made.setAttribute("aria-labelledby", "keys-title");
  const title = document.createElement("h2");
  title.id = "keys-title";
  title.textContent = "Keyboard";
  const list = document.createElement("dl");
  for (const [key, what] of [...keys, ["Esc", "closes what is open"]] as [string, string][]) {
    const term = document.createElement("dt");
    const name = document.createElement("kbd");
    name.textContent = key;
    term.append(name);
    const text = document.createElement("dd");
    text.textContent = what;
    list.append(term, text);
  }
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = isOn();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(stored, box.checked ? "on" : "off");
    } catch {
      // then it holds for this page only
    }
    listening = box.checked;
  });
  label.append(box, "Single keys are on");
  const form = document.createElement("form");
  form.method = "dialog";
  const close = document.createElement("button");
  close.textContent = "Close";
  form.append(close);
  made.append(title, list, label, form);
  document.body.append(made);
  return made;
}

let listening = isOn();

export function listen(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button.keys")) {
    button.hidden = false;
    button.addEventListener("click", help);
  }
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && document.activeElement?.id === "q") (document.activeElement as HTMLElement).blur();
    if (!listening || e.ctrlKey || e.metaKey || e.altKey || dialog?.open) return;
    if (e.target instanceof HTMLElement && e.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const act = keys.find(([key]) => key === e.key)?.[2];
    if (!act) return;
    e.preventDefault();
    act();
  });
}
