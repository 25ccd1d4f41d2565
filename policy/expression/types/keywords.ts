/** The keywords that stand for types. */
export const typeKeywords: ReadonlyMap<string, string> = new Map([
  ["object", "System.Object"],
  ["string", "System.String"],
  ["bool", "System.Boolean"],
  ["char", "System.Char"],
  ["sbyte", "System.SByte"],
  ["byte", "System.Byte"],
  ["short", "System.Int16"],
  ["ushort", "System.UInt16"],
  ["int", "System.Int32"],
  ["uint", "System.UInt32"],
  ["long", "System.Int64"],
  ["ulong", "System.UInt64"],
  ["float", "System.Single"],
  ["double", "System.Double"],
  ["decimal", "System.Decimal"],
]);

const byFullName = new Map([...typeKeywords].map(([keyword, fullName]) => [fullName, keyword]));

export const keywordOf = (fullName: string): string | null => byFullName.get(fullName) ?? null;
