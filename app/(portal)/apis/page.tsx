import { ApiList } from "@/components/apis/api-list";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("apis");

export default function Page() {
  return <ApiList />;
}
