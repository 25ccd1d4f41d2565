import type { Locate } from "../behaviour";
import { splitRevision } from "./revision-id";

const belowRevision = /^(\/apis\/[^/]+;rev=[^/]+)(\/.*)?$/;

/**
 * The current revision lives under the API's plain id, whichever way a client names it. So does one that is about to
 * be created where no API of the name exists yet: the first revision is the current one.
 */
export const locate: Locate = async (id, read) => {
  const [, named, rest = ""] = belowRevision.exec(id) ?? [];
  if (named === undefined) return id;
  const { api, revision } = splitRevision(named);
  if (revision === null) return id;
  const current = await read.read(api);
  if (current === null || String(current.properties.apiRevision).toLowerCase() === revision) return api + rest;
  return id;
};
