import { SubscriptionList } from "@/components/subscriptions/subscription-list";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("subscriptions");

export default function Page() {
  return <SubscriptionList />;
}
