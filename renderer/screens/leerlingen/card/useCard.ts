import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Finding } from '../../../../shared/pve/controles/types.ts';
import { emptyInschrijving, type InschrijvingGegevens } from '../../../../shared/api/inschrijving.ts';
import type { LeerlingCard, Persoonsgegevens, Signaal } from '../../../../shared/api/leerlingen.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type { LasFailure } from '../../../../shared/api/errors.ts';
import { contact as contactGroup } from '../../../../shared/domain/ownGegevens.ts';
import type { InschrijvingKind } from '../../../../shared/pve/berichten/kinds.ts';
import type { FieldGroup } from '../../../../shared/pve/gegevensset/types.ts';
import { useToday } from '../../../app/clock.ts';
import { call, failureOf, keyOf, useOperation } from '../../../app/api.ts';
import {
  adresChanged,
  changedInschrijvingen,
  contactChanged,
  groupOf,
  inschrijvingInOrder,
  isChanged,
  newCard,
  persoonChanged,
  samePersoon,
  sameInschrijving,
  withDocument,
  withInschrijving,
  withValue,
  type CardDraft,
  type CardState,
  type InschrijvingDraft,
} from './draft.ts';
import { absorb, afterSaving } from './merge.ts';
import { isOfLeerling, placeOf, refusedField, type CardPlace } from './places.ts';
import { savedSentence } from './sentences.ts';
import { inOrder, shownPlaceOf, withoutEmpty } from './tree.ts';

/** What the last save came to. */
export interface SaveOutcome {
  saved?: string;
  failure?: LasFailure;
  /** Somebody else saved first; their version is on the card now, with what was typed here kept. */
  conflict?: boolean;
  /** The field that was refused; `scope` is the key of its inschrijving. */
  at?: { scope: string | undefined; place: CardPlace };
}

export interface Card {
  /** The pupil as it is saved; absent for a new one. */
  card: LeerlingCard | undefined;
  state: CardState;
  changed: boolean;
  loading: boolean;
  failure: LasFailure | undefined;
  refetch: () => void;
  saving: boolean;
  outcome: SaveOutcome | undefined;
  /** Findings of the voorcontrole on what stands on the card, by key of the inschrijving. */
  findings: (key: string) => readonly Finding[];
  signalen: readonly (Signaal & { scope: string })[];
  edit: (scope: string | undefined, place: CardPlace, value?: string) => void;
  /** Changes the document that holds a place as a whole. */
  editDocument: (
    scope: string | undefined,
    place: CardPlace,
    change: <T extends object>(document: T, root: FieldGroup) => T,
  ) => void;
  editInschrijving: (scope: string, change: (gegevens: InschrijvingGegevens) => InschrijvingGegevens) => void;
  editPersoon: (change: (persoon: Persoonsgegevens) => Persoonsgegevens) => void;
  /** From which day another address holds; empty: the former one was a mistake. */
  setMovedOn: (date: string) => void;
  /** Puts unsaved work on the card that was kept elsewhere. */
  resume: (work: Pick<CardState, 'base' | 'mine'>) => void;
  addInschrijving: () => string;
  removeInschrijving: (scope: string) => void;
  check: () => void;
  save: () => Promise<boolean>;
  discard: () => void;
  say: (outcome: SaveOutcome | undefined) => void;
}

/** Where on the card a field stands that was refused in what was sent. */
function refusedAt(field: string | undefined, sent: readonly InschrijvingDraft[]): Pick<SaveOutcome, 'at'> {
  const refused = refusedField(field);
  if (!refused) return {};
  if (refused.inschrijving === undefined) return { at: { scope: undefined, place: refused.place } };
  const item = sent[refused.inschrijving];
  return item
    ? { at: { scope: item.key, place: shownPlaceOf(groupOf(item.gegevens), item.gegevens, refused.place) } }
    : {};
}

/** A finding on the gegevens as they are sent, at the period where it stands on the card. */
function onCard(finding: Finding, gegevens: InschrijvingGegevens): Finding {
  const place = placeOf(finding, gegevens.kind);
  if (isOfLeerling(place)) return finding;
  const { voorkomen, parent } = shownPlaceOf(groupOf(gegevens), gegevens, place);
  return {
    ...finding,
    ...(finding.voorkomen === undefined || voorkomen === undefined ? {} : { voorkomen }),
    ...(finding.parent === undefined || parent === undefined ? {} : { parent }),
  };
}

