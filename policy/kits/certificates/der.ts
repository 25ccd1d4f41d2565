/** X.690: one value, and where it stands. */
export interface DerValue {
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

export class DerProblem extends Error {}

export function readDer(bytes: Uint8Array, start: number, limit: number): DerValue {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || start + 2 > limit) throw new DerProblem("A value is cut off.");
  let length = first;
  let contentStart = start + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new DerProblem("A length cannot be read.");
    length = 0;
    for (let at = 0; at < count; at++) length = length * 256 + (bytes[contentStart++] ?? 0);
  }
  const end = contentStart + length;
  if (end > limit) throw new DerProblem("A value is cut off.");
  return { tag, start, contentStart, end };
}

/** The values inside one that is made of others. */
export function* insideDer(bytes: Uint8Array, { contentStart, end }: DerValue): Generator<DerValue> {
  for (let at = contentStart; at < end; ) {
    const value = readDer(bytes, at, end);
    yield value;
    at = value.end;
  }
}

export const contentOf = (bytes: Uint8Array, { contentStart, end }: DerValue): Buffer =>
  Buffer.from(bytes.subarray(contentStart, end));

export const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  identifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
} as const;
