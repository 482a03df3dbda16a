import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowLeftRegular, ArrowUndoRegular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import type { School } from '../../../../shared/api/session.ts';
import { contact } from '../../../../shared/domain/ownGegevens.ts';
import { soortOf } from '../../../../shared/domain/schoolSoort.ts';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import { useToday } from '../../../app/clock.ts';
import { useMay } from '../../../app/may.ts';
import { useGuard, useNavigation, type Route } from '../../../app/navigation.ts';
import { useDraft } from '../../../app/useDraft.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { OfferedDraft } from '../../../components/OfferedDraft.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { TabBar, tabId, type TabOfBar } from '../../../components/TabBar.tsx';
import { EndOnArrival } from '../../enrol/EndOnArrival.tsx';
import { LeerlingActions } from '../../enrol/LeerlingActions.tsx';
import { AttentionPanel } from './AttentionPanel.tsx';
import { BronTab } from './BronTab.tsx';
import { attentionList, placeFindings } from './cardFacts.ts';
import { ContactTab } from './ContactTab.tsx';
import { CardContext } from './context.ts';
import { changedInschrijvingen, contactChanged, persoonChanged, type CardState as Work } from './draft.ts';
import { CardState } from './CardState.tsx';
import { FamilyTab } from './family/FamilyTab.tsx';
import { useMoveAlong } from './family/useMoveAlong.tsx';
import { InschrijvingTab } from './InschrijvingTab.tsx';
import { makeContext } from './makeContext.ts';
import { fullName } from './names.ts';
import { NotesTab } from './NotesTab.tsx';
import { PersoonTab } from './PersoonTab.tsx';
import { isOfLeerling, persoon, rootOf } from './places.ts';
import { SaveBar } from './SaveBar.tsx';
import { UndoDialog } from './UndoDialog.tsx';
import { useCard } from './useCard.ts';
import { useJump } from './useJump.ts';
import { useNote } from './useNote.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minHeight: '100%', rowGap: tokens.spacingVerticalS },
  panel: { flex: '1 0 auto' },
});

interface Props {
  id?: number;
  focus: Extract<Route, { screen: 'leerling' }>['focus'];
  /** The route that led here: another one with the same pupil leads to its own field. */
  route: Route;
  /** Of which nothing but the kind of its inschrijvingen is known to who may see only the own groepen. */
  school: School;
  readOnly: boolean;
  onCreated: (id: number) => void;
}

const PERSOON = persoon.key;
const CONTACT = contact.key;

/** A part of the card with what it shows. */
interface Part extends TabOfBar {
  panel: () => ReactNode;
}

const withDot = (name: string, dirty: boolean) => (dirty ? `${name} (gewijzigd)` : name);
const inschrijvingName = (key: string, date: string | undefined) =>
  key === 'nieuw' ? 'Nieuwe inschrijving' : `Inschrijving ${formatDutchDate(date ?? '') || 'zonder datum'}`;

