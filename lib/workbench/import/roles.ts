/** Which columns a reviewer is asked for, by the shape of the file. */
import type { Mapping, Role } from '../../audit/model';

interface Asked {
  /** Without these nothing can be read. */
  needed: readonly Role[];
  usual: readonly Role[];
  more: readonly Role[];
}

export const ASKED: Record<Mapping['shape'], Asked> = {
  replies: {
    needed: ['draft'],
    usual: ['customer', 'agent', 'team', 'channel', 'date'],
    more: ['id', 'ticket', 'link', 'customer-name', 'author', 'kind'],
  },
  messages: {
    needed: ['draft', 'author', 'ticket'],
    usual: ['date', 'agent', 'kind'],
    more: ['team', 'channel', 'customer-name', 'id', 'link'],
  },
};

export function missingRoles({ shape, columns }: Mapping): Role[] {
  return ASKED[shape].needed.filter((role) => !columns[role]);
}
