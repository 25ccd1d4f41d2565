import type { Json } from "@/lib/json";
import { formsOf } from "@/lib/secret-forms";

type Span = readonly [start: number, end: number];

/** Covers secrets wherever an answer repeats them, in all the ways in which they may stand in a text. */
export class Blot {
  readonly #forms: readonly string[];

  constructor(secrets: readonly string[]) {
    const forms = new Set<string>();
    for (const secret of secrets) for (const form of formsOf(secret)) forms.add(form);
    this.#forms = [...forms];
  }

  /** Of the same length, so that lengths told elsewhere stay true. */
  text(text: string): string {
    return covered(text, spansOf(text, this.#forms));
  }

  /** Every text in it, names included. */
  json<T extends Json>(value: T): T {
    return this.#forms.length === 0 ? value : (this.#inside(value) as T);
  }

  #inside(value: Json): Json {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((each) => this.#inside(each));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [this.text(name), this.#inside(each)]));
  }

  /** For bytes that come in pieces: what may be the beginning of a secret waits for the next one. */
  stream(): { push(bytes: Uint8Array): Buffer; end(): Buffer } {
    // One character per byte; forms are compared as the bytes of their UTF-8.
    const forms = this.#forms.map((form) => Buffer.from(form).toString("latin1"));
    let held = "";
    /** How many characters of what is held belong to a secret that has been found already. */
    let found = 0;
    const take = (text: string, length: number): Buffer => {
      const spans = spansOf(text, forms);
      if (found > 0) spans.push([0, found]);
      found = Math.max(0, ...spans.map(([, end]) => end - length));
      held = text.slice(length);
      return Buffer.from(covered(text, spans).slice(0, length), "latin1");
    };
    return {
      push(bytes) {
        const text = held + Buffer.from(bytes).toString("latin1");
        return take(text, text.length - longestBeginning(text, forms));
      },
      end: () => take(held, held.length),
    };
  }
}

/** Also those that overlap: what two secrets share must not show the rest of either. */
function spansOf(text: string, forms: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const form of forms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) spans.push([at, at + form.length]);
  }
  return spans;
}

function covered(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let shown = "";
  let at = 0;
  for (const [start, end] of [...spans].sort(([one], [other]) => one - other)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    shown += text.slice(at, from) + "*".repeat(end - from);
    at = end;
  }
  return shown + text.slice(at);
}

/** Of how many characters at the end of the text a form may go on. */
function longestBeginning(text: string, forms: readonly string[]): number {
  let longest = 0;
  for (const form of forms) {
    const first = form.charAt(0);
    const from = Math.max(0, text.length - form.length + 1);
    for (let at = text.indexOf(first, from); at >= 0 && text.length - at > longest; at = text.indexOf(first, at + 1)) {
      if (form.startsWith(text.slice(at))) longest = text.length - at;
    }
  }
  return longest;
}
