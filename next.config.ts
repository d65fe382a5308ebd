import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { connectSources } from "./lib/live/connect-sources";

const developing = process.env.NODE_ENV === "development";

const contentSecurity = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${developing ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  // in development the page hears of new code by a socket
  `connect-src ${[...connectSources(process.env), ...(developing ? ["ws:"] : [])].join(" ")}`,
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  // without JavaScript the sign-in buttons are forms, and their answer sends the browser on to the provider
  "form-action 'self' https://github.com https://accounts.google.com",
  "frame-ancestors 'none'",
].join("; ");

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
  experimental: { turbopackChunking: { minChunkSize: 6000, maxMergeChunkSize: 24000 } },
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "nodemailer"],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Content-Security-Policy", value: contentSecurity },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
    { source: "/sign-in/confirm", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
    // The address of a wall is a secret: it must not travel to anything the projector opens.
    { source: "/wall/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
  ],
};

const withWords = createNextIntlPlugin({
  requestConfig: "./lib/web/messages.ts",
  experimental: {
    messages: { path: "./messages", format: "json", locales: "infer", precompile: true },
  },
});

export default withWords(config);
