import type { Row } from "./row";

const id = "0f8fad5b-d9cb-469f-a165-70867728950e";

/** System.Guid. */
export const rows: readonly Row[] = [
  ["Guid.Empty", "00000000-0000-0000-0000-000000000000"],
  ["new Guid()", "00000000-0000-0000-0000-000000000000"],
  ["default(Guid)", "00000000-0000-0000-0000-000000000000"],
  [`Guid.Parse("${id.toUpperCase()}")`, id],
  [`new Guid("${id}").ToString("N")`, "0f8fad5bd9cb469fa16570867728950e"],
  [`new Guid("${id}").ToString("B")`, `{${id}}`],
  [`new Guid("${id}").ToString("P")`, `(${id})`],
  [`new Guid("${id}").ToString("X")`, "{0x0f8fad5b,0xd9cb,0x469f,{0xa1,0x65,0x70,0x86,0x77,0x28,0x95,0x0e}}"],
  [
    `new Guid("${id}").ToString("Z")`,
    'throws System.FormatException: Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".',
  ],
  ['Guid.Parse("0f8fad5bd9cb469fa16570867728950e")', id],
  [`Guid.Parse(" {${id}} ")`, id],
  ['Guid.Parse("{0x0f8fad5b,0xd9cb,0x469f,{0xa1,0x65,0x70,0x86,0x77,0x28,0x95,0x0e}}")', id],
  ['Guid.Parse("x")', "throws System.FormatException: Unrecognized Guid format."],
  ["Guid.Parse(null)", "throws System.ArgumentNullException: Value cannot be null. (Parameter 'input')"],
  ['{ Guid g; return Guid.TryParse("nope", out g) + "," + g; }', "False,00000000-0000-0000-0000-000000000000"],
  [`Guid.TryParse("${id}", out var g) && g == new Guid("${id}")`, "True"],
  [`Guid.ParseExact("${id}", "N")`, "throws System.FormatException"],
  [`new Guid("${id}").ToByteArray()[0]`, "91"],
  [`BitConverter.ToString(new Guid("${id}").ToByteArray())`, "5B-AD-8F-0F-CB-D9-9F-46-A1-65-70-86-77-28-95-0E"],
  [`new Guid(new Guid("${id}").ToByteArray())`, id],
  ["new Guid(1, 2, 3, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 })", "00000001-0002-0003-0102-030405060708"],
  [
    "new Guid(new byte[3])",
    "throws System.ArgumentException: Byte array for Guid must be exactly 16 bytes long. (Parameter 'b')",
  ],
  ["Guid.NewGuid() != Guid.NewGuid()", "True"],
  ["Guid.NewGuid().ToString().Length", "36"],
  ["Guid.NewGuid().ToString()[14]", "4"],
  [`new Guid("${id}").Equals(new Guid("${id}"))`, "True"],
  [`new Guid("${id}").CompareTo(Guid.Empty)`, "1"],
  [`$"{new Guid("${id}"):N}"`, "0f8fad5bd9cb469fa16570867728950e"],
];
