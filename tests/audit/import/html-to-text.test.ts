import { describe, expect, it } from 'vitest';
import { bodyText } from '../../../lib/audit/import/html-to-text';

describe('bodyText', { timeout: 60_000 }, () => {
  it.each([
    ['<p>Hi Ann,</p><p>It&rsquo;s here &amp; fine.<br>Line&nbsp;two</p>', 'Hi Ann,\n\nIt’s here & fine.\nLine two'],
    ['<div>one</div><div>two</div><ul><li>a</li><li>b</li></ul>end', 'one\ntwo\n\na\nb\n\nend'],
    ['<table><tr><th>Item</th><th>Due</th></tr><tr><td>Lamp</td><td>Friday</td></tr></table>', 'Item Due\nLamp Friday'],
    ['<p>a  b\n c</p>', 'a b c'],
    ['<style>p{}</style><script>alert("x")</script><title>t</title><p>Hello</p><!-- no -->', 'Hello'],
    ['<p>unclosed <b>bold', 'unclosed bold'],
    ['<pre>a\n  b</pre>', 'a\nb'],
    ['Best,<br>Anna<div class="gmail_signature">Anna Berg<br>Support</div>', 'Best,\nAnna'],
  ])('reads %s', (html, text) => expect(bodyText(html)).toBe(text));

  it.each([
    'If the total is < 50 and > 20, shipping is 3.',
    'Use the <b> tag, or <Settings>, or <ann@example.com>.',
    'a &b c; x & y',
    '1 << 3',
  ])('leaves plain text as it is: %s', (text) => expect(bodyText(text)).toBe(text));

  it('decodes entities in plain text, whose tags stay', () => {
    expect(bodyText('Tom &amp; Jerry&nbsp;&#39;x&#39; <ann@example.com>')).toBe("Tom & Jerry 'x' <ann@example.com>");
  });

  it('cuts off what others wrote before', () => {
    expect(
      bodyText(
        '<div>Mine</div><div class="gmail_quote"><div class="gmail_attr">On Mon, A wrote:</div><blockquote>old<blockquote>older</blockquote></blockquote></div>',
      ),
    ).toBe('Mine');
    expect(bodyText('<p>Top</p><blockquote><p>old</p></blockquote><p>below</p>')).toBe('Top\n\nbelow');
    expect(bodyText('<div>Top</div><div class="gmail_quote">old, unmarked</div>')).toBe('Top');
    expect(bodyText('<div>Top<div><div id="x_divRplyFwdMsg">From: A</div><div>old</div></div></div><p>after</p>')).toBe(
      'Top\n\nafter',
    );
    expect(bodyText('Mine\n\nOn Mon, 2 Mar 2026 at 10:00, Ann <a@example.com> wrote:\n> old\n\nbelow')).toBe(
      'Mine\n\nbelow',
    );
    expect(bodyText('Mine\n-----Original Message-----\nFrom: Ann\nold')).toBe('Mine');
    expect(bodyText('Mine\n-- \nAnn\nSupport')).toBe('Mine');
  });

  it('has nothing of a body that holds only a quote or a picture', () => {
    expect(bodyText('<blockquote>old</blockquote>')).toBe('');
    expect(bodyText('<p><img src="data:image/png;base64,AAAA"></p>')).toBe('');
    expect(bodyText('   ')).toBe('');
  });

  it('takes its time in the length of a body, however it is nested', () => {
    const began = performance.now();
    expect(bodyText(`<p>first</p>${'<div>'.repeat(200_000)}x`)).toBe('first');
    expect(bodyText('<p>word</p>'.repeat(20_000)).length).toBeGreaterThan(100_000);
    expect(bodyText(`${'<b>x</b> '.repeat(50_000)}`).length).toBeGreaterThan(90_000);
    bodyText('<'.repeat(300_000));
    bodyText(`<p>${'&'.repeat(300_000)}</p>`);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
