import { Guid } from "@/policy/kits/guid/guid";
import { parseGuid } from "@/policy/kits/guid/parse-guid";
import { NetUri, uriKinds } from "@/policy/kits/net/net-uri";
import { textOf } from "@/policy/kits/object/text-of";
import type { NetDateTime } from "@/policy/kits/time/net-date-time";
import { parseTimeSpan } from "@/policy/kits/time/parse-time-span";
import { changeType } from "./change-type";
import { textToOffset } from "./dates";
import { isOffset, isSpan, Kind, newDate, newOffset, ticksOf } from "./time-values";

export const toDateTime = (value: unknown): unknown =>
  isOffset(value) ? newDate(ticksOf(value), Kind.Unspecified) : changeType(value, "System.DateTime");

export function toDateTimeOffset(value: unknown): unknown {
  if (isOffset(value)) return value;
  if (typeof value === "string") return textToOffset(value);
  return newOffset(ticksOf(changeType(value, "System.DateTime") as NetDateTime), 0);
}

export function toGuid(value: unknown): unknown {
  if (value instanceof Guid) return value;
  return value instanceof Uint8Array ? Guid.fromBytes(value) : parseGuid(textOf(value));
}

export const toTimeSpan = (value: unknown): unknown => (isSpan(value) ? value : parseTimeSpan(textOf(value)));

export const toUri = (value: unknown): unknown =>
  value instanceof NetUri ? value : NetUri.create(textOf(value), uriKinds.either);
