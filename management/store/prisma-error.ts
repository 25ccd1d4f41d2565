const codes = {
  /** A unique column holds that value already. */
  unique: ["P2002"],
  /** What a row refers to is not there. */
  foreign: ["P2003"],
  /** PostgreSQL gave this transaction up in favour of another; it may be tried again. */
  conflict: ["P2034", "40001", "40P01"],
};

/** What kind of refusal of the database an error is; Prisma wraps a raw statement's own code. */
export function raised(error: unknown, kind: keyof typeof codes): boolean {
  const known = error as { code?: unknown; meta?: { code?: unknown }; cause?: { originalCode?: unknown } } | null;
  const found = [known?.code, known?.meta?.code, known?.cause?.originalCode];
  return found.some((code) => typeof code === "string" && codes[kind].includes(code));
}
