import { attributeOf, textOf, type XmlElement } from "@/policy/xml/nodes";
import type { Report } from "../define";

/** As people write keys: either alphabet, padded or not, over several lines. */
function bytesIn(text: string): number | null {
  const bare = text.replace(/\s+/g, "");
  const digits = bare.replace(/=+$/, "").length;
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(bare) && digits % 4 !== 1 ? Math.floor((digits * 3) / 4) : null;
}

const notBase64 = "A symmetric key must be written in base64.";

/** Of a text that tokens are signed with; none is fine where a key is written in another way. */
export function signingKeyProblem(text: string): string | null {
  if (text.trim() === "") return null;
  const bytes = bytesIn(text);
  if (bytes === null) return notBase64;
  return bytes < 16 ? "A symmetric key must have at least 128 bits." : null;
}

export const decryptionKeyProblem = (text: string): string | null =>
  text.trim() === "" || bytesIn(text) !== null ? null : notBase64;

export const masterKeyProblem = (text: string): string | null =>
  text.trim() === "" ? "The master key is empty." : null;

/** PEM, or base64 of DER. */
export const certificateProblem = (text: string): string | null =>
  text.includes("-----BEGIN") || bytesIn(text) !== null ? null : "The text is no X.509 certificate in base64.";

export const rsaPartProblem = (text: string): string | null =>
  /^[A-Za-z0-9_-]+=*$/.test(text.trim()) ? null : "It must be written in base64url.";

export function checkSigningKey(element: XmlElement, report: Report): void {
  const has = (name: string) => attributeOf(element, name) !== undefined;
  const ways = [isWritten(element), has("certificate-id"), has("n") || has("e")].filter((isThere) => isThere).length;
  if (ways === 1 && has("n") === has("e")) return;
  report(element, "value-invalid", "A key is a text in base64, a 'certificate-id', or 'n' with 'e'.");
}

export function checkDecryptionKey(element: XmlElement, report: Report): void {
  if (isWritten(element) !== (attributeOf(element, "certificate-id") !== undefined)) return;
  report(element, "value-invalid", "A key is a text in base64 or a 'certificate-id'.");
}

const isWritten = (element: XmlElement): boolean => textOf(element).trim() !== "";
