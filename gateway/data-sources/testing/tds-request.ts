/** A call of sp_executesql as a client wrote it. */
export interface TdsCall {
  readonly statement: string;
  /** "@id int, @name nvarchar(4)" */
  readonly declaration: string;
  /** Numbers, texts and bytes; of other types their bytes in hexadecimal. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Reads the body of an RPC request, [MS-TDS] 2.2.6.6. */
export function readCall(body: Buffer): TdsCall {
  const reader = new Reader(body, body.readUInt32LE(0));
  // The procedure's number and the options.
  reader.bytes(6);
  const parameters: { name: string; value: unknown }[] = [];
  while (!reader.isAtEnd) {
    const name = reader.bytes(reader.u8() * 2).toString("utf16le");
    reader.u8();
    parameters.push({ name, value: reader.value() });
  }
  const [statement, declaration, ...values] = parameters;
  return {
    statement: String(statement?.value),
    declaration: String(declaration?.value ?? ""),
    values: Object.fromEntries(values.map(({ name, value }) => [name, value])),
  };
}

export class Reader {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.byteLength;
  }
  u8(): number {
    return this.bytes(1).readUInt8();
  }
  u16(): number {
    return this.bytes(2).readUInt16LE();
  }
  bytes(count: number): Buffer {
    const found = this.#bytes.subarray(this.#at, this.#at + count);
    this.#at += count;
    return found;
  }

  /** Behind its type. */
  value(): unknown {
    const type = this.u8();
    if (type === 0xe7 || type === 0xa7 || type === 0xa5) return this.#text(type);
    if (type === 0x6a || type === 0x6c) return this.#decimal();
    // Of a fixed size, or with a scale, before the length.
    this.u8();
    const bytes = this.bytes(this.u8());
    if (bytes.byteLength === 0) return null;
    if (type === 0x26) return bytes.byteLength === 8 ? bytes.readBigInt64LE() : bytes.readIntLE(0, bytes.byteLength);
    if (type === 0x68) return bytes[0] === 1;
    if (type === 0x6d) return bytes.byteLength === 8 ? bytes.readDoubleLE() : bytes.readFloatLE();
    return bytes.toString("hex");
  }

  #text(type: number): unknown {
    const most = this.u16();
    if (type !== 0xa5) this.bytes(5);
    const bytes = most === 0xffff ? this.#chunks() : this.#counted();
    if (bytes === null) return null;
    return type === 0xe7 ? bytes.toString("utf16le") : type === 0xa7 ? bytes.toString("latin1") : bytes.toString("hex");
  }
  #counted(): Buffer | null {
    const length = this.u16();
    return length === 0xffff ? null : this.bytes(length);
  }
  #chunks(): Buffer | null {
    if (this.bytes(8).readBigUInt64LE() === 0xffff_ffff_ffff_ffffn) return null;
    const chunks: Buffer[] = [];
    for (let size = this.bytes(4).readUInt32LE(); size > 0; size = this.bytes(4).readUInt32LE()) {
      chunks.push(this.bytes(size));
    }
    return Buffer.concat(chunks);
  }
  #decimal(): unknown {
    const [, , scale = 0] = this.bytes(3);
    const bytes = this.bytes(this.u8());
    if (bytes.byteLength === 0) return null;
    const whole = bytes.subarray(1).readUIntLE(0, Math.min(6, bytes.byteLength - 1));
    return ((bytes[0] === 1 ? whole : -whole) / 10 ** scale).toFixed(scale);
  }
}