const none: readonly Finding[] = [];
type Found = Record<string, readonly Finding[]>;

/** What stands on the card, its periods in the order in which they are sent. */
const inOrderOf = (draft: CardDraft): CardDraft => ({
  ...draft,
  contact: withoutEmpty(contactGroup, inOrder(contactGroup, draft.contact)),
  inschrijvingen: draft.inschrijvingen.map((item) => ({ ...item, gegevens: inschrijvingInOrder(item.gegevens) })),
});

const identityOf = ({ id, version }: { id?: number; version?: number }) => ({
  ...(id === undefined ? {} : { id }),
  ...(version === undefined ? {} : { version }),
});

/** The parts of the card that differ from what is saved, as one change. */
function inputOf(
  state: CardState,
  sent: CardDraft,
  inschrijvingen: readonly InschrijvingDraft[],
  today: string,
): Input<'leerlingen.saveCard'> {
  const { id, version, persoon, contact, movedOn = today } = sent;
  const withLeerling = id === undefined || persoonChanged(state) || contactChanged(state);
  return {
    ...identityOf(id === undefined ? {} : { id }),
    ...(withLeerling
      ? {
          leerling: {
            ...identityOf(version === undefined ? {} : { version }),
            persoon,
            contact,
            ...(adresChanged(state) && movedOn !== '' ? { movedOn } : {}),
          },
        }
      : {}),
    inschrijvingen: inschrijvingen.map((item) => ({ ...identityOf(item), gegevens: item.gegevens })),
  };
}

/** What happens next with what was just saved, in a sentence. */
function outcomeOf({ inschrijvingen }: LeerlingCard): string {
  const blocking = inschrijvingen.flatMap(({ findings }) => findings.filter(({ ernst }) => ernst === 'A'));
  const [deliverBy] = inschrijvingen.flatMap((item) => item.deliverBy ?? []).sort();
  return savedSentence({ nothingToTell: inschrijvingen.length === 0, deliverBy, blocking: blocking.length });
}

