import { ActivityLog } from "@/components/activity/activity-log";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("activity");

export default function Page() {
  return <ActivityLog />;
}
