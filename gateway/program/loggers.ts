import { isDeepStrictEqual } from "node:util";
import type { LoggerResource } from "@/policy/host/resources";
import type { DocumentMap, Program } from "./program";

/**
 * The loggers after a change, with named values put in. Each keeps its identity while it is unchanged, since connections
 * hang on it.
 */
export function loggersAfter(
  before: Program["loggers"],
  touched: ReadonlySet<string>,
  documents: DocumentMap,
  { resolve, isNew }: { resolve: Program["resolveNamedValues"]; isNew: boolean },
): Program["loggers"] {
  const ids = isNew ? new Set([...before.keys(), ...touched]) : touched;
  if (ids.size === 0) return before;
  const after = new Map(before);
  for (const id of ids) {
    const document = documents.get(id);
    if (document?.type !== "loggers") {
      after.delete(id);
      continue;
    }
    const { type, credentials } = document.properties;
    const made = resolved(credentials, resolve);
    const logger: LoggerResource | null = made === null ? null : { id, type, credentials: made };
    if (!after.has(id) || !isDeepStrictEqual(logger, after.get(id))) after.set(id, logger);
  }
  return after;
}

function resolved(
  credentials: Readonly<Record<string, string>>,
  resolve: Program["resolveNamedValues"],
): Record<string, string> | null {
  try {
    return Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name, resolve(value)]));
  } catch {
    return null;
  }
}
