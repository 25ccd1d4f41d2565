/**
 * Header lines in their order, names as written, compared without case. A flat list [name, value, name, value, ...]:
 * the form in which Node receives and sends them, so nothing is converted on the way through.
 */
export class Headers {
  readonly lines: string[];

  constructor(lines: string[] = []) {
    this.lines = lines;
  }

  has(name: string): boolean {
    return this.indexOf(name, 0) >= 0;
  }

  /** The first value, or undefined. */
  get(name: string): string | undefined {
    const index = this.indexOf(name, 0);
    return index < 0 ? undefined : this.lines[index + 1];
  }

  all(name: string): string[] {
    const values: string[] = [];
    for (let index = this.indexOf(name, 0); index >= 0; index = this.indexOf(name, index + 2)) {
      values.push(this.lines[index + 1] as string);
    }
    return values;
  }

  append(name: string, value: string): void {
    this.lines.push(name, value);
  }

  /** Replaces every line of that name; the first keeps its place. */
  set(name: string, values: string | readonly string[]): void {
    const list = typeof values === "string" ? [values] : values;
    const at = this.indexOf(name, 0);
    if (at < 0) {
      for (const value of list) this.lines.push(name, value);
      return;
    }
    if (list.length === 1 && this.indexOf(name, at + 2) < 0) {
      this.lines[at] = name;
      this.lines[at + 1] = list[0] as string;
      return;
    }
    this.remove(name);
    this.lines.splice(at, 0, ...list.flatMap((value) => [name, value]));
  }

  remove(name: string): boolean {
    let index = this.indexOf(name, 0);
    if (index < 0) return false;
    while (index >= 0) {
      this.lines.splice(index, 2);
      index = this.indexOf(name, index);
    }
    return true;
  }

  private indexOf(name: string, from: number): number {
    const { lines } = this;
    for (let index = from; index < lines.length; index += 2) {
      if (sameName(lines[index] as string, name)) return index;
    }
    return -1;
  }
}

/** Names are tokens, so folding ASCII letters is enough. */
function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x === y) continue;
    const folded = x | 0x20;
    if (folded !== (y | 0x20) || folded < 0x61 || folded > 0x7a) return false;
  }
  return true;
}
