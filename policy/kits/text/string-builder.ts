import { charge } from "@/policy/expression/values/budget";
import { argumentOutOfRange, indexOutOfRange } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";

const maxCapacity = 0x7fffffff;

/** System.Text.StringBuilder. Its text is put together natively; the capacity is told but takes no room. */
export class StringBuilder extends NetObject {
  text: string;
  readonly maxCapacity: number;
  private room: number;

  constructor(text = "", capacity = 16, most = maxCapacity) {
    super();
    if (capacity < 0) throw argumentOutOfRange("capacity", "'capacity' must be greater than zero.");
    this.text = text;
    this.maxCapacity = most;
    this.room = Math.max(capacity === 0 ? 16 : capacity, text.length);
  }

  override get typeName(): string {
    return "System.Text.StringBuilder";
  }

  override toText(): string {
    return this.text;
  }

  get capacity(): number {
    while (this.room < this.text.length) this.room = Math.max(16, this.room * 2);
    return this.room;
  }

  set capacity(value: number) {
    if (value < this.text.length) throw argumentOutOfRange("value", "capacity was less than the current size.");
    this.room = value;
  }

  append(piece: string): this {
    charge(2 * piece.length);
    this.text += piece;
    return this;
  }

  insert(at: number, piece: string): this {
    if (at < 0 || at > this.text.length)
      throw argumentOutOfRange(
        "index",
        "Index was out of range. Must be non-negative and less than the size of the collection.",
      );
    return this.splice(at, 0, piece);
  }

  /** Puts a piece in place of so many characters. */
  splice(at: number, count: number, piece: string): this {
    charge(2 * (this.text.length + piece.length));
    this.text = this.text.slice(0, at) + piece + this.text.slice(at + count);
    return this;
  }

  setLength(length: number): void {
    if (length < 0) throw argumentOutOfRange("value", "Length cannot be less than zero.");
    if (length <= this.text.length) this.text = this.text.slice(0, length);
    else {
      charge(2 * length);
      this.text = this.text.padEnd(length, "\0");
    }
  }

  codeAt(at: number): number {
    if (at < 0 || at >= this.text.length) throw indexOutOfRange();
    return this.text.charCodeAt(at);
  }

  setCodeAt(at: number, code: number): void {
    if (at < 0 || at >= this.text.length)
      throw argumentOutOfRange(
        "index",
        "Index was out of range. Must be non-negative and less than the size of the collection.",
      );
    this.splice(at, 1, String.fromCharCode(code));
  }

  /** Refuses a range that is not within the text. */
  check(start: number, count: number): void {
    if (start < 0) throw argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.");
    if (count < 0) throw argumentOutOfRange("length", "Length cannot be less than zero.");
    if (start > this.text.length - count)
      throw argumentOutOfRange("length", "Index and length must refer to a location within the string.");
  }
}
