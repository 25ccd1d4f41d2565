import { reporter } from "@/policy/check/checker";
import { attributeOf } from "@/policy/xml/nodes";
import type { Advice } from "./advice";
import { elementsIn } from "./walk";

/** Variables that a fragment sets for somebody else. */
export const adviseVariables: Advice = (checker, root) => {
  if (checker.options.kind !== "fragment") return;
  const elements = [...elementsIn(root)];
  const values = elements.flatMap(({ attributes, children }) => [
    ...attributes.map(({ value }) => value),
    ...children.flatMap((child) => ("value" in child ? [child.value] : [])),
  ]);
  const expressions = values.filter((value) => value.includes("@")).join("\n");
  for (const element of elements) {
    const name = element.name === "set-variable" ? attributeOf(element, "name")?.value : undefined;
    if (name === undefined || name === "" || expressions.includes(`"${name}"`)) continue;
    if (values.filter((value) => value === name).length > 1) continue;
    reporter(checker, element)(element, "variable-unused", name);
  }
};
