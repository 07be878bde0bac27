import type { Move } from './move';

/** The grammar moves that a bank's `rewrites` may name, by their name without the '@'. */
export const MOVES: Readonly<Record<string, Move>> = {};
