import type { JsonObject } from "@/lib/json";
import type { Present } from "../behaviour";
import { showPolicy } from "../policies/show-policy";

export const present: Present = ({ document, resource, query }) => {
  const { value, description } = document.properties;
  const described: JsonObject = description === undefined ? {} : { description };
  return {
    ...resource,
    properties: { ...described, ...showPolicy(String(value), query), provisioningState: "Succeeded" },
  };
};
