import type { JsonObject } from "@/lib/json";
import { conflict } from "../../refusals";
import type { StoredDocument } from "../../store/store";
import type { Removing, Rules, Writing, Written } from "../behaviour";
import { applySource } from "./apply-source";
import { findPathHolder } from "./find-path-holder";
import { trimPath } from "./path";
import { readRevisions } from "./read-revisions";
import { splitRevision } from "./revision-id";
import { settleRevision } from "./settle-revision";
import { settleTransport } from "./settle-transport";
import { settleVersionSet } from "./settle-version-set";

const keyNames = { header: "Ocp-Apim-Subscription-Key", query: "subscription-key" };

export const rules: Rules = {
  async write(writing) {
    const { api: base, revision } = splitRevision(writing.id);
    const current = revision === null ? null : await writing.tx.read(base);
    await applySource(writing);
    settleTransport(writing);
    await settleVersionSet(writing);
    settleRevision(writing, current);
    settleDefaults(writing);
    if (current !== null) keepShared(writing, current);
    else await checkPath(writing);
    if (writing.properties.apiVersion !== undefined && writing.properties.apiVersionSetId === undefined) {
      writing.refuse("apiVersion", "Needs a version set: give apiVersionSetId or apiVersionSet.");
    }
  },

  /** What all revisions share follows the current one. */
  async written(written: Written) {
    const { document, before, tx, write } = written;
    if (before === null) return addHandshake(written);
    if (document.properties.isCurrent !== true) return;
    if (shared.every((member) => before.properties[member] === document.properties[member])) return;
    const { documents } = await readRevisions(tx, document.id);
    for (const other of documents) {
      if (other.id === document.id) continue;
      const properties = { ...other.properties };
      for (const member of shared) {
        const value = document.properties[member];
        if (value === undefined) delete properties[member];
        else properties[member] = value;
      }
      await write({ ...other, properties });
    }
  },

  async remove({ document, query, tx }: Removing) {
    if (document.properties.isCurrent !== true) return;
    const { documents } = await readRevisions(tx, document.id);
    const others = documents.filter(({ id }) => id !== document.id);
    if (others.length > 0 && query.get("deleteRevisions")?.toLowerCase() !== "true") {
      throw conflict(
        `API '${document.name}' has other revisions and cannot be deleted alone. Delete them first, or add deleteRevisions=true.`,
        others.map(({ id }) => ({ code: "RevisionExists", target: id, message: `${id} is a revision of it.` })),
      );
    }
    for (const { id } of others) await tx.remove(id);
    // A product or a gateway does not depend on the APIs it lists, so as in Azure they do not hold one back.
    for (const { from } of await tx.usedBy(document.id)) {
      if (/^\/(?:products|gateways)\/[^/]+\/apis\/[^/]+$/.test(from)) await tx.remove(from);
    }
  },
};

/** The one operation of a WebSocket API: the request that opens the connection. */
async function addHandshake({ document: { id, properties }, tx, write }: Written): Promise<void> {
  if (properties.type !== "websocket") return;
  if ((await tx.list({ type: "apis/operations", parentId: id, top: 1 })).count > 0) return;
  const operation = { displayName: "onHandshake", method: "GET", urlTemplate: "/" };
  await write({
    id: `${id}/operations/onhandshake`,
    name: "onHandshake",
    type: "apis/operations",
    parentId: id,
    properties: operation,
  });
}

const shared = ["path", "apiVersion", "apiVersionSetId"] as const;

function settleDefaults(writing: Writing): void {
  const { properties } = writing;
  const path = trimPath(String(properties.path ?? ""));
  const names = { ...keyNames, ...(properties.subscriptionKeyParameterNames as JsonObject | undefined) };
  writing.properties = {
    ...properties,
    path,
    subscriptionRequired: properties.subscriptionRequired ?? true,
    subscriptionKeyParameterNames: names,
  };
  for (const member of ["serviceUrl", "apiVersion"]) {
    if (writing.properties[member] === "") delete writing.properties[member];
  }
}

/** The address of a revision is its API's. */
function keepShared(writing: Writing, current: StoredDocument): void {
  const { properties } = writing;
  for (const member of shared) {
    const value = properties[member];
    const ours = current.properties[member];
    if (value !== undefined && value !== "" && value !== ours && writing.before?.properties[member] !== value) {
      writing.refuse(
        member,
        `All revisions of an API have the same ${member}; here it is '${ours ?? ""}'. Change it on the current revision.`,
      );
    }
    if (ours === undefined) delete properties[member];
    else properties[member] = ours;
  }
}

async function checkPath(writing: Writing): Promise<void> {
  const { before, properties } = writing;
  if (before !== null && shared.every((member) => before.properties[member] === properties[member])) return;
  const holder = await findPathHolder(writing.tx, writing);
  if (holder === null) return;
  const sameSet =
    properties.apiVersionSetId !== undefined && holder.properties.apiVersionSetId === properties.apiVersionSetId;
  if (sameSet)
    writing.refuse(
      "apiVersion",
      `API '${holder.name}' has the version '${properties.apiVersion ?? ""}' of this version set.`,
    );
  else
    writing.refuse(
      "path",
      `API '${holder.name}' has the path '${holder.properties.path}'. Choose another, or put both into one version set.`,
    );
}
