const longest = 60;

/** An id for a draft of this title that none of these has. */
export function draftIdFor(title: string, taken: readonly string[]): string {
  const words = title
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, "");
  const wanted = words === "" ? "draft" : words;
  if (!taken.includes(wanted)) return wanted;
  let count = 2;
  while (taken.includes(`${wanted}-${count}`)) count++;
  return `${wanted}-${count}`;
}
