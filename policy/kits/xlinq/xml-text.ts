import { argumentException } from "@/policy/expression/values/net-exception";
import { isoText } from "@/policy/kits/json/iso-date";
import { textOf } from "@/policy/kits/object/text-of";
import { typeNameOf } from "@/policy/kits/object/type-name-of";
import type { NetTimeSpan } from "@/policy/kits/time/net-time-span";
import { durationText } from "./duration";
import { XObject } from "./xnode";

/** A boxed value as XML writes it. */
export function xmlText(value: unknown): string {
  if (value instanceof XObject) throw argumentException("An XObject cannot be used as a value.");
  switch (typeNameOf(value)) {
    case "System.Boolean":
      return value ? "true" : "false";
    case "System.Double":
    case "System.Single":
      return textOf(value).replace("Infinity", "INF");
    case "System.DateTime":
      return isoText(value);
    case "System.DateTimeOffset":
      return isoText(value).replace(/[+]00:00$/, "Z");
    case "System.TimeSpan":
      return durationText(value as NetTimeSpan);
    default:
      return textOf(value);
  }
}
