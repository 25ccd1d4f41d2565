/** The address of the editor of the document that belongs to an owner, at a place of it where one is given. */
export function policyHref(
  owner: string,
  place: { at?: string | null; offset?: number; draft?: string | null; view?: string } = {},
): string {
  const [collection = "", name, child, childName] = owner.split("/").filter(Boolean);
  const page =
    name === undefined
      ? ""
      : child === "operations" && childName !== undefined
        ? `/apis/${encodeURIComponent(name)}/operations/${encodeURIComponent(childName)}`
        : `/${pages[collection] ?? collection}/${encodeURIComponent(name)}`;
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(place))
    if (value !== undefined && value !== null) search.set(key, String(value));
  return `${page}/policy${search.size === 0 ? "" : `?${search}`}`;
}

const pages: Readonly<Record<string, string>> = { policyFragments: "policy-fragments" };
