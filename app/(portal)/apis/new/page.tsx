import { ApiCreate } from "@/components/apis/api-create";
import { pageTitle } from "@/components/text/page-title";

export const metadata = pageTitle("apis");

export default function Page() {
  return <ApiCreate />;
}
