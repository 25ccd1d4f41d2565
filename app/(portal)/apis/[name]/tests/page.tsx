import { ApiPage } from "@/components/apis/api-page";
import { pageTitle } from "@/components/text/page-title";

interface Props {
  params: Promise<{ name: string }>;
}

export const generateMetadata = async ({ params }: Props) => pageTitle("apis", (await params).name);

export default async function Page({ params }: Props) {
  return <ApiPage name={decodeURIComponent((await params).name)} tab="tests" />;
}
