import type { Present } from "../behaviour";
import { fullId } from "../full-id";

/** As in Azure, the id is the product's own. */
export const present: Present = ({ document: { name }, resource }) => ({
  ...resource,
  id: fullId({ id: `/products/${name}`, type: "products", name }),
});
