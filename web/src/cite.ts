// Citations and links to words: the same form as the server's own.

import { selectedSpan, spanOf, wordsAt, type Span } from "./text";

const reader = document.querySelector<HTMLElement>(".reader");
const status = document.createElement("p");
status.className = "said";
status.setAttribute("role", "status");
document.body.append(status);

let clearing = 0;

/** Says something for a moment. */
export function say(words: string): void {
  status.textContent = words;
  clearTimeout(clearing);
  clearing = window.setTimeout(() => (status.textContent = ""), 6000);
}

async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} copied: ${text.length > 160 ? text.slice(0, 160) + "…" : text}`);
  } catch {
    say(text); // the browser does not allow copying: it can be selected here
  }
}

/** Words, outlet, title, date, address, place and hash. */
function citation(span: Span): string {
  const d = reader?.dataset ?? {};
  const parts = [
    `“${wordsAt(span)}”`,
    d.outlet,
    `“${d.title}”`,
    d.date,
    d.url,
    `code points ${span.start}–${span.end} of the text with SHA-256 ${d.hash}`,
    `OnRecord ${d.coder}`,
  ];
  return parts.filter(Boolean).join(". ") + ".";
}

function linkTo(span: Span): string | null {
  const address = reader?.dataset.address;
  return address?.startsWith("/article") ? `${location.origin}${address}&span=${span.start}-${span.end}#span` : null;
}

/** Copies the citation of a card. */
export function copyCitation(card: Element | null): void {
  const span = card instanceof HTMLElement ? spanOf(card.dataset.s) : null;
  const block = document.querySelector(".cited blockquote");
  if (span) void copy(citation(span), "Citation");
  else if (block) void copy(block.textContent ?? "", "Citation");
  else say("Choose a record first, with j and k");
}

/** Offers a link and a citation for what a person selects. */
export function offerSelection(): void {
  if (!reader) return;
  let pick: HTMLElement | null = null;
  const close = (): void => {
    pick?.remove();
    pick = null;
  };
  const offer = (): void => {
    close();
    const span = selectedSpan();
    if (!span) return;
    const box = getSelection()!.getRangeAt(0).getBoundingClientRect();
    pick = document.createElement("div");
    pick.className = "pick";
    const link = linkTo(span);
    if (link) pick.append(button("Copy link to these words", () => copy(link, "Link")));
    pick.append(button("Copy citation", () => copy(citation(span), "Citation")));
    pick.style.top = `${box.bottom + scrollY + 6}px`;
    pick.style.left = `${Math.max(8, Math.min(box.left + scrollX, document.documentElement.clientWidth - 330))}px`;
    document.body.append(pick);
  };
  const button = (label: string, act: () => Promise<void>): HTMLButtonElement => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("pointerdown", (e) => e.preventDefault()); // keeps the selection
    made.addEventListener("click", () => void act().then(close));
    return made;
  };
  document.addEventListener("pointerup", (e) => {
    if (!(e.target instanceof Element && e.target.closest(".pick"))) setTimeout(offer);
  });
  document.addEventListener("keyup", (e) => {
    if (e.shiftKey || e.key === "Shift") offer();
    else if (e.key === "Escape") close();
  });
  for (const made of document.querySelectorAll<HTMLButtonElement>(".cited .copy")) {
    made.hidden = false;
    made.addEventListener("click", () => copyCitation(null));
  }
}
