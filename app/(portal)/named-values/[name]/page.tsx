import { NamedValuePage } from "@/components/named-values/named-value-page";
import { pageTitle } from "@/components/text/page-title";

interface Props {
  params: Promise<{ name: string }>;
}

export const generateMetadata = async ({ params }: Props) => pageTitle("named-values", (await params).name);

export default async function Page({ params }: Props) {
  return <NamedValuePage name={decodeURIComponent((await params).name)} tab="overview" />;
}
