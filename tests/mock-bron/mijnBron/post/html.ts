import { inFull, MARK, type Block, type Letter } from './letter.ts';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE =
  'body{max-width:42rem;margin:2rem auto;padding:0 1.5rem;font:1rem/1.5 system-ui,"Segoe UI",sans-serif;color:#1a2733;background:#fff}' +
  'h1{font-size:1.35rem;color:#154273}address{font-style:normal;margin:1.5rem 0}th{text-align:left;padding:.2rem 1.5rem .2rem 0;font-weight:600}' +
  'td{padding:.2rem 0}.merk{border-left:.3rem solid #e17000;padding:.4rem .75rem;background:#f6f2ec}';

function block(part: Block): string {
  if ('text' in part) return `<p>${escape(part.text)}</p>`;
  if ('list' in part) return `<ul>${part.list.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
  const rows = part.facts.map(
    ([name, value]) => `<tr><th scope="row">${escape(name)}</th><td>${escape(value)}</td></tr>`,
  );
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

/** A letter as a page of its own, that needs nothing from elsewhere. */
export function letterHtml({ address, titel, aanhef, blocks, signedBy }: Letter, sentOn: string): string {
  const parts = [
    `<p class="merk">${escape(MARK)}</p>`,
    address.length > 0 ? `<address>${address.map(escape).join('<br>')}</address>` : '',
    `<p>${escape(inFull(sentOn))}</p>`,
    `<h1>${escape(titel)}</h1>`,
    aanhef ? `<p>${escape(aanhef)}</p>` : '',
    ...blocks.map(block),
    signedBy ? `<p>Met vriendelijke groet,</p><p>${escape(signedBy)}</p>` : '',
  ];
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(titel)} – Oefen-BRON</title>
<style>${STYLE}</style>
</head>
<body>
${parts.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}
