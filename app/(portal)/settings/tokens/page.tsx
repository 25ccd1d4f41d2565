import { TokenList } from "@/components/people/token-list";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("settings");

export default function Page() {
  return <TokenList />;
}
