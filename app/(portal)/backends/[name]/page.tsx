import { BackendPage } from "@/components/backends/backend-page";
import { pageTitle } from "@/components/text/page-title";

interface Props {
  params: Promise<{ name: string }>;
}

export const generateMetadata = async ({ params }: Props) => pageTitle("backends", (await params).name);

export default async function Page({ params }: Props) {
  return <BackendPage name={decodeURIComponent((await params).name)} tab="overview" />;
}
