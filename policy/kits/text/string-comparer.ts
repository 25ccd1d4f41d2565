import { argumentException, argumentNull } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { compareValues } from "@/policy/kits/object/compare";
import type { NetComparer, NetEqualityComparer } from "@/policy/kits/object/comparer";
import { netEquals } from "@/policy/kits/object/equals";
import { hashOf, hashText } from "@/policy/kits/object/hash";
import { foldCase } from "./casing";
import { compareText, equalText, ignoresCase } from "./comparison";

/** System.StringComparer: one of the six ways of StringComparison. */
export class StringComparer extends NetObject implements NetComparer, NetEqualityComparer {
  readonly comparison: number;

  private static readonly all = [0, 1, 2, 3, 4, 5].map((comparison) => new StringComparer(comparison));

  private constructor(comparison: number) {
    super();
    this.comparison = comparison;
  }

  static of(comparison: number): StringComparer {
    const comparer = StringComparer.all[comparison];
    if (comparer === undefined)
      throw argumentException("The string comparison type passed in is currently not supported.", "comparisonType");
    return comparer;
  }

  override get typeName(): string {
    return "System.StringComparer";
  }

  compareItems(a: unknown, b: unknown): number {
    return isText(a) && isText(b) ? compareText(a, b, this.comparison) : compareValues(a, b);
  }

  equalItems(a: unknown, b: unknown): boolean {
    return isText(a) && isText(b) ? equalText(a, b, this.comparison) : netEquals(a, b);
  }

  hashItem(value: unknown): number {
    if (value === null) throw argumentNull("obj");
    if (typeof value !== "string") return hashOf(value);
    return hashText(ignoresCase(this.comparison) ? foldCase(value) : value);
  }
}

const isText = (value: unknown): value is string | null => typeof value === "string" || value === null;
