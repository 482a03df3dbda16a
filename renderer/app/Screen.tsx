import type { SessionStatus } from '../../shared/api/session.ts';
import { Aansluiting } from '../screens/aansluiting/Aansluiting.tsx';
import { ContactSheet } from '../screens/aansluiting/ContactSheet.tsx';
import { PortSheet } from '../screens/aansluiting/PortSheet.tsx';
import { AgeingPage } from '../screens/ageing/AgeingPage.tsx';
import { DisclosurePage } from '../screens/disclosure/DisclosurePage.tsx';
import { Bin } from '../screens/bin/Bin.tsx';
import { Enrol } from '../screens/enrol/Enrol.tsx';
import { Groepen } from '../screens/groepen/Groepen.tsx';
import { NextYear } from '../screens/groepen/NextYear.tsx';
import { Aangenomen } from '../screens/completeness/Aangenomen.tsx';
import { Onvolledig } from '../screens/completeness/Onvolledig.tsx';
import { Exporteren } from '../screens/exporteren/Exporteren.tsx';
import { Handleiding } from '../screens/handleiding/Handleiding.tsx';
import { Importeren } from '../screens/importeren/Importeren.tsx';
import { Instellingen } from '../screens/instellingen/Instellingen.tsx';
import { Leerling } from '../screens/leerlingen/Leerling.tsx';
import { Leerlingen } from '../screens/leerlingen/Leerlingen.tsx';
import { Logboek } from '../screens/logboek/Logboek.tsx';
import { Registratieoverzicht } from '../screens/registratieoverzicht/Registratieoverzicht.tsx';
import { Tellingen } from '../screens/tellingen/Tellingen.tsx';
import { Terugkoppelingen } from '../screens/terugkoppelingen/Terugkoppelingen.tsx';
import { Uitwisselen } from '../screens/uitwisselen/Uitwisselen.tsx';
import { Vandaag } from '../screens/vandaag/Vandaag.tsx';
import type { Route } from './navigation.ts';

/** The screen that a route shows. */
export function Screen({ route, status }: { route: Route; status: SessionStatus }) {
  switch (route.screen) {
    case 'vandaag':
      return <Vandaag status={status} />;
    case 'leerlingen':
      return <Leerlingen status={status} />;
    case 'leerling':
      return <Leerling status={status} route={route} />;
    case 'enrol':
      return <Enrol leerlingId={route.leerlingId} />;
    case 'disclosure':
      return <DisclosurePage leerlingId={route.leerlingId} status={status} />;
    case 'bin':
      return <Bin status={status} />;
    case 'groepen':
      return route.nextYearOf === undefined ? <Groepen status={status} /> : <NextYear schooljaar={route.nextYearOf} />;
    case 'importeren':
      return <Importeren />;
    case 'onvolledig':
      return <Onvolledig />;
    case 'aangenomen':
      return <Aangenomen status={status} />;
    case 'uitwisselen':
      return <Uitwisselen status={status} />;
    case 'registratieoverzicht':
      return <Registratieoverzicht status={status} leerlingId={route.leerlingId} />;
    case 'terugkoppelingen':
      return <Terugkoppelingen status={status} />;
    case 'aansluiting':
      return <Aansluiting status={status} step={route.step} />;
    case 'tellingen':
      return <Tellingen status={status} />;
    case 'exporteren':
      return <Exporteren status={status} />;
    case 'instellingen':
      return <Instellingen status={status} />;
    case 'contact':
      return <ContactSheet status={status} />;
    case 'poorten':
      return <PortSheet status={status} />;
    case 'ageing':
      return <AgeingPage status={status} />;
    case 'logboek':
      return <Logboek status={status} />;
    case 'handleiding':
      return <Handleiding page={route.page} />;
  }
}
