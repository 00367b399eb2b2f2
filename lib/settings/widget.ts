import type { Caller } from '@/lib/auth/caller';
import type { AccentCheck } from '@/lib/channels/web-chat/accent';
import type { WebChatSettings } from '@/lib/channels/web-chat/settings';
import type { WireConfig } from '@/lib/channels/web-chat/wire';

/** widget.list: one web chat. `settings` are what its widget obeys; `name` is what colleagues call it. */
export interface WidgetView {
  id: string;
  name: string;
  publicKey: string;
  flowId: string | null;
  settings: WebChatSettings;
}

/** What customers may be given: flows, and the workspace's languages. */
export interface WidgetsView {
  connections: WidgetView[];
  flows: { id: string; name: string; published: boolean }[];
  workspace: { name: string; languages: string[] };
}

/** What the widget would show, and whether its colour can be read. */
export interface WidgetPreview {
  config: WireConfig;
  accent: AccentCheck | null;
}

/** Use cases on the chats of the caller's web sites. */
export interface Widgets {
  list(caller: Caller): Promise<WidgetsView>;
  /** On every site, with the widget's own look, until it is said otherwise. */
  create(caller: Caller, input: { name: string; flowId: string | null }): Promise<{ id: string }>;
  /** Refuses `connection-gone`, `flow-unknown`, `accent-too-pale`. */
  save(caller: Caller, input: { id: string; name: string; flowId: string | null; settings: WebChatSettings }): Promise<void>;
  /** The very configuration a widget would get with these settings, in a language. */
  preview(caller: Caller, input: { settings: WebChatSettings; language: string }): WidgetPreview;
}
