import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  distDir: process.env.TWOFEET_DIST ?? ".next",
  poweredByHeader: false,
  // types are a stage of `npm test`; a first start should not wait for them
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // titles in the head at once: a page must be whole without JavaScript too
  htmlLimitedBots: /.*/,
  devIndicators: false,
  // large merged chunks carry next/link three times; small shared ones carry it once
  // a zip of runbooks, or pictures of an incident
  experimental: {
    serverActions: { bodySizeLimit: "16mb" },
    turbopackChunking: { minChunkSize: 6000, maxMergeChunkSize: 24000 },
  },
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "nodemailer"],
};

const withWords = createNextIntlPlugin({
  requestConfig: "./lib/web/messages.ts",
  experimental: {
    messages: { path: "./messages", format: "json", locales: "infer", precompile: true },
  },
});

export default withWords(config);
