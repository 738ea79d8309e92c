// Places in an article's text. The server counts in Unicode code points, the page in nodes and UTF-16 units.

/** A part of the text in code points, half-open. */
export interface Span {
  start: number;
  end: number;
}

const paragraphs = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".text p[data-o]")];

const points = (text: string): number => {
  let n = 0;
  for (const _ of text) n++;
  return n;
};

/** The code point at a place in the page, or null outside the text. Marks and their links add no text of their own. */
export function pointAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("p[data-o]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.o) + points(before.toString());
}

/** The words at a span. */
export function wordsAt(span: Span): string {
  let words = "";
  for (const paragraph of paragraphs()) {
    const first = Number(paragraph.dataset.o);
    if (first >= span.end) break;
    const all = [...(paragraph.textContent ?? "")];
    if (first + all.length > span.start) words += all.slice(Math.max(0, span.start - first), span.end - first).join("");
  }
  return words.trim();
}

/** The span that is selected, without the white space at its ends; null when nothing of the text is. */
export function selectedSpan(): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = pointAt(range.startContainer, range.startOffset);
  const end = pointAt(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return null;
  const words = range.toString();
  const lead = points(words.slice(0, words.length - words.trimStart().length));
  const trail = points(words.slice(words.trimEnd().length));
  return start + lead < end - trail ? { start: start + lead, end: end - trail } : null;
}

/** "120-180" as a span. */
export function spanOf(text: string | undefined): Span | null {
  const found = /^(\d+)-(\d+)$/.exec(text ?? "");
  return found ? { start: Number(found[1]), end: Number(found[2]) } : null;
}
