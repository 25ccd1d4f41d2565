import { RegisteredList } from "@/components/gateways/registered-list";
import { pageTitle } from "@/components/text/page-title";

export const metadata = pageTitle("gateways");

export default function Page() {
  return <RegisteredList />;
}
