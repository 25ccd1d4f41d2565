import { ApiList } from "@/components/apis/api-list";
import { pageTitle } from "@/components/text/page-title";

export const metadata = pageTitle("apis");

export default function Page() {
  return <ApiList />;
}
