/** An account of Cosmos DB, as its connection string says. */
export interface CosmosAccount {
  readonly endpoint: URL;
  readonly key: string | null;
}

/** What is wrong with a connection string, in words that hold none of its values. */
export class CosmosAccountProblem extends Error {}

export function parseCosmosAccount(connectionString: string, usesIdentity: boolean): CosmosAccount {
  const parts = new Map<string, string>();
  for (const part of connectionString.split(";")) {
    if (part.trim() === "") continue;
    const at = part.indexOf("=");
    const name = part.slice(0, at).trim().toLowerCase();
    if (at < 0 || !["accountendpoint", "accountkey", "database"].includes(name)) {
      throw new CosmosAccountProblem("The connection string must be 'AccountEndpoint=...;AccountKey=...;'.");
    }
    // The documentation's own examples break the line within the host's name.
    parts.set(name, part.slice(at + 1).replace(/\s+/g, ""));
  }
  const endpoint = parts.get("accountendpoint") ?? "";
  if (!/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint)) {
    throw new CosmosAccountProblem("The connection string's AccountEndpoint must be a URL of http or https.");
  }
  const url = new URL(endpoint);
  if (usesIdentity) {
    if (url.protocol !== "https:") {
      throw new CosmosAccountProblem("The token of an identity is shown to an AccountEndpoint of https only.");
    }
    return { endpoint: url, key: null };
  }
  const key = parts.get("accountkey") ?? "";
  if (key === "") throw new CosmosAccountProblem("The connection string has no AccountKey, and no identity is used.");
  return { endpoint: url, key };
}
