/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // A server serves the copy of the build that it started on: building again does not pull it away (lib/cli/build).
  ...(process.env.RELAIS_PAGES && { distDir: process.env.RELAIS_PAGES }),
  // Help pages are texts (the studio's step help).
  turbopack: { rules: { '*.md': { type: 'text' } } },
  // `npm run check` checks types. Here it would check the whole server once more, on every newcomer's first start.
  typescript: { ignoreBuildErrors: true },
};

export default config;
