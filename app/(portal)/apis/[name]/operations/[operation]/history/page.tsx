import { OperationPage } from "@/components/operations/operation-page";
import { pageTitle } from "@/components/text/page-title";

interface Props {
  params: Promise<{ name: string; operation: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { name, operation } = await params;
  return pageTitle("apis", operation, name);
}

export default async function Page({ params }: Props) {
  const { name, operation } = await params;
  return <OperationPage api={decodeURIComponent(name)} name={decodeURIComponent(operation)} tab="history" />;
}
