import { type Cursor, isSymbol } from "./cursor";
import { parseType } from "./parse-type";
import { endStatement, parseBlock, parseExpression } from "./productions";
import { notInPolicies } from "./refuse";
import type { FunctionParameter, Name, Statement } from "./syntax";

/** "T Name<U>(parameters) { ... }" or "=> value;" */
export function parseLocalFunction(cursor: Cursor): Statement {
  const { start } = cursor.token;
  const returnType = parseType(cursor);
  const name = cursor.name();
  const typeParameters = cursor.is("<") ? parseTypeParameters(cursor) : [];
  const parameters = parseParameters(cursor);
  if (cursor.isWord("where")) skipConstraints(cursor);
  const shared = { kind: "local-function", returnType, name, typeParameters, parameters, start } as const;
  if (cursor.is("{")) return { ...shared, body: parseBlock(cursor), end: cursor.lastEnd };
  if (cursor.take("=>")) {
    const body = parseExpression(cursor, true);
    endStatement(cursor);
    return { ...shared, body, end: cursor.lastEnd };
  }
  cursor.missing("CS1514", "{ expected");
  const end = cursor.lastEnd;
  return { ...shared, body: { kind: "block", statements: [], start: end, end }, end };
}

function parseTypeParameters(cursor: Cursor): Name[] {
  const names: Name[] = [];
  cursor.next();
  do names.push(cursor.name());
  while (cursor.take(","));
  cursor.expect(">");
  return names;
}

function parseParameters(cursor: Cursor): FunctionParameter[] {
  const parameters: FunctionParameter[] = [];
  if (!cursor.expect("(")) return parameters;
  if (cursor.take(")")) return parameters;
  do parameters.push(parseParameter(cursor));
  while (cursor.take(","));
  cursor.expect(")");
  return parameters;
}

function parseParameter(cursor: Cursor): FunctionParameter {
  const { start } = cursor.token;
  const modifier = cursor.take("out") ? "out" : cursor.take("ref") ? "ref" : cursor.take("params") ? "params" : null;
  if (cursor.is("in") || cursor.is("this")) {
    const { text } = cursor.token;
    cursor.report("GH0002", notInPolicies(`Parameters cannot be '${text}'`), cursor.next());
  }
  const type = parseType(cursor);
  const name = cursor.name();
  const defaultValue = cursor.take("=") ? parseExpression(cursor) : null;
  return { modifier, type, name, defaultValue, start, end: Math.max(cursor.lastEnd, start) };
}

/** Constraints on a local function's type parameters say nothing that its calls need. */
function skipConstraints(cursor: Cursor): void {
  while (!cursor.is("{") && !cursor.is("=>") && !isSymbol(cursor.token, ";") && cursor.token.kind !== "end") {
    cursor.next();
  }
}
