import { charge, tick } from "@/policy/expression/values/budget";
import type { CompiledRegex } from "./compiled-regex";
import { NetGroup, NetRegexList } from "./net-capture";
import { expand } from "./replacement";
import type { Captures } from "./run-regex";

type Span = readonly [start: number, end: number];

/** Match.Groups: found by number and by name. */
export class NetGroups extends NetRegexList<NetGroup> {
  private readonly byNumber: ReadonlyMap<number, NetGroup>;
  private readonly byName: ReadonlyMap<string, NetGroup>;

  constructor(items: readonly NetGroup[], numbers: readonly number[]) {
    super("System.Text.RegularExpressions.GroupCollection", items);
    this.byNumber = new Map(items.map((group, index) => [numbers[index] as number, group]));
    this.byName = new Map(items.map((group) => [group.name, group]));
  }

  /** What is no group of the pattern is one that failed. */
  group(number: number): NetGroup {
    return this.byNumber.get(number) ?? failed;
  }

  named(name: string): NetGroup {
    return this.byName.get(name) ?? failed;
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }
}

const failed = new NetGroup("", "0", []);

/** System.Text.RegularExpressions.Match, and Match.Empty for what was not found. */
export class NetMatch extends NetGroup {
  private readonly regex: CompiledRegex | null;
  private readonly found: Captures;
  private knownGroups: NetGroups | null = null;

  static readonly empty = new NetMatch(null, "", []);

  constructor(regex: CompiledRegex | null, text: string, found: Captures) {
    const [start, end] = found.slice(-3) as unknown as Span;
    super(text, "0", found.length === 0 ? [] : [[start, end]]);
    this.regex = regex;
    this.found = found;
  }

  override get typeName(): string {
    return "System.Text.RegularExpressions.Match";
  }

  get groups(): NetGroups {
    this.knownGroups ??= this.makeGroups();
    return this.knownGroups;
  }

  private makeGroups(): NetGroups {
    if (this.regex === null) return new NetGroups([this], [0]);
    const { groups } = this.regex;
    charge(64 * groups.length + 16 * this.found.length);
    const spans: Span[][] = groups.map(() => []);
    for (let at = 0; at + 3 < this.found.length; at += 4) {
      tick();
      spans[this.found[at] as number]?.push([this.found[at + 1] as number, this.found[at + 2] as number]);
    }
    const items = groups.map(({ name }, index) =>
      index === 0 ? this : new NetGroup(this.text, name, spans[index] ?? []),
    );
    return new NetGroups(
      items,
      groups.map(({ number }) => number),
    );
  }

  next(): NetMatch {
    return this.regex === null ? this : findMatch(this.regex, this.text, nextStart(this));
  }

  result(replacement: string): string {
    return expand(replacement, this);
  }
}

/** Behind a match; one further behind an empty one. */
export const nextStart = (match: NetMatch): number => match.index + Math.max(match.length, 1);

export function findMatch(regex: CompiledRegex, text: string, from: number): NetMatch {
  if (from > text.length) return NetMatch.empty;
  const captures = regex.find(text, from);
  if (captures === null) return NetMatch.empty;
  charge(120);
  return new NetMatch(regex, text, captures);
}
