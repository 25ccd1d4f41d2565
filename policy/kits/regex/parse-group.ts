import { notSupported } from "@/policy/expression/values/net-exception";
import type { GroupSlots } from "./group-slots";
import type { PatternCursor } from "./pattern-cursor";
import { choiceOf, nothing, Option, type RegexNode, unbounded } from "./regex-node";

/** What parses the inside of a group. */
export interface PatternParser {
  readonly cursor: PatternCursor;
  readonly slots: GroupSlots;
  /** The groups are still being found. */
  readonly isFirstPass: boolean;
  options: number;
  alternatives(): RegexNode;
  branches(): RegexNode[];
  close(): void;
}

const wordy = /[\p{L}\p{Mn}\p{Nd}\p{Pc}]+/uy;
const unrecognized = "Unrecognized grouping construct.";

/** Behind "("; null for what only sets options, as (?i) does. */
export function parseGroup(parser: PatternParser): RegexNode | null {
  const { cursor } = parser;
  if (!cursor.take("?")) return parser.options & Option.explicitCapture ? inside(parser) : unnamed(parser);
  if (cursor.take(":")) return inside(parser);
  if (cursor.take("=")) return look(parser, false, false);
  if (cursor.take("!")) return look(parser, false, true);
  if (cursor.take(">")) return { kind: "atomic", node: inside(parser) };
  if (cursor.take("<=")) return look(parser, true, false);
  if (cursor.take("<!")) return look(parser, true, true);
  if (cursor.take("<")) return named(parser, ">");
  if (cursor.take("'")) return named(parser, "'");
  if (cursor.take("(")) return conditional(parser);
  return withOptions(parser);
}

function inside(parser: PatternParser): RegexNode {
  const node = parser.alternatives();
  parser.close();
  return node;
}

function unnamed(parser: PatternParser): RegexNode {
  const group = parser.slots.addUnnamed();
  return { kind: "capture", group, node: inside(parser) };
}

const look = (parser: PatternParser, behind: boolean, negative: boolean): RegexNode => ({
  kind: "look",
  behind,
  negative,
  node: inside(parser),
});

function named(parser: PatternParser, end: string): RegexNode {
  const { cursor, slots } = parser;
  const name = cursor.scan(wordy);
  if (name === null) {
    if (cursor.peek() === "-") throw notSupported("Balancing groups are not supported in regular expressions.");
    if (!cursor.atEnd) cursor.next();
    throw cursor.error(
      cursor.atEnd ? unrecognized : "Invalid group name: Group names must begin with a word character.",
    );
  }
  if (cursor.peek() === "-") throw notSupported("Balancing groups are not supported in regular expressions.");
  const isNumber = /^\d+$/.test(name);
  if (isNumber && Number(name) === 0) throw cursor.error("Capture number cannot be zero.");
  if (/^\d/.test(name) && (!isNumber || Number(name) > unbounded))
    throw cursor.error("Invalid group name: Group names must begin with a word character.");
  if (!cursor.take(end)) {
    if (!cursor.atEnd) cursor.next();
    throw cursor.error("Invalid group name: Group names must begin with a word character.");
  }
  if (isNumber) slots.addNumber(Number(name));
  else slots.addName(name);
  const group = isNumber ? Number(name) : (slots.numberOf(name) ?? 0);
  return { kind: "capture", group, node: inside(parser) };
}

/** (?(1)yes|no), (?(name)yes|no) or (?(looks like this)yes|no) */
function conditional(parser: PatternParser): RegexNode {
  const { cursor, slots } = parser;
  const start = cursor.at;
  const name = cursor.scan(wordy);
  if (name !== null && /^\d+$/.test(name)) {
    if (!cursor.take(")")) throw cursor.error(`(?(${name}) ) malformed.`);
    if (!parser.isFirstPass && !slots.has(Number(name)))
      throw cursor.error(`(?(${name}) ) reference to undefined group.`);
    return { kind: "if-group", group: Number(name), ...yesAndNo(parser) };
  }
  const group = name === null ? null : slots.numberOf(name);
  if (group !== null && cursor.take(")")) return { kind: "if-group", group, ...yesAndNo(parser) };
  cursor.at = start;
  if (cursor.peek() === "?") {
    if (cursor.peek(1) === "#") throw cursor.error("Alternation conditions cannot be comments.");
    if (cursor.peek(1) === "'" || (cursor.peek(1) === "<" && !"=!".includes(cursor.peek(2))))
      throw cursor.error("Alternation conditions do not capture and cannot be named.");
    const condition = parseGroup(parser) ?? nothing;
    return { kind: "if", condition, ...yesAndNo(parser) };
  }
  return { kind: "if", condition: inside(parser), ...yesAndNo(parser) };
}

function yesAndNo(parser: PatternParser): { yes: RegexNode; no: RegexNode } {
  const [yes = nothing, no = nothing, ...more] = parser.branches();
  if (more.length > 0) throw parser.cursor.error("Too many | in (?()|).");
  parser.close();
  return { yes, no };
}

const inline: ReadonlyMap<string, number> = new Map([
  ["i", Option.ignoreCase],
  ["m", Option.multiline],
  ["n", Option.explicitCapture],
  ["s", Option.singleline],
  ["x", Option.ignoreWhitespace],
]);

/** (?i-m) for the rest of the group, (?i-m:...) for what it holds. */
function withOptions(parser: PatternParser): RegexNode | null {
  const { cursor } = parser;
  let options = parser.options;
  let on = true;
  for (;;) {
    const letter = cursor.peek();
    const option = inline.get(letter.toLowerCase());
    if (letter === "-" || letter === "+") on = letter === "+";
    else if (option !== undefined) options = on ? options | option : options & ~option;
    else break;
    cursor.next();
  }
  if (cursor.take(")")) {
    parser.options = options;
    return null;
  }
  if (!cursor.atEnd && cursor.next() === ":") {
    const before = parser.options;
    parser.options = options;
    const node = choiceOf(parser.branches());
    parser.options = before;
    parser.close();
    return node;
  }
  throw cursor.error(unrecognized);
}

/** Behind a backslash: \1, \k<name>, \<name>; null where it is no reference. */
export function parseReference(parser: PatternParser): RegexNode | null {
  const { cursor, slots } = parser;
  const caseless = (parser.options & Option.ignoreCase) !== 0;
  if (cursor.peek() === "k" || cursor.peek() === "<" || cursor.peek() === "'") {
    const isK = cursor.take("k");
    const start = cursor.at;
    const close = cursor.take("<") ? ">" : cursor.take("'") ? "'" : null;
    const name = close === null ? null : cursor.scan(wordy);
    if (close === null || name === null || !cursor.take(close)) {
      if (isK) throw cursor.error("Malformed \\k<...> named back reference.");
      cursor.at = start;
      return null;
    }
    const isNumber = /^\d+$/.test(name);
    const group = isNumber ? Number(name) : slots.numberOf(name);
    if (!parser.isFirstPass && (group === null || !slots.has(group)))
      throw cursor.error(
        isNumber ? `Reference to undefined group number ${name}.` : `Reference to undefined group name '${name}'.`,
      );
    return { kind: "reference", group: group ?? 0, caseless };
  }
  if (!/[1-9]/.test(cursor.peek())) return null;
  const start = cursor.at;
  const number = Number(cursor.scan(/\d{1,9}/y));
  if (parser.isFirstPass || slots.has(number)) return { kind: "reference", group: number, caseless };
  if (number <= 9 && !(parser.options & Option.ecmaScript))
    throw cursor.error(`Reference to undefined group number ${number}.`);
  // What is no group is an octal character.
  cursor.at = start;
  return null;
}
