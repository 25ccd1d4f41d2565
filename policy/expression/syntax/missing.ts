import type { Cursor } from "./cursor";
import type { Expression } from "./syntax";

export const missing = (cursor: Cursor): Expression => {
  const { start } = cursor.token;
  return { kind: "missing", start, end: start };
};
