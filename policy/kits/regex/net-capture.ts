import { argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";

/** System.Text.RegularExpressions.Capture: a piece of the text that was searched. */
export class NetCapture extends NetObject {
  readonly text: string;
  readonly index: number;
  readonly length: number;
  private known: string | null = null;

  constructor(text: string, index: number, length: number) {
    super();
    this.text = text;
    this.index = index;
    this.length = length;
  }

  get value(): string {
    this.known ??= this.text.slice(this.index, this.index + this.length);
    return this.known;
  }

  override get typeName(): string {
    return "System.Text.RegularExpressions.Capture";
  }

  override toText(): string {
    return this.value;
  }
}

/** Group: the last of its captures. */
export class NetGroup extends NetCapture {
  readonly name: string;
  /** Empty for a group that took part in no match. */
  readonly spans: readonly (readonly [start: number, end: number])[];

  constructor(text: string, name: string, spans: readonly (readonly [start: number, end: number])[]) {
    const [start, end] = spans.at(-1) ?? [0, 0];
    super(text, start, end - start);
    this.name = name;
    this.spans = spans;
  }

  get success(): boolean {
    return this.spans.length > 0;
  }

  get captures(): NetRegexList<NetCapture> {
    const items = this.spans.map(([start, end]) => new NetCapture(this.text, start, end - start));
    return new NetRegexList("System.Text.RegularExpressions.CaptureCollection", items);
  }

  override get typeName(): string {
    return "System.Text.RegularExpressions.Group";
  }
}

/** CaptureCollection, GroupCollection and MatchCollection. */
export class NetRegexList<T extends NetCapture> extends NetObject implements Iterable<T> {
  override readonly typeName: string;
  readonly items: readonly T[];

  constructor(typeName: string, items: readonly T[]) {
    super();
    this.typeName = typeName;
    this.items = items;
  }

  at(index: number): T {
    const item = this.items[index];
    if (item === undefined) throw argumentOutOfRange("i");
    return item;
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.items[Symbol.iterator]();
  }
}
