/** A JSON object that somebody wrote by hand: members are found without regard to case, and errors say what is where. */
export class JsonShape {
  private readonly members = new Map<string, { readonly name: string; readonly value: unknown }>();
  private readonly unread = new Set<string>();
  private readonly path: string;
  /** Told of members that nobody asked for; without it they are errors. */
  readonly onUnknown: ((path: string) => void) | null;

  constructor(value: unknown, path: string, onUnknown: ((path: string) => void) | null = null) {
    this.path = path;
    this.onUnknown = onUnknown;
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(path, "an object", value);
    for (const [name, member] of Object.entries(value)) {
      this.members.set(name.toLowerCase(), { name, value: member });
      this.unread.add(name.toLowerCase());
    }
  }

  pathOf(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }

  /** undefined where there is none. */
  value(name: string): unknown {
    this.unread.delete(name.toLowerCase());
    return this.members.get(name.toLowerCase())?.value;
  }

  text<T extends string | null>(name: string, fallback: T): string | T {
    const value = this.value(name);
    if (value === undefined || value === null) return fallback;
    return textFrom(value, this.pathOf(name));
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.value(name) ?? fallback;
    if (typeof value !== "boolean") throw wrong(this.pathOf(name), "true or false", value);
    return value;
  }

  integer<T extends number | null>(name: string, fallback: T): number | T {
    const value = this.value(name);
    if (value === undefined || value === null) return fallback;
    if (typeof value !== "number" || !Number.isInteger(value)) throw wrong(this.pathOf(name), "a whole number", value);
    return value;
  }

  /** null where it is absent or null. */
  child(name: string): JsonShape | null {
    const value = this.value(name) ?? null;
    return value === null ? null : new JsonShape(value, this.pathOf(name), this.onUnknown);
  }

  list(name: string): readonly { readonly value: unknown; readonly path: string }[] {
    const value = this.value(name) ?? [];
    const path = this.pathOf(name);
    if (!Array.isArray(value)) throw wrong(path, "a list", value);
    return value.map((item, at) => ({ value: item, path: `${path}[${at}]` }));
  }

  texts(name: string): string[] {
    return this.list(name).map(({ value, path }) => textFrom(value, path));
  }

  /** All members, as they are named. */
  entries(): readonly (readonly [name: string, value: unknown])[] {
    this.unread.clear();
    return [...this.members.values()].map(({ name, value }) => [name, value]);
  }

  /** Tells of members that nobody asked for. */
  finish(): void {
    for (const name of this.unread) {
      const path = this.pathOf(this.members.get(name)?.name ?? name);
      if (this.onUnknown === null) throw new Error(`${path} is not known here.`);
      this.onUnknown(path);
    }
  }
}

/** Numbers and flags are texts too: {"page": 2}. */
export function textFrom(value: unknown, path: string): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") throw wrong(path, "a string", value);
  return value;
}

export function wrong(path: string, wanted: string, value: unknown): Error {
  const given = value === null ? "null" : Array.isArray(value) ? "a list" : kinds.get(typeof value);
  return new Error(`${path === "" ? "The context" : path} must be ${wanted}, not ${given ?? typeof value}.`);
}

const kinds: ReadonlyMap<string, string> = new Map([
  ["string", "a string"],
  ["number", "a number"],
  ["boolean", "true or false"],
  ["object", "an object"],
]);
