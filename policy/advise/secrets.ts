import { reporter } from "@/policy/check/checker";
import { namedValuesIn } from "@/policy/named-values";
import { textOf, type XmlElement } from "@/policy/xml/nodes";
import type { Advice } from "./advice";
import { elementsIn } from "./walk";

/** Policies that write where people read. */
const readByPeople = new Set(["trace", "log-to-eventhub", "emit-metric"]);

const secrets: readonly (readonly [RegExp, string])[] = [
  [/\bSubscription\s*\??\.\s*(Key|PrimaryKey|SecondaryKey)\b/, "The subscription key"],
  [
    /["'](Authorization|Proxy-Authorization|Ocp-Apim-Subscription-Key|X-Api-Key|api-key|Cookie)["']/i,
    "A header with credentials",
  ],
  [/\b(AccessToken|Password)\b/, "A password or token"],
];

/** Secrets that a trace or a log would hold. */
export const adviseSecrets: Advice = (checker, root) => {
  for (const element of elementsIn(root)) {
    if (!readByPeople.has(element.name)) continue;
    for (const part of [element, ...elementsIn(element)]) {
      const what = secretIn(part, checker.options.isSecret);
      if (what === null) continue;
      reporter(checker, part)(part, "secret-in-trace", what);
    }
  }
};

function secretIn(element: XmlElement, isSecret?: (name: string) => boolean): string | null {
  for (const text of [textOf(element), ...element.attributes.map(({ value }) => value)]) {
    const name = namedValuesIn(text).find((each) => isSecret?.(each) === true);
    if (name !== undefined) return `The secret named value '${name}'`;
    const known = text.trimStart().startsWith("@") ? secrets.find(([pattern]) => pattern.test(text)) : undefined;
    if (known !== undefined) return known[1];
  }
  return null;
}
