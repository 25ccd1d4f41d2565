"use client";

import { useTranslations } from "use-intl";
import type { Resource } from "../data/resource";
import { Badge } from "../ui/badge";

export function BackendKind({ resource }: { resource: Resource }) {
  const t = useTranslations("kinds.backends.fields.type.options");
  const { properties } = resource;
  const inner = properties.properties;
  if (typeof inner === "object" && inner !== null && "serviceFabricCluster" in inner)
    return <Badge>Service Fabric</Badge>;
  return <Badge>{t(properties.type === "Pool" ? "Pool" : "Single")}</Badge>;
}
