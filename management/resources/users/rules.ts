import { conflict } from "../../refusals";
import type { Removing, Rules, Writing } from "../behaviour";

/** Everybody is a developer from the start. */
const developers = "/groups/developers";
/** Made with the service, as in Azure. */
const administrator = "/users/1";

export const rules: Rules = {
  async write(writing) {
    const { properties } = writing;
    const { appType: _appType, confirmation: _confirmation, ...kept } = properties;
    if (kept.password === "") delete kept.password;
    const identities = properties.identities ?? writing.before?.properties.identities;
    writing.properties = {
      ...kept,
      state: kept.state ?? "active",
      identities: identities ?? [{ provider: "Basic", id: String(properties.email) }],
    };
    await checkEmail(writing);
  },

  async written({ document: { id, name }, before, tx, write }) {
    if (before !== null || (await tx.read(developers)) === null) return;
    await write({
      id: `${developers}${id}`,
      name,
      type: "groups/users",
      parentId: developers,
      properties: {},
    });
  },

  async remove(removing) {
    if (removing.document.id === administrator) {
      throw conflict("The built-in user 'Administrator' cannot be deleted.");
    }
    await removeWhatFollows(removing);
  },
};

async function checkEmail({ id, properties, tx, refuse }: Writing): Promise<void> {
  const wanted = String(properties.email).toLowerCase();
  const { documents } = await tx.list({ type: "users" });
  const other = documents.find((each) => each.id !== id && String(each.properties.email).toLowerCase() === wanted);
  if (other !== undefined) refuse("email", `User '${other.name}' has this address already.`);
}

/** Memberships end with the user; subscriptions only where that is asked for. */
async function removeWhatFollows({ document, query, tx }: Removing): Promise<void> {
  const alsoSubscriptions = query.get("deleteSubscriptions")?.toLowerCase() === "true";
  for (const { from, to } of await tx.usedBy(document.id)) {
    if (to !== document.id) continue;
    if (from.startsWith("/groups/") || (alsoSubscriptions && from.startsWith("/subscriptions/"))) await tx.remove(from);
  }
}
