import type { Rules, Writing } from "../behaviour";
import { otherOpenProduct } from "./other-open-product";

export const rules: Rules = {
  async write(writing) {
    const { properties } = writing;
    const subscriptionRequired = properties.subscriptionRequired ?? true;
    if (!subscriptionRequired && properties.approvalRequired === true) {
      writing.refuse("approvalRequired", "Can be true only where subscriptionRequired is true.");
    }
    if (!subscriptionRequired && typeof properties.subscriptionsLimit === "number") {
      writing.refuse("subscriptionsLimit", "Can be given only where subscriptionRequired is true.");
    }
    writing.properties = {
      ...properties,
      subscriptionRequired,
      ...(subscriptionRequired ? { approvalRequired: properties.approvalRequired ?? false } : {}),
      state: properties.state ?? "notPublished",
    };
    if (writing.properties.subscriptionsLimit === null) delete writing.properties.subscriptionsLimit;
    if (!subscriptionRequired) delete writing.properties.approvalRequired;
    if (!subscriptionRequired && writing.before?.properties.subscriptionRequired === true) await checkOpening(writing);
  },

  async remove({ document, query, tx }) {
    if (query.get("deleteSubscriptions")?.toLowerCase() !== "true") return;
    for (const { from, to } of await tx.usedBy(document.id)) {
      if (to === document.id && from.startsWith("/subscriptions/")) await tx.remove(from);
    }
  },
};

async function checkOpening({ id, tx, refuse }: Writing): Promise<void> {
  const { documents } = await tx.list({ type: "products/apis", parentId: id });
  for (const link of documents) {
    const other = await otherOpenProduct(tx, `/apis/${link.name.toLowerCase()}`, id);
    if (other === null) continue;
    refuse(
      "subscriptionRequired",
      `API '${link.name}' is in the open product '${other.name}' already; an API can be in one open product only.`,
    );
  }
}
