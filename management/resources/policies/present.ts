import type { Present, Resource } from "../behaviour";
import { showPolicy } from "./show-policy";

export const present: Present = ({ document, resource, query }) => {
  const properties = showPolicy(String(document.properties.value), query);
  const shown: Resource = { ...resource, properties };
  if (document.type !== "apis/policies") return shown;
  // Version 10.0.0 of Azure's JavaScript client reads these literal names, at APIs only.
  return { ...shown, "properties.value": properties.value, "properties.format": properties.format };
};
