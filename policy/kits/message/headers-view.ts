import { charge, tick } from "@/policy/expression/values/budget";
import type { Headers } from "@/policy/headers";
import { stringArray } from "@/policy/kits/object/new-array";
import { TextsView } from "./texts-view";

/** Headers; it is cheap, so that it is made whenever they are asked for. */
export class HeadersView extends TextsView {
  readonly headers: Headers;

  constructor(headers: Headers) {
    super();
    this.headers = headers;
  }

  get count(): number {
    return this.names().length;
  }

  has(name: unknown): boolean {
    return this.headers.has(name as string);
  }

  find(name: unknown): unknown {
    const values = this.headers.all(name as string);
    return values.length === 0 ? undefined : stringArray(values);
  }

  *entries(): Iterable<readonly [unknown, unknown]> {
    for (const name of this.names()) yield [name, stringArray(this.headers.all(name))];
  }

  /** Each name once, as it stands first. */
  private names(): string[] {
    const { lines } = this.headers;
    const known = new Set<string>();
    const names: string[] = [];
    charge(8 * lines.length);
    for (let at = 0; at < lines.length; at += 2) {
      tick();
      const name = lines[at] as string;
      const folded = name.toLowerCase();
      if (known.has(folded)) continue;
      known.add(folded);
      names.push(name);
    }
    return names;
  }
}
