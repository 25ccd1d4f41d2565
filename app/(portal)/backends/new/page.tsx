import { BackendCreate } from "@/components/backends/backend-create";
import { pageTitle } from "@/components/text/page-title";

export const generateMetadata = () => pageTitle("backends");

export default function Page() {
  return <BackendCreate />;
}
