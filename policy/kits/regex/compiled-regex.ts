import { charge, tickMany } from "@/policy/expression/values/budget";
import type { CharSet } from "./char-set";
import { compileRegex } from "./compile-regex";
import { firstUnits, literalPrefix, startsAtStart } from "./first-units";
import { type NativePattern, nativePattern } from "./native-pattern";
import { type ParsedRegex, parseRegex } from "./parse-regex";
import { Option } from "./regex-node";
import type { RegexProgram } from "./regex-program";
import { type Captures, RegexMachine } from "./run-regex";

/** A pattern ready to match. */
export class CompiledRegex {
  readonly pattern: string;
  readonly options: number;
  /** In the order of their numbers; indexes into it are what captures tell. */
  readonly groups: readonly { readonly number: number; readonly name: string }[];
  private readonly parsed: ParsedRegex;
  readonly native: NativePattern | null;
  private readonly prefix: string;
  private readonly first: CharSet | null;
  private readonly onlyAtStart: boolean;
  private program: RegexProgram | null = null;

  constructor(pattern: string, options: number) {
    this.pattern = pattern;
    this.options = options;
    this.parsed = parseRegex(pattern, options);
    this.groups = this.parsed.slots.all();
    const { node } = this.parsed;
    const numbers = this.groups.map(({ number }) => number);
    this.native = nativePattern(node, numbers);
    this.prefix = literalPrefix(node);
    const first = firstUnits(node);
    this.first = first.empty ? null : first.set;
    this.onlyAtStart = startsAtStart(node);
  }

  isMatch(text: string, from: number): boolean {
    const native = this.nativeFor(text);
    if (native === null) return this.searchSlowly(text, from) !== null;
    native.test.lastIndex = from;
    const found = native.test.test(text);
    countScanned(from, found ? native.test.lastIndex : text.length);
    return found;
  }

  /** The captures of the first match from there on; the whole is group 0. */
  find(text: string, from: number): Captures | null {
    const native = this.nativeFor(text);
    if (native === null) return this.searchSlowly(text, from);
    native.find.lastIndex = from;
    const found = native.find.exec(text);
    countScanned(from, found === null ? text.length : native.find.lastIndex);
    if (found === null) return null;
    const captures: number[] = [];
    for (let group = 1; group < found.length; group++) {
      const indices = found.indices?.[group];
      if (indices !== undefined) captures.push(group, indices[0], indices[1], -1);
    }
    captures.push(0, found.index, found.index + (found[0] as string).length, -1);
    charge(captures.length * 8);
    return captures;
  }

  private nativeFor(text: string): NativePattern | null {
    return this.native === null || text.length > this.native.longest ? null : this.native;
  }

  /** With our own machine, whatever the native engine could do. */
  searchSlowly(text: string, from: number): Captures | null {
    this.program ??= this.compile();
    charge(this.program.registers * 4 + 200);
    const machine = new RegexMachine(this.program, text, from);
    for (let start = this.next(text, from); start >= 0; start = this.next(text, start + 1)) {
      const captures = machine.match(start);
      if (captures !== null) return captures;
    }
    return null;
  }

  private compile(): RegexProgram {
    const indexes = new Map(this.groups.map(({ number }, index) => [number, index]));
    return compileRegex(this.parsed.node, this.groups.length, (group) => indexes.get(group) ?? 0);
  }

  /** The next place where a match may start; -1 when there is none. */
  private next(text: string, from: number): number {
    if (from > text.length) return -1;
    if (this.onlyAtStart) return from === 0 ? 0 : -1;
    if (this.prefix !== "") {
      const found = text.indexOf(this.prefix, from);
      tickMany(1 + (((found < 0 ? text.length : found) - from) >> 3));
      return found;
    }
    const { first } = this;
    if (first === null) return from;
    let at = from;
    while (at < text.length && !first.has(text.charCodeAt(at))) at++;
    tickMany(1 + ((at - from) >> 2));
    return at < text.length ? at : -1;
  }
}

const countScanned = (from: number, to: number): void => tickMany(4 + ((to - from) >> 2));

const known = new Map<string, CompiledRegex>();
const mostKnown = 500;
/** What is longer costs so much to keep that it is better parsed again. */
const longestKept = 5000;

/** From the cache of those used last, or new. */
export function compiledRegex(pattern: string, options: number): CompiledRegex {
  const shape = options & ~(Option.compiled | Option.cultureInvariant | Option.nonBacktracking);
  const key = `${shape}:${pattern}`;
  let regex = known.get(key);
  if (regex !== undefined) {
    // The last used is the last in the map's order.
    known.delete(key);
    known.set(key, regex);
    return regex;
  }
  tickMany(500);
  // A copy: a slice would keep the whole text that it was cut from.
  regex = new CompiledRegex(structuredClone(pattern), options);
  if (pattern.length > longestKept) return regex;
  if (known.size >= mostKnown)
    for (const oldest of known.keys()) {
      known.delete(oldest);
      break;
    }
  known.set(key, regex);
  return regex;
}
