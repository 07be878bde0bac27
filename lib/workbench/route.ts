/** Where in the workbench the reviewer is, as the page's address has it: a view can be kept, linked and gone back to. */
import { type Filter, filterQuery, parseFilter } from '../audit/filter';
import { parseSort, type Sort, sortText } from '../audit/sort';

export const RUN_VIEWS = ['replies', 'insights', 'agreement', 'reports'] as const;
export type RunView = (typeof RUN_VIEWS)[number];

export type Route =
  | { view: 'home' }
  | { view: 'import' }
  /** `sort`: of the replies' table. `reply`: the seq of the one that is open. */
  | { view: RunView; run: string; filter: Filter; sort?: Sort; reply?: number };

/** The views of one run. */
export type RunRoute = Extract<Route, { run: string }>;

/** '#/run/ID/replies?principles=blame&reply=12'. An address that is not known is home. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [first, id, view] = path.split('/');
  if (first === 'import') return { view: 'import' };
  if (first !== 'run' || !id || !isRunView(view)) return { view: 'home' };
  const given = new URLSearchParams(query);
  const reply = given.get('reply');
  const sort = parseSort(given.get('sort'));
  return {
    view,
    run: decodeURIComponent(id),
    filter: parseFilter(query),
    ...(sort && { sort }),
    ...(reply !== null && /^\d+$/.test(reply) && { reply: Number(reply) }),
  };
}

/** The address of a route, for `href`. */
export function routeHash(route: Route): string {
  if (!('run' in route)) return route.view === 'home' ? '#/' : `#/${route.view}`;
  const query = [
    filterQuery(route.filter),
    route.sort ? `sort=${sortText(route.sort)}` : '',
    route.reply === undefined ? '' : `reply=${route.reply}`,
  ];
  const given = query.filter(Boolean).join('&');
  return `#/run/${encodeURIComponent(route.run)}/${route.view}${given && `?${given}`}`;
}

function isRunView(view: string | undefined): view is RunView {
  return RUN_VIEWS.some((known) => known === view);
}

/** `push` leaves a way back to where the reviewer was; `replace` does not. */
export function go(route: Route, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') location.hash = routeHash(route);
  else location.replace(routeHash(route));
}
