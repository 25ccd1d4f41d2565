import { DraftList } from "@/components/activity/draft-list";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("activity");

export default function Page() {
  return <DraftList />;
}
