import { today } from '../../../../shared/domain/clock.ts';
import { MijnBronRefusal } from '../../mijnBron/refusals.ts';
import type { SiteParts } from '../site.ts';
import type { Access, Visit } from './access.ts';
import { contactFormPage, contactPage } from './contact.ts';
import { readContact } from './contactForm.ts';

/** Checking and changing the contactgegevens. */
export function contactRoutes({ get, post }: Access, { mijnBron, clock }: Pick<SiteParts, 'mijnBron' | 'clock'>): void {
  const contactOf = ({ user }: Visit) => mijnBron.contact(user.brinnummer);
  get('/mijn-bron/contactgegevens', (visit) => {
    const freeze = mijnBron.contactFreeze(visit.user.brinnummer);
    const now = today(clock);
    const frozen = freeze !== undefined && freeze.from <= now && now <= freeze.until;
    const saved = visit.query.gelukt !== undefined;
    return { page: contactPage(visit, { contact: contactOf(visit), freeze, frozen, today: now, saved }) };
  });
  get('/mijn-bron/contactgegevens/wijzigen', (visit) => ({
    page: contactFormPage(visit, { contact: contactOf(visit) }),
  }));
  post('/mijn-bron/contactgegevens/wijzigen', (visit) => {
    const contact = contactOf(visit);
    const { next, wrong } = readContact(contact, visit.user, visit.body);
    if (wrong.size > 0) return { page: contactFormPage(visit, { contact, typed: visit.body, wrong }), status: 422 };
    try {
      mijnBron.saveContact(visit.user, next);
    } catch (error) {
      if (!(error instanceof MijnBronRefusal)) throw error;
      const page = contactFormPage(visit, { contact, typed: visit.body, refusal: error.message });
      return { page, status: error.status };
    }
    return { to: '/mijn-bron/contactgegevens?gelukt=ja' };
  });
}
