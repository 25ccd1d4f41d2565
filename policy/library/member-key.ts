import type { TypeSyntax } from "@/policy/expression/syntax/syntax";
import type { ParsedParameter } from "./parsed-type";

/** A type as keys write it: "Dictionary<string, int[]>". */
export function typeText(type: TypeSyntax): string {
  switch (type.kind) {
    case "array-type": {
      // The first brackets are the outermost: int[][,].
      let element = type.element;
      let ranks = rankText(type.rank);
      while (element.kind === "array-type") {
        ranks += rankText(element.rank);
        element = element.element;
      }
      return typeText(element) + ranks;
    }
    case "nullable-type":
      return `${typeText(type.inner)}?`;
    case "tuple-type":
      return "()";
    case "named-type":
      return type.parts.map((part) => part.name.text + angle(part.typeArguments.map(typeText))).join(".");
  }
}

const rankText = (rank: number): string => `[${",".repeat(rank - 1)}]`;

export const angle = (names: readonly string[]): string => (names.length === 0 ? "" : `<${names.join(", ")}>`);

export const parameterTexts = (parameters: readonly ParsedParameter[]): string =>
  parameters
    .map(({ modifier, type }) => (modifier === null ? typeText(type) : `${modifier} ${typeText(type)}`))
    .join(", ");
