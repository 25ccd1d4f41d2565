import type { TypeSyntax } from "@/policy/expression/syntax/syntax";
import type { DeclarationCursor } from "./declaration-cursor";
import { parameterTexts, typeText } from "./member-key";
import { parseConstant } from "./parse-constant";
import { methodKey, parseConstraints, parseParameters, parseTypeParameters } from "./parse-signature";
import type { ParsedMember, ParsedProperty } from "./parsed-type";

/** What every member has but its name and key. */
interface Head {
  readonly isStatic: boolean;
  readonly beyond: boolean;
  readonly doc: string;
}

const ignored = new Set(["public", "override", "virtual", "abstract", "sealed", "new"]);
const named = (text: string, start: number): TypeSyntax => ({
  kind: "named-type",
  parts: [{ name: { text, start, end: start + text.length }, typeArguments: [] }],
  start,
  end: start + text.length,
});

export function parseMember(cursor: DeclarationCursor, typeName: string): ParsedMember {
  const doc = cursor.docBefore(cursor.token.start);
  let beyond = false;
  while (cursor.take("[")) {
    beyond = cursor.take("Beyond") || cursor.fail(`only [Beyond] may stand before a member`);
    cursor.expect("]");
  }
  let isStatic = false;
  let isConst = false;
  let isReadonly = false;
  for (;;) {
    if (cursor.take("static")) isStatic = true;
    else if (cursor.take("const")) isConst = true;
    else if (cursor.take("readonly")) isReadonly = true;
    else if (cursor.token.kind === "keyword" && ignored.has(cursor.token.text)) cursor.next();
    else break;
  }
  const head = { isStatic: isStatic || isConst, beyond, doc };
  if (cursor.is("implicit") || cursor.is("explicit")) return parseConversion(cursor, head);
  if (cursor.token.text === typeName && cursor.ahead(1).text === "(") return parseConstructor(cursor, head);
  const type = cursor.type();
  if (cursor.is("operator")) return parseOperator(cursor, head, type);
  if (cursor.take("this")) return parseIndexer(cursor, head, type);
  return parseNamed(cursor, head, type, isConst, isReadonly);
}

function parseNamed(
  cursor: DeclarationCursor,
  head: Head,
  type: TypeSyntax,
  isConst: boolean,
  isReadonly: boolean,
): ParsedMember {
  const name = cursor.name().text;
  if (cursor.is("(") || cursor.is("<")) return parseMethod(cursor, head, type, name);
  if (cursor.is("{")) return { ...head, kind: "property", name, key: name, type, parameters: [], ...accessors(cursor) };
  if (isConst) cursor.expect("=");
  const constant = isConst ? parseConstant(cursor, type) : undefined;
  cursor.expect(";");
  return { ...head, kind: "field", name, key: name, type, isReadonly: isReadonly || isConst, constant };
}

function parseMethod(cursor: DeclarationCursor, head: Head, returnType: TypeSyntax, name: string): ParsedMember {
  const declared = parseTypeParameters(cursor);
  const isExtension = cursor.ahead(1).text === "this";
  const parameters = parseParameters(cursor, ")");
  const typeParameters = parseConstraints(cursor, declared);
  cursor.expect(";");
  const names = typeParameters.map((parameter) => parameter.name);
  const key = methodKey(name, names, parameters);
  return { ...head, kind: "method", name, key, isExtension, typeParameters, parameters, returnType };
}

function parseConstructor(cursor: DeclarationCursor, head: Head): ParsedMember {
  const { text, start } = cursor.next();
  const parameters = parseParameters(cursor, ")");
  cursor.expect(";");
  const key = methodKey("new", [], parameters);
  const shared = { isExtension: false, typeParameters: [], parameters, returnType: named(text, start) };
  return { ...head, kind: "constructor", name: "new", key, ...shared };
}

function parseConversion(cursor: DeclarationCursor, head: Head): ParsedMember {
  const name = cursor.next().text;
  cursor.expect("operator");
  const returnType = cursor.type();
  const parameters = parseParameters(cursor, ")");
  cursor.expect(";");
  const key = `${name} ${typeText(returnType)}(${parameterTexts(parameters)})`;
  return { ...head, kind: "operator", name, key, isExtension: false, typeParameters: [], parameters, returnType };
}

function parseOperator(cursor: DeclarationCursor, head: Head, returnType: TypeSyntax): ParsedMember {
  cursor.expect("operator");
  let name = cursor.next().text;
  // ">>" comes as two.
  if (name === ">" && cursor.take(">")) name = ">>";
  const parameters = parseParameters(cursor, ")");
  cursor.expect(";");
  const key = `operator ${methodKey(name, [], parameters)}`;
  return { ...head, kind: "operator", name, key, isExtension: false, typeParameters: [], parameters, returnType };
}

function parseIndexer(cursor: DeclarationCursor, head: Head, type: TypeSyntax): ParsedMember {
  const parameters = parseParameters(cursor, "]");
  const key = `this[${parameterTexts(parameters)}]`;
  return { ...head, kind: "indexer", name: "this", key, type, parameters, ...accessors(cursor) };
}

function accessors(cursor: DeclarationCursor): Pick<ParsedProperty, "readable" | "writable"> {
  cursor.expect("{");
  const readable = cursor.take("get");
  if (readable) cursor.expect(";");
  const writable = cursor.take("set");
  if (writable) cursor.expect(";");
  cursor.expect("}");
  return { readable, writable };
}
