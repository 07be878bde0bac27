/** What each command does to the reply box that had the focus last. */
import type { Edit, Gap, Span } from '../engine/types';
import type { Command } from '../messages';
import type { ReplyBox } from './box';
import type { Coach } from './coach';
import { snooze } from './gate';
import { placeOf } from './place';

type Named<N extends Command['name']> = Extract<Command, { name: N }>;

export async function execute(coach: Coach, command: Command): Promise<void> {
  const { box } = coach;
  if (!box || box.composing || box.writing) return;
  // What was typed a moment ago counts.
  coach.update(box);
  const { draft } = box;
  switch (command.name) {
    case 'next':
    case 'previous': {
      const caret = box.editor.selection()?.start ?? 0;
      const finding = draft.neighbour(command.name === 'next' ? 1 : -1, caret);
      if (finding) coach.openCard(finding.id, 'key');
      return;
    }
    case 'show-card': {
      const finding = draft.finding(draft.current) ?? draft.neighbour(1, box.editor.selection()?.start ?? 0);
      if (finding) coach.openCard(finding.id, 'key');
      return;
    }
    case 'select':
      // From the sidebar, which shows it itself: the page only marks it.
      if (draft.finding(command.finding)) {
        draft.open(command.finding);
        coach.ensureSuggestions(box, command.finding);
      }
      return coach.changed(box);
    case 'close-card':
      return coach.closeCard();
    case 'use':
      return use(coach, box, command);
    case 'another':
      if (command.finding && !draft.finding(command.finding)) return;
      draft.open(command.finding ?? draft.current ?? draft.visible[0]?.id ?? null);
      draft.another();
      return coach.changed(box);
    case 'leave':
      draft.leave(command.finding ?? draft.current ?? draft.visible[0]?.id ?? '');
      return coach.changed(box);
    case 'undo':
      return undo(coach, box);
    case 'fill-gap':
      return fillGap(coach, box, command);
    case 'snooze':
      if (command.scope === 'reply') {
        box.snoozed = true;
        coach.closeCard();
        return coach.changed(box);
      } else {
        const { scope } = command;
        await coach.changeSettings((settings) => snooze(settings, scope, placeOf(window).hostname, Date.now()));
        return;
      }
    case 'wake':
      box.snoozed = false;
      return coach.changed(box);
    case 'dismiss-notice':
      draft.notice = null;
      return coach.changed(box);
    case 'focus-draft':
      box.element.focus({ preventScroll: true });
      return;
  }
}

async function use(coach: Coach, box: ReplyBox, command: Named<'use'>): Promise<void> {
  const { draft } = box;
  const id = command.finding ?? draft.current ?? draft.visible[0]?.id;
  if (!id) return;
  const variant = command.variant ?? (id === draft.current ? draft.variant : 0);
  const suggestion = draft.suggestionsFor(id)?.[variant];
  if (!suggestion) {
    // Not made yet, or the text below it was changed: it is shown, and nothing is written.
    if (draft.finding(id) && !draft.suggestionsFor(id)) coach.openCard(id, 'key');
    else coach.notify(box, { id: 'changed' });
    return;
  }
  const { edit, expected } = suggestion;
  const gap = edit.gaps?.[0];
  const select = gap ? { start: edit.start + gap.start, end: edit.start + gap.end } : caretBehind(draft.text, edit);
  if (await write(coach, box, edit, expected, edit.text, select)) coach.closeCard();
}

/**
 * The caret behind what was written. An edit may end inside a word whose first letter it changes ('… ago. You must'):
 * then it stands before that word.
 */
export function caretBehind(draft: string, edit: Edit): Span {
  const part = /^[\p{L}\p{N}]/u.test(draft.slice(edit.end)) ? (/[\p{L}\p{N}]+$/u.exec(edit.text)?.[0] ?? '') : '';
  const at = edit.start + edit.text.length - (part.length < edit.text.length ? part.length : 0);
  return { start: at, end: at };
}

async function fillGap(coach: Coach, box: ReplyBox, { gap, text }: Named<'fill-gap'>): Promise<void> {
  const { draft } = box;
  const same = (other: Gap) => other.start === gap?.start && other.end === gap.end && other.name === gap.name;
  const meant = gap ? draft.gaps.find(same) : draft.nextGap(box.editor.selection());
  if (!meant) {
    if (gap) coach.notify(box, { id: 'changed' });
    return;
  }
  if (text === undefined) box.editor.select(meant);
  else await write(coach, box, meant, draft.text.slice(meant.start, meant.end), text);
}

async function undo(coach: Coach, box: ReplyBox): Promise<void> {
  const use = box.draft.undoable;
  if (!use) return;
  box.writing = true;
  try {
    // An editor may have made two steps of one rewrite.
    for (let step = 0; step < 3 && box.editor.read().text !== use.before; step++) if (!(await box.editor.undo())) break;
  } finally {
    box.writing = false;
  }
  coach.update(box);
  const caret = box.draft.takenBack?.caret;
  if (caret) box.editor.select(caret);
  coach.ask(box);
}

/** Writes by the editor's own input path. False, with a notice for the agent, where it was not written. */
async function write(
  coach: Coach,
  box: ReplyBox,
  span: Span,
  expected: string,
  text: string,
  select?: Span,
): Promise<boolean> {
  const { draft, editor } = box;
  const before = draft.text;
  const caret = editor.selection();
  box.writing = true;
  const result = await editor.replace(span, expected, text, select).finally(() => {
    box.writing = false;
  });
  coach.update(box);
  if (result === 'done') {
    draft.notice = null;
    box.used({ before, after: draft.text, steps: editor.steps ?? [], caret });
    coach.ask(box);
  } else {
    // The selection was made to write; nothing was, so that it goes back as well.
    if (caret) editor.select(caret);
    coach.notify(box, result === 'changed' ? { id: 'changed' } : { id: 'refused', text });
  }
  coach.changed(box);
  return result === 'done';
}
