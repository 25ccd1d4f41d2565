import type { PersistentMap, PersistentMapEdit } from "./persistent-map";

/** Edits a map of short lists; each is copied at its first edit, and an empty one is no entry. */
export class ListsEdit<V> {
  readonly #map: PersistentMapEdit<readonly V[]>;
  readonly #mine = new Map<string, V[]>();

  constructor(before: PersistentMap<readonly V[]>) {
    this.#map = before.edit();
  }

  get(key: string): readonly V[] {
    return this.#map.get(key) ?? [];
  }

  add(key: string, value: V): void {
    if (!this.get(key).includes(value)) this.#own(key).push(value);
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
