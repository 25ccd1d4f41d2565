import type { CharSet } from "./char-set";
import { firstUnits, startsAtStart } from "./first-units";
import { type Anchor, type RegexNode, unbounded } from "./regex-node";

/** A pattern that JavaScript's own engine matches just as .NET's does. */
export interface NativePattern {
  readonly test: RegExp;
  /** Tells where groups are. */
  readonly find: RegExp;
  /** The longest text that it surely takes little time with. */
  readonly longest: number;
}

/** Steps that one search may take at the worst: some milliseconds. */
const mostSteps = 2_000_000;
const mostCharacters = 5_000_000;
const longestSource = 40_000;

interface Written {
  readonly source: string;
  /** How many ways there may be through it, apart from its loops. */
  readonly ways: number;
  /** Loops whose ends are uncertain: each multiplies the work by the length of the text. */
  readonly openLoops: number;
  readonly hasLoop: boolean;
}

/** What is met on the way through a pattern: its groups in order, and what its loops run over. */
interface Met {
  readonly groups: number[];
  readonly loops: CharSet[];
}

/** null for what could take long, or means something else in JavaScript. */
export function nativePattern(node: RegexNode, groups: readonly number[]): NativePattern | null {
  const met: Met = { groups: [], loops: [] };
  const written = write(node, "end", met);
  if (written === null || written.source.length > longestSource) return null;
  // Groups are numbered as they come in JavaScript.
  if (met.groups.some((group, index) => group !== groups[index + 1])) return null;
  const power = written.openLoops + (written.hasLoop ? 1 : 0) + (startsOnce(node, met.loops) ? 0 : 1);
  if (written.ways > 256) return null;
  const steps = mostSteps / written.ways;
  const longest = written.hasLoop ? Math.floor(steps ** (1 / Math.max(power, 1))) : Math.min(mostCharacters, steps);
  if (longest < 16) return null;
  try {
    const { source } = written;
    const pattern = {
      test: new RegExp(source, "g"),
      find: new RegExp(source, met.groups.length > 0 ? "dg" : "g"),
      longest,
    };
    // What is too large for it, it says when it is first used: with texts of one byte a unit, and with others.
    for (const text of ["", "\u0100"]) {
      for (const regex of [pattern.test, pattern.find]) {
        regex.lastIndex = 0;
        regex.exec(text);
      }
    }
    return pattern;
  } catch {
    return null;
  }
}

/** No place in the text is run over again and again because a match might start at many places before it. */
function startsOnce(node: RegexNode, loops: readonly CharSet[]): boolean {
  if (startsAtStart(node) || neverFailsLate(node)) return true;
  const first = firstUnits(node);
  return !first.empty && !loops.some((loop) => loop.meets(first.set));
}

/** A single unit or a run of them, and what may be left out behind it: once it has begun it matches. */
function neverFailsLate(node: RegexNode): boolean {
  if (node.kind === "capture") return neverFailsLate(node.node);
  if (node.kind !== "sequence") return node.kind === "set" || isRun(node, 1);
  const [first, ...rest] = node.nodes;
  return first !== undefined && neverFailsLate(first) && rest.every((each) => isRun(each, 0));
}

const isRun = (node: RegexNode, mostNeeded: number): boolean =>
  node.kind === "loop" && node.node.kind === "set" && node.min <= mostNeeded;

/** `follows` is what surely comes next: "end" where nothing can fail behind, null where nothing is known. */
function write(node: RegexNode, follows: CharSet | "end" | null, met: Met): Written | null {
  switch (node.kind) {
    case "set":
      return leaf(setSource(node.set));
    case "anchor": {
      const source = anchors.get(node.anchor);
      return source === undefined ? null : leaf(source);
    }
    case "sequence":
      return writeSequence(node.nodes, follows, met);
    case "capture": {
      met.groups.push(node.group);
      const inner = write(node.node, follows, met);
      return inner && { ...inner, source: `(${inner.source})` };
    }
    case "choice":
      return writeChoice(node.branches, met);
    case "loop":
      return writeLoop(node, follows, met);
    default:
      return null;
  }
}

const leaf = (source: string): Written => ({ source, ways: 1, openLoops: 0, hasLoop: false });

function writeSequence(nodes: readonly RegexNode[], follows: CharSet | "end" | null, met: Met): Written | null {
  let all = leaf("");
  for (const [index, node] of nodes.entries()) {
    const next = write(node, nextUnits(nodes[index + 1], follows), met);
    if (next === null) return null;
    all = {
      source: all.source + next.source,
      ways: all.ways * next.ways,
      openLoops: all.openLoops + next.openLoops,
      hasLoop: all.hasLoop || next.hasLoop,
    };
  }
  return all;
}

/** What comes after a node: units of which one surely does, or an end that fails at once everywhere else. */
function nextUnits(next: RegexNode | undefined, follows: CharSet | "end" | null): CharSet | "end" | null {
  if (next === undefined) return follows;
  if (next.kind === "anchor") return next.anchor === "end" || next.anchor === "last-line-end" ? "end" : null;
  const first = firstUnits(next);
  return first.empty ? null : first.set;
}

function writeChoice(branches: readonly RegexNode[], met: Met): Written | null {
  const parts: Written[] = [];
  for (const branch of branches) {
    const part = write(branch, null, met);
    if (part === null) return null;
    parts.push(part);
  }
  return {
    source: `(?:${parts.map(({ source }) => source).join("|")})`,
    ways: parts.reduce((sum, { ways }) => sum + ways, 0),
    openLoops: Math.max(...parts.map(({ openLoops }) => openLoops)),
    hasLoop: parts.some(({ hasLoop }) => hasLoop),
  };
}

function writeLoop(
  { node, min, max, lazy }: Extract<RegexNode, { kind: "loop" }>,
  follows: CharSet | "end" | null,
  met: Met,
): Written | null {
  const bounds = max === unbounded ? `{${min},}` : `{${min},${max}}`;
  const suffix = `${bounds}${lazy ? "?" : ""}`;
  if (node.kind === "set") {
    const source = setSource(node.set) + suffix;
    if (max - min <= 4 && max <= 64) return { source, ways: max - min + 1, openLoops: 0, hasLoop: false };
    if (max !== unbounded && max > 10_000) return null;
    met.loops.push(node.set);
    // Where what follows cannot be part of it, there is only one place to end.
    const isClosed = follows === "end" || (follows !== null && !follows.meets(node.set));
    return { source, ways: 1, openLoops: isClosed ? 0 : 1, hasLoop: true };
  }
  // Only "maybe once" of what surely takes something: other rounds count their captures differently.
  if (min !== 0 || max !== 1 || firstUnits(node).empty) return null;
  const inner = write(node, null, met);
  return inner && { ...inner, source: `(?:${inner.source})${lazy ? "??" : "?"}`, ways: inner.ways + 1 };
}

const anchors: ReadonlyMap<Anchor, string> = new Map([
  ["start", "^"],
  ["line-start", "(?<=^|\\n)"],
  ["end", "$"],
  ["last-line-end", "(?=\\n?$)"],
  ["line-end", "(?=\\n|$)"],
]);

const unit = (code: number): string => `\\u${code.toString(16).padStart(4, "0")}`;

function setSource(set: CharSet): string {
  if (set.only >= 0) return unit(set.only);
  const { ranges } = set;
  if (ranges.length === 0) return "[]";
  let source = "";
  for (let at = 0; at < ranges.length; at += 2) {
    const [first, last] = [ranges[at] as number, ranges[at + 1] as number];
    source += first === last ? unit(first) : `${unit(first)}-${unit(last)}`;
  }
  return `[${source}]`;
}
