import path from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` type-checks the whole house; doing it again here would only make a first start slower.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "node-forge", "undici", "ws"],
  turbopack: {
    root: path.resolve(import.meta.dirname),
    // Texts come compiled (messages/compile-messages.ts), so that no page needs the parser of ICU.
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
  },
  devIndicators: false,
};

export default config;
