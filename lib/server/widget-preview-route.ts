import type { Route } from './route';

/** The page on which the settings show the widget: a shop's page without content. Only our own pages may frame it, and it may call nobody. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Relais</title>
<style>
  :root { color-scheme: light dark; }
  body { margin: 0; min-height: 100vh; background: light-dark(#f7f7f4, #0f1210); }
  div { height: 12px; margin: 24px 32px; border-radius: 6px; background: light-dark(#e4e4de, #262c29); }
</style>
<div style="width: 30%; height: 20px"></div><div style="width: 70%"></div><div style="width: 62%"></div>
<script src="/widget.js" data-preview></script>
`;

/** What stands in the settings' preview of the chat widget; the settings page tells it how to look. */
export const widgetPreviewRoute: Route = {
  name: 'widget-preview',
  path: '/widget-preview',
  methods: ['GET', 'HEAD'],
  access: 'anyone',
  bodyLimit: 0,
  async handle(request, response) {
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('X-Frame-Options', 'SAMEORIGIN');
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : PAGE);
  },
};
