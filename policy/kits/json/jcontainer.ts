import { charge, tick, tickMany } from "@/policy/expression/values/budget";
import { argumentException, argumentOutOfRange, invalidOperation } from "@/policy/expression/values/net-exception";
import { JToken } from "./jtoken";
import { newNull } from "./jvalue";
import { rootOf } from "./navigate";
import { TokenType } from "./token-type";
import { guardDepth } from "./too-deep";
import { tokenText } from "./write-token";

/** A token with children: what JObject, JArray, JConstructor and JProperty share. */
export abstract class JContainer extends JToken {
  items: JToken[] = [];
  /** Counts changes, so that an enumeration notices them. */
  private version = 0;

  override get hasValues(): boolean {
    return this.items.length > 0;
  }

  override get first(): JToken | null {
    return this.items[0] ?? null;
  }

  override get last(): JToken | null {
    return this.items.at(-1) ?? null;
  }

  override *children(): Iterable<JToken> {
    const { version } = this;
    for (let index = 0; index < this.items.length; index++) {
      tick();
      yield this.items[index]!;
      if (version !== this.version) throw modifiedDuringEnumeration();
    }
  }

  override toText(): string {
    return tokenText(this, true);
  }

  abstract emptyCopy(): JContainer;

  /** Throws when a token of its kind cannot be a child; `existing` is what it is to replace. */
  validate(token: JToken, _existing: JToken | null): void {
    if (token.type === TokenType.Property) throw this.cannotAdd(token);
  }

  cannotAdd(token: JToken) {
    return argumentException(`Can not add ${token.typeName} to ${this.typeName}.`);
  }

  clone(depth: number): JToken {
    guardDepth(depth);
    const copy = this.emptyCopy();
    for (const item of this.items) copy.append(item.clone(depth + 1));
    return copy;
  }

  deepEquals(other: JToken, depth: number): boolean {
    guardDepth(depth);
    if (!(other instanceof JContainer) || other.type !== this.type || other.items.length !== this.items.length)
      return false;
    return this.items.every((item, index) => item.deepEquals(other.items[index]!, depth + 1));
  }

  deepHash(depth: number): number {
    guardDepth(depth);
    return this.items.reduce((hash, item) => hash ^ item.deepHash(depth + 1), 0);
  }

  indexOf(token: JToken | null): number {
    if (token === null || token.parent !== this) return -1;
    tickMany(this.items.length >> 3);
    return this.items.indexOf(token);
  }

  /** Adds, without a look, a token that is new and fits. */
  append(token: JToken): void {
    charge(64);
    this.version++;
    const last = this.items.at(-1) ?? null;
    token.parent = this;
    token.previous = last;
    token.next = null;
    if (last) last.next = token;
    // An array that is pushed to makes room for many, which the one value of a property would not use.
    if (last === null) this.items = [token];
    else this.items.push(token);
  }

  /** False where the token is of a kind that is left out. */
  insert(index: number, item: JToken | null): boolean {
    if (index < 0 || index > this.items.length)
      throw argumentOutOfRange("index", "Index must be within the bounds of the List.");
    const token = this.own(item);
    this.validate(token, null);
    if (index === this.items.length) {
      this.append(token);
      return true;
    }
    charge(64);
    this.version++;
    tickMany((this.items.length - index) >> 3);
    this.items.splice(index, 0, token);
    this.link(token, this.items[index - 1] ?? null, this.items[index + 1] ?? null);
    return true;
  }

  removeItemAt(index: number): void {
    this.checkIndex(index);
    const token = this.items[index]!;
    this.version++;
    tickMany((this.items.length - index) >> 3);
    this.items.splice(index, 1);
    if (token.previous) token.previous.next = token.next;
    if (token.next) token.next.previous = token.previous;
    detach(token);
  }

  removeItem(token: JToken | null): boolean {
    const index = this.indexOf(token);
    if (index < 0) return false;
    this.removeItemAt(index);
    return true;
  }

  setItem(index: number, item: JToken | null): void {
    this.checkIndex(index);
    const existing = this.items[index]!;
    if (item === existing || (item === null && existing.type === TokenType.Null)) return;
    const token = this.own(item);
    this.validate(token, existing);
    this.items[index] = token;
    this.version++;
    this.link(token, existing.previous, existing.next);
    detach(existing);
  }

  clear(): void {
    for (const item of this.items) detach(item);
    this.version++;
    this.items.length = 0;
  }

  protected checkIndex(index: number): void {
    if (index < 0) throw argumentOutOfRange("index", "Index is less than 0.");
    if (index >= this.items.length) throw argumentOutOfRange("index", "Index is equal to or greater than Count.");
  }

  /** A token has one parent and is never inside itself: what would break that is copied. */
  private own(item: JToken | null): JToken {
    if (item === null) return newNull();
    const taken = item.parent !== null || item === this || (item.hasValues && rootOf(this) === item);
    return taken ? item.clone(0) : item;
  }

  private link(token: JToken, previous: JToken | null, next: JToken | null): void {
    token.parent = this;
    token.previous = previous;
    token.next = next;
    if (previous) previous.next = token;
    if (next) next.previous = token;
  }
}

const modifiedDuringEnumeration = () =>
  invalidOperation("Collection was modified; enumeration operation may not execute.");

function detach(token: JToken): void {
  token.parent = null;
  token.previous = null;
  token.next = null;
}
