/** What the coach knows of one editor engine. As good as data: mended by changing a line when the engine changes. */
import type { UndoWay, Way } from '../ways';

export interface Engine {
  /** The engine's name, for people who read a failing test. */
  name: string;
  /** Selectors of the editable element. */
  editables: readonly string[];
  /** How it takes a text without line breaks within one format, the best way first. */
  line: readonly Way[];
  /** How it takes a text in place of one that runs across formats (bold, a link); default: as a line. */
  formats?: readonly Way[];
  /** How it takes several lines; default: as a line. */
  lines?: readonly Way[];
  /** What reaches its undo, the best way first. */
  undo: readonly UndoWay[];
  /** Changes that follow each other more closely than this (ms) are one step of its undo. */
  stepMs?: number;
}
