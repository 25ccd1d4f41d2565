import type { TYPES } from "tedious";
import type { SqlParameter } from "@/policy/host/data-sources";

/** A parameter as the client library takes it. */
export interface TypedParameter {
  readonly name: string;
  readonly type: Types[keyof Types];
  readonly value: unknown;
  readonly options: { readonly length?: number; readonly precision?: number; readonly scale?: number };
}

/** What is wrong with a parameter; its value is not told. */
export class SqlParameterProblem extends Error {}

export type Types = typeof TYPES;
type Read = (text: string) => unknown;

interface Kind {
  readonly type: keyof Types;
  readonly read: Read;
  /** What stands in parentheses behind its name. */
  readonly size?: "length" | "precision" | "scale";
}

const whole =
  (min: number, max: number): Read =>
  (text) => {
    const value = Number(text);
    return /^[+-]?\d+$/.test(text) && value >= min && value <= max ? value : undefined;
  };
const number: Read = (text) => {
  const value = Number(text);
  return text !== "" && Number.isFinite(value) ? value : undefined;
};
const bigInteger: Read = (text) => (/^[+-]?\d{1,19}$/.test(text) ? BigInt(text) : undefined);
const bit: Read = (text) => {
  if (/^(true|1)$/i.test(text)) return true;
  return /^(false|0)$/i.test(text) ? false : undefined;
};
const date: Read = (text) => {
  const zoned = /([Zz]|[+-]\d\d:?\d\d)$/.test(text) || !/\d:\d/.test(text) ? text : `${text}Z`;
  const [, milliseconds = "", ticks = ""] = /\.(\d{1,3})(\d{0,4})/.exec(text) ?? [];
  const value = new Date(zoned.replace(/\.\d+/, milliseconds === "" ? "" : `.${milliseconds}`).replace(" ", "T"));
  if (Number.isNaN(value.getTime())) return undefined;
  // The library's own way to say more than milliseconds.
  return ticks === "" ? value : Object.assign(value, { nanosecondDelta: Number(`0.000${ticks}`) });
};
const time: Read = (text) => date(`1970-01-01T${text}`);
const guid: Read = (text) =>
  /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(text) ? text.replace(/[{}]/g, "") : undefined;
const text: Read = (given) => given;
const bytes: Read = (given) => {
  const hexadecimal = /^0x((?:[0-9a-f]{2})*)$/i.exec(given)?.[1];
  return hexadecimal === undefined ? Buffer.from(given, "base64") : Buffer.from(hexadecimal, "hex");
};

const kinds: Readonly<Record<string, Kind>> = {
  bit: { type: "Bit", read: bit },
  tinyint: { type: "TinyInt", read: whole(0, 255) },
  smallint: { type: "SmallInt", read: whole(-32_768, 32_767) },
  int: { type: "Int", read: whole(-2_147_483_648, 2_147_483_647) },
  bigint: { type: "BigInt", read: bigInteger },
  real: { type: "Real", read: number },
  float: { type: "Float", read: number },
  money: { type: "Money", read: number },
  smallmoney: { type: "SmallMoney", read: number },
  decimal: { type: "Decimal", read: number, size: "precision" },
  numeric: { type: "Numeric", read: number, size: "precision" },
  char: { type: "Char", read: text, size: "length" },
  varchar: { type: "VarChar", read: text, size: "length" },
  text: { type: "Text", read: text },
  nchar: { type: "NChar", read: text, size: "length" },
  nvarchar: { type: "NVarChar", read: text, size: "length" },
  ntext: { type: "NText", read: text },
  sysname: { type: "NVarChar", read: text },
  xml: { type: "NVarChar", read: text },
  uniqueidentifier: { type: "UniqueIdentifier", read: guid },
  date: { type: "Date", read: date },
  datetime: { type: "DateTime", read: date },
  smalldatetime: { type: "SmallDateTime", read: date },
  datetime2: { type: "DateTime2", read: date, size: "scale" },
  datetimeoffset: { type: "DateTimeOffset", read: date, size: "scale" },
  time: { type: "Time", read: time, size: "scale" },
  binary: { type: "Binary", read: bytes, size: "length" },
  varbinary: { type: "VarBinary", read: bytes, size: "length" },
  image: { type: "VarBinary", read: bytes },
};

/** The library reckons decimals as doubles, which are exact for as many digits. */
const exactDigits = 15;
/** Such as 1e5: more than that. */
const unknownDigits = "9".repeat(40);

export function typedParameter({ name, type, value }: SqlParameter, types: Types): TypedParameter {
  const bare = name.trim().replace(/^@/, "");
  if (!/^[\p{L}_#@][\p{L}\p{N}_#@$]{0,126}$/u.test(bare)) {
    throw new SqlParameterProblem(`'${name}' is not the name of a SQL parameter.`);
  }
  const [, word = "", first, second] =
    /^\s*([a-z0-9]+)\s*(?:\(\s*(\d{1,4}|max)\s*(?:,\s*(\d{1,2})\s*)?\))?\s*$/i.exec(type) ?? [];
  const kind = Object.hasOwn(kinds, word.toLowerCase()) ? kinds[word.toLowerCase()] : undefined;
  if (kind === undefined) throw new SqlParameterProblem(`The type of the SQL parameter '${name}' is not supported.`);
  const given = value === null ? null : readValue(value, kind.read);
  if (given === undefined) {
    throw new SqlParameterProblem(`The value of the SQL parameter '${name}' is not one of type '${type}'.`);
  }
  if (kind.size !== "precision")
    return { name: bare, type: types[kind.type], value: given, options: sizeOf(kind, first) };
  return decimalParameter(bare, types, kind, { value: typeof value === "string" ? value : null, first, second });
}

function readValue(value: string | Uint8Array, read: Read): unknown {
  if (typeof value !== "string")
    return read === bytes ? Buffer.from(value) : read(Buffer.from(value).toString("base64"));
  return read(read === text ? value : value.trim());
}

function sizeOf({ size }: Kind, first: string | undefined): TypedParameter["options"] {
  if (size === undefined || first === undefined || first.toLowerCase() === "max") return {};
  return { [size]: Number(first) };
}

/** Without a precision, that of the value; where a double is not exact, the server makes it of the text. */
function decimalParameter(
  name: string,
  types: Types,
  kind: Kind,
  { value, first, second }: { value: string | null; first: string | undefined; second: string | undefined },
): TypedParameter {
  const [, before = "", after = ""] = /^[+-]?0*(\d*)(?:\.(\d*))?$/.exec(value?.trim() ?? "0") ?? ["", unknownDigits];
  const scale = second === undefined ? (first === undefined ? after.length : 0) : Number(second);
  const precision = first === undefined ? Math.max(1, before.length + scale) : Number(first);
  if (before.length + scale > exactDigits || precision > 38 || scale > precision) {
    return { name, type: types.NVarChar, value, options: {} };
  }
  return { name, type: types[kind.type], value: value === null ? null : Number(value), options: { precision, scale } };
}
