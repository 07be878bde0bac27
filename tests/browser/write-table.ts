/** Puts the table of the last whole run of the browser suite into the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { LAST_RUN, README, withTable } from './table';

writeFileSync(README, withTable(readFileSync(README, 'utf8'), readFileSync(LAST_RUN, 'utf8')));
