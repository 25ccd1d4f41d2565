import { CompareRevisions } from "@/components/activity/compare-revisions";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("activity");

export default function Page() {
  return <CompareRevisions />;
}
