import { NamedValueList } from "@/components/named-values/named-value-list";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("named-values");

export default function Page() {
  return <NamedValueList />;
}
