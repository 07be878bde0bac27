/** HubSpot's inbox. Its editor is ProseMirror; nothing that is known says which message is the customer's. */
import { PREVIEW } from './preview';
import type { HostAdapter } from './types';

export const hubspot: HostAdapter = {
  ...PREVIEW,
  id: 'hubspot',
  name: 'HubSpot',
  hostnames: ['app.hubspot.com', 'app-eu1.hubspot.com'],
  expectsBox: (location) => /^\/live-messages\/\d+\/inbox\/\d+/.test(location.pathname),

  boxes: ['div.ProseMirror[contenteditable="true"]'],
  notBoxes: ['[data-test-id="primary-message-body-content"]', '[role="search"]'],
};
