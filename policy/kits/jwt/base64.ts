/** RFC 7515 section 2, to the letter: no padding, nothing between, no bits left over; null where a text is not so. */
export function strictBase64Url(text: string): Buffer | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  const bytes = Buffer.from(text, "base64url");
  // One way of writing alone is right, or a token could be written in many.
  return bytes.toString("base64url") === text ? bytes : null;
}

/** As people write keys: either alphabet, padded or not, over several lines. */
export function looseBase64(text: string): Buffer | null {
  const bare = text.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(bare) || bare.replace(/=+$/, "").length % 4 === 1) return null;
  return Buffer.from(bare, "base64");
}
