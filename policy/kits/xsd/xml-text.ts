/** The text of an XML document: UTF-8 or UTF-16 by its byte order mark, or what its declaration says. null: none of these. */
export function xmlText(bytes: Uint8Array): string | null {
  const marked = bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : bytes[0] === 0xff && bytes[1] === 0xfe;
  const encoding = marked === true ? "utf-16le" : marked || declaredEncoding(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const known = new Set(["utf-8", "us-ascii", "iso-8859-1", "windows-1252"]);

function declaredEncoding(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1]?.toLowerCase();
  return declared !== undefined && known.has(declared) ? declared : "utf-8";
}

/**
 * Whether a document type stands before the document's element, the only place where one may. It is looked for before
 * the text is parsed, so that no entity is ever declared.
 */
export function hasDocumentType(text: string): boolean {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    while (" \t\r\n".includes(text[at] ?? "x")) at++;
    const end = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : null;
    if (end === null) return /^<!doctype/i.test(text.slice(at, at + 9));
    const found = text.indexOf(end, at + 2);
    if (found < 0) return false;
    at = found + end.length;
  }
}