/** A pupil: all that is registered, each part on a tab, with everything that is not right yet at its field. */
export function LeerlingCardView({ id, focus, route, school, readOnly, onCreated }: Props) {
  const styles = useStyles();
  const panelId = useId();
  const back = useNavigation((state) => state.back);
  const { card, question } = useMoveAlong(useCard(id, soortOf(school.soort).kind, onCreated));
  const today = useToday();
  const may = useMay();
  const [tab, setTab] = useState(PERSOON);
  const [undoing, setUndoing] = useState(false);

  const { mine, base } = card.state;
  const isNew = mine.id === undefined;
  const title = isNew ? 'Nieuwe leerling' : fullName(mine.persoon);
  const draft = useDraft(
    {
      form: 'leerling',
      subject: String(mine.id ?? ''),
      leerlingId: mine.id,
      title: isNew ? `Nieuwe leerling ${mine.persoon.achternaam ?? ''}`.trim() : title,
      content: card.changed ? JSON.stringify({ base, mine } satisfies Partial<Work>) : undefined,
    },
    !readOnly && (id === undefined || card.card !== undefined),
  );
  const note = useNote(mine.id, title, !readOnly);
  const save = async () => {
    const saved = await card.save();
    if (saved) draft.forget();
    return saved;
  };
  const discard = () => {
    card.discard();
    draft.forget();
  };
  useGuard(card.changed, { save, discard });

  const findings = placeFindings(mine, card.findings, card.signalen);
  const attention = attentionList(mine, findings, card.signalen);
  const keys = mine.inschrijvingen.map(({ key }) => key);
  const { jump, highlighted } = useJump({
    mine,
    loaded: card.card !== undefined,
    focus,
    route,
    showTab: (scope, place) =>
      setTab(place && isOfLeerling(place) ? rootOf(place.group).key : (scope ?? keys[0] ?? PERSOON)),
  });

  const context = makeContext({ card, school, today, readOnly, highlighted, jump });

  if (card.failure && !card.card) {
    return <FailureMessage failure={card.failure} actions={<Button onClick={card.refetch}>Opnieuw proberen</Button>} />;
  }
  if (card.loading || (id !== undefined && isNew)) return <Loading label="De leerling wordt opgehaald…" />;

  const saved = card.card;
  const dirtyKeys = new Set(changedInschrijvingen(card.state).map(({ key }) => key));
  const parts: Part[] = [
    {
      value: PERSOON,
      name: withDot('Persoonsgegevens', !isNew && persoonChanged(card.state)),
      panel: () => <PersoonTab />,
    },
    { value: CONTACT, name: withDot('Contact en nood', contactChanged(card.state)), panel: () => <ContactTab /> },
    ...mine.inschrijvingen.map((item) => ({
      value: item.key,
      name: withDot(
        inschrijvingName(item.key, item.gegevens.datumInschrijving),
        item.key !== 'nieuw' && dirtyKeys.has(item.key),
      ),
      panel: () => <InschrijvingTab key={item.key} inschrijving={item} />,
    })),
    ...(saved
      ? [{ value: 'gezin', name: 'Gezin', panel: () => <FamilyTab leerlingId={saved.id} readOnly={readOnly} /> }]
      : []),
    ...(saved && may('read')
      ? [
          { value: 'notes', name: 'Notities', panel: () => <NotesTab leerlingId={saved.id} note={note} /> },
          { value: 'bron', name: 'BRON', panel: () => <BronTab card={saved} /> },
        ]
      : []),
  ];
  const shown = parts.find(({ value }) => value === tab) ?? parts.find(({ value }) => value === keys[0]) ?? parts[0];

  return (
    <CardContext value={context}>
      <div className={styles.root}>
        <PageHeader
          title={title}
          description={
            saved ? (
              may('read') ? (
                <CardState card={saved} />
              ) : undefined
            ) : (
              'Vul de persoonsgegevens en de inschrijving in en kies Opslaan.'
            )
          }
          actions={
            <>
              <Button icon={<ArrowLeftRegular />} onClick={back}>
                Terug
              </Button>
              {readOnly || !saved?.lastChange || card.changed ? null : (
                <Button icon={<ArrowUndoRegular />} onClick={() => setUndoing(true)}>
                  Laatste wijziging ongedaan maken…
                </Button>
              )}
              {readOnly || !saved ? null : <LeerlingActions card={saved} />}
              {readOnly || keys.includes('nieuw') ? null : (
                <Button icon={<AddRegular />} onClick={() => setTab(card.addInschrijving())}>
                  Inschrijving toevoegen
                </Button>
              )}
            </>
          }
        />
        {mine.persoon.geheim === 'true' ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>Het adres van deze leerling is geheim.</MessageBarTitle>
              Geef het aan niemand door en zet het niet op lijsten.
            </MessageBarBody>
          </MessageBar>
        ) : null}
        <OfferedDraft
          offered={card.changed ? undefined : draft.offered}
          onResume={(content) => card.resume(JSON.parse(content) as Work)}
        />
        <FailureMessage failure={card.failure} />
        <AttentionPanel items={attention} />
        <TabBar
          label="Delen van de leerlingkaart"
          tabs={parts}
          selected={shown?.value ?? PERSOON}
          panelId={panelId}
          onSelect={setTab}
        />
        <div
          id={panelId}
          role="tabpanel"
          aria-labelledby={tabId(panelId, shown?.value ?? PERSOON)}
          className={styles.panel}
        >
          {shown?.panel()}
        </div>
        <SaveBar card={card} isNew={isNew} onSave={save} onDiscard={discard} />
        {question}
        {saved && !readOnly ? <EndOnArrival card={saved} route={route} /> : null}
        {undoing && saved ? <UndoDialog leerlingId={saved.id} onClose={() => setUndoing(false)} /> : null}
      </div>
    </CardContext>
  );
}
