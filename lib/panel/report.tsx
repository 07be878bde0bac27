/** A report on a helpdesk that has changed: copied by the agent, who sees every word of it. Nothing is sent. */
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { HostReport } from '../messages';
import { t } from '../ui/text';

export function Report({ report }: { report: HostReport }) {
  const [copied, setCopied] = useState(false);
  const text = reportText(report, browser.runtime.getManifest().version, navigator.userAgent);
  const copy = () => {
    // Where the browser refuses the clipboard, the text stands there to be selected.
    navigator.clipboard.writeText(text).then(() => setCopied(true), console.warn);
  };
  return (
    <div class="report">
      <button type="button" class="button" onClick={copy}>
        {copied ? t('action_copied') : t('report_copy')}
      </button>
      <details>
        <summary>{t('report_show')}</summary>
        <p class="soft">{t('report_text')}</p>
        <pre>{text}</pre>
      </details>
    </div>
  );
}

/** For whoever mends the adapter. Not translated: they read it beside the adapter's code. */
export function reportText(report: HostReport, version: string, userAgent: string): string {
  const [browserName] = /(Firefox|Edg|Chrome)\/\d+/.exec(userAgent) ?? ['unknown browser'];
  return [
    `Reframe ${version}, ${browserName}`,
    `host: ${report.host}`,
    `missing: ${report.missing}`,
    `route: ${report.route}`,
    'selectors, with how many match:',
    ...report.selectors.map(({ part, selector, count }) => `  ${count} ${part} ${selector}`),
    'focus, and what is around it:',
    ...report.around.map((element) => `  ${element}`),
  ].join('\n');
}
