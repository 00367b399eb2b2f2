/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` checks types. Here it would check the whole server once more, on every newcomer's first start.
  typescript: { ignoreBuildErrors: true },
};

export default config;
