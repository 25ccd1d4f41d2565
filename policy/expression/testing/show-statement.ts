import type { ArrayInitializer, Expression, Statement, SwitchSection } from "@/policy/expression/syntax/syntax";
import { typeText } from "@/policy/library/member-key";
import { show } from "./show-syntax";

const value = (node: Expression | ArrayInitializer): string =>
  node.kind === "array-initializer" ? `{${node.elements.map(show).join(", ")}}` : show(node);
const optional = (node: Expression | null): string => (node === null ? "" : ` ${show(node)}`);

/** A statement on one line, each within brackets of its own. */
export function showStatement(node: Statement): string {
  switch (node.kind) {
    case "block":
      return `{${node.statements.map(showStatement).join(" ")}}`;
    case "local": {
      const variables = node.variables.map(({ name, value: given }) =>
        given === null ? name.text : `${name.text} = ${value(given)}`,
      );
      return `[${node.isConst ? "const " : ""}${typeText(node.type)} ${variables.join(", ")}]`;
    }
    case "expression":
      return `[${show(node.expression)}]`;
    case "if":
      return `[if ${show(node.condition)} ${showStatement(node.then)}${node.else === null ? "" : ` else ${showStatement(node.else)}`}]`;
    case "for":
      return `[for ${node.initializers.map(showStatement).join(" ")};${optional(node.condition)}; ${node.incrementors.map(show).join(", ")} ${showStatement(node.body)}]`;
    case "foreach":
      return `[foreach ${typeText(node.type)} ${node.name.text} in ${show(node.collection)} ${showStatement(node.body)}]`;
    case "while":
      return `[while ${show(node.condition)} ${showStatement(node.body)}]`;
    case "do":
      return `[do ${showStatement(node.body)} while ${show(node.condition)}]`;
    case "switch":
      return `[switch ${show(node.value)} ${node.sections.map(section).join(" ")}]`;
    case "goto-case":
      return `[goto ${node.value === null ? "default" : `case ${show(node.value)}`}]`;
    case "return":
    case "throw":
      return `[${node.kind}${optional(node.value)}]`;
    case "try":
      return `[try ${showStatement(node.block)}${node.catches
        .map(
          ({ type, name, when, block }) =>
            ` catch${type === null ? "" : ` ${typeText(type)}`}${name === null ? "" : ` ${name.text}`}${when === null ? "" : ` when ${show(when)}`} ${showStatement(block)}`,
        )
        .join("")}${node.finally === null ? "" : ` finally ${showStatement(node.finally)}`}]`;
    case "using":
      return `[using ${node.resource.kind === "local" ? showStatement(node.resource) : show(node.resource)} ${showStatement(node.body)}]`;
    case "checked":
      return `[${node.isChecked ? "checked" : "unchecked"} ${showStatement(node.block)}]`;
    case "local-function": {
      const parameters = node.parameters.map(
        (each) =>
          `${each.modifier === null ? "" : `${each.modifier} `}${typeText(each.type)} ${each.name.text}${each.defaultValue === null ? "" : ` = ${show(each.defaultValue)}`}`,
      );
      const generic = node.typeParameters.length === 0 ? "" : `<${node.typeParameters.map((each) => each.text)}>`;
      return `[${typeText(node.returnType)} ${node.name.text}${generic}(${parameters.join(", ")}) ${node.body.kind === "block" ? showStatement(node.body) : show(node.body)}]`;
    }
    default:
      return `[${node.kind}]`;
  }
}

function section({ labels, statements }: SwitchSection): string {
  const shown = labels.map(({ pattern, when }) => {
    const guard = when === null ? "" : ` when ${show(when)}`;
    if (pattern === null) return "default:";
    if (pattern.kind === "constant-pattern") return `case ${show(pattern.value)}${guard}:`;
    return `case ${typeText(pattern.type)}${pattern.kind === "type-pattern" ? "" : ` ${pattern.name.text}`}${guard}:`;
  });
  return [...shown, ...statements.map(showStatement)].join(" ");
}
