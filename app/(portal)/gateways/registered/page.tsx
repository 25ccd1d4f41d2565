import { RegisteredList } from "@/components/gateways/registered-list";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("gateways");

export default function Page() {
  return <RegisteredList />;
}
