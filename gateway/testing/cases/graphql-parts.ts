import { expect } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { check } from "@/policy/check";
import { api, graphqlSchema, policy } from "../documents";
import type { CasePart } from "./parse-case";

const exists = () => true;
const known = { namedValues: exists, backends: exists, fragments: exists, certificates: exists };

/** "=== graphql": the schema that makes the API a GraphQL one. */
export function graphqlApi(apiName: string, serviceUrl: string | null, text: string): GatewayDocument[] {
  return [api(apiName, { type: "graphql", path: "", serviceUrl }), graphqlSchema(apiName, text)];
}

/** "=== resolver Query/user": the policy of one of its fields. */
export function graphqlResolver(
  apiName: string,
  { words: [path = ""], line }: CasePart,
  value: string,
): GatewayDocument[] {
  const problems = check(value, { kind: "resolver", scope: "api", known }).filter(
    ({ severity }) => severity === "error",
  );
  expect(problems, `resolver at line ${line}`).toEqual([]);
  const name = path.replace("/", "-").toLowerCase();
  const id = `/apis/${apiName}/resolvers/${name}`;
  return [{ id, name, type: "apis/resolvers", properties: { path } }, policy(id, value)];
}
