import { certificates } from "@/management/resources/certificates/definition";
import type { FormView } from "../form/form-view";
import { CertificateFile } from "./certificate-file";
import { CertificatePassword } from "./certificate-password";

export const certificateForm: FormView = {
  definition: certificates,
  texts: "certificates",
  applies: (path, values) =>
    !(/^(data|password)$/.test(path) && typeof values.keyVault === "object" && values.keyVault !== null),
  widgets: { data: CertificateFile, password: CertificatePassword },
};
