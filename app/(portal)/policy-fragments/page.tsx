import { PolicyFragmentList } from "@/components/policy-fragments/policy-fragment-list";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("policy-fragments");

export default function Page() {
  return <PolicyFragmentList />;
}
