/** Fractions and other numbers of Latin-1 and the number forms that have no decimal digit. */
const others = new Map<number, number>([
  [0xb2, 2],
  [0xb3, 3],
  [0xb9, 1],
  [0xbc, 0.25],
  [0xbd, 0.5],
  [0xbe, 0.75],
  [0x2070, 0],
  ...[4, 5, 6, 7, 8, 9].map((value): [number, number] => [0x2070 + value, value]),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((value): [number, number] => [0x2080 + value, value]),
  [0x2153, 1 / 3],
  [0x2154, 2 / 3],
  [0x2155, 0.2],
  [0x2156, 0.4],
  [0x2157, 0.6],
  [0x2158, 0.8],
  [0x2159, 1 / 6],
  [0x215a, 5 / 6],
  [0x215b, 0.125],
  [0x215c, 0.375],
  [0x215d, 0.625],
  [0x215e, 0.875],
]);
const digit = /\p{Nd}/u;

/** char.GetNumericValue; -1 for what stands for no number. Roman numerals are as far as 12. */
export function numericValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code < 128) return -1;
  const known = others.get(code);
  if (known !== undefined) return known;
  if (code >= 0x2160 && code <= 0x216b) return code - 0x215f;
  if (code >= 0x2170 && code <= 0x217b) return code - 0x216f;
  if (!digit.test(String.fromCharCode(code))) return -1;
  // Decimal digits stand in runs of ten, from zero on.
  let zero = code;
  while (code - zero < 9 && digit.test(String.fromCharCode(zero - 1))) zero--;
  return (code - zero) % 10;
}
