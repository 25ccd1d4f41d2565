import { isIPv4, isIPv6 } from "node:net";

/** Whether a host, with or without brackets, is this machine. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "").toLowerCase();
  return bare === "localhost" || bare === "::1" || bare === "loopback" || (isIPv4(bare) && bare.startsWith("127."));
}

/** The bytes of an address in network order; null for what is none. */
export function parseAddress(text: string): Uint8Array | null {
  const bare = text.replace(/^\[(.*)\]$/, "$1");
  if (isIPv6(bare)) return bytesOfV6(bare.replace(/%.*$/, ""));
  return parseV4(text);
}

/** Four parts, or fewer, of which the last fills what is left; each decimal, octal with 0 or hexadecimal with 0x. */
function parseV4(text: string): Uint8Array | null {
  const parts = text.split(".");
  if (parts.length > 4) return null;
  const numbers = parts.map((part) =>
    /^(0[xX][0-9A-Fa-f]+|0[0-7]*|[1-9]\d*)$/.test(part) ? numberOf(part) : Number.NaN,
  );
  const last = numbers.pop() ?? Number.NaN;
  if (numbers.some((each) => !(each <= 255)) || !(last < 256 ** (4 - numbers.length))) return null;
  const bytes = new Uint8Array(4);
  bytes.set(numbers);
  for (let at = 3, left = last; at >= numbers.length; at--, left = Math.floor(left / 256)) bytes[at] = left % 256;
  return bytes;
}

const numberOf = (part: string): number =>
  /^0[xX]/.test(part)
    ? Number.parseInt(part.slice(2), 16)
    : /^0\d/.test(part)
      ? Number.parseInt(part, 8)
      : Number(part);

function bytesOfV6(text: string): Uint8Array {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const v4 = dotted === null ? [] : (dotted[2] as string).split(".").map(Number);
  const tail =
    v4.length === 4
      ? [
          `${((v4[0] as number) * 256 + (v4[1] as number)).toString(16)}`,
          `${((v4[2] as number) * 256 + (v4[3] as number)).toString(16)}`,
        ]
      : [];
  const head = dotted === null ? text : (dotted[1] as string).replace(/([^:]):$/, "$1");
  const [before = "", after] = head.split("::");
  const left = before === "" ? [] : before.split(":");
  const right = [...(after === undefined || after === "" ? [] : after.split(":")), ...tail];
  const groups =
    after === undefined ? [...left, ...right] : [...left, ...Array(8 - left.length - right.length).fill("0"), ...right];
  return Uint8Array.from(
    groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]),
  );
}

/** RFC 5952: the longest run of zeros is left out. */
export function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join(".");
  const groups = Array.from({ length: 8 }, (_, at) => ((bytes[at * 2] as number) << 8) | (bytes[at * 2 + 1] as number));
  const hex = groups.map((group) => group.toString(16));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff)
    return `::ffff:${bytes.slice(12).join(".")}`;
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (groups[at + length] === 0) length++;
    if (length > best.length) best = { at, length };
  }
  if (best.at < 0) return hex.join(":");
  return `${hex.slice(0, best.at).join(":")}::${hex.slice(best.at + best.length).join(":")}`;
}
