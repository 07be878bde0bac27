import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './helpers';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as spreadsheet programs write it; style 1 is a date. */
function workbook(sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="${RELATIONS}"><sheets><sheet name="March" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${NS}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${NS}><si><t>Our reply</t></si><si><t xml:space="preserve">Hi Ann,\n\nit is here. </t></si></sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${NS}><sheetData>${sheet}</sheetData></worksheet>`,
  };
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...packed, ...more });
}

const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('workbooks', { timeout: 60_000 }, () => {
  it('reads the first sheet: texts, numbers, dates, empty cells', async () => {
    const { rows, faults } = await rowsOf(
      workbook(
        `<row r="1"><c r="A1" t="s"><v>0</v></c>${text('B1', 'Sent')}${text('D1', 'No')}</row>` +
          '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>46082.5</v></c><c r="D3"><v>48213</v></c></row>',
      ),
      'xlsx',
    );
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([
      {
        line: 3,
        cells: {
          'Our reply': 'Hi Ann,\n\nit is here. ',
          Sent: '2026-03-01T12:00:00.000Z',
          'Column 3': '',
          No: '48213',
        },
      },
    ]);
  });

  it('refuses what would unpack to more than memory is for, before unpacking it', async () => {
    const bomb = saying(300 * 2 ** 20);
    expect(bomb.length).toBeLessThan(2 ** 16);
    await expect(rowsOf(bomb, 'xlsx')).rejects.toThrow(
      'This workbook unpacks to more than 200 MB. Save the sheet as CSV',
    );
  });

  it('does not believe a workbook that says it is smaller than it is', async () => {
    await expect(rowsOf(saying(100), 'xlsx')).rejects.toThrow('Save the sheet as CSV');
  });

  /** A workbook whose sheet says of itself that it has so many bytes. */
  function saying(bytes: number): Uint8Array {
    const sheet = strToU8(`<worksheet ${NS}><sheetData>${' '.repeat(5_000_001)}</sheetData></worksheet>`);
    const lying = workbook('', { 'xl/worksheets/sheet1.xml': sheet });
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 4; at++) {
      if (view.getUint32(at, true) === sheet.length) view.setUint32(at, bytes, true);
    }
    return lying;
  }

  it('says what to do with what is no workbook', async () => {
    await expect(rowsOf('PK no', 'xlsx')).rejects.toThrow(
      'This is no workbook that can be read. Save the sheet as CSV',
    );
    await expect(rowsOf(zipSync({ 'a.xml': strToU8('<a/>') }), 'xlsx')).rejects.toThrow('Save the sheet as CSV');
  });
});
