// A card and its words belong together: pointing at one lights the other. Without scripts, links lead from each to the other.

let lit: string | null = null;

const marksOf = (id: string): NodeListOf<HTMLElement> => document.querySelectorAll(`mark[data-r="${CSS.escape(id)}"]`);

/** Lights the card and the words of one record; null puts all out. */
export function light(id: string | null): void {
  if (id === lit) return;
  for (const element of document.querySelectorAll(".k.on, mark.on")) element.classList.remove("on");
  lit = id;
  if (!id) return;
  document.getElementById(id)?.classList.add("on");
  for (const mark of marksOf(id)) mark.classList.add("on");
}

const recordOf = (target: EventTarget | null): string | null => {
  if (!(target instanceof Element)) return null;
  const at = target.closest<HTMLElement>("mark[data-r], .k, a.n");
  return at ? (at.dataset.r ?? at.dataset.n ?? at.id) : null;
};

/** Brings an element to where it can be read; one that is in view stays where it is. */
export function show(element: Element | null | undefined): void {
  const box = element?.getBoundingClientRect();
  if (box && box.top >= 0 && box.bottom <= innerHeight) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

export function pairUp(): void {
  const text = document.querySelector<HTMLElement>(".text");
  if (!text) return;
  // text that scrolls under a pointer at rest is not pointed at
  let [x, y] = [-1, -1];
  const isMoved = (e: PointerEvent): boolean => {
    const moved = e.screenX !== x || e.screenY !== y;
    [x, y] = [e.screenX, e.screenY];
    return moved;
  };
  document.addEventListener("pointermove", isMoved, { passive: true });
  text.addEventListener("pointerover", (e) => {
    const id = isMoved(e) ? recordOf(e.target) : null;
    if (id) light(id);
  });
  text.addEventListener("focusin", (e) => {
    const id = recordOf(e.target);
    if (id) light(id);
  });
  text.addEventListener("click", (e) => {
    if (!(e.target instanceof Element) || e.target.closest("a, summary") || !getSelection()?.isCollapsed) return;
    const id = e.target.closest<HTMLElement>("mark[data-r]")?.dataset.r;
    if (!id) return;
    const card = document.getElementById(id);
    light(id);
    card?.focus({ preventScroll: true });
    show(card);
  });
  const byAddress = (): void => {
    const id = location.hash.slice(1).replace(/-text$/, "");
    if (document.getElementById(id)?.classList.contains("k")) light(id);
  };
  addEventListener("hashchange", byAddress);
  byAddress();
}
