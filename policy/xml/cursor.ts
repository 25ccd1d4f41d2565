import type { Diagnostics } from "@/policy/diagnostics";
import type { ScanBudget } from "./scan-expression";

const nameStart = /[A-Za-z_:\u00c0-\u{effff}]/u;
const name = /[A-Za-z_:\u00c0-\u{effff}][\w:.\-\u00b7\u00c0-\u{effff}]*/uy;
const space = /[ \t\r\n]*/y;

/** A place in the source, and what all parts of the parser share. */
export class Cursor {
  at = 0;
  readonly source: string;
  readonly diagnostics: Diagnostics;
  readonly budget: ScanBudget;

  constructor(source: string, diagnostics: Diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.budget = { left: source.length * 20 + 10_000 };
  }

  get ended(): boolean {
    return this.at >= this.source.length;
  }

  startsWith(text: string): boolean {
    return this.source.startsWith(text, this.at);
  }

  /** Takes everything up to and including the mark; null, and nothing taken, when it is missing. */
  takeThrough(mark: string, from: number): string | null {
    const end = this.source.indexOf(mark, from);
    if (end < 0) return null;
    return this.takeTo(end + mark.length);
  }

  takeTo(end: number): string {
    const text = this.source.slice(this.at, end);
    this.at = end;
    return text;
  }

  takeSpace(): string {
    space.lastIndex = this.at;
    space.test(this.source);
    return this.takeTo(space.lastIndex);
  }

  takeName(): string {
    name.lastIndex = this.at;
    return name.test(this.source) ? this.takeTo(name.lastIndex) : "";
  }

  nameStartsAt(offset: number): boolean {
    const code = this.source.codePointAt(offset);
    return code !== undefined && nameStart.test(String.fromCodePoint(code));
  }

  malformed(what: string, start: number, end: number, element = ""): void {
    this.diagnostics.report("xml-malformed", { start, end }, element, what);
  }
}
