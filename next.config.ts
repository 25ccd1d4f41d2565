import path from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` type-checks the whole house; doing it again here would only make a first start slower.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "node-forge", "undici", "ws"],
  turbopack: { root: path.resolve(import.meta.dirname) },
  devIndicators: false,
};

export default config;
