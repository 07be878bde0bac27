/**
 * The look of a report: on paper, on a screen, light and dark. The colours are those of lib/ui/theme.css. Without quotes
 * and angle brackets, which are escaped where a page is made as text.
 */
export default `
:root { color-scheme: light dark; --bg: #f6f5f2; --card: #fff; --ink: #1d1f23; --soft: #5d6068; --line: #e4e2dc;
  --accent: #1f6f5c; --warm: #a84c07; --warm-bg: #fdf0e3; --accent-bg: #e5f2ee; }
@media screen and (prefers-color-scheme: dark) { :root { --bg: #17181b; --card: #1f2125; --ink: #eceae4; --soft: #a3a5ad;
  --line: #32353b; --accent: #6fcfb3; --warm: #f0a45d; --warm-bg: #38291b; --accent-bg: #1d332d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 40px 24px 64px; max-width: 820px; background: var(--bg); color: var(--ink);
  font: 15px/1.5 Inter, Segoe UI, system-ui, sans-serif; }
h1 { margin: 0; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 0 0 12px; font-size: 17px; }
h3 { margin: 0; font-size: 15px; }
p { margin: 0; }
header p, .soft { color: var(--soft); }
section { margin-top: 24px; padding: 20px 24px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.figures { display: flex; flex-wrap: wrap; gap: 12px; margin: 24px 0 0; }
.figures div { flex: 1 1 130px; padding: 14px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.figures dt { color: var(--soft); font-size: 13px; }
.figures dd { margin: 0; font-size: 24px; font-weight: 600; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 5px 12px 5px 0; text-align: left; font-weight: 400; vertical-align: top; overflow-wrap: break-word; }
thead th { color: var(--soft); font-size: 13px; border-bottom: 1px solid var(--line); }
.number { padding-right: 0; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bars th { width: 13em; }
.bars .bar { vertical-align: middle; }
.bars .bar span { display: block; height: 10px; border-radius: 3px; background: var(--accent); }
.bars .number { width: 1%; color: var(--soft); }
thead .number, tbody .number { padding-right: 12px; }
tbody tr + tr td { border-top: 1px solid var(--line); }
.bars tr + tr td { border-top: 0; }
.lowest td:first-child { min-width: 7em; }
.nothing { margin-top: 24px; }
article + article { margin-top: 20px; padding-top: 20px; border-top: 1px solid var(--line); }
blockquote { margin: 12px 0 0; padding-left: 14px; border-left: 2px solid var(--line); overflow-wrap: anywhere; }
.before, .after { display: inline-block; padding: 1px 6px; border-radius: 5px; white-space: pre-wrap; }
.before { background: var(--warm-bg); }
.after { background: var(--accent-bg); }
blockquote footer { color: var(--soft); font-size: 12.5px; }
@media (max-width: 480px) { body { padding: 24px 14px 40px; } section { padding: 16px; } .bars th { width: 8em; } }
@media print { :root { color-scheme: light; } body { padding: 0; max-width: none; background: none; font-size: 11pt; }
  section, .figures div { border-color: #ccc; } article, blockquote, tr, .figures div { break-inside: avoid; }
  h2, h3 { break-after: avoid; } .bars .bar span, .before, .after { print-color-adjust: exact; } }
`;
