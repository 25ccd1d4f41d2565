import { NodePage } from "@/components/gateways/node-page";
import { pageTitle } from "@/components/text/page-title";

interface Props {
  params: Promise<{ node: string }>;
}

export const generateMetadata = async ({ params }: Props) => pageTitle("gateways", (await params).node);

export default async function Page({ params }: Props) {
  return <NodePage name={decodeURIComponent((await params).node)} />;
}
