import { DeclarationCursor } from "./declaration-cursor";
import type { Declaration } from "./declare";
import { typeText } from "./member-key";
import { parseConstant } from "./parse-constant";
import { parseMember } from "./parse-member";
import { methodKey, parseConstraints, parseParameters, parseTypeParameters } from "./parse-signature";
import type { ParsedMember, ParsedType, TypeModifier } from "./parsed-type";

interface Place {
  readonly namespace: string;
  readonly container: string | null;
}

/** The types that a declaration's text declares, in its order; nested ones after the type they stand in. */
export function parseDeclaration(declaration: Declaration): ParsedType[] {
  const cursor = new DeclarationCursor(declaration.text);
  const types: ParsedType[] = [];
  let namespace = "";
  while (cursor.token.kind !== "end") {
    if (cursor.take("namespace")) {
      namespace = typeText(cursor.type());
      cursor.expect(";");
    } else parseTypeInto(types, cursor, { namespace, container: null });
  }
  return types;
}

const typeWords = new Set(["class", "struct", "interface", "enum", "delegate"]);

/** Whether a type starts here rather than a member, behind its attributes and modifiers. */
function startsType(cursor: DeclarationCursor): boolean {
  for (let ahead = 0; ; ahead++) {
    const token = cursor.ahead(ahead);
    if (token.kind === "keyword" && typeWords.has(token.text)) return true;
    if (token.kind === "end" || token.text === "(" || token.text === "{" || token.text === ";") return false;
  }
}

function parseTypeInto(types: ParsedType[], cursor: DeclarationCursor, place: Place): void {
  const doc = cursor.docBefore(cursor.token.start);
  const attributes: string[] = [];
  while (cursor.take("[")) {
    attributes.push(cursor.name().text);
    cursor.expect("]");
  }
  const modifiers: TypeModifier[] = [];
  while (!typeWords.has(cursor.token.text)) {
    const { text, start } = cursor.next();
    if (text === "static" || text === "abstract" || text === "sealed") modifiers.push(text);
    else if (text !== "public" && text !== "readonly" && text !== "partial")
      cursor.fail(`a type expected, not '${text}'`, start);
  }
  const word = cursor.next().text as ParsedType["kind"];
  const shared = { ...place, kind: word, modifiers, attributes, doc };
  if (word === "delegate") types.push(parseDelegate(cursor, shared));
  else if (word === "enum") types.push(parseEnum(cursor, shared));
  else parseBody(types, cursor, shared);
}

type Head = Place & Pick<ParsedType, "kind" | "modifiers" | "attributes" | "doc">;

function parseDelegate(cursor: DeclarationCursor, head: Head): ParsedType {
  const returnType = cursor.type();
  const name = cursor.name().text;
  const declared = parseTypeParameters(cursor);
  const parameters = parseParameters(cursor, ")");
  const typeParameters = parseConstraints(cursor, declared);
  cursor.expect(";");
  const invoke: ParsedMember = {
    kind: "method",
    name: "Invoke",
    key: methodKey("Invoke", [], parameters),
    isStatic: false,
    isExtension: false,
    beyond: false,
    doc: head.doc,
    typeParameters: [],
    parameters,
    returnType,
  };
  return { ...head, name, typeParameters, bases: [], members: [invoke] };
}

function parseEnum(cursor: DeclarationCursor, head: Head): ParsedType {
  const nameAt = cursor.name();
  const type = {
    kind: "named-type",
    parts: [{ name: nameAt, typeArguments: [] }],
    start: nameAt.start,
    end: nameAt.end,
  } as const;
  const bases = cursor.take(":") ? [cursor.type()] : [];
  const known = new Map<string, number | bigint>();
  const members: ParsedMember[] = [];
  let next = 0;
  cursor.expect("{");
  while (!cursor.is("}")) {
    const doc = cursor.docBefore(cursor.token.start);
    const beyond = takeBeyond(cursor);
    const name = cursor.name().text;
    const constant = cursor.take("=") ? parseConstant(cursor, type, known) : { kind: "value" as const, value: next };
    if (constant.kind !== "value" || typeof constant.value !== "number") return cursor.fail("a number expected");
    known.set(name, constant.value);
    next = constant.value + 1;
    members.push({ kind: "field", name, key: name, isStatic: true, isReadonly: true, beyond, doc, type, constant });
    if (!cursor.take(",")) break;
  }
  cursor.expect("}");
  return { ...head, name: nameAt.text, typeParameters: [], bases, members };
}

function takeBeyond(cursor: DeclarationCursor): boolean {
  if (!cursor.take("[")) return false;
  cursor.expect("Beyond");
  cursor.expect("]");
  return true;
}

function parseBody(types: ParsedType[], cursor: DeclarationCursor, head: Head): void {
  const name = cursor.name().text;
  const declared = parseTypeParameters(cursor);
  const bases = [];
  if (cursor.take(":")) {
    do bases.push(cursor.type());
    while (cursor.take(","));
  }
  const typeParameters = parseConstraints(cursor, declared);
  const members: ParsedMember[] = [];
  const nested: ParsedType[] = [];
  const container = head.container === null ? name : `${head.container}.${name}`;
  cursor.expect("{");
  while (!cursor.take("}")) {
    if (startsType(cursor)) parseTypeInto(nested, cursor, { namespace: head.namespace, container });
    else members.push(parseMember(cursor, name));
  }
  cursor.take(";");
  refuseDuplicates(cursor, members);
  types.push({ ...head, name, typeParameters, bases, members }, ...nested);
}

function refuseDuplicates(cursor: DeclarationCursor, members: readonly ParsedMember[]): void {
  const keys = new Set<string>();
  for (const { key, isStatic } of members) {
    if (keys.has(key)) cursor.fail(`'${key}' is declared twice${isStatic ? " (static)" : ""}`);
    keys.add(key);
  }
}
