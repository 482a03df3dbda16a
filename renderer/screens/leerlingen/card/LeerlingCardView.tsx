import { Button, makeStyles } from '@fluentui/react-components';
import { AddRegular, ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import { useOperation } from '../../../app/api.ts';
import { useToday } from '../../../app/clock.ts';
import { useMay } from '../../../app/may.ts';
import { useGuard, useNavigation, type Route } from '../../../app/navigation.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { LeerlingActions } from '../../enrol/LeerlingActions.tsx';
import { AttentionPanel } from './AttentionPanel.tsx';
import { BronTab } from './BronTab.tsx';
import { CardTabs, tabId } from './CardTabs.tsx';
import { attentionList, placeFindings, shownPlace } from './cardFacts.ts';
import { CardContext } from './context.ts';
import { changedInschrijvingen, persoonChanged } from './draft.ts';
import { CardState } from './CardState.tsx';
import { FamilyTab } from './family/FamilyTab.tsx';
import { useMoveAlong } from './family/useMoveAlong.tsx';
import { InschrijvingTab } from './InschrijvingTab.tsx';
import { makeContext } from './makeContext.ts';
import { fullName } from './names.ts';
import { PersoonTab } from './PersoonTab.tsx';
import { domId, isPersoon, placeOf, type CardPlace } from './places.ts';
import { SaveBar } from './SaveBar.tsx';
import { useCard } from './useCard.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minHeight: '100%' },
  panel: { flex: '1 0 auto' },
});

type Focus = Extract<Route, { screen: 'leerling' }>['focus'];

interface Props {
  id?: number;
  focus: Focus;
  /** The route that led here: another one with the same pupil leads to its own field. */
  route: Route;
  readOnly: boolean;
  onCreated: (id: number) => void;
}

const PERSOON = 'persoon';
const BRON = 'bron';
const GEZIN = 'gezin';

/** A pupil: persoonsgegevens, inschrijvingen and what BRON has, with everything that is not right yet at its field. */
export function LeerlingCardView({ id, focus, route, readOnly, onCreated }: Props) {
  const styles = useStyles();
  const panelId = useId();
  const back = useNavigation((state) => state.back);
  const { card, question } = useMoveAlong(useCard(id, onCreated));
  const today = useToday();
  const may = useMay();
  const school = useOperation('settings.get', {}, { enabled: may('read') }).data?.school;
  const [tab, setTab] = useState(PERSOON);
  const [target, setTarget] = useState<string>();
  const [highlighted, setHighlighted] = useState<string>();
  useGuard(card.changed, { save: card.save, discard: card.discard });

  const { mine } = card.state;
  const findings = placeFindings(mine, card.findings, card.signalen);
  const attention = attentionList(mine, findings, card.signalen);
  const keys = mine.inschrijvingen.map(({ key }) => key);
  const shown =
    tab === PERSOON || ((tab === BRON || tab === GEZIN) && card.card) || keys.includes(tab)
      ? tab
      : (keys[0] ?? PERSOON);

  const jump = (scope: string | undefined, place: CardPlace) => {
    setTab(isPersoon(place) ? PERSOON : (scope ?? keys[0] ?? PERSOON));
    setTarget(domId(scope ?? '', place));
  };

  // The field that is jumped to may first have to be drawn, on another tab.
  useEffect(() => {
    if (target === undefined) return;
    const frame = requestAnimationFrame(() => {
      const field = document.getElementById(target);
      if (!field) return;
      field.scrollIntoView({ block: 'center' });
      field.focus({ preventScroll: true });
      setHighlighted(target);
      setTarget(undefined);
    });
    return () => cancelAnimationFrame(frame);
  }, [target, shown]);
  useEffect(() => {
    if (highlighted === undefined) return;
    const timer = setTimeout(() => setHighlighted(undefined), 4000);
    return () => clearTimeout(timer);
  }, [highlighted]);

  // A route with a focus leads to its field once the card is there.
  const followed = useRef<Route>(undefined);
  const loaded = card.card !== undefined;
  useEffect(() => {
    if (!loaded || followed.current === route) return;
    followed.current = route;
    const place = focus?.gegevensgroep === undefined ? undefined : placeOf(focus);
    const scope = focus?.inschrijvingId === undefined ? undefined : String(focus.inschrijvingId);
    if (place) jump(isPersoon(place) ? undefined : scope, shownPlace(mine, scope, place));
    else if (scope !== undefined) setTab(scope);
  });

  const vestigingen = useMemo(() => school?.vestigingen ?? [], [school]);
  const context = makeContext({ card, vestigingen, today, readOnly, highlighted, jump });

  if (card.failure && !card.card) {
    return <FailureMessage failure={card.failure} actions={<Button onClick={card.refetch}>Opnieuw proberen</Button>} />;
  }
  if (card.loading || (id !== undefined && mine.id === undefined))
    return <Loading label="De leerling wordt opgehaald…" />;

  const isNew = mine.id === undefined;
  const dirtyKeys = new Set(changedInschrijvingen(card.state).map(({ key }) => key));
  const dot = (dirty: boolean) => (dirty ? ' (gewijzigd)' : '');
  const tabName = (key: string, date: string | undefined) =>
    key === 'nieuw' ? 'Nieuwe inschrijving' : `Inschrijving ${formatDutchDate(date ?? '') || 'zonder datum'}`;
  const tabs = [
    { value: PERSOON, name: `Persoonsgegevens${dot(!isNew && persoonChanged(card.state))}` },
    ...mine.inschrijvingen.map(({ key, gegevens }) => ({
      value: key,
      name: tabName(key, gegevens.datumInschrijving) + dot(key !== 'nieuw' && dirtyKeys.has(key)),
    })),
    ...(card.card ? [{ value: GEZIN, name: 'Gezin' }] : []),
    ...(card.card && may('read') ? [{ value: BRON, name: 'BRON' }] : []),
  ];
  const current = mine.inschrijvingen.find(({ key }) => key === shown);

  return (
    <CardContext value={context}>
      <div className={styles.root}>
        <PageHeader
          title={isNew ? 'Nieuwe leerling' : fullName(mine.persoon)}
          description={
            card.card ? (
              <CardState card={card.card} />
            ) : (
              'Vul de persoonsgegevens en de inschrijving in en kies Opslaan.'
            )
          }
          actions={
            <>
              <Button icon={<ArrowLeftRegular />} onClick={back}>
                Terug
              </Button>
              {readOnly || !card.card ? null : <LeerlingActions card={card.card} />}
              {readOnly || keys.includes('nieuw') ? null : (
                <Button icon={<AddRegular />} onClick={() => setTab(card.addInschrijving())}>
                  Inschrijving toevoegen
                </Button>
              )}
            </>
          }
        />
        <FailureMessage failure={card.failure} />
        <AttentionPanel items={attention} />
        <CardTabs tabs={tabs} selected={shown} panelId={panelId} onSelect={setTab} />
        <div id={panelId} role="tabpanel" aria-labelledby={tabId(panelId, shown)} className={styles.panel}>
          {shown === PERSOON ? <PersoonTab /> : null}
          {shown === GEZIN && card.card ? <FamilyTab leerlingId={card.card.id} readOnly={readOnly} /> : null}
          {shown === BRON && card.card ? <BronTab card={card.card} /> : null}
          {current ? <InschrijvingTab key={current.key} inschrijving={current} /> : null}
        </div>
        <SaveBar card={card} isNew={isNew} />
        {question}
      </div>
    </CardContext>
  );
}
