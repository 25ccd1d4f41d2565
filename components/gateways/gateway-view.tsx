import { RadioTower } from "lucide-react";
import type { Resource } from "../data/resource";
import { isObject } from "../diff/is-object";
import type { KindView } from "../resources/kind-view";
import { RegisteredNode } from "./registered-node";

export const gatewayView: KindView = {
  texts: "gateways",
  section: "gateways",
  icon: RadioTower,
  collection: "/gateways",
  href: "/gateways/registered",
  titleOf: (resource) => resource.name,
  search: ["description"],
  columns: [
    { id: "name", width: "minmax(160px, 2fr)", sort: "name", render: ({ name }) => name },
    { id: "node", width: "180px", render: ({ name }) => <RegisteredNode name={name} /> },
    { id: "location", width: "minmax(140px, 2fr)", phone: "hidden", render: (resource) => locationOf(resource) },
    {
      id: "description",
      width: "minmax(180px, 3fr)",
      sort: "description",
      phone: "hidden",
      render: ({ properties }) => String(properties.description ?? ""),
    },
  ],
  form: async () => (await import("./gateway-form")).gatewayForm,
};

/** "Rack 4, Malmö, Sweden" */
export function locationOf({ properties }: Resource): string {
  const { locationData } = properties;
  if (!isObject(locationData)) return "";
  const { name, district, city, countryOrRegion } = locationData;
  return [name, district, city, countryOrRegion].filter((part) => typeof part === "string" && part !== "").join(", ");
}
