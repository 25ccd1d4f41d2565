import { Overview } from "@/components/overview/overview";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("overview");

export default function Page() {
  return <Overview />;
}
