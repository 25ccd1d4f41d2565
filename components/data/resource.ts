import type { JsonObject } from "@/lib/json";
import { serviceId } from "@/lib/service-id";

/** A document as the management API shows it. */
export interface Resource {
  id: string;
  type: string;
  name: string;
  properties: JsonObject;
}

export interface ResourceList {
  value: Resource[];
  count: number;
  nextLink?: string | null;
}

/** "/backends/orders" from a full ARM id, or as it is. */
export const belowService = (id: string): string =>
  id.toLowerCase().startsWith(serviceId.toLowerCase()) ? id.slice(serviceId.length) : id;

export const lastSegment = (id: string): string => id.slice(id.lastIndexOf("/") + 1);
