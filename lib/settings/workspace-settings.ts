import type { Caller } from '@/lib/auth/caller';

/** Where a language is spoken: flows with texts in it, and articles. */
export interface LanguageUses {
  flows: { flowId: string; name: string }[];
  articles: number;
}

export interface WorkspaceView {
  name: string;
  /** BCP 47, the default first. */
  languages: string[];
}

/** Use cases on the workspace itself. */
export interface WorkspaceSettings {
  get(caller: Caller): Promise<WorkspaceView>;
  rename(caller: Caller, name: string): Promise<void>;
  /** Adds a language at the end. Refuses `language-known`. */
  addLanguage(caller: Caller, language: string): Promise<WorkspaceView>;
  /** Refuses `language-unknown`. */
  makeDefaultLanguage(caller: Caller, language: string): Promise<WorkspaceView>;
  languageUses(caller: Caller, language: string): Promise<LanguageUses>;
  /** Flows and articles keep their texts; customers are not offered it any more. Refuses `language-unknown`, `default-language`. */
  removeLanguage(caller: Caller, language: string): Promise<WorkspaceView>;
}
