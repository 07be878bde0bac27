/** What reports are made of. Nothing in them needs a script, the network or another file. */
import type { ComponentChildren } from 'preact';
import { language } from '../../ui/text';
import styles from './report-styles';

interface PageProps {
  title: string;
  /** Under the title: what it is of, and when it was made. */
  about: ComponentChildren;
  children: ComponentChildren;
}

export function ReportPage({ title, about, children }: PageProps) {
  return (
    <html lang={language()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style>{styles}</style>
      </head>
      <body>
        <header>
          <h1>{title}</h1>
          {about}
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}

export function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A table with a bar in each row: `share` is from 0 to 1. */
export function Bars({ rows }: { rows: { name: string; share: number; value: string }[] }) {
  return (
    <table class="bars">
      <tbody>
        {rows.map(({ name, share, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="bar">
              <span style={`width: ${(share * 100).toFixed(1)}%`} />
            </td>
            <td class="number">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const DATE: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short' };

export const number = (value: number, digits = 0) =>
  value.toLocaleString(language(), { maximumFractionDigits: digits, minimumFractionDigits: digits });

export const percent = (share: number) =>
  share.toLocaleString(language(), { style: 'percent', maximumFractionDigits: 0 });
