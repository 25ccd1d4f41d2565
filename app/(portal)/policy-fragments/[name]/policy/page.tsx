import { PolicyFragmentPage } from "@/components/policy-fragments/policy-fragment-page";
import { pageTitle } from "@/components/text/page-title";

interface Props {
  params: Promise<{ name: string }>;
}

export const generateMetadata = async ({ params }: Props) => pageTitle("policy-fragments", (await params).name);

export default async function Page({ params }: Props) {
  return <PolicyFragmentPage name={decodeURIComponent((await params).name)} tab="policy" />;
}
