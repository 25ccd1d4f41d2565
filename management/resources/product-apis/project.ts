import { linkedApi } from "../apis/api-links";
import type { Project } from "../behaviour";

export const project: Project = ({ document: { id, name, parentId } }) => ({
  id,
  name,
  type: "products/apis",
  properties: { productId: parentId ?? "", apiId: linkedApi(id) },
});
