import { linkedApi, settleLink } from "../apis/api-links";
import type { Rules } from "../behaviour";
import { otherOpenProduct } from "../products/other-open-product";

export const rules: Rules = {
  async write(writing) {
    await settleLink(writing);
    const { tx, parentId } = writing;
    const product = parentId === null ? null : await tx.read(parentId);
    if (product === null || product.properties.subscriptionRequired !== false) return;
    const other = await otherOpenProduct(tx, linkedApi(writing.id), product.id);
    if (other === null) return;
    writing.refuse(
      "apiId",
      `API '${writing.name}' is in the open product '${other.name}' already; an API can be in one open product only.`,
    );
  },
};
