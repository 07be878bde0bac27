/** The audit workbench: the audits on this machine, a new one, and the views of one. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { DropAnywhere } from '../ui/drop-anywhere';
import { t } from '../ui/text';
import { Agreement } from './agreement/agreement';
import { Home } from './home/home';
import { RunStatus } from './home/run-status';
import { ImportView } from './import/import';
import { bringIn } from './import/incoming';
import { Insights } from './insights/insights';
import { Replies } from './replies/replies';
import { Reports } from './reports/reports';
import { parseRoute, type Route, RUN_VIEWS, routeHash } from './route';
import type { OpenRun, Runs } from './types';

export function WorkbenchPage({ runs }: { runs: Runs }) {
  const route = useSignal(parseRoute(location.hash));
  useEffect(() => {
    const follow = () => {
      route.value = parseRoute(location.hash);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const now = route.value;
  return (
    <>
      <header class="bar">
        <a class="brand" href={routeHash({ view: 'home' })}>
          <img src="/icon/icon.svg" width="26" height="26" alt="" />
          <b>{t('audit_title')}</b>
        </a>
        <span class="spacer" />
        <span class="soft">{t('audit_local')}</span>
      </header>
      <DropAnywhere text={t('import_let_go')} onFile={bringIn} />
      {'run' in now ? <RunPage key={now.run} route={now} runs={runs} /> : <Outside route={now} runs={runs} />}
    </>
  );
}

function Outside({ route, runs }: { route: Route; runs: Runs }) {
  return <main>{route.view === 'import' ? <ImportView runs={runs} /> : <Home runs={runs} />}</main>;
}

const VIEWS = { replies: Replies, insights: Insights, agreement: Agreement, reports: Reports } as const;

function RunPage({ route, runs }: { route: Extract<Route, { run: string }>; runs: Runs }) {
  const open = useSignal<OpenRun | Error | null>(null);
  useEffect(() => {
    let gone = false;
    runs.open(route.run).then(
      (opened) => {
        if (gone) opened.close();
        else open.value = opened;
      },
      (error: Error) => {
        open.value = error;
      },
    );
    return () => {
      gone = true;
      if (open.value && 'close' in open.value) open.value.close();
    };
  }, []);
  const opened = open.value;
  if (opened === null) return <main aria-busy="true" />;
  if (opened instanceof Error) {
    return (
      <main>
        <p role="alert">{opened.message}</p>
      </main>
    );
  }
  const View = VIEWS[route.view];
  return (
    <>
      <nav class="tabs" aria-label={t('audit_views')}>
        <h1>{opened.run.value.name}</h1>
        {RUN_VIEWS.map((view) => (
          <a
            key={view}
            href={routeHash({ ...route, view, reply: undefined })}
            aria-current={view === route.view ? 'page' : undefined}
          >
            {t(`audit_view_${view}`)}
          </a>
        ))}
      </nav>
      <RunStatus run={opened.run} runs={runs} />
      <main>
        <View open={opened} route={route} />
      </main>
    </>
  );
}
