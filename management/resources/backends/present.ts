import type { Present } from "../behaviour";

/** When to reconnect is for gateways; the contract has no such member. */
export const present: Present = ({ resource }) => {
  const { reconnectAt: _, ...properties } = resource.properties as { reconnectAt?: number };
  return { ...resource, properties };
};
