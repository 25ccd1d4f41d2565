import type { LocalFunction } from "@/policy/expression/bind/local";
import { parseExpression } from "@/policy/expression/syntax/parse";
import type { Expression } from "@/policy/expression/syntax/syntax";
import type { Token } from "@/policy/expression/syntax/token";
import { constructorsOf } from "@/policy/expression/types/members";
import { typeTable } from "@/policy/expression/types/shared-table";
import type { TypeDefinition } from "@/policy/expression/types/type-definition";
import type { CompletionItem } from "./completion";
import { namedAt } from "./find-syntax";
import { listMembers, methodItem, typeItem } from "./list-members";
import { isKnown, type Observed, observe } from "./observe";
import { closing, codePlaceAt, tokensOf } from "./read-code";
import { type NamesInStrings, namesForString } from "./string-names";

export interface CodeCompletion {
  from: number;
  to: number;
  items: CompletionItem[];
}

/** Stands where the name is being written. */
const mark = "__here__";

/** What may stand at an offset of the whole of "@( ... )" or "@{ ... }". */
export function completeCode(code: string, at: number, names: NamesInStrings): CodeCompletion | null {
  const opening = code.search(/\S/) + 2;
  if (at < opening) return null;
  const tokens = tokensOf(code);
  const place = codePlaceAt(code, tokens, at);
  if (place.kind === "comment") return null;
  if (place.kind === "string") {
    const items = namesForString(tokens, place.index, names);
    return items === null ? null : { from: place.from, to: place.to, items };
  }
  const { from, to } = place;
  // A point before a point is read as "..", unless the text ends there.
  const isSplit = tokens.some(({ start, end }) => start < from && from < end);
  const before = isSplit ? tokensOf(code.slice(0, from)) : tokens.filter(({ end }) => end <= from);
  const last = before.at(-1);
  if (last === undefined || last.kind === "literal" || declaresName(before)) return null;
  const style = { isCalled: /^\s*[(<]/.test(code.slice(to)) };
  const isMember = last.text === "." && last.kind === "punctuation";
  for (const written of [cut(code, from, before), `${code.slice(0, from)}${mark}${code.slice(to)}`]) {
    const { syntax } = parseExpression(written);
    const node = syntax === null ? null : namedAt(syntax, from);
    if (syntax === null || node === null) continue;
    const seen = observe(syntax);
    if (isMember) {
      const receiver = node.kind === "member" ? seen.values.get(node.target) : undefined;
      if (receiver === undefined || !isKnown(receiver)) continue;
      return { from, to, items: listMembers(seen.table, receiver, style) };
    }
    return { from, to, items: listNames(seen, node, before, style) };
  }
  if (isMember) return { from, to, items: [] };
  return { from, to, items: [...(isBehindNew(before) ? [] : keywordItems(code)), ...typeItems(before, style)] };
}

const cut = (code: string, from: number, before: readonly Token[]): string =>
  `${code.slice(0, from)}${mark}${closing(before)}`;

const isBehindNew = (before: readonly Token[]): boolean => before.at(-1)?.text === "new";

/** Behind "var", or behind a type, a name is made up; nothing can be offered. */
function declaresName(before: readonly Token[]): boolean {
  const last = before.at(-1);
  if (last?.kind === "identifier") return last.text !== "when" && last.text !== "nameof";
  if (last?.kind !== "keyword") return false;
  return typeWords.has(last.text) || last.text === "null" || last.text === "true" || last.text === "false";
}

function listNames(
  seen: Observed,
  node: Expression,
  before: readonly Token[],
  style: { isCalled: boolean },
): CompletionItem[] {
  if (isBehindNew(before)) return typeItems(before, style);
  const items: CompletionItem[] = [];
  const taken = new Set<string>();
  for (const [name, named] of seen.scopes.get(node)?.visible() ?? []) {
    if (taken.has(name) || name === mark) continue;
    taken.add(name);
    if (named.kind === "function") items.push(functionItem(name, named.function, style));
    else items.push({ label: name, kind: "local", detail: named.local.type.display, insert: name, boost: 10 });
  }
  const isStatement = before[0]?.text === "{" && /^[{};]$/.test(before.at(-1)?.text ?? "");
  return [...items, ...keywords(isStatement, before[0]?.text === "{"), ...typeItems(before, style)];
}

const functionItem = (name: string, { method }: LocalFunction, style: { isCalled: boolean }): CompletionItem => ({
  ...methodItem(name, [method], style),
  boost: 10,
});

const values = ["true", "false", "null", "new", "default"];
const statements = ["var", "if", "else", "return", "foreach", "for", "while", "do", "switch", "try", "throw", "using"];
const withinBlocks = ["case", "break", "continue", "catch", "finally", "const", "in", "is", "as", "out", "when"];
const typeWords: ReadonlySet<string> = new Set(
  "bool byte sbyte short ushort int uint long ulong float double decimal char string object".split(" "),
);

const keyword = (label: string, boost: number): CompletionItem => ({ label, kind: "keyword", insert: label, boost });
const keywords = (isStatement: boolean, isBlock: boolean): CompletionItem[] => [
  ...(isStatement ? statements.map((one) => keyword(one, 5)) : []),
  ...values.map((one) => keyword(one, isStatement ? 0 : 2)),
  ...(isBlock ? withinBlocks : ["is", "as"]).map((one) => keyword(one, -1)),
  ...[...typeWords].map((one) => keyword(one, 0)),
];
const keywordItems = (code: string): CompletionItem[] => keywords(false, code.trimStart().startsWith("@{"));

/** Behind "new" only what can be made. */
function typeItems(before: readonly Token[], style: { isCalled: boolean }): CompletionItem[] {
  const isNew = isBehindNew(before);
  return typesByName().flatMap((definition) => {
    const item: CompletionItem = { ...typeItem(definition), boost: -2 };
    if (!isNew) return [item];
    if (definition.isStatic || definition.isAbstract || definition.kind === "interface") return [];
    if (definition.kind === "enum" || definition.kind === "delegate") return [];
    const constructors = constructorsOf(typeTable(), definition.self);
    if (constructors.length === 0 && definition.kind !== "struct") return [];
    if (style.isCalled) return [{ ...item, insert: definition.name, fields: [] }];
    return [{ ...item, insert: `${item.insert}()`, fields: callFields(item, constructors.some(takesSome)) }];
  });
}

const takesSome = ({ parameters }: { parameters: readonly unknown[] }): boolean => parameters.length > 0;

function callFields({ insert, fields = [] }: CompletionItem, takes: boolean): CompletionItem["fields"] {
  const within = insert.length + 1;
  return takes ? [...fields, { start: within, end: within }] : fields;
}

let types: readonly TypeDefinition[] | null = null;

/** Those that a program may name by themselves, each name once. */
function typesByName(): readonly TypeDefinition[] {
  if (types !== null) return types;
  const byName = new Map<string, TypeDefinition>();
  for (const definition of typeTable().definitions) {
    if (definition.container === null && !byName.has(definition.name)) byName.set(definition.name, definition);
  }
  types = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return types;
}
