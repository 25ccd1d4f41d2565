import { ProductList } from "@/components/products/product-list";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("products");

export default function Page() {
  return <ProductList />;
}
