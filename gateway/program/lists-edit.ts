import type { PersistentMap, PersistentMapEdit } from "./persistent-map";

/**
 * Edits a map of short lists; each is copied at its first edit, and an empty one is no entry. Lists are kept in order, so
 * that what stands first does not depend on which change came first.
 */
export class ListsEdit<V> {
  readonly #map: PersistentMapEdit<readonly V[]>;
  readonly #mine = new Map<string, V[]>();

  readonly #order: (a: V, b: V) => number;

  constructor(before: PersistentMap<readonly V[]>, order: (a: V, b: V) => number) {
    this.#map = before.edit();
    this.#order = order;
  }

  get(key: string): readonly V[] {
    return this.#map.get(key) ?? [];
  }

  add(key: string, value: V): void {
    if (this.get(key).includes(value)) return;
    const list = this.#own(key);
    const at = list.findIndex((other) => this.#order(value, other) < 0);
    list.splice(at < 0 ? list.length : at, 0, value);
  }

  remove(key: string, value: V): void {
    this.removeWhere(key, (each) => each === value);
  }

  removeWhere(key: string, isIt: (value: V) => boolean): void {
    const at = this.get(key).findIndex(isIt);
    if (at < 0) return;
    const list = this.#own(key);
    list.splice(at, 1);
    if (list.length > 0) return;
    this.#map.delete(key);
    this.#mine.delete(key);
  }

  /** From one list to another; null is no list. */
  move(from: string | null, to: string | null, value: V): void {
    if (from === to) return;
    if (from !== null) this.remove(from, value);
    if (to !== null) this.add(to, value);
  }

  done(): PersistentMap<readonly V[]> {
    this.#mine.clear();
    return this.#map.done();
  }

  #own(key: string): V[] {
    let list = this.#mine.get(key);
    if (list === undefined) {
      list = [...this.get(key)];
      this.#mine.set(key, list);
      this.#map.set(key, list);
    }
    return list;
  }
}
