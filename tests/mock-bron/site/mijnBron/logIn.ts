import { layout } from '../layout.ts';
import { markup } from '../markup.ts';
import { notice, problem } from '../notices.ts';

export interface LogInForm {
  wrong?: string;
  gebruikersnaam?: string;
  /** Where to go afterwards. */
  to?: string;
  loggedOut?: boolean;
}

/** The log-in of Mijn BRON. */
export const logInPage = ({ wrong, gebruikersnaam = '', to = '', loggedOut = false }: LogInForm): string =>
  layout({
    title: 'Inloggen bij Mijn BRON',
    menu: '/mijn-bron',
    body: markup`${wrong !== undefined && problem(wrong)}${loggedOut && notice('U bent uitgelogd.')}
<p>De gebruikersnaam en het wachtwoord staan in de eerste vooraankondiging: één voor de gemachtigde van de school en één voor de
contactpersoon van elk aanleverpunt. Het wachtwoord uit de wachtwoordbrief is voor het certificaat en werkt hier niet.</p>
<form method="post" action="/mijn-bron/inloggen">
<input type="hidden" name="naar" value="${to}">
<label for="gebruikersnaam">Gebruikersnaam</label>
<input id="gebruikersnaam" name="gebruikersnaam" autocomplete="username" required maxlength="60" value="${gebruikersnaam}">
<label for="wachtwoord">Wachtwoord</label>
<input id="wachtwoord" name="wachtwoord" type="password" autocomplete="current-password" required maxlength="60">
<p><button type="submit">Inloggen</button></p>
</form>`,
  });
