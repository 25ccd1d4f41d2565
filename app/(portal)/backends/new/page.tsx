import { BackendCreate } from "@/components/backends/backend-create";
import { pageTitle } from "@/components/text/page-title";

export const metadata = pageTitle("backends");

export default function Page() {
  return <BackendCreate />;
}
