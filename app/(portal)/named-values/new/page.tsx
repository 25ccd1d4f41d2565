import { NamedValueCreate } from "@/components/named-values/named-value-create";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("named-values");

export default function Page() {
  return <NamedValueCreate />;
}
