import { OperationCreate } from "@/components/operations/operation-create";
import { pageTitle } from "@/components/text/page-title";

interface Props {
  params: Promise<{ name: string }>;
}

export const generateMetadata = async ({ params }: Props) => pageTitle("apis", (await params).name);

export default async function Page({ params }: Props) {
  return <OperationCreate api={decodeURIComponent((await params).name)} />;
}
