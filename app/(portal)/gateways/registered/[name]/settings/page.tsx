import { RegisteredPage } from "@/components/gateways/registered-page";
import { pageTitle } from "@/components/text/page-title";

interface Props {
  params: Promise<{ name: string }>;
}

export const generateMetadata = async ({ params }: Props) => pageTitle("gateways", (await params).name);

export default async function Page({ params }: Props) {
  return <RegisteredPage name={decodeURIComponent((await params).name)} tab="settings" />;
}
