import { EnvironmentsDoor } from "@/components/test-console/environments/environments-door";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("settings");

export default function Page() {
  return <EnvironmentsDoor />;
}
