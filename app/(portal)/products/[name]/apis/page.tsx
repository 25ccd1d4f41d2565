import { ProductPage } from "@/components/products/product-page";
import { pageTitle } from "@/components/text/page-title";

interface Props {
  params: Promise<{ name: string }>;
}

export const generateMetadata = async ({ params }: Props) => pageTitle("products", (await params).name);

export default async function Page({ params }: Props) {
  return <ProductPage name={decodeURIComponent((await params).name)} tab="apis" />;
}
