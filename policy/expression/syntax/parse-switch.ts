import { type Cursor, isSymbol } from "./cursor";
import { parsePattern } from "./parse-pattern";
import { parseCondition, parseConditional, parseExpression, parseStatements } from "./productions";
import type { Statement, SwitchSection } from "./syntax";

type Label = SwitchSection["labels"][number];

export function parseSwitch(cursor: Cursor): Statement {
  const { start } = cursor.next();
  const value = parseCondition(cursor);
  const sections: SwitchSection[] = [];
  if (cursor.expect("{")) {
    while (startsLabel(cursor)) sections.push(parseSection(cursor));
    cursor.expect("}");
  }
  return { kind: "switch", value, sections, start, end: cursor.lastEnd };
}

const startsLabel = (cursor: Cursor): boolean =>
  cursor.is("case") || (cursor.is("default") && isSymbol(cursor.ahead(1), ":"));

function parseSection(cursor: Cursor): SwitchSection {
  const { start } = cursor.token;
  const labels: Label[] = [];
  while (startsLabel(cursor)) labels.push(parseLabel(cursor));
  const statements = parseStatements(cursor, (inner) => inner.is("}") || startsLabel(inner));
  return { labels, statements, start, end: cursor.lastEnd };
}

function parseLabel(cursor: Cursor): Label {
  const { start, text } = cursor.next();
  if (text === "default") {
    cursor.next();
    return { pattern: null, when: null, start, end: cursor.lastEnd };
  }
  const pattern = parsePattern(cursor, parseConditional, true);
  let when = null;
  if (cursor.isWord("when")) {
    cursor.next();
    when = parseExpression(cursor);
  }
  cursor.expect(":");
  return { pattern, when, start, end: cursor.lastEnd };
}
