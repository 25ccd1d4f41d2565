import { EnvironmentsPage } from "@/components/test-console/environments/environments-page";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("settings");

export default function Page() {
  return <EnvironmentsPage />;
}
