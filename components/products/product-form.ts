import { products } from "@/management/resources/products/definition";
import type { FormView } from "../form/form-view";

export const productForm: FormView = {
  definition: products,
  texts: "products",
  initial: { displayName: "", state: "published", subscriptionRequired: true },
  assumed: { state: "notPublished", subscriptionRequired: true, approvalRequired: false },
};
