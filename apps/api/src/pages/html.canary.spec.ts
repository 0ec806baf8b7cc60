import { describe, expect, it } from '@jest/globals';
import { html, jsonBlock } from './html.js';

const hostile = `"><img src=x onerror=alert(1)>'&`;

describe('html templates', () => {
  it('escape a hostile value wherever it stands, where plain text joining lets it through', () => {
    const escaped = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;';
    expect(html`<p title="${hostile}">${hostile}</p>`.toString()).toBe(
      `<p title="${escaped}">${escaped}</p>`,
    );
    expect(`<p>${hostile}</p>`).toContain('<img');
  });

  it('escape the texts of a list and keep nested markup as it is', () => {
    const items = ['<b>', 'plain'].map((text) => html`<li>${text}</li>`);
    expect(html`${items}${['<i>']}${null}`.toString()).toBe(
      '<li>&lt;b&gt;</li><li>plain</li>&lt;i&gt;',
    );
  });

  it('do not let a value close a JSON block, and give the value back unchanged', () => {
    const value = { text: '</script><script>alert(1)</script>' };
    const block = jsonBlock('settings', value).toString();
    expect(block.match(/<\/script>/g)).toHaveLength(1);
    const json = block.slice(block.indexOf('>') + 1, block.lastIndexOf('</script>'));
    expect(JSON.parse(json)).toEqual(value);
  });
});
