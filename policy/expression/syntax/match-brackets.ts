import type { Token } from "./token";

const closers: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
]);

/**
 * For every bracket the index of its counterpart, or -1. A "}" closes the nearest "{" even over brackets that were left
 * open within, and the end of a hole closes the hole: so one forgotten bracket does not make the rest unreadable.
 */
export function matchBrackets(tokens: readonly Token[]): Int32Array {
  const matching = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  // How many braces are open in the code and in each hole within it.
  const braces: number[] = [0];
  tokens.forEach((token, index) => {
    const bracket = bracketOf(token);
    if (bracket === "(" || bracket === "[" || bracket === "{" || bracket === "hole-start") {
      open.push(index);
      if (bracket === "{") braces[braces.length - 1]!++;
      if (bracket === "hole-start") braces.push(0);
    } else if (bracket !== null) {
      const wanted = bracket === "hole-end" ? "hole-start" : (closers.get(bracket) as string);
      if (wanted === "{" && braces.at(-1) === 0) return;
      while (wanted === "{" || wanted === "hole-start") {
        if (open.length === 0 || bracketOf(tokens[open.at(-1) as number] as Token) === wanted) break;
        open.pop();
      }
      const start = open.at(-1);
      if (start === undefined || bracketOf(tokens[start] as Token) !== wanted) return;
      open.pop();
      if (wanted === "{") braces[braces.length - 1]!--;
      if (wanted === "hole-start") braces.pop();
      matching[start] = index;
      matching[index] = start;
    }
  });
  return matching;
}

function bracketOf(token: Token): string | null {
  if (token.kind === "hole-start" || token.kind === "hole-end") return token.kind;
  return token.kind === "punctuation" && "()[]{}".includes(token.text) ? token.text : null;
}
