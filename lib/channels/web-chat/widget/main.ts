import { mountWidget, type Widget } from './widget';

declare global {
  interface Window {
    /** What a page may ask of the widget. */
    Relais?: Widget;
  }
}

// <script async src="https://host/widget.js" data-key="<public key>" data-language="fr"></script>
const tag = document.currentScript;
if (tag instanceof HTMLScriptElement && !window.Relais) start(tag);

function start({ src, dataset }: HTMLScriptElement): void {
  const { key, language, preview } = dataset;
  if (!key && preview === undefined) {
    console.error('Relais: the script tag has no data-key.');
    return;
  }
  let widget: Widget | null = null;
  let wanted = false;
  let look: Parameters<Widget['show']>[0] | null = null;
  window.Relais = {
    open() {
      wanted = true;
      widget?.open();
    },
    close() {
      wanted = false;
      widget?.close();
    },
    show(config) {
      look = config;
      widget?.show(config);
    },
  };
  const mount = (): void => {
    widget = mountWidget({ origin: new URL(src).origin, publicKey: key ?? '', preview: preview !== undefined, language: language || document.documentElement.lang || navigator.language || 'en' });
    if (look) widget.show(look);
    if (wanted) widget.open();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', mount);
  else mount();
}
