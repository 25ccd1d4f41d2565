import type { Context } from "../context";
import { draftReader } from "../log/draft";
import type { Reader } from "../resources/behaviour";

/** Reads the configuration, or what it would be if the caller's draft were published. */
export function readerOf(context: Context): Reader {
  const { store } = context.management;
  return context.draftId === undefined ? store : draftReader(context, context.draftId);
}
