import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Finding } from '../../../../shared/pve/controles/types.ts';
import {
  emptyInschrijving,
  type InschrijvingGegevens,
  type LeerlingCard,
  type Signaal,
} from '../../../../shared/api/leerlingen.ts';
import type { LasFailure } from '../../../../shared/api/errors.ts';
import { call, failureOf, keyOf, useOperation } from '../../../app/api.ts';
import {
  changedInschrijvingen,
  isChanged,
  newCard,
  persoonChanged,
  samePersoon,
  sameInschrijving,
  withInschrijving,
  withValue,
  type CardState,
  type InschrijvingDraft,
} from './draft.ts';
import { absorb, afterSavingInschrijving, afterSavingPersoon } from './merge.ts';
import { inOrder, shownPeriod } from './periods.ts';
import { placeOfField, type CardPlace } from './places.ts';
import { savedSentence } from './sentences.ts';

/** What the last save came to. */
export interface SaveOutcome {
  saved?: string;
  failure?: LasFailure;
  /** Part was saved before the failure: said, so that nobody doubts it. */
  partly?: boolean;
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
  editInschrijving: (scope: string, change: (gegevens: InschrijvingGegevens) => InschrijvingGegevens) => void;
  addInschrijving: () => string;
  removeInschrijving: (scope: string) => void;
  check: () => void;
  save: () => Promise<boolean>;
  discard: () => void;
  say: (outcome: SaveOutcome | undefined) => void;
}

/** How far a save has come: the parts done, and the inschrijving at hand as it stands on the card. */
interface Progress {
  parts: number;
  saving?: InschrijvingDraft;
}

/** Where on the card a refused field stands. */
function refusedAt(field: string | undefined, saving: Progress['saving']): Pick<SaveOutcome, 'at'> {
  const place = placeOfField(field);
  if (!place) return {};
  const { group, voorkomen } = place;
  if (!saving || voorkomen === undefined) return { at: { scope: saving?.key, place } };
  return { at: { scope: saving.key, place: { ...place, voorkomen: shownPeriod(saving.gegevens, group, voorkomen) } } };
}

/** A finding on the gegevens as they are sent, at the period where it stands on the card. */
const onCard = (finding: Finding, gegevens: InschrijvingGegevens): Finding =>
  finding.voorkomen === undefined
    ? finding
    : { ...finding, voorkomen: shownPeriod(gegevens, finding.gegevensgroep, finding.voorkomen) };

const none: readonly Finding[] = [];
type Found = Record<string, readonly Finding[]>;

/** The card of one pupil: what is saved, what is being typed, what the voorcontrole finds, and saving. */
export function useCard(initialId: number | undefined, onCreated: (id: number) => void): Card {
  const [id, setId] = useState(initialId);
  const query = useOperation('leerlingen.get', { id: id ?? 1 }, { enabled: id !== undefined });
  const card = id === undefined ? undefined : query.data;
  const [state, setState] = useState(newCard);
  const [seen, setSeen] = useState<LeerlingCard>();
  const [found, setFound] = useState<Found>({});
  const [saving, setSaving] = useState(false);
  const [outcome, say] = useState<SaveOutcome>();

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
      const empty = !saved && sameInschrijving(gegevens, emptyInschrijving());
      if (empty && samePersoon(persoon, {})) continue;
      void call('leerlingen.check', { persoon, gegevens: inOrder(gegevens) }).then(
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

  const saveParts = async (progress: Progress): Promise<SaveOutcome> => {
    let now = state;
    let leerlingId = now.mine.id;
    let deliverBy: string | undefined;
    const inschrijvingen = changedInschrijvingen(now);
    if (persoonChanged(now) || leerlingId === undefined) {
      const { persoon, version } = now.mine;
      const known = leerlingId === undefined ? {} : { id: leerlingId, ...(version === undefined ? {} : { version }) };
      const saved = await call('leerlingen.save', { ...known, persoon });
      now = afterSavingPersoon(now, persoon, saved.id, saved.version);
      setState((latest) => afterSavingPersoon(latest, persoon, saved.id, saved.version));
      leerlingId = saved.id;
      progress.parts += 1;
    }
    for (const item of inschrijvingen) {
      const ordered = { ...item, gegevens: inOrder(item.gegevens) };
      progress.saving = item;
      const known =
        item.id === undefined ? {} : { id: item.id, ...(item.version === undefined ? {} : { version: item.version }) };
      const saved = await call('leerlingen.saveInschrijving', { leerlingId, ...known, gegevens: ordered.gegevens });
      setState((latest) => afterSavingInschrijving(latest, item, ordered, saved.id, saved.version));
      deliverBy = saved.deliverBy ?? deliverBy;
      progress.parts += 1;
    }
    if (initialId === undefined && id === undefined) {
      setId(leerlingId);
      onCreated(leerlingId);
    }
    checks.current += 1;
    const fresh = await fetchCard(leerlingId);
    setFound({});
    const all = fresh.inschrijvingen.map((item) => item.findings.filter(({ ernst }) => ernst === 'A').length);
    const toDeliver = fresh.inschrijvingen.flatMap((item) => item.deliverBy ?? []).sort();
    return {
      saved: savedSentence({
        nothingToTell: fresh.inschrijvingen.length === 0,
        deliverBy: deliverBy ?? toDeliver[0],
        blocking: all.reduce((sum, count) => sum + count, 0),
      }),
    };
  };

  const save = async (): Promise<boolean> => {
    const progress: Progress = { parts: 0 };
    setSaving(true);
    try {
      say(await saveParts(progress));
      return true;
    } catch (error) {
      const failure = failureOf(error);
      const conflict = failure.code === 'changed-elsewhere';
      if (conflict && state.mine.id !== undefined) {
        await fetchCard(state.mine.id).catch(() => undefined);
      }
      say({ failure, partly: progress.parts > 0, conflict, ...refusedAt(failure.field, progress.saving) });
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
    editInschrijving: (scope, change) =>
      setState((latest) => ({ ...latest, mine: withInschrijving(latest.mine, scope, change) })),
    addInschrijving: () => {
      setState((latest) => {
        if (latest.mine.inschrijvingen.some(({ key }) => key === 'nieuw')) return latest;
        const added = { key: 'nieuw', gegevens: emptyInschrijving() };
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
