import { SubscriptionPage } from "@/components/subscriptions/subscription-page";
import { pageTitle } from "@/components/text/page-title";

interface Props {
  params: Promise<{ name: string }>;
}

export const generateMetadata = async ({ params }: Props) => pageTitle("subscriptions", (await params).name);

export default async function Page({ params }: Props) {
  return <SubscriptionPage name={decodeURIComponent((await params).name)} tab="settings" />;
}
