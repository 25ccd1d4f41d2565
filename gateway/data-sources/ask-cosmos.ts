import type { Container, FeedOptions, PartitionKey as NativeKey, RequestOptions, SqlQuerySpec } from "@azure/cosmos";
import type {
  CosmosDelete,
  CosmosQuery,
  CosmosRead,
  CosmosRequest,
  CosmosWrite,
  PartitionKey,
} from "@/policy/host/data-sources";

/** The answer is larger than a gateway keeps in memory. */
export class CosmosAnswerTooLarge extends Error {
  constructor() {
    super(`The answer has more than ${maxItems} items; ask for it in pages.`);
  }
}

const maxItems = 100_000;
const keyHeader = "x-ms-documentdb-partitionkey";

/** Of a query: its items, and where the next page begins; of everything else the item, or null where there is none. */
export function askCosmos(container: Container, request: CosmosRequest): Promise<unknown> {
  switch (request.kind) {
    case "query":
      return query(container, request);
    case "read":
      return read(container, request);
    case "delete":
      return remove(container, request);
    default:
      return write(container, request);
  }
}

async function query(container: Container, request: CosmosQuery): Promise<unknown> {
  const { statement, parameters, paging, partitionKey, lowPrecisionOrderBy } = request;
  const options: FeedOptions = {
    ...(partitionKey === undefined ? {} : { partitionKey: nativeKey(partitionKey) }),
    ...(paging === null ? {} : { maxItemCount: paging.maxItems }),
    ...(paging === null || paging.continuation === null ? {} : { continuationToken: paging.continuation }),
    // The client's own options do not have it.
    ...(lowPrecisionOrderBy === null ? {} : { initialHeaders: { [lowPrecisionHeader]: String(lowPrecisionOrderBy) } }),
  };
  const asked = { query: statement, parameters: [...parameters] } as SqlQuerySpec;
  const pages = container.items.query<unknown>(asked, options);
  const items: unknown[] = [];
  let continuation: string | null = null;
  while (pages.hasMoreResults()) {
    const { resources, continuationToken } = await pages.fetchNext();
    for (const item of resources ?? []) items.push(item);
    continuation = continuationToken ?? null;
    if (items.length > maxItems) throw new CosmosAnswerTooLarge();
    // A page may be empty although more follow.
    if (paging !== null && paging.maxItems > 0 && items.length > 0) break;
  }
  return paging === null ? { items } : { items, continuationToken: continuation };
}

const lowPrecisionHeader = "x-ms-documentdb-query-enable-low-precision-order-by";

async function read(container: Container, { id, partitionKey }: CosmosRead): Promise<unknown> {
  if (partitionKey !== undefined) return (await container.item(id, nativeKey(partitionKey)).read()).resource ?? null;
  // Where it lies is not said, so all partitions are asked.
  const asked = { query: "SELECT * FROM c WHERE c.id = @id", parameters: [{ name: "@id", value: id }] };
  const { resources } = await container.items.query<unknown>(asked, { maxItemCount: 1 }).fetchAll();
  return resources[0] ?? null;
}

async function remove(container: Container, request: CosmosDelete): Promise<unknown> {
  const { id, partitionKey } = request;
  await container.item(id, nativeKey(partitionKey)).delete(optionsOf(request));
  return null;
}

async function write(container: Container, request: CosmosWrite): Promise<unknown> {
  const { kind, id, partitionKey } = request;
  const item = id === null ? request.item : { ...request.item, id };
  const options = optionsOf(request);
  if (request.indexing !== null) options.indexingDirective = request.indexing;
  const headers = {
    ...(request.answersItem ? {} : { Prefer: "return=minimal" }),
    ...(partitionKey === undefined ? {} : { [keyHeader]: keyText(partitionKey) }),
  };
  if (Object.keys(headers).length > 0) options.initialHeaders = headers;
  if (kind === "insert") return (await container.items.create(item, options)).resource ?? null;
  if (kind === "upsert") return (await container.items.upsert(item, options)).resource ?? null;
  const own = id ?? (typeof item.id === "string" ? item.id : "");
  if (own === "") throw new Error("An item that is to be replaced needs an 'id'.");
  return (await container.item(own, nativeKey(partitionKey)).replace(item, options)).resource ?? null;
}

function optionsOf({ etag, consistency, preTrigger, postTrigger }: CosmosDelete | CosmosWrite): RequestOptions {
  return {
    ...(etag === null
      ? {}
      : { accessCondition: { type: etag.mustMatch ? "IfMatch" : "IfNoneMatch", condition: etag.value } }),
    ...(consistency === null ? {} : { consistencyLevel: consistency }),
    ...(preTrigger === null ? {} : { preTriggerInclude: preTrigger }),
    ...(postTrigger === null ? {} : { postTriggerInclude: postTrigger }),
  };
}

/** {} is the client's word for items that have no key. */
function nativeKey(key: PartitionKey): NativeKey {
  if (key === undefined) return undefined as unknown as NativeKey;
  return key === "none" ? {} : (key.value as NativeKey);
}

/** Of header lines, which are ASCII. */
const keyText = (key: Exclude<PartitionKey, undefined>): string =>
  JSON.stringify([key === "none" ? {} : key.value]).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
