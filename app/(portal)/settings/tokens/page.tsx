import { TokenList } from "@/components/people/token-list";
import { pageTitle } from "@/components/text/page-title";

export const metadata = pageTitle("settings");

export default function Page() {
  return <TokenList />;
}
