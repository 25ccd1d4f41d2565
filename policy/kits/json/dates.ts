import type { NetDateTime } from "@/policy/kits/time/net-date-time";
import type { NetDateTimeOffset } from "@/policy/kits/time/net-date-time-offset";
import { parseDate } from "@/policy/kits/time/parse-date";
import {
  type DateResult,
  orThrow,
  type ParsedDate,
  Style,
  toDateTime,
  toDateTimeOffset,
} from "@/policy/kits/time/parsed-date";

const whiteSpace = Style.leadingWhite | Style.trailingWhite | Style.innerWhite;

function read<T>(
  text: string,
  styles: number,
  make: (parsed: ParsedDate, text: string, styles: number) => DateResult<T>,
): T {
  return orThrow(make(orThrow(parseDate(text)), text, styles));
}

/** Convert.ToDateTime: with a zone, the local time, which is UTC. */
export const textToDateTime = (text: string): NetDateTime => read(text, whiteSpace, toDateTime);

/** DateTimeStyles.RoundtripKind: "Z" keeps saying UTC. */
export const textToRoundtrip = (text: string): NetDateTime => read(text, Style.roundtripKind, toDateTime);

export const textToOffset = (text: string): NetDateTimeOffset => read(text, whiteSpace, toDateTimeOffset);
