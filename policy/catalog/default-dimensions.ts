import { attributeOf, type XmlElement } from "@/policy/xml/nodes";
import type { Report } from "./define";
import { isLiteral } from "./is-literal";

/** Dimensions of a metric whose value may be left out, in lower case. */
export const defaultDimensions = [
  ...["api id", "operation id", "product id", "user id", "subscription id", "location", "gateway id", "backend id"],
  // Their pages name these no more than their examples do; what they mean is plain.
  ...["api", "operation", "client ip", "client ip address"],
] as const;

const isDefaultDimension = (name: string): boolean =>
  (defaultDimensions as readonly string[]).includes(name.trim().toLowerCase());

/** Any other needs a value. */
export function checkDimension(element: XmlElement, report: Report): void {
  const name = attributeOf(element, "name");
  if (name === undefined || attributeOf(element, "value") !== undefined) return;
  if (isDefaultDimension(name.value) || !isLiteral(name.value)) return;
  report(name, "value-invalid", `The dimension '${name.value}' needs a value.`);
}
