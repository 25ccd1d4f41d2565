/** The revision that an ETag stands for: quoted base64 of eight bytes, the highest first. */
export function revisionOf(etag: string | null): number | null {
  const found = /^(?:W\/)?"([A-Za-z0-9+/]{11}=)"$/.exec(etag ?? "");
  if (found === null) return null;
  const bytes = Uint8Array.from(atob(found[1] as string), (character) => character.charCodeAt(0));
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}
