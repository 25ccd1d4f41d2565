/** Unsaved work on one document, as a tab of the browser keeps it. */
export interface KeptWork {
  /** The document's path, and the draft it is edited in. */
  path: string;
  draft: string | null;
  /** Of the tab that wrote it: two tabs keep theirs side by side. */
  tab: string;
  text: string;
  /** What the work began from; null where there was no document. */
  base: { text: string; etag: string } | null;
  at: number;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const prefix = "gatehouse-unsaved:";
const keptForMs = 30 * 24 * 60 * 60 * 1_000;

const keyOf = ({ path, draft, tab }: Pick<KeptWork, "path" | "draft" | "tab">): string =>
  prefix + JSON.stringify([path.toLowerCase(), draft, tab]);

/** Unsaved work in the browser's own storage. A browser that stores nothing loses nothing but this. */
export class KeptWorks {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** False where there is no room for it. */
  keep(work: KeptWork): boolean {
    try {
      this.#store.setItem(keyOf(work), JSON.stringify(work));
      return true;
    } catch {
      return false;
    }
  }

  drop(work: Pick<KeptWork, "path" | "draft" | "tab">): void {
    try {
      this.#store.removeItem(keyOf(work));
    } catch {
      // Nothing was kept either.
    }
  }

  /** All that is kept of a document, the newest first. What nobody came back to for a month is thrown away. */
  of(path: string, draft: string | null, now: number): KeptWork[] {
    const found: KeptWork[] = [];
    try {
      const keys = Array.from({ length: this.#store.length }, (_, at) => this.#store.key(at));
      for (const key of keys) {
        if (key === null || !key.startsWith(prefix)) continue;
        const work = read(this.#store.getItem(key));
        if (work === null || now - work.at > keptForMs) this.#store.removeItem(key);
        else if (work.path.toLowerCase() === path.toLowerCase() && work.draft === draft) found.push(work);
      }
    } catch {
      return [];
    }
    return found.sort((one, other) => other.at - one.at);
  }
}

function read(json: string | null): KeptWork | null {
  try {
    const work = JSON.parse(json ?? "null") as KeptWork | null;
    return typeof work?.path === "string" && typeof work.text === "string" && typeof work.at === "number" ? work : null;
  } catch {
    return null;
  }
}
