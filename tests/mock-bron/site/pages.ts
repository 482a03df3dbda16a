const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Style of the site; served as a file, so that the Content Security Policy needs no inline style. */
export const stylesheet = `
:root { color-scheme: light dark; --ink: #1a2733; --soft: #52616e; --line: #cfd8df; --paper: #ffffff; --ground: #eef2f5; --mark: #154273; --warn: #8a1f11; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eef3; --soft: #a9b8c4; --line: #3a4854; --paper: #1b242c; --ground: #12181d; --mark: #8fb8e8; --warn: #ff9d8a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", sans-serif; }
header { background: #154273; color: #fff; padding: 1rem 1.5rem; }
header p { margin: 0; font-size: 1.25rem; font-weight: 600; }
header small { display: block; opacity: .85; }
main { max-width: 40rem; margin: 2rem auto; padding: 1.5rem 2rem 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; color: var(--mark); }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
input { width: 100%; padding: .6rem .7rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--soft); border-radius: .25rem; }
button { margin-top: 1.25rem; padding: .65rem 1.25rem; font: inherit; font-weight: 600; color: #fff; background: #154273; border: 0; border-radius: .25rem; cursor: pointer; }
input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid #e17000; outline-offset: 2px; }
a { color: var(--mark); }
.melding { margin: 0 0 1rem; padding: .75rem 1rem; border-left: .3rem solid var(--warn); background: var(--ground); }
footer { max-width: 40rem; margin: 0 auto 2rem; padding: 0 2rem; color: var(--soft); font-size: .875rem; }
`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Oefen-BRON</title>
<link rel="stylesheet" href="/stijl.css">
</head>
<body>
<header><p>Oefen-BRON</p><small>Nagebootst basisregister onderwijs, met verzonnen scholen en testpersonen</small></header>
<main>
<h1>${escape(title)}</h1>
${body}
</main>
<footer>Dit is geen site van DUO. Hier staan alleen verzonnen gegevens.</footer>
</body>
</html>
`;
}

/** The form with which the certificate is downloaded, with what went wrong the last time. */
export function certificatePage(problem?: string, gebruikersnaam = ''): string {
  const notice = problem ? `<p class="melding" role="alert">${escape(problem)}</p>` : '';
  return page(
    'Beveiligingscertificaat downloaden',
    `${notice}
<p>Vul de gebruikersnaam en het wachtwoord uit uw wachtwoordbrief in. U hebt na de datum van de brief twee weken de tijd en
u kunt het certificaat <strong>één keer</strong> downloaden. Bewaar de brief: met hetzelfde wachtwoord opent uw
leerlingenadministratie het bestand.</p>
<form method="post" action="/certificaat">
<label for="gebruikersnaam">Gebruikersnaam</label>
<input id="gebruikersnaam" name="gebruikersnaam" autocomplete="username" required maxlength="40" value="${escape(gebruikersnaam)}">
<label for="wachtwoord">Wachtwoord</label>
<input id="wachtwoord" name="wachtwoord" type="password" autocomplete="current-password" required maxlength="40">
<button type="submit">Certificaat downloaden</button>
</form>`,
  );
}

/** The front page. */
export const homePage = (): string =>
  page(
    'Welkom bij de Oefen-BRON',
    `<p>Met deze nagebootste BRON probeert u een leerlingenadministratiesysteem uit zonder echte gegevens.</p>
<p><a href="/certificaat">Beveiligingscertificaat downloaden</a> (stap 9 van het stappenplan)</p>
<p><a href="/koppelvlak/BpokServices_V1.0.wsdl">WSDL van de webservice POKANAAL</a></p>`,
  );

/** A page that is not there. */
export const missingPage = (): string =>
  page('Pagina niet gevonden', '<p>Deze pagina bestaat niet. <a href="/">Naar de beginpagina</a></p>');
