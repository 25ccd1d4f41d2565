import type { DeclarationCursor } from "./declaration-cursor";
import { angle, parameterTexts } from "./member-key";
import { parseConstant } from "./parse-constant";
import type { ParsedParameter, ParsedTypeParameter } from "./parsed-type";

/** "<in T, out TResult>", or nothing. */
export function parseTypeParameters(cursor: DeclarationCursor): ParsedTypeParameter[] {
  const parameters: ParsedTypeParameter[] = [];
  if (!cursor.take("<")) return parameters;
  do {
    const variance = cursor.take("in") ? "in" : cursor.take("out") ? "out" : null;
    parameters.push({ name: cursor.name().text, variance, constraint: null, constraintTypes: [] });
  } while (cursor.take(","));
  cursor.expect(">");
  return parameters;
}

/** "where T : struct, IComparable<T> where U : class" */
export function parseConstraints(
  cursor: DeclarationCursor,
  parameters: readonly ParsedTypeParameter[],
): ParsedTypeParameter[] {
  const constrained = [...parameters];
  while (cursor.take("where")) {
    const name = cursor.name();
    const index = constrained.findIndex((parameter) => parameter.name === name.text);
    const parameter = constrained[index] ?? cursor.fail(`no type parameter is named '${name.text}'`, name.start);
    cursor.expect(":");
    constrained[index] = parseConstraint(cursor, parameter);
  }
  return constrained;
}

function parseConstraint(cursor: DeclarationCursor, parameter: ParsedTypeParameter): ParsedTypeParameter {
  let { constraint } = parameter;
  const constraintTypes = [];
  do {
    if (cursor.take("class")) constraint = "class";
    else if (cursor.take("struct")) constraint = "struct";
    else if (cursor.take("new")) {
      cursor.expect("(");
      cursor.expect(")");
    } else if (!cursor.take("notnull")) constraintTypes.push(cursor.type());
  } while (cursor.take(","));
  return { ...parameter, constraint, constraintTypes };
}

/** From the opening bracket; `this` of an extension is left to the caller to have taken note of. */
export function parseParameters(cursor: DeclarationCursor, close: ")" | "]"): ParsedParameter[] {
  const parameters: ParsedParameter[] = [];
  cursor.expect(close === ")" ? "(" : "[");
  if (cursor.take(close)) return parameters;
  do {
    if (parameters.length === 0) cursor.take("this");
    parameters.push(parseParameter(cursor));
  } while (cursor.take(","));
  cursor.expect(close);
  return parameters;
}

function parseParameter(cursor: DeclarationCursor): ParsedParameter {
  const modifier = cursor.take("out") ? "out" : cursor.take("ref") ? "ref" : cursor.take("params") ? "params" : null;
  const type = cursor.type();
  const name = cursor.name().text;
  const defaultValue = cursor.take("=") ? parseConstant(cursor, type) : undefined;
  return { name, modifier, type, defaultValue };
}

export const methodKey = (name: string, typeParameters: readonly string[], parameters: readonly ParsedParameter[]) =>
  `${name}${angle(typeParameters)}(${parameterTexts(parameters)})`;
