/**
 * A tree of path segments that never changes: an edit copies the nodes on its way and shares all others, so the cost of
 * a change does not grow with what is configured.
 */
export class TrieNode<T> {
  readonly children: ReadonlyMap<string, TrieNode<T>>;
  readonly values: readonly T[];

  constructor(children: ReadonlyMap<string, TrieNode<T>> = new Map(), values: readonly T[] = []) {
    this.children = children;
    this.values = values;
  }

  get isEmpty(): boolean {
    return this.children.size === 0 && this.values.length === 0;
  }
}

interface Draft<T> extends TrieNode<T> {
  children: Map<string, TrieNode<T>>;
  values: T[];
}

/** Any number of additions and removals, each node copied once. */
export class TrieEdit<T> {
  #root: TrieNode<T>;
  readonly #mine = new Set<TrieNode<T>>();
  readonly #order: (a: T, b: T) => number;

  /** `order` decides which of several values at one place comes first, whatever the order of the additions. */
  constructor(root: TrieNode<T>, order: (a: T, b: T) => number) {
    this.#root = root;
    this.#order = order;
  }

  add(path: readonly string[], value: T): void {
    const root = this.#draft(this.#root);
    this.#root = root;
    let node = root;
    for (const key of path) {
      const child = this.#draft(node.children.get(key) ?? new TrieNode<T>());
      node.children.set(key, child);
      node = child;
    }
    const at = node.values.findIndex((other) => this.#order(value, other) < 0);
    node.values.splice(at < 0 ? node.values.length : at, 0, value);
  }

  remove(path: readonly string[], isIt: (value: T) => boolean): void {
    this.#root = this.#without(this.#root, path, 0, isIt) ?? new TrieNode<T>();
  }

  done(): TrieNode<T> {
    this.#mine.clear();
    return this.#root;
  }

  /** null: nothing is left of the node. */
  #without(node: TrieNode<T>, path: readonly string[], depth: number, isIt: (value: T) => boolean): TrieNode<T> | null {
    const key = path[depth];
    if (key === undefined) {
      if (!node.values.some(isIt)) return node;
      const draft = this.#draft(node);
      draft.values = draft.values.filter((value) => !isIt(value));
      return draft.isEmpty ? null : draft;
    }
    const child = node.children.get(key);
    if (child === undefined) return node;
    const rest = this.#without(child, path, depth + 1, isIt);
    if (rest === child) return node;
    const draft = this.#draft(node);
    if (rest === null) draft.children.delete(key);
    else draft.children.set(key, rest);
    return draft.isEmpty ? null : draft;
  }

  #draft(node: TrieNode<T>): Draft<T> {
    if (this.#mine.has(node)) return node as Draft<T>;
    const copy = new TrieNode<T>(new Map(node.children), [...node.values]);
    this.#mine.add(copy);
    return copy as Draft<T>;
  }
}
