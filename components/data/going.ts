import type { QueryKey } from "@tanstack/react-query";

/** Documents that are being deleted: what is still on the page of one must not ask for it again. */
const going = new Set<string>();
const staysMs = 3_000;

export const isGoing = (key: QueryKey): boolean => {
  const at = key[2];
  return typeof at === "string" && [...going].some((path) => at === path || at.startsWith(`${path}/`));
};

/** Runs what deletes these documents, and keeps them from being read while it does and while their pages are left. */
export async function whileGoing<T>(paths: readonly string[], work: () => Promise<T>): Promise<T> {
  const keys = paths.map((path) => path.toLowerCase());
  for (const key of keys) going.add(key);
  const stay = () => {
    for (const key of keys) going.delete(key);
  };
  try {
    const result = await work();
    setTimeout(stay, staysMs);
    return result;
  } catch (refusal) {
    stay();
    throw refusal;
  }
}
