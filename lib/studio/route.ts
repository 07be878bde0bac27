/** Where in the studio the manager is, as the page's address has it. */
export const STUDIO_VIEWS = ['rules', 'words', 'scoring', 'versions', 'rollout'] as const;
export type StudioView = (typeof STUDIO_VIEWS)[number];

/**
 * `at`: what is open in the view: in 'rules' a full id ('blame/you-failed-to') or 'new'. `query`: what the view keeps of
 * search and filters.
 */
export interface StudioRoute {
  view: StudioView;
  at?: string;
  query: string;
}

/** '#/rules/blame/you-failed-to?q=fail'. An address that is not known is the list of rules. */
export function parseRoute(hash: string): StudioRoute {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [view, ...rest] = path.split('/');
  if (!STUDIO_VIEWS.includes(view as StudioView)) return { view: 'rules', query: '' };
  const at = rest.map(decodeURIComponent).join('/');
  return { view: view as StudioView, query, ...(at && { at }) };
}

/** The address of a route, for `href`. */
export function routeHash({ view, at, query }: Partial<StudioRoute> & { view: StudioView }): string {
  const place = at ? `/${at.split('/').map(encodeURIComponent).join('/')}` : '';
  return `#/${view}${place}${query ? `?${query}` : ''}`;
}

/** `push` leaves a way back to where the manager was; `replace` does not. */
export function go(route: Parameters<typeof routeHash>[0], how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') location.hash = routeHash(route);
  else location.replace(routeHash(route));
}
