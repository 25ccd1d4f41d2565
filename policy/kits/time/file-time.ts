import { argumentException, argumentOutOfRange, overflowException } from "@/policy/expression/values/net-exception";
import { epochMs, msPerDay } from "./calendar";
import { Kind } from "./kind";
import { NetDateTime } from "./net-date-time";
import { outOfRange } from "./out-of-range";

/** Ticks of 1601-01-01, from which Windows counts. */
const fileStart = 504_911_232_000_000_000n;
/** 1899-12-30, day 0 of OLE Automation. */
const oaStart = 693_593 * msPerDay;

export function fromFileTime(ticks: bigint, kind: number): NetDateTime {
  if (ticks < 0n || ticks > 2_650_467_743_999_999_999n)
    throw argumentOutOfRange("fileTime", "Not a valid Win32 FileTime.");
  return NetDateTime.ofTicks(ticks + fileStart, kind);
}

export function toFileTime(date: NetDateTime): bigint {
  const ticks = date.ticks - fileStart;
  if (ticks < 0n) throw outOfRange("Not a valid Win32 FileTime.");
  return ticks;
}

/** Days since 1899-12-30; before it, the fraction still counts forwards. */
export function toOaDate(date: NetDateTime): number {
  if (date.ms === 0 && date.sub === 0) return 0;
  const ms = date.ms < msPerDay ? date.ms + oaStart : date.ms;
  if (ms < 31_241_376_000_000) throw overflowException("Not a legal OleAut date.");
  let value = ms - oaStart;
  if (value < 0) {
    const fraction = value % msPerDay;
    if (fraction !== 0) value -= (msPerDay + fraction) * 2;
  }
  return value / msPerDay;
}

export function fromOaDate(value: number): NetDateTime {
  if (!(value < 2_958_466 && value > -657_435)) throw argumentException("Not a legal OleAut date.");
  let ms = Math.trunc(value * msPerDay + (value >= 0 ? 0.5 : -0.5));
  if (ms < 0) ms -= (ms % msPerDay) * 2;
  return new NetDateTime(ms + oaStart, 0, Kind.Unspecified);
}

/** The two upper bits hold the kind. */
export const toBinary = (date: NetDateTime): bigint => BigInt.asIntN(64, date.ticks | (BigInt(date.kind) << 62n));

export function fromBinary(data: bigint): NetDateTime {
  const bits = BigInt.asUintN(64, data);
  const kind = Number(bits >> 62n);
  const ticks = bits & 0x3fff_ffff_ffff_ffffn;
  if (ticks > 3_155_378_975_999_999_999n)
    throw argumentException(
      "The binary data must result in a DateTime with ticks between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.",
      "dateData",
    );
  return NetDateTime.ofTicks(ticks, kind === 3 ? Kind.Local : kind);
}

export const unixEpoch = new NetDateTime(epochMs, 0, Kind.Utc);
