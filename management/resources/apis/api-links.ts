import type { JsonObject } from "@/lib/json";
import type { Present, Writing } from "../behaviour";
import { collectLinked } from "../collect-linked";
import { presentApi } from "./present";
import { splitRevision } from "./revision-id";

/** The document of the API that a link such as /products/starter/apis/orders stands for. */
export const linkedApi = (linkId: string): string => `/apis/${linkId.slice(linkId.lastIndexOf("/") + 1)}`;

/** A link holds nothing, names the API as the API is named, and holds all its revisions. */
export async function settleLink(writing: Writing): Promise<void> {
  writing.properties = {};
  const api = await writing.tx.read(linkedApi(writing.id));
  if (api === null) return;
  if (api.properties.isCurrent !== true) {
    return writing.refuse(
      "apiId",
      `A link is to an API and all its revisions: leave out ;rev= and write ${splitRevision(api.name).api}.`,
    );
  }
  writing.name = api.name;
}

/** A link is shown as its API. */
export const presentLink: Present = async ({ document, resource, read }) => {
  const api = await read.read(linkedApi(document.id));
  return presentApi(resource, { ...((api?.properties ?? {}) as JsonObject) }, null);
};

export const collectLinks = collectLinked("apis");
