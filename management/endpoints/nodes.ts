import type { NodeStatus } from "../publish/status";
import { conflict, resourceNotFound } from "../refusals";
import { defineEndpoint } from "./define";

/** The gateways that follow this service, and where each of them is. */
export const nodes = [
  defineEndpoint({
    method: "GET",
    path: "nodes",
    role: "reader",
    summary: "Lists the gateway nodes: connected or not, the revision each serves and how far it is behind.",
    async handle({ context }) {
      const value = (await context.management.publish.nodes()).map(shownNode);
      return { status: 200, body: { value, count: value.length } };
    },
  }),
  defineEndpoint({
    method: "GET",
    path: "nodes/{node}",
    role: "reader",
    summary: "Shows one gateway node.",
    async handle({ context, parameters }) {
      const node = (await context.management.publish.nodes()).find(({ name }) => name === parameters.node);
      if (node === undefined) throw resourceNotFound("Gateway node");
      return { status: 200, body: shownNode(node) };
    },
  }),
  defineEndpoint({
    method: "DELETE",
    path: "nodes/{node}",
    role: "editor",
    summary: "Forgets a node that is gone; one that is connected stays.",
    async handle({ context, parameters }) {
      const { publish, store } = context.management;
      const node = (await publish.nodes()).find(({ name }) => name === parameters.node);
      if (node === undefined) return { status: 204 };
      if (node.connected) {
        throw conflict(`The node '${node.name}' is connected. Stop that gateway first; it would only come back.`);
      }
      await store.nodes.remove(node.name);
      return { status: 200 };
    },
  }),
] as const;

export const shownNode = (node: NodeStatus) => ({
  ...node,
  startedAt: new Date(node.startedAt).toISOString(),
  seenAt: new Date(node.seenAt).toISOString(),
});
