import { charge } from "@/policy/expression/values/budget";
import { escapeJson } from "./escape-json";
import type { JArray } from "./jarray";
import type { JProperty } from "./jproperty";
import type { JToken } from "./jtoken";
import { ancestors } from "./navigate";
import { TokenType } from "./token-type";

/** One step of a path: a property's name, or an index. */
export type PathStep = string | number;

const special = /[. '/"[\]()\t\n\r\f\b\\\u0085\u2028\u2029]/;

export function writePath(steps: readonly PathStep[]): string {
  let path = "";
  for (const step of steps) {
    charge(16);
    if (typeof step === "number") path += `[${step}]`;
    else if (special.test(step)) path += `['${escapeJson(step, "'")}']`;
    else path += path === "" ? step : `.${step}`;
  }
  return path;
}

/** JToken.Path */
export function pathOf(token: JToken): string {
  const steps: PathStep[] = [];
  let previous: JToken | null = null;
  for (const current of token.parent === null ? [] : ancestors(token)) {
    if (current.type === TokenType.Property) steps.push((current as JProperty).name);
    else if (previous !== null && (current.type === TokenType.Array || current.type === TokenType.Constructor))
      steps.push((current as JArray).indexOf(previous));
    previous = current;
  }
  return writePath(steps.reverse());
}
