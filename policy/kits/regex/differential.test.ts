import { expect, it } from "vitest";
import { CompiledRegex } from "./compiled-regex";
import { firstUnits } from "./first-units";
import { parseRegex } from "./parse-regex";
import type { RegexNode } from "./regex-node";
import type { Captures } from "./run-regex";

let seed = 1;
function below(limit: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) | 0;
  return (seed >>> 8) % limit;
}
const pick = <T>(...items: readonly T[]): T => items[below(items.length)] as T;

function randomPattern(depth: number): string {
  let pattern = "";
  for (let left = 1 + below(3); left > 0; left--) {
    const quantifier = pick("", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?");
    switch (below(depth > 0 ? 8 : 3)) {
      case 0:
        pattern += pick("a", "b", "c") + quantifier;
        break;
      case 1:
        pattern += pick("[ab]", "[^a]", ".", "\\w", "\\s") + quantifier;
        break;
      case 2:
        pattern += pick("^", "$", "\\b", "\\B");
        break;
      case 3:
      case 4:
        pattern += `(?:${randomPattern(depth - 1)}|${randomPattern(depth - 1)})${quantifier}`;
        break;
      case 5:
        pattern += `${pick("(?=", "(?!", "(?<=", "(?<!")}${randomPattern(depth - 1)})`;
        break;
      default:
        pattern += `(${randomPattern(depth - 1)})${quantifier}`;
    }
  }
  return pattern;
}

/** JavaScript and .NET disagree about rounds of a loop that take nothing. */
function loopsOverNothing(node: RegexNode): boolean {
  switch (node.kind) {
    case "loop":
      return firstUnits(node.node).empty || loopsOverNothing(node.node);
    case "sequence":
      return node.nodes.some(loopsOverNothing);
    case "choice":
      return node.branches.some(loopsOverNothing);
    case "capture":
    case "atomic":
    case "look":
      return loopsOverNothing(node.node);
    default:
      return false;
  }
}

const spanOf = (captures: Captures | null) => captures?.slice(-3, -1).join(":") ?? null;

it("finds what JavaScript finds, with our machine and with the native engine", () => {
  let compared = 0;
  for (let round = 0; round < 4000; round++) {
    const pattern = randomPattern(2);
    if (loopsOverNothing(parseRegex(pattern, 0).node)) continue;
    const script = new RegExp(pattern.replaceAll("$", "(?=\\n?(?![^]))"), "g");
    const regex = new CompiledRegex(pattern, 0);
    for (let each = 0; each < 4; each++) {
      const text = Array.from({ length: below(9) }, () => pick("a", "b", "c", " ", "\n")).join("");
      script.lastIndex = 0;
      const found = script.exec(text);
      const expected = found === null ? null : `${found.index}:${found.index + found[0].length}`;
      expect(spanOf(regex.searchSlowly(text, 0)), `${pattern} in ${JSON.stringify(text)}`).toBe(expected);
      expect(spanOf(regex.find(text, 0)), `${pattern} in ${JSON.stringify(text)}`).toBe(expected);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(3000);
});
