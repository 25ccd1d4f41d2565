import { stringEnd } from "./nesting";

export interface Place {
  readonly line: number;
  readonly position: number;
}

/** Where the value that a JSON pointer names begins in a text that is valid JSON. */
export const placeOfValue = (text: string, pointer: string, ignoreCase: boolean): Place =>
  placeAt(text, offsetOfValue(text, pointer, ignoreCase));

/** As far as the pointer leads. */
export function offsetOfValue(text: string, pointer: string, ignoreCase: boolean): number {
  const cursor = new Cursor(text);
  for (const segment of pointer.split("/").slice(1)) {
    const name = segment.replace(/~1/g, "/").replace(/~0/g, "~");
    if (!cursor.enter(name, ignoreCase)) break;
  }
  return cursor.at;
}

/** The names in the object that a text holds, as often as they come. */
export function memberNames(text: string): string[] {
  const names: string[] = [];
  new Cursor(text).enter("", false, names);
  return names;
}

/** Of a character, counted from 1. */
export function placeAt(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, position: offset - start + 1 };
}

class Cursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
    this.skipSpace();
  }

  /** Moves to a member or an item of the value it stands at; false, and it stays, where there is none. */
  enter(name: string, ignoreCase: boolean, met: string[] = []): boolean {
    const found = this.text[this.at] === "{" ? this.member(name, ignoreCase, met) : this.item(name);
    if (found < 0) return false;
    this.at = found;
    return true;
  }

  /** Where a name comes twice, the last one counts. */
  private member(name: string, ignoreCase: boolean, met: string[]): number {
    const { text } = this;
    const start = this.at;
    let found = -1;
    for (this.skip(1); this.at < text.length && text[this.at] !== "}"; this.skipComma()) {
      const end = stringEnd(text, this.at);
      const written = JSON.parse(text.slice(this.at, end)) as string;
      met.push(written);
      this.at = end;
      this.skipSpace();
      this.skip(1);
      if ((ignoreCase ? written.toLowerCase() : written) === name) found = this.at;
      this.skipValue();
    }
    this.at = start;
    return found;
  }

  private item(name: string): number {
    const { text } = this;
    const start = this.at;
    if (text[start] !== "[") return -1;
    let left = Number(name);
    for (this.skip(1); this.at < text.length && text[this.at] !== "]"; this.skipComma()) {
      if (left-- === 0) {
        const found = this.at;
        this.at = start;
        return found;
      }
      this.skipValue();
    }
    this.at = start;
    return -1;
  }

  private skipValue(): void {
    const { text } = this;
    for (let depth = 0; this.at < text.length; ) {
      const char = text[this.at] as string;
      if (char === '"') this.at = stringEnd(text, this.at);
      else if (char === "{" || char === "[") {
        depth++;
        this.at++;
      } else if (char === "}" || char === "]") {
        if (depth === 0) break;
        depth--;
        this.at++;
      } else if (char === "," && depth === 0) break;
      else this.at++;
      if (depth === 0 && (char === '"' || char === "}" || char === "]")) break;
    }
    this.skipSpace();
  }

  private skipComma(): void {
    if (this.text[this.at] === ",") this.skip(1);
  }

  private skip(count: number): void {
    this.at += count;
    this.skipSpace();
  }

  private skipSpace(): void {
    while (" \t\r\n".includes(this.text[this.at] ?? "x")) this.at++;
  }
}
