import type { DemoState, DemoStep } from '../../../shared/api/settings.ts';
import type { Route } from '../../app/navigation.ts';

interface StepTexts {
  title: string;
  what: string;
  /** Where the result can be seen. */
  link: { label: string; route: Route };
}

/** What each step of the guided card is called and does, for someone who sees the program for the first time. */
export const stepTexts: Record<DemoStep, StepTexts> = {
  certificaat: {
    title: 'Certificaat installeren en testen',
    what: 'Het beveiligingscertificaat van de school wordt geïnstalleerd en getest met één verzoek terugkoppeling.',
    link: { label: 'Bekijk bij Instellingen', route: { screen: 'instellingen' } },
  },
  versturen: {
    title: 'Leerlingen versturen',
    what: 'Alle meldingen gaan naar de oefen-BRON. Wat BRON zou afkeuren, houdt de voorcontrole tegen.',
    link: { label: 'Bekijk bij Uitwisselen', route: { screen: 'uitwisselen' } },
  },
  terugkoppelingen: {
    title: 'Terugkoppelingen ophalen',
    what: 'De oefen-BRON zegt per leerling of de gegevens zijn geregistreerd, en zo niet, waarom niet.',
    link: { label: 'Bekijk de terugkoppelingen', route: { screen: 'terugkoppelingen' } },
  },
  verbeteren: {
    title: 'Leerlingen verbeteren',
    what: 'De gegevens met een signaal worden verbeterd, zoals de secretaresse het zou nazoeken.',
    link: { label: 'Bekijk de leerlingen', route: { screen: 'leerlingen' } },
  },
  'opnieuw versturen': {
    title: 'Opnieuw versturen en ophalen',
    what: 'De verbeterde leerlingen gaan nog eens naar de oefen-BRON, en de uitkomst wordt opgehaald.',
    link: { label: 'Bekijk wat er nog openstaat', route: { screen: 'terugkoppelingen' } },
  },
};

/** The steps that "Doe alles" still has to do, in order. */
export const stepsToDo = ({ steps }: DemoState): DemoStep[] =>
  steps.filter(({ done }) => !done).map(({ step }) => step);
