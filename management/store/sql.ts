import { Prisma } from "@/generated/sqlite/client";

// Statements with bound values, written out for whichever database runs them.
export const { sql, join, raw, empty } = Prisma;
export type Sql = Prisma.Sql;
