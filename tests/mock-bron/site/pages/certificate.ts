import { layout } from '../layout.ts';
import { markup } from '../markup.ts';
import { problem } from '../notices.ts';

/** The form with which the certificate is downloaded, with what went wrong the last time (Stappenplan step 9). */
export const certificatePage = (wrong?: string, gebruikersnaam = ''): string =>
  layout({
    title: 'Beveiligingscertificaat downloaden',
    menu: '/certificaat',
    body: markup`${wrong !== undefined && problem(wrong)}
<p>Vul de gebruikersnaam en het wachtwoord uit uw wachtwoordbrief in. U hebt na de datum van de brief twee weken de tijd en
u kunt het certificaat <strong>één keer</strong> downloaden. Bewaar de brief: met hetzelfde wachtwoord opent uw
leerlingenadministratie het bestand. Zie ook
<a href="/kennisbank/onderwerp/handleiding-certificaat">de handleiding</a>.</p>
<form method="post" action="/certificaat">
<label for="gebruikersnaam">Gebruikersnaam</label>
<input id="gebruikersnaam" name="gebruikersnaam" autocomplete="username" required maxlength="40" value="${gebruikersnaam}">
<label for="wachtwoord">Wachtwoord</label>
<input id="wachtwoord" name="wachtwoord" type="password" autocomplete="current-password" required maxlength="40">
<p><button type="submit">Certificaat downloaden</button></p>
</form>`,
  });
