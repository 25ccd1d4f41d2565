/** Values of System.DateTimeKind. */
export const Kind = { Unspecified: 0, Utc: 1, Local: 2 } as const;
