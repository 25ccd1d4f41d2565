import type { JsonObject } from "@/lib/json";
import type { Present } from "../behaviour";

export const present: Present = ({ resource }) => ({ ...resource, properties: groupContract(resource.properties) });

/** What an external group is called elsewhere is said of every group. */
export const groupContract = (properties: unknown): JsonObject => ({ externalId: null, ...(properties as JsonObject) });