/** The card of one pupil, whose new inschrijvingen are of `kind`: what is saved, what is being typed, what the voorcontrole finds, and saving. */
export function useCard(initialId: number | undefined, kind: InschrijvingKind, onCreated: (id: number) => void): Card {
  const [id, setId] = useState(initialId);
  const query = useOperation('leerlingen.get', { id: id ?? 1 }, { enabled: id !== undefined });
  const card = id === undefined ? undefined : query.data;
  const [state, setState] = useState(() => newCard(kind));
  const [seen, setSeen] = useState<LeerlingCard>();
  const [found, setFound] = useState<Found>({});
  const [saving, setSaving] = useState(false);
  const [outcome, say] = useState<SaveOutcome>();
  const today = useToday();

  if (card && card !== seen) {
    setSeen(card);
    const opened = seen !== undefined || state.mine.id !== undefined;
    setState(absorb(opened ? state : { ...state, mine: { ...state.mine, inschrijvingen: [] } }, card));
  }

  const client = useQueryClient();
  const fetchCard = (leerlingId: number) =>
    client.query({
      queryKey: keyOf('leerlingen.get', { id: leerlingId }),
      queryFn: () => call('leerlingen.get', { id: leerlingId }),
      staleTime: 0,
    });
  const checks = useRef(0);
  const [asked, setAsked] = useState(0);
  const runCheck = useEffectEvent(() => {
    const round = ++checks.current;
    for (const { key, gegevens } of state.mine.inschrijvingen) {
      const { persoon } = state.mine;
      const saved = card?.inschrijvingen.find((item) => String(item.id) === key);
      // Of a new pupil the persoonsgegevens are judged before there is an inschrijving.
      const empty = !saved && sameInschrijving(gegevens, emptyInschrijving(gegevens.kind));
      if (empty && samePersoon(persoon, {})) continue;
      void call('leerlingen.check', { persoon, gegevens: inschrijvingInOrder(gegevens) }).then(
        ({ findings }) => {
          if (round === checks.current)
            setFound((known) => ({ ...known, [key]: findings.map((finding) => onCard(finding, gegevens)) }));
        },
        // The voorcontrole is a help while typing; what is wrong with the program shows on saving. What it said of an
        // earlier value is no longer true.
        () => {
          if (round === checks.current) setFound((known) => ({ ...known, [key]: none }));
        },
      );
    }
  });
  // After drawing: leaving a field can itself change others, which are to be judged with it.
  useEffect(() => {
    if (asked > 0) runCheck();
  }, [asked]);

  const findings = (key: string): readonly Finding[] => {
    return found[key] ?? card?.inschrijvingen.find((item) => String(item.id) === key)?.findings ?? none;
  };

  const save = async (): Promise<boolean> => {
    const sent = inOrderOf(state.mine);
    const changedItems = changedInschrijvingen({ ...state, mine: sent });
    setSaving(true);
    try {
      const saved = await call('leerlingen.saveCard', inputOf(state, sent, changedItems, today));
      const keys = changedItems.map(({ key }) => key);
      setState((latest) => afterSaving(latest, { typed: state.mine, sent, keys, saved }));
      if (initialId === undefined && id === undefined) {
        setId(saved.id);
        onCreated(saved.id);
      }
      checks.current += 1;
      const fresh = await fetchCard(saved.id);
      setFound({});
      say({ saved: outcomeOf(fresh) });
      return true;
    } catch (error) {
      const failure = failureOf(error);
      const conflict = failure.code === 'changed-elsewhere';
      if (conflict && state.mine.id !== undefined) {
        await fetchCard(state.mine.id).catch(() => undefined);
      }
      say({ failure, conflict, ...refusedAt(failure.field, changedItems) });
      return false;
    } finally {
      setSaving(false);
    }
  };

  return {
    card,
    state,
    changed: isChanged(state),
    loading: id !== undefined && query.isPending,
    failure: query.error?.failure,
    refetch: () => void query.refetch(),
    saving,
    outcome,
    findings,
    signalen:
      card?.inschrijvingen.flatMap((item) =>
        item.signalen.map((signaal) => ({ ...signaal, scope: String(item.id) })),
      ) ?? [],
    edit: (scope, place, value) =>
      setState((latest) => ({ ...latest, mine: withValue(latest.mine, scope, place, value) })),
    editDocument: (scope, place, change) =>
      setState((latest) => ({ ...latest, mine: withDocument(latest.mine, scope, place, change) })),
    editPersoon: (change) =>
      setState((latest) => ({ ...latest, mine: { ...latest.mine, persoon: change(latest.mine.persoon) } })),
    setMovedOn: (movedOn) => setState((latest) => ({ ...latest, mine: { ...latest.mine, movedOn } })),
    resume: ({ base, mine }) => {
      setState((latest) => {
        const work = { base, mine, conflicts: [] };
        return card ? absorb(work, card) : { ...latest, mine };
      });
      setAsked((times) => times + 1);
    },
    editInschrijving: (scope, change) =>
      setState((latest) => ({ ...latest, mine: withInschrijving(latest.mine, scope, change) })),
    addInschrijving: () => {
      setState((latest) => {
        if (latest.mine.inschrijvingen.some(({ key }) => key === 'nieuw')) return latest;
        const added = { key: 'nieuw', gegevens: emptyInschrijving(kind) };
        return { ...latest, mine: { ...latest.mine, inschrijvingen: [added, ...latest.mine.inschrijvingen] } };
      });
      return 'nieuw';
    },
    removeInschrijving: (scope) =>
      setState((latest) => {
        const kept = latest.mine.inschrijvingen.filter(({ key, id: saved }) => key !== scope || saved !== undefined);
        return { ...latest, mine: { ...latest.mine, inschrijvingen: kept } };
      }),
    check: () => setAsked((times) => times + 1),
    save,
    discard: () => {
      setState((latest) => ({ base: latest.base, mine: latest.base, conflicts: [] }));
      setFound({});
      say(undefined);
    },
    say,
  };
}
