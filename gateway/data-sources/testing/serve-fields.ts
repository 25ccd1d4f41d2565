import type { GatewayDocument } from "@/contract/documents";
import { api, defaultGlobalPolicy, graphqlSchema, operation, policy } from "@/gateway/testing/documents";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import type { ManagedIdentity } from "@/policy/host/managed-identity";

export interface FieldServer {
  readonly gateway: GatewayFixture;
  ask(query: string, variables?: object): Promise<{ data?: unknown; errors?: { message: string }[] }>;
}

/** A gateway with a synthetic GraphQL API, whose fields ("Query/user") have these policies. */
export async function serveFields(
  schema: string,
  resolvers: Readonly<Record<string, string>>,
  {
    managedIdentity = noIdentity,
    egress = ["127.0.0.1"],
    trustedAuthorities = [],
  }: { managedIdentity?: ManagedIdentity; egress?: string[]; trustedAuthorities?: string[] } = {},
): Promise<FieldServer> {
  const documents: GatewayDocument[] = [
    defaultGlobalPolicy,
    api("g", { type: "graphql", serviceUrl: null, protocols: ["http", "https", "ws", "wss"] }),
    operation("g", "POST", "/"),
    operation("g", "GET", "/"),
    graphqlSchema("g", schema),
  ];
  for (const [path, value] of Object.entries(resolvers)) {
    const name = path.replace("/", "-").toLowerCase();
    const id = `/apis/g/resolvers/${name}`;
    documents.push({ id, name, type: "apis/resolvers", properties: { path } }, policy(id, value));
  }
  const gateway = await startGateway(documents, {
    egress: { allow: egress },
    services: { managedIdentity },
    trustedAuthorities,
  });
  return {
    gateway,
    ask: async (query, variables) => {
      const body = JSON.stringify({ query, variables });
      return (await fetch(`${gateway.url}/g`, { method: "POST", body })).json() as Promise<{ data?: unknown }>;
    },
  };
}

const noIdentity: ManagedIdentity = { token: () => Promise.reject(new Error("there is no identity")) };
