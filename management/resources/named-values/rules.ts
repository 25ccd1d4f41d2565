import type { Json } from "@/lib/json";
import type { Rules, Writing, Written } from "../behaviour";
import { withVaultStatus } from "../key-vault";
import { isPointer, mapLeaves, secretIds } from "../secret-fields";
import { namedValuesIn, renameNamedValue } from "./reference";

export const rules: Rules = {
  async write(writing) {
    settleSource(writing);
    await checkUnique(writing);
    checkNesting(writing);
    const before = writing.before?.properties ?? null;
    writing.properties = withVaultStatus(writing.properties, before, new Date());
  },
  written: rewriteReferences,
};

/** The value is given, or comes from a key vault; what was stored of the other goes. */
function settleSource(writing: Writing): void {
  const { before, refuse } = writing;
  const { value, keyVault, ...rest } = writing.properties;
  if (keyVault === undefined) {
    if (value === undefined) refuse("value", "Is required, unless the value comes from a key vault.");
    return;
  }
  if (rest.secret === false) refuse("secret", "A value from a key vault is always secret.");
  const sent = typeof value === "string" && (before === null || value !== before.properties.value);
  if (sent) refuse("value", "Give a value or a key vault, not both.");
  const identifier = (keyVault as { secretIdentifier?: Json }).secretIdentifier;
  if (identifier === undefined) refuse("keyVault.secretIdentifier", "Is required.");
  writing.properties = { ...rest, secret: true, keyVault };
}

async function checkUnique({ id, properties, tx, refuse }: Writing): Promise<void> {
  const value = String(properties.displayName);
  const filter = { op: "eq" as const, member: ["displayName"], value };
  const { documents } = await tx.list({ type: "namedValues", filter });
  const other = documents.find((document) => document.id !== id);
  if (other !== undefined)
    refuse("displayName", `The named value '${other.name}' has the display name '${value}' already.`);
}

/** A reference inside a value would never be replaced. An expression may hold double braces of its own. */
function checkNesting({ properties: { value }, refuse }: Writing): void {
  if (typeof value !== "string" || value.trimStart().startsWith("@")) return;
  const [nested] = namedValuesIn(value);
  if (nested !== undefined) refuse("value", `A named value cannot refer to another: {{${nested}}}.`);
}

/** Users refer by display name, so a new one is written into each of them, in the same change. */
async function rewriteReferences({ document, before, tx, write }: Written): Promise<void> {
  const from = before?.properties.displayName;
  const to = document.properties.displayName;
  if (typeof from !== "string" || typeof to !== "string" || from === to) return;
  for (const user of await tx.usedBy(document.id)) {
    const found = await tx.read(user.from);
    if (found === null) continue;
    const opened = await tx.openSecrets(secretIds(found.properties));
    const properties = mapLeaves(found.properties, (value) => {
      const clear = isPointer(value) ? opened.get(value.$secret) : value;
      if (typeof clear !== "string") return value;
      const renamed = renameNamedValue(clear, from, to);
      return renamed === clear ? value : renamed;
    });
    const { id, name, type, parentId } = found;
    await write({ id, name, type, parentId, properties: properties as typeof found.properties });
  }
}
