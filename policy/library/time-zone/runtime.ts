import { NetObject } from "@/policy/expression/values/net-object";
import { Kind } from "@/policy/kits/time/kind";
import type { NetDateTime } from "@/policy/kits/time/net-date-time";
import { NetTimeSpan } from "@/policy/kits/time/net-time-span";
import { implementType } from "@/policy/library/implement";

class CurrentTimeZone extends NetObject {
  override get typeName(): string {
    return "System.TimeZone";
  }
}

const current = new CurrentTimeZone();

export const runtime = implementType("System.TimeZone", {
  CurrentTimeZone: () => current,
  DaylightName: () => "Coordinated Universal Time",
  StandardName: () => "Coordinated Universal Time",
  "GetUtcOffset(DateTime)": () => NetTimeSpan.zero,
  "IsDaylightSavingTime(DateTime)": () => false,
  "ToLocalTime(DateTime)": (_: unknown, time: NetDateTime) => time.withKind(Kind.Local),
  "ToUniversalTime(DateTime)": (_: unknown, time: NetDateTime) => time.withKind(Kind.Utc),
});
