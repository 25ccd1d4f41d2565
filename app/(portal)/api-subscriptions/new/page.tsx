import { SubscriptionCreate } from "@/components/subscriptions/subscription-create";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("subscriptions");

export default function Page() {
  return <SubscriptionCreate />;
}
