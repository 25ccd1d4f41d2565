import { ServicePolicy } from "@/components/policies/service-policy";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("policy");

export default function Page() {
  return <ServicePolicy />;
}
