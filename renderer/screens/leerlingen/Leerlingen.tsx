import { Button, Field, makeStyles, SearchBox, Select, Text, tokens } from '@fluentui/react-components';
import {
  AddRegular,
  ArrowImportRegular,
  DeleteRegular,
  PeopleSearchRegular,
  PersonAddRegular,
} from '@fluentui/react-icons';
import { useCallback, useEffect, useRef, useState } from 'react';
import { bronState as bronStates, type BronState } from '../../../shared/api/leerlingen.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { mayNow } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { UnfinishedWork } from '../../app/UnfinishedWork.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { bronStateTexts } from '../../texts/states.ts';
import { counted } from '../uitwisselen/sentences.ts';
import { CompletenessNotice } from '../completeness/CompletenessNotice.tsx';
import { LeerlingGrid } from './LeerlingGrid.tsx';
import { useListState, type Show } from './listState.ts';
import { usePages } from './usePages.ts';

const TYPING_PAUSE_MS = 150;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: '24rem' },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    alignItems: 'flex-end',
    marginBottom: tokens.spacingVerticalM,
  },
  search: { flex: '1 1 20rem', maxWidth: '32rem' },
  box: { maxWidth: 'none', width: '100%' },
  count: { marginLeft: 'auto', paddingBottom: tokens.spacingVerticalXS },
});

const showTexts: readonly (readonly [Show, string])[] = [
  ['actueel', 'Actuele leerlingen'],
  ['uitgeschreven', 'Uitgeschreven leerlingen'],
  ['alle', 'Alle leerlingen'],
];

/** The list of pupils, found as one types. */
export function Leerlingen({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const { search, show, bronState, ask } = useListState();
  const [typed, setTyped] = useState(search);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const focusGrid = useRef<(() => void) | null>(null);

  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(() => {
      ask({ search: typed });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, search, ask]);

  const query = { show, ...(search.trim() ? { search: search.trim() } : {}), ...(bronState ? { bronState } : {}) };
  const pages = usePages(query, range.first, range.last);
  const onRange = useCallback((first: number, last: number) => {
    setRange((known) => (known.first === first && known.last === last ? known : { first, last }));
  }, []);
  const open = (id: number) => {
    useListState.getState().setLeft(true);
    go({ screen: 'leerling', id });
  };
  const mayEdit = mayNow(status, 'register');
  const seesAll = mayNow(status, 'read');
  const clear = () => {
    setTyped('');
    ask({ search: '', show: 'alle', bronState: undefined });
  };
  const narrowed = search !== '' || bronState !== undefined || show !== 'actueel';

  return (
    <div className={styles.root}>
      <PageHeader
        title="Leerlingen"
        actions={
          mayEdit ? (
            <>
              {mayNow(status, 'transfer') ? (
                <Button icon={<ArrowImportRegular />} onClick={() => go({ screen: 'importeren' })}>
                  Importeren
                </Button>
              ) : null}
              <Button icon={<DeleteRegular />} onClick={() => go({ screen: 'bin' })}>
                Prullenbak
              </Button>
              <Button icon={<AddRegular />} onClick={() => go({ screen: 'leerling' })}>
                Nieuwe leerling
              </Button>
              <Button appearance="primary" icon={<PersonAddRegular />} onClick={() => go({ screen: 'enrol' })}>
                Leerling inschrijven
              </Button>
            </>
          ) : undefined
        }
      />
      <UnfinishedWork />
      <CompletenessNotice status={status} />
      <div className={styles.tools} role="search" aria-label="Leerlingen zoeken">
        <Field label="Zoeken" className={styles.search}>
          <SearchBox
            className={styles.box}
            value={typed}
            maxLength={100}
            placeholder={`${seesAll ? 'Naam, leerlingnummer of BSN' : 'Naam of leerlingnummer'} (Ctrl+F)`}
            dismiss={{ 'aria-label': 'Zoektekst wissen' }}
            onChange={(_, data) => setTyped(data.value)}
            onKeyDown={(event) => {
              const only = pages.total === 1 && typed === search ? pages.rowAt(0) : undefined;
              if (event.key === 'Enter' && only) open(only.id);
              else if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault();
                focusGrid.current?.();
              }
            }}
          />
        </Field>
        <Field label="Tonen">
          <Select value={show} onChange={(_, data) => ask({ show: data.value as Show })}>
            {showTexts.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </Select>
        </Field>
        {seesAll ? (
          <Field label="BRON">
            <Select
              value={bronState ?? ''}
              onChange={(_, data) => ask({ bronState: (data.value || undefined) as BronState | undefined })}
            >
              <option value="">Alle toestanden</option>
              {bronStates.options.map((state) => (
                <option key={state} value={state}>
                  {bronStateTexts[state].label}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Text role="status" className={styles.count}>
          {pages.isLoading ? '' : counted(pages.total, 'leerling', 'leerlingen')}
        </Text>
      </div>
      <FailureMessage
        failure={pages.error?.failure}
        actions={<Button onClick={pages.refetch}>Opnieuw proberen</Button>}
      />
      {pages.isLoading ? <Loading label="Leerlingen worden opgehaald…" /> : null}
      {!pages.isLoading && pages.total > 0 ? (
        <LeerlingGrid query={query} pages={pages} onOpen={open} onRange={onRange} focusRef={focusGrid} />
      ) : null}
      {!pages.isLoading && !pages.error && pages.total === 0 ? (
        narrowed ? (
          <EmptyState
            title="Geen leerling gevonden"
            icon={<PeopleSearchRegular />}
            action={<Button onClick={clear}>Alle leerlingen tonen</Button>}
          >
            Controleer de spelling, of zoek bij alle leerlingen, ook de uitgeschreven.
          </EmptyState>
        ) : (
          <EmptyState
            title="Nog geen leerlingen"
            action={
              mayEdit ? <Button onClick={() => go({ screen: 'enrol' })}>Eerste leerling inschrijven</Button> : undefined
            }
          >
            {mayEdit
              ? 'Schrijf uw eerste leerling in met de knop Leerling inschrijven.'
              : seesAll
                ? 'Zodra een collega leerlingen inschrijft, staan ze hier.'
                : 'U ziet hier de leerlingen van uw eigen groepen. Vraag de administratie om u bij uw groep te zetten.'}
          </EmptyState>
        )
      ) : null}
    </div>
  );
}
