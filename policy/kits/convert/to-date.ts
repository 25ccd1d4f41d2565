import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { dateTimes } from "@/policy/kits/time/read-dates";
import { cannotConvert, plain } from "./convert-value";

/** Convert.ToDateTime of a boxed value. */
export function toDate(source: unknown): NetDateTime {
  const value = plain(source);
  if (value === null) return NetDateTime.min;
  if (value instanceof NetDateTime) return value;
  if (typeof value === "string") return dateTimes.parse(value);
  throw cannotConvert(value, "DateTime");
}
