import { describe, expect, it, test } from "vitest";
import { corpusExpressions } from "@/policy/expression/testing/corpus-expressions";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { Random } from "@/policy/testing/random";
import { parseExpression } from "./parse";

const pieces = [
  ..."( ) [ ] { } < > , ; : . ? ?? => == + ++ - ! ~ = += >> & && | is as new in out ref var int string".split(" "),
  ..."if else for foreach while do switch case default try catch finally using return throw goto lock".split(" "),
  ...'a b c f 1 2.5 "x" \'y\' $" @" " {{v}} $@" \\ # // /* */ @ null true from when await async yield static'.split(
    " ",
  ),
  ..."checked typeof nameof delegate const this base class record with not and or .. ^ -> :: !".split(" "),
  "\n",
  "a < b >",
  "(a b) =>",
];

/** Parses, and checks what must hold whatever the text is. */
function check(text: string): void {
  const { problems, syntax } = parseExpression(text);
  for (const { start, end } of problems) {
    if (!(start >= 0 && start <= end && end <= text.length)) throw new Error(`${start}-${end} is not in ${text}`);
  }
  if (problems.length > 20) throw new Error(`too many problems in ${text}`);
  if (syntax === null && problems.length === 0) throw new Error(`nothing said about ${text}`);
  if (syntax !== null) checkPlaces(syntax, text.length, text);
}

function checkPlaces(node: object, length: number, text: string): void {
  const { start, end } = node as { start?: number; end?: number };
  if (start !== undefined && end !== undefined && !(start >= 0 && start <= end && end <= length)) {
    throw new Error(`a node at ${start}-${end} in ${JSON.stringify(text)}: ${JSON.stringify(node).slice(0, 300)}`);
  }
  for (const child of Object.values(node)) {
    if (typeof child === "object" && child !== null) checkPlaces(child, length, text);
  }
}

describe("any text is read without an accident", () => {
  it("made of pieces of code", () => {
    const random = new Random(7);
    for (let round = 0; round < 6000; round++) {
      const length = 1 + random.below(40);
      const space = random.chance(0.8) ? " " : "";
      const soup = Array.from({ length }, () => random.of(pieces)).join(space);
      check(random.chance(0.5) ? `@(${soup})` : `@{${soup}}`);
    }
  });

  it("made of any characters", () => {
    const random = new Random(8);
    for (let round = 0; round < 3000; round++) {
      const length = random.below(60);
      check(
        `@${random.of(["(", "{"])}${String.fromCharCode(...Array.from({ length }, () => random.below(round % 2 === 0 ? 127 : 0xffff)))}`,
      );
    }
  });
});

const expressions = corpusExpressions();
const withCorpus = test.skipIf(expressions.length === 0);
const why = noCorpus(corpus());

withCorpus(`what authors wrote has no problem${why}`, () => {
  expect(expressions.length).toBeGreaterThan(1000);
  const found = expressions.flatMap(({ file, text }) => {
    const { problems } = parseExpression(text);
    return problems.map(({ code, start }) => ({ file, code, near: text.slice(Math.max(0, start - 40), start + 20) }));
  });
  expect(found).toEqual([]);
});

withCorpus(`what authors wrote may be cut off anywhere${why}`, () => {
  const random = new Random(9);
  const some = [...new Set(expressions.map(({ text }) => text))].filter((text) => text.length < 1500);
  for (let round = 0; round < 60; round++) {
    const text = random.of(some);
    for (let end = 0; end < text.length; end++) check(text.slice(0, end));
  }
});

withCorpus(`what authors wrote may be changed anywhere${why}`, () => {
  const random = new Random(10);
  for (let round = 0; round < 6000; round++) {
    let text = random.of(expressions).text;
    for (let change = random.below(4); change >= 0; change--) {
      const at = random.below(text.length + 1);
      const gone = random.chance(0.5) ? random.below(4) : 0;
      text = text.slice(0, at) + (random.chance(0.7) ? random.of(pieces) : "") + text.slice(at + gone);
    }
    check(text);
  }
});
