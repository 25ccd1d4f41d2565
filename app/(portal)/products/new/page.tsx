import { ProductCreate } from "@/components/products/product-create";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("products");

export default function Page() {
  return <ProductCreate />;
}
