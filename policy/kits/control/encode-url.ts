/** RFC 3986: what a query may hold as it stands, but for what separates parameters, "+" (a space to many) and ";". */
export const encodeQueryText = (text: string): string => encoded(text, /%(24|2C|2F|3A|40)/g);

/** RFC 3986: one segment of a path. */
export const encodeSegment = (text: string): string => encoded(text, /%(24|26|2B|2C|3A|3B|3D|40)/g);

/** Keeps what is written as a URL, and encodes what no URL may hold. */
export const encodeStray = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\x21\x24-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]/gu, (char) => encodeURIComponent(char));

const plain = /^[A-Za-z0-9._~-]*$/;

const encoded = (text: string, kept: RegExp): string =>
  plain.test(text) ? text : encodeURIComponent(text.toWellFormed()).replace(kept, (code) => decodeURIComponent(code));
