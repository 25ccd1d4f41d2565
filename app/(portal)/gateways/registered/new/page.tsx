import { RegisteredCreate } from "@/components/gateways/registered-create";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("gateways");

export default function Page() {
  return <RegisteredCreate />;
}
