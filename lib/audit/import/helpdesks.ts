/** The exports of helpdesks, by their columns. Names are compared as `plainName` writes them. */
import type { Mapping, Role } from '../model';

export interface HelpdeskExport {
  name: 'Zendesk' | 'Intercom' | 'Gorgias' | 'Freshdesk' | 'Help Scout';
  shape: Mapping['shape'];
  /** Of each line one must be there; then it is this export. */
  tells: readonly (readonly string[])[];
  /** By role, the first that is there. */
  columns: Partial<Record<Role, readonly string[]>>;
}

/** The id of its adapter in lib/hosts, by which rules name it. */
export function hostOf(helpdesk: HelpdeskExport['name']): string {
  return helpdesk.toLowerCase().replace(' ', '');
}

/** Names with the paths under which JSON exports nest messages; flat exports have none. */
function under(paths: readonly string[], ...names: string[]): string[] {
  return names.flatMap((name) => paths.map((path) => (path ? `${path} ${name}` : name)));
}

const ZENDESK = ['comments', 'comment', ''];
const INTERCOM = ['conversation parts conversation parts', 'conversation parts', 'message', ''];
const GORGIAS = ['messages', 'messages data', 'message', ''];
const FRESHDESK = ['conversations', 'conversation', 'notes', ''];
const HELP_SCOUT = ['embedded threads', 'threads', 'thread', ''];

export const HELPDESKS: readonly HelpdeskExport[] = [
  {
    name: 'Zendesk',
    shape: 'messages',
    tells: [
      [...under(['comments', 'comment'], 'html body', 'plain body', 'body'), 'html body', 'plain body', 'comment'],
      [...under(['comments', 'comment'], 'author id', 'author role', 'author name', 'author'), 'author id'],
      [...under(['comments', 'comment'], 'public', 'is public'), 'public', 'is public', 'comment type'],
    ],
    columns: {
      draft: [...under(ZENDESK, 'html body', 'plain body', 'body'), 'comment'],
      author: under(ZENDESK, 'author role', 'author type', 'author id', 'author name', 'author'),
      agent: [...under(['comments', 'comment'], 'author name'), 'assignee name', 'assignee', 'author name'],
      team: ['group name', 'group', 'ticket group'],
      channel: [
        ...under(['comments', 'comment'], 'via channel', 'channel'),
        'via channel',
        'ticket channel',
        'channel',
        'via',
      ],
      date: under(ZENDESK, 'created at', 'created', 'date', 'timestamp'),
      id: [...under(['comments', 'comment'], 'id'), 'comment id'],
      ticket: ['ticket id', 'id'],
      link: ['ticket url', 'url'],
      'customer-name': ['requester name', 'requester'],
      kind: [...under(ZENDESK, 'public', 'is public', 'type')],
    },
  },
  {
    name: 'Intercom',
    shape: 'messages',
    tells: [under(INTERCOM, 'body'), under(INTERCOM, 'author type'), [...under(INTERCOM, 'part type'), 'message type']],
    columns: {
      draft: under(INTERCOM, 'body'),
      author: under(INTERCOM, 'author type'),
      agent: under(INTERCOM, 'author name'),
      team: ['team name', 'team', 'team assignee name', 'team assignee', 'conversation team'],
      channel: ['source type', 'source delivered as', 'channel', 'conversation channel'],
      date: under(INTERCOM, 'created at'),
      id: [...under(INTERCOM.slice(0, 3), 'id'), 'part id'],
      ticket: ['conversation id', 'id'],
      link: ['conversation url', 'url', 'links conversation web'],
      'customer-name': ['contact name', 'customer name', 'user name', 'source author name'],
      kind: [...under(INTERCOM, 'part type'), 'message type'],
    },
  },
  {
    name: 'Gorgias',
    shape: 'messages',
    tells: [under(GORGIAS, 'from agent'), under(GORGIAS, 'body text', 'body html', 'stripped text', 'body')],
    columns: {
      draft: under(GORGIAS, 'body html', 'stripped html', 'stripped text', 'body text', 'body'),
      author: under(GORGIAS, 'from agent'),
      agent: [...under(GORGIAS, 'sender name'), 'assignee user name', 'assignee name', 'assignee'],
      team: ['assignee team name', 'assignee team', 'team'],
      channel: [...under(GORGIAS, 'channel'), 'channel'],
      date: under(GORGIAS, 'sent datetime', 'created datetime', 'created at', 'creation date'),
      id: [...under(GORGIAS.slice(0, 3), 'id')],
      ticket: [...under(GORGIAS, 'ticket id'), 'id'],
      link: ['ticket url', 'url'],
      'customer-name': ['customer name', 'ticket customer name'],
      kind: [...under(GORGIAS, 'public', 'rule id', 'is internal', 'source type')],
    },
  },
  {
    name: 'Freshdesk',
    shape: 'messages',
    tells: [under(FRESHDESK, 'incoming'), under(FRESHDESK, 'private'), under(FRESHDESK, 'body', 'body text')],
    columns: {
      draft: under(FRESHDESK, 'body', 'body text'),
      author: under(FRESHDESK, 'incoming'),
      agent: [...under(FRESHDESK, 'agent name', 'user name'), 'responder name', 'agent', 'responder'],
      team: ['group name', 'group'],
      channel: ['source name', 'channel', 'ticket source', 'source'],
      date: under(FRESHDESK, 'created at', 'created time'),
      id: under(FRESHDESK.slice(0, 3), 'id'),
      ticket: [...under(FRESHDESK, 'ticket id'), 'id'],
      link: ['ticket url', 'url'],
      'customer-name': ['requester name', 'contact name', 'requester', 'full name'],
      kind: under(FRESHDESK, 'private'),
    },
  },
  {
    name: 'Help Scout',
    shape: 'messages',
    tells: [
      under(HELP_SCOUT.slice(0, 3), 'body', 'text'),
      under(HELP_SCOUT.slice(0, 3), 'type'),
      [
        'mailbox id',
        'mailbox',
        'primary customer email',
        'primary customer first',
        'folder id',
        ...under(HELP_SCOUT, 'created by type'),
      ],
    ],
    columns: {
      draft: under(HELP_SCOUT, 'body', 'text'),
      author: under(HELP_SCOUT, 'type'),
      agent: under(HELP_SCOUT, 'created by name', 'created by first', 'created by email', 'created by'),
      team: ['mailbox name', 'mailbox', 'inbox name', 'inbox'],
      channel: ['type', 'source type', 'channel'],
      date: under(HELP_SCOUT, 'created at'),
      id: under(HELP_SCOUT.slice(0, 3), 'id'),
      ticket: ['number', 'conversation number', 'conversation id', 'id'],
      link: ['links web href', 'conversation url', 'url'],
      'customer-name': ['primary customer name', 'primary customer first', 'customer name', 'customer first'],
      kind: under(HELP_SCOUT, 'type'),
    },
  },
];
