import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** A sealed text that these keys cannot open: altered, moved to another place, or sealed with a key we do not have. */
export class SealBroken extends Error {}

const format = "gh1";
const nonceBytes = 12;
const tagBytes = 16;

interface Key {
  id: string;
  bytes: Buffer;
}

/**
 * Seals texts with AES-256-GCM under a fresh nonce each: "gh1.<key id>.<nonce, ciphertext and tag>". What is sealed for
 * one place (`boundTo`) opens in that place only, so rows cannot be swapped. The first key seals, any of them opens.
 */
export class Sealer {
  readonly #current: Key;
  readonly #keys: ReadonlyMap<string, Key>;

  constructor(keys: readonly [Uint8Array, ...Uint8Array[]]) {
    const all = keys.map(toKey);
    this.#current = all[0] as Key;
    this.#keys = new Map(all.map((key) => [key.id, key]));
  }

  /** Names the sealing key without telling anything about it. */
  get keyId(): string {
    return this.#current.id;
  }

  /** A key of its own for each purpose, 32 bytes, the same wherever the sealing key is. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync("sha256", this.#current.bytes, "gatehouse", purpose, 32));
  }

  seal(text: string, boundTo: string): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv("aes-256-gcm", this.#current.bytes, nonce);
    cipher.setAAD(Buffer.from(boundTo));
    const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
    return `${format}.${this.#current.id}.${sealed.toString("base64url")}`;
  }

  open(sealed: string, boundTo: string): string {
    const [, keyId, payload] = split(sealed);
    const key = this.#keys.get(keyId);
    if (key === undefined) {
      throw new SealBroken(`Sealed with key ${keyId}, which this installation does not have. ${whereKeysAre}`);
    }
    const bytes = Buffer.from(payload, "base64url");
    // Node ignores stray characters and unused bits, so only the spelling that seal() writes is accepted.
    if (bytes.length < nonceBytes + tagBytes || bytes.toString("base64url") !== payload) throw new SealBroken(altered);
    const decipher = createDecipheriv("aes-256-gcm", key.bytes, bytes.subarray(0, nonceBytes));
    decipher.setAAD(Buffer.from(boundTo));
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
    try {
      const text = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes));
      return Buffer.concat([text, decipher.final()]).toString("utf8");
    } catch (cause) {
      throw new SealBroken(altered, { cause });
    }
  }

  /** Whether this sealer has the key that a text was sealed with. */
  hasKeyFor(sealed: string): boolean {
    return this.hasKey(split(sealed)[1]);
  }

  hasKey(id: string): boolean {
    return this.#keys.has(id);
  }
}

const altered = "A sealed text was altered or belongs elsewhere; it is refused.";
const whereKeysAre = "Set GATEHOUSE_SEAL_KEY, or put the key's 64 hexadecimal digits on a line of keys/seal.key.";

function split(sealed: string): [string, string, string] {
  const parts = sealed.split(".");
  if (parts.length !== 3 || parts[0] !== format) throw new SealBroken(altered);
  return parts as [string, string, string];
}

function toKey(bytes: Uint8Array): Key {
  if (bytes.length !== 32) throw new Error(`A seal key has 32 bytes; this one has ${bytes.length}.`);
  const id = createHash("sha256").update("gatehouse seal key id\0").update(bytes).digest("hex").slice(0, 8);
  return { id, bytes: Buffer.from(bytes) };
}

/**
 * The installation's sealer. Its keys stand in <data dir>/keys/seal.key, one per line: the first seals, the others only
 * open what was sealed before a rotation. GATEHOUSE_SEAL_KEY, when set, comes before them. Made at first start.
 */
export function loadSealer(settings: { dataDir: string; GATEHOUSE_SEAL_KEY?: string }): Sealer {
  const file = sealKeyFile(settings.dataDir);
  const given = settings.GATEHOUSE_SEAL_KEY;
  if (given === undefined) createKeyFile(file);
  const lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : [];
  const stored = lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  const keys = (given === undefined ? stored : [given, ...stored]).map((digits, index) => {
    if (/^[0-9a-f]{64}$/i.test(digits)) return Buffer.from(digits, "hex");
    const where = given !== undefined && index === 0 ? "GATEHOUSE_SEAL_KEY" : file;
    throw new Error(`${where} holds something that is not a key: each key is 64 hexadecimal digits.`);
  });
  const [first, ...older] = keys;
  if (first === undefined) throw new Error(`${file} holds no key: put the 64 hexadecimal digits of one on a line.`);
  return new Sealer([first, ...older]);
}

export const sealKeyFile = (dataDir: string) => path.join(dataDir, "keys", "seal.key");

/** Complete from the moment it has its name, also when two processes start at once. */
function createKeyFile(file: string): void {
  if (fs.existsSync(file)) {
    if ((fs.statSync(file).mode & 0o077) !== 0) fs.chmodSync(file, 0o600);
    return;
  }
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const handle = fs.openSync(draft, "wx", 0o600);
  fs.writeSync(handle, `${randomBytes(32).toString("hex")}\n`);
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    fs.unlinkSync(draft);
  }
}
