/** The sidebar. */
import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../messages';
import type { Settings } from '../store/settings';
import { Announcer } from './announcer';
import { Coaching } from './coaching';
import { Footer } from './footer';
import { Header } from './header';
import { headline } from './headline';
import { KeysDialog } from './keys-dialog';
import { NoticeBar } from './notice';
import { nameOf } from './people';
import { LearnedBar } from './quiet-rules';
import { QuietState } from './quiet-states';
import { type PanelState, visibleFindings } from './state';

export function Panel({ state }: { state: PanelState }) {
  const [keys, setKeys] = useState(false);
  const snapshot = state.snapshot.value;
  const { panelText } = state.settings.value;
  useEffect(() => {
    document.documentElement.dataset.text = panelText;
  }, [panelText]);
  const coached = snapshot && !state.dead.value && (snapshot.status === 'ready' || snapshot.status === 'reading');
  // Nothing is drawn before it is known: a wrong state that is put right at once is a flicker.
  const known = snapshot !== undefined || state.dead.value;
  return (
    <>
      <Header state={state} onKeys={() => setKeys(true)} />
      <main>
        {/* There from the start, so that what comes into it is announced. */}
        <div role="status">
          {snapshot?.notice && (
            <NoticeBar notice={snapshot.notice} onDismiss={() => state.command({ name: 'dismiss-notice' })} />
          )}
          <LearnedBar state={state} />
        </div>
        {coached ? <Coaching snapshot={snapshot} state={state} /> : known && <QuietState state={state} />}
      </main>
      <Footer
        settings={state.settings.value}
        pack={state.pack.value.live}
        hint={Boolean(coached && visibleFindings(snapshot).length)}
        onKeys={() => setKeys(true)}
      />
      {keys && <KeysDialog settings={state.settings.value} onClose={() => setKeys(false)} />}
      <Announcer text={coached ? summary(snapshot, state.settings.value.notes) : ''} />
    </>
  );
}

/** One sentence on where the draft stands. */
function summary(snapshot: Snapshot, notes: Settings['notes']): string {
  if (!snapshot.review || !snapshot.draft.trim()) return '';
  const { title, advice } = headline({
    review: snapshot.review,
    draft: snapshot.draft,
    kind: snapshot.surface?.kind ?? 'reply',
    notes,
    visible: visibleFindings(snapshot),
    name: nameOf(snapshot.conversation.customerName),
  });
  return `${title}. ${advice}`;
}
