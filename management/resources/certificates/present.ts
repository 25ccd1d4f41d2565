import type { Present } from "../behaviour";

/** The certificate itself is for gateways; the contract tells what it is called and how long it lasts. */
export const present: Present = ({ resource }) => {
  const { certificatePem: _, ...properties } = resource.properties as { certificatePem?: string };
  return { ...resource, properties };
};
