import type { Token } from "@/policy/expression/syntax/token";
import type { CompletionItem } from "./completion";
import { headerNames } from "./header-names";

/** What strings of an expression may name. */
export interface NamesInStrings {
  variables: readonly string[];
  /** Of the operation's template. */
  parameters: readonly string[];
}

const lookUps: ReadonlySet<string> = new Set(["GetValueOrDefault", "ContainsKey", "TryGetValue"]);

/** The names that a string may hold: the key of context.Variables["..."], Headers.GetValueOrDefault("...") ... */
export function namesForString(
  tokens: readonly Token[],
  index: number,
  { variables, parameters }: NamesInStrings,
): CompletionItem[] | null {
  const items = (names: readonly string[], kind: CompletionItem["kind"]): CompletionItem[] =>
    names.map((name) => ({ label: name, kind, insert: name }));
  switch (dictionaryBefore(tokens, index)) {
    case "Variables":
      return items(variables, "variable");
    case "Headers":
      return items(headerNames, "header");
    case "MatchedParameters":
      return items(parameters, "value");
    default:
      return null;
  }
}

/** The property whose element a string chooses: the one before "[", or before ".GetValueOrDefault<T>(". */
export function dictionaryBefore(tokens: readonly Token[], index: number): string | null {
  let at = index - 1;
  const opener = tokens[at]?.text;
  if (opener === "[") return tokens[at - 1]?.text ?? null;
  if (opener !== "(") return null;
  at--;
  if (tokens[at]?.text === ">") {
    for (let depth = 0; at >= 0; at--) {
      if (tokens[at]?.text === ">") depth++;
      else if (tokens[at]?.text === "<" && --depth === 0) break;
    }
    at--;
  }
  const isLookUp = lookUps.has(tokens[at]?.text ?? "") && tokens[at - 1]?.text === ".";
  return isLookUp ? (tokens[at - 2]?.text ?? null) : null;
}
