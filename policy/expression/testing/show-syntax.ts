import type { Argument, Expression, Initializer, Pattern, TypeSyntax } from "@/policy/expression/syntax/syntax";
import { typeText } from "@/policy/library/member-key";

const generic = (types: readonly TypeSyntax[] | null): string => (types === null ? "" : `<${types.map(typeText)}>`);
const list = (expressions: readonly Expression[]): string => expressions.map(show).join(", ");

/** An expression with a bracket around everything that groups: for tests of what belongs to what. */
export function show(node: Expression): string {
  switch (node.kind) {
    case "literal":
      return node.value.type === "null" ? "null" : `${JSON.stringify(plain(node.value.value))}:${node.value.type}`;
    case "interpolated":
      return `$[${node.parts.map((part) => (part.kind === "text" ? JSON.stringify(part.value) : hole(part))).join(" ")}]`;
    case "name":
      return node.name.text + generic(node.typeArguments);
    case "member":
      return `${show(node.target)}.${node.name.text}${generic(node.typeArguments)}`;
    case "call":
      return `${show(node.target)}(${node.arguments.map(argument).join(", ")})`;
    case "index":
      return `${show(node.target)}[${node.arguments.map(argument).join(", ")}]`;
    case "conditional-access":
      return `(${show(node.target)} ? ${show(node.access)})`;
    case "receiver":
      return "_";
    case "parenthesised":
      return show(node.inner);
    case "unary":
      return `(${node.operator}${show(node.operand)})`;
    case "increment":
      return node.isPrefix ? `(${node.operator}${show(node.operand)})` : `(${show(node.operand)}${node.operator})`;
    case "binary":
      return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
    case "assignment":
      return `(${show(node.target)} ${node.operator} ${show(node.value)})`;
    case "conditional":
      return `(${show(node.condition)} ? ${show(node.whenTrue)} : ${show(node.whenFalse)})`;
    case "cast":
      return `((${typeText(node.type)})${show(node.operand)})`;
    case "as":
      return `(${show(node.operand)} as ${typeText(node.type)})`;
    case "is":
      return `(${show(node.operand)} is ${pattern(node.pattern)})`;
    case "new":
      return `new ${typeText(node.type)}${node.arguments === null ? "" : `(${node.arguments.map(argument).join(", ")})`}${node.initializer === null ? "" : initializer(node.initializer)}`;
    case "new-array":
      return `new ${node.element === null ? "" : typeText(node.element)}[${node.length === null ? "" : show(node.length)}]${node.elements === null ? "" : `{${list(node.elements)}}`}`;
    case "new-anonymous":
      return `new {${node.members.map(({ name, value }) => (name === null ? show(value) : `${name.text} = ${show(value)}`)).join(", ")}}`;
    case "lambda":
      return `(${node.parameters.map(({ name, type }) => (type === null ? name.text : `${typeText(type)} ${name.text}`)).join(", ")} => ${node.body.kind === "block" ? `{${node.body.statements.length}}` : show(node.body)})`;
    case "default":
      return node.type === null ? "default" : `default(${typeText(node.type)})`;
    case "typeof":
      return `typeof(${typeText(node.type)})`;
    case "nameof":
      return `nameof(${show(node.operand)})`;
    case "checked":
      return `${node.isChecked ? "checked" : "unchecked"}(${show(node.inner)})`;
    case "throw":
      return `(throw ${show(node.operand)})`;
    case "named-value":
      return `{{${node.name}}}`;
    case "missing":
      return "?";
  }
}

const plain = (value: string | number | boolean | bigint): string | number | boolean =>
  typeof value === "bigint" ? String(value) : value;

const hole = (part: { value: Expression; alignment: Expression | null; format: string | null }): string =>
  `{${show(part.value)}${part.alignment === null ? "" : `, ${show(part.alignment)}`}${part.format === null ? "" : `:${part.format}`}}`;

function argument({ name, modifier, value, declaration }: Argument): string {
  const shown = declaration === null ? show(value) : `${typeText(declaration.type)} ${declaration.name.text}`;
  return `${name === null ? "" : `${name.text}: `}${modifier === null ? "" : `${modifier} `}${shown}`;
}

function initializer({ elements }: Initializer): string {
  const value = (inner: Expression | Initializer) => ("kind" in inner ? show(inner) : initializer(inner));
  const shown = elements.map((element) => {
    if (element.kind === "property") return `${element.name.text} = ${value(element.value)}`;
    if (element.kind === "index") return `[${element.arguments.map(argument).join(", ")}] = ${value(element.value)}`;
    return element.values.length === 1 ? list(element.values) : `{${list(element.values)}}`;
  });
  return `{${shown.join(", ")}}`;
}

function pattern(node: Pattern): string {
  if (node.kind === "constant-pattern") return show(node.value);
  return node.kind === "type-pattern" ? `type ${typeText(node.type)}` : `${typeText(node.type)} ${node.name.text}`;
}
