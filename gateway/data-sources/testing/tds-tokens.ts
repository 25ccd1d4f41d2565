/** The few tokens and types of TDS that tests need, as [MS-TDS] 2.2.7 describes them. */
export interface TdsColumn {
  readonly name: string;
  readonly type: "int" | "bigint" | "bit" | "nvarchar" | "datetime2" | "varbinary";
}
export interface TdsResult {
  readonly columns: readonly TdsColumn[];
  readonly rows: readonly (readonly unknown[])[];
}

const typeIds = { int: 0x26, bigint: 0x26, bit: 0x68, nvarchar: 0xe7, datetime2: 0x2a, varbinary: 0xa5 };
const collation = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34]);
const u8 = (value: number) => Buffer.from([value]);
const u16 = (value: number) => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
const wide = (text: string) => Buffer.from(text, "utf16le");
const shortText = (text: string) => Buffer.concat([u8(text.length), wide(text)]);
const text16 = (text: string) => Buffer.concat([u16(text.length), wide(text)]);

export const loginAck = (): Buffer => {
  const body = Buffer.concat([u8(1), Buffer.from([0x74, 0, 0, 4]), shortText("Test"), Buffer.from([16, 0, 0, 0])]);
  return Buffer.concat([u8(0xad), u16(body.byteLength), body]);
};
/** The server's collation, by which clients encode texts that are not Unicode. */
export const collationTold = (): Buffer => Buffer.concat([u8(0xe3), u16(8), u8(7), u8(5), collation, u8(0)]);
/** The server has taken a token of Microsoft Entra. */
export const tokenTaken = (): Buffer => Buffer.concat([u8(0xae), u8(0x02), u32(0), u8(0xff)]);

export function errorToken(number: number, message: string, severity = 16): Buffer {
  const body = Buffer.concat([
    u32(number),
    u8(1),
    u8(severity),
    text16(message),
    shortText("test"),
    shortText(""),
    u32(1),
  ]);
  return Buffer.concat([u8(0xaa), u16(body.byteLength), body]);
}

type Done = "done" | "doneProc" | "doneInProc";
export function done(kind: Done, status: number, count = 0): Buffer {
  const id = { done: 0xfd, doneProc: 0xfe, doneInProc: 0xff }[kind];
  return Buffer.concat([u8(id), u16(status), u16(0), u32(count), u32(0)]);
}

export function resultTokens({ columns, rows }: TdsResult): Buffer {
  const metadata = columns.map(({ name, type }) => Buffer.concat([u32(0), u16(1), typeInfo(type), shortText(name)]));
  const told = rows.map((row) => Buffer.concat([u8(0xd1), ...columns.map(({ type }, at) => cell(type, row[at]))]));
  return Buffer.concat([u8(0x81), u16(columns.length), ...metadata, ...told]);
}

function typeInfo(type: TdsColumn["type"]): Buffer {
  const id = u8(typeIds[type]);
  if (type === "int") return Buffer.concat([id, u8(4)]);
  if (type === "bigint") return Buffer.concat([id, u8(8)]);
  if (type === "bit") return Buffer.concat([id, u8(1)]);
  if (type === "datetime2") return Buffer.concat([id, u8(7)]);
  return Buffer.concat([id, u16(8000), type === "nvarchar" ? collation : Buffer.alloc(0)]);
}

function cell(type: TdsColumn["type"], value: unknown): Buffer {
  if (value === null) return type === "nvarchar" || type === "varbinary" ? u16(0xffff) : u8(0);
  if (type === "int") return Buffer.concat([u8(4), u32(value as number)]);
  if (type === "bit") return Buffer.concat([u8(1), u8(value === true ? 1 : 0)]);
  if (type === "bigint") {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(value as bigint);
    return Buffer.concat([u8(8), bytes]);
  }
  if (type === "datetime2") return dateCell(value as string);
  const bytes = type === "nvarchar" ? wide(value as string) : (value as Buffer);
  return Buffer.concat([u16(bytes.byteLength), bytes]);
}

/** "2024-02-29T10:20:30.1234567" */
function dateCell(text: string): Buffer {
  const ms = Date.parse(`${text.slice(0, 19)}Z`);
  const ticks = BigInt(ms % 86_400_000) * 10_000n + BigInt((text.split(".")[1] ?? "0").padEnd(7, "0"));
  const days = Math.floor(ms / 86_400_000) + 719_162;
  const bytes = Buffer.alloc(9);
  bytes.writeUInt8(8);
  bytes.writeUIntLE(Number(ticks), 1, 5);
  bytes.writeUIntLE(days, 6, 3);
  return bytes;
}
