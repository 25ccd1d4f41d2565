import type { Json } from "@/lib/json";

/** "$.items[0]['a name']" or "/items/0/a name" as its steps; null: it is neither. */
export function readJsonPath(path: string): string[] | null {
  if (path === "" || path === "$") return [];
  if (path.startsWith("/")) {
    return path
      .slice(1)
      .split("/")
      .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  if (!path.startsWith("$")) return null;
  const steps: string[] = [];
  const step = /\.([^.[\]'"\s]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/y;
  for (let at = 1; at < path.length; at = step.lastIndex) {
    step.lastIndex = at;
    const found = step.exec(path);
    if (found === null) return null;
    steps.push(found[1] ?? found[2] ?? found[3] ?? found[4] ?? "");
  }
  return steps;
}

/** What stands there; undefined: nothing does. */
export function atJsonPath(value: Json, steps: readonly string[]): Json | undefined {
  let at: Json | undefined = value;
  for (const step of steps) {
    if (Array.isArray(at)) at = /^\d+$/.test(step) ? at[Number(step)] : undefined;
    else if (typeof at === "object" && at !== null) at = Object.hasOwn(at, step) ? at[step] : undefined;
    else return undefined;
  }
  return at;
}
