/** C# without "@(" and ")", or a statement body from "{"; and its value as text, "throws ..." or "error CS...". */
export type Row = readonly [expression: string, expected: string];
