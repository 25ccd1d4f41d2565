/** Environment.NewLine, with which texts, indented JSON and XML are laid out: that of .NET on Linux, where self-hosted gateways run. */
export const newLine = "\n";
