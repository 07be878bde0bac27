/**
 * Near choices for a gap that asks for a time, from the clock: an agent who is offered "noon tomorrow" gives a time,
 * one who has to think of it leaves the gap. Working days only; the agent can always type another.
 */
import { plural, t } from '../ui/text';

export interface Clock {
  now: Date;
  /** BCP 47, for the names of days. */
  language: string;
  hour12: boolean;
}

/** After this hour nobody promises something for five o'clock. */
const LATEST_FOR_TODAY = 15;
const END_OF_DAY = 17;

/** The clock of this computer, in the agent's way of writing hours. */
export function clockOf(language: string, now = new Date()): Clock {
  const hour12 = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hour12 ?? true;
  return { now, language, hour12 };
}

/**
 * Texts that fit the gap `name` ('day, time', 'day', 'time') after the text `before` it; none where the gap is not a
 * time.
 */
export function timeChoices(name: string, before: string, clock: Clock): string[] {
  const asksDay = /\b(day|date|when)\b/i.test(name);
  const asksTime = /\b(time|hour|hours|when)\b/i.test(name);
  if (!asksDay && !asksTime) return [];
  if (/\b(within|in|next)\s*$/i.test(before)) return asksDay && !asksTime ? [] : hours();
  const days = workingDays(clock, 4);
  // 'on tomorrow' is nobody's English.
  const named = /\bon\s*$/i.test(before) ? days.filter((day) => day.away > 1) : days;
  if (!asksTime) return named.slice(0, 3).map((day) => dayText(day, clock));
  if (!asksDay) return [hourText(12, clock), hourText(END_OF_DAY, clock)];
  return named
    .slice(0, 3)
    .map((day) => (day.away === 0 ? t('time_today', hourText(END_OF_DAY, clock)) : noonOf(day, clock)));
}

interface Day {
  date: Date;
  /** 0 is today. */
  away: number;
}

function workingDays({ now }: Clock, count: number): Day[] {
  const days: Day[] = [];
  for (let away = now.getHours() < LATEST_FOR_TODAY ? 0 : 1; days.length < count; away++) {
    const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + away);
    if (date.getDay() !== 0 && date.getDay() !== 6) days.push({ date, away });
  }
  return days;
}

function dayText({ date, away }: Day, { language }: Clock): string {
  if (away === 0) return t('time_just_today');
  if (away === 1) return t('time_just_tomorrow');
  return new Intl.DateTimeFormat(language, { weekday: 'long' }).format(date);
}

function noonOf(day: Day, clock: Clock): string {
  return day.away === 1 ? t('time_tomorrow_noon') : t('time_day', dayText(day, clock), t('time_noon'));
}

function hourText(hour: number, { hour12 }: Clock): string {
  if (hour === 12) return t('time_noon');
  return hour12 ? `${hour % 12} ${hour < 12 ? 'am' : 'pm'}` : `${hour}:00`;
}

function hours(): string[] {
  return [2, 24, 48].map((count) => plural('time_hours', count));
}
