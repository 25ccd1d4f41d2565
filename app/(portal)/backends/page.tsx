import { BackendList } from "@/components/backends/backend-list";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("backends");

export default function Page() {
  return <BackendList />;
}
