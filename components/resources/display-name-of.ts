import type { Resource } from "../data/resource";

/** What people call it; its id where it has no such name. */
export const displayNameOf = ({ name, properties }: Pick<Resource, "name" | "properties">): string =>
  typeof properties.displayName === "string" ? properties.displayName : name;
