import { ApiCreate } from "@/components/apis/api-create";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("apis");

export default function Page() {
  return <ApiCreate />;
}
