import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { MATCHES } from './lib/hosts/matches';

/**
 * In a helpdesk's page every kilobyte counts. The polyfill is for our own pages and the background: what the content
 * scripts use (storage, ports) gives promises in both browsers from the versions that we support. Of WXT's context they
 * need its signal.
 */
function leanContentScripts(): Plugin {
  const context = fileURLToPath(new URL('lib/page/script-context.ts', import.meta.url));
  const native = '\0native-browser';
  let inPage = false;
  return {
    name: 'lean-content-scripts',
    enforce: 'pre',
    config({ build }) {
      inPage = JSON.stringify([build?.lib, build?.rollupOptions?.input]).includes('.content');
    },
    resolveId(id) {
      if (!inPage) return null;
      if (id === 'wxt/utils/content-script-context') return context;
      return id === 'webextension-polyfill' ? native : null;
    },
    load: (id) =>
      id === native ? 'export default globalThis.browser?.runtime ? globalThis.browser : globalThis.chrome' : null,
  };
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  vite: () => ({
    plugins: [preact(), leanContentScripts()],
    // As modules, workers load what is rarely needed only when it is.
    worker: { format: 'es' },
    build: { target: 'es2022' },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // scripting: starts the coach on a site that the agent switches on.
    // activeTab: the address of the tab whose page the agent clicks the toolbar button on, for that moment.
    permissions: ['storage', 'scripting', 'activeTab', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    host_permissions: MATCHES,
    // Nothing of these is granted at install: the agent is asked when they switch a site on.
    optional_host_permissions: ['https://*/*', 'http://localhost/*'],
    action: { default_title: '__MSG_actionTitle__' },
    // At most four may be suggested. They work wherever the focus is, the sidebar too; the keys for the caret in the
    // draft are lib/page/keys.ts's.
    commands: {
      [browser === 'firefox' ? '_execute_sidebar_action' : '_execute_action']: {
        suggested_key: { default: 'Alt+Shift+E' },
        description: '__MSG_actionTitle__',
      },
      'next-finding': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_command_next__' },
      'use-rewrite': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_command_use__' },
      'toggle-site': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_command_toggle__' },
    },
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    // The browser itself refuses any connection: what an agent types has no way out.
    content_security_policy: {
      extension_pages: "default-src 'self'; connect-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'reframe@reframe.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '116' }),
  }),
});
