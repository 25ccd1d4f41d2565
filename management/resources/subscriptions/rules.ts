import { conflict } from "../../refusals";
import type { Rules, Writing } from "../behaviour";
import { canonicalId } from "../canonical";
import { isPointer } from "../secret-fields";
import { checkLimit } from "./check-limit";
import { canonicalScope } from "./scope";
import { settleState } from "./settle-state";
import { generateKey, takenKeys } from "./subscription-keys";

const keyFields = ["primaryKey", "secondaryKey"] as const;

export const rules: Rules = {
  async write(writing) {
    settleScope(writing);
    await settleOwner(writing);
    settleState(writing);
    await settleKeys(writing);
    await checkLimit(writing);
  },

  remove({ document }) {
    if (document.id === "/subscriptions/master") {
      throw conflict("The built-in subscription 'master' cannot be deleted. Suspend it, or regenerate its keys.");
    }
  },
};

function settleScope(writing: Writing): void {
  const scope = canonicalScope(String(writing.properties.scope));
  if (scope === null) {
    writing.refuse(
      "scope",
      "Must be /products/{productId}, /apis/{apiId}, /apis for all APIs, or / for all APIs and products.",
    );
    return;
  }
  writing.properties.scope = scope;
}

async function settleOwner(writing: Writing): Promise<void> {
  const { ownerId } = writing.properties;
  if (typeof ownerId !== "string") return;
  if (ownerId === "") {
    delete writing.properties.ownerId;
    return;
  }
  const owner = canonicalId(ownerId);
  if (!/^\/users\/[^/]+$/.test(owner)) return writing.refuse("ownerId", "Must be /users/{userId}.");
  writing.properties.ownerId = owner;
  // One that was named before there were users stays named until it is changed.
  const isOld = writing.before?.properties.ownerId === owner;
  if (!isOld || (await writing.tx.read(owner)) !== null) writing.refer(owner, "ownerId");
}

async function settleKeys(writing: Writing): Promise<void> {
  const { properties, before, tx } = writing;
  const given: { field: string; key: string }[] = [];
  for (const field of keyFields) {
    const key = properties[field];
    if (typeof key !== "string" && !isPointer(key)) properties[field] = before?.properties[field] ?? generateKey();
    else if (typeof key === "string") given.push({ field, key });
  }
  if (given.length === 0) return;
  const taken = await takenKeys(
    tx,
    writing.id,
    given.map(({ key }) => key),
  );
  for (const { field, key } of given) {
    if (taken.has(key))
      writing.refuse(field, "Another subscription has this key. Choose another, or leave it out to have one made.");
  }
}
