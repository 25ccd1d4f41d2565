import { PolicyFragmentCreate } from "@/components/policy-fragments/policy-fragment-create";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("policy-fragments");

export default function Page() {
  return <PolicyFragmentCreate />;
}
