import { OwnAccount } from "@/components/people/own-account";
import { pageTitle } from "@/components/text/page-title";
import { minPasswordLength } from "@/management/identity/password-rules";

export const generateMetadata = () => pageTitle("settings");

export default function Page() {
  return <OwnAccount minPasswordLength={minPasswordLength} />;
}
