import { BackendList } from "@/components/backends/backend-list";
import { pageTitle } from "@/components/text/page-title";

export const metadata = pageTitle("backends");

export default function Page() {
  return <BackendList />;
}
