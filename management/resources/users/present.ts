import type { JsonObject } from "@/lib/json";
import type { Present, Presenting } from "../behaviour";
import { groupsOf } from "./groups-of-user";

export const present: Present = async (presenting) => {
  const { document, resource, query, read } = presenting;
  const shown = withRegistration(presenting);
  if (query.get("expandGroups")?.toLowerCase() !== "true") return { ...resource, properties: shown };
  const groups = (await groupsOf(read, document.name)).map(({ properties }) => properties);
  return { ...resource, properties: { ...shown, groups } };
};

/** When somebody was written down first. */
export function withRegistration({ document, resource }: Pick<Presenting, "document" | "resource">): JsonObject {
  const registrationDate = `${document.createdAt.toISOString().slice(0, 19)}Z`;
  return { ...(resource.properties as JsonObject), registrationDate };
}
