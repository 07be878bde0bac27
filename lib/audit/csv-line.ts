/** Rows of CSV that a spreadsheet may open: RFC 4180, and no cell is a formula. */

/** What makes a spreadsheet compute a cell, or hand it to another program, instead of showing it. */
const FORMULA = /^[=+\-@\t\r]/;

/** One row with its line end. Texts that would be formulas get an apostrophe before them; numbers stay numbers. */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null | undefined): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
