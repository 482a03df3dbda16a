import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { InschrijvingCard } from '../../../shared/api/leerlingen.ts';
import { useMay } from '../../app/may.ts';
import { RemoveAtBronDialog } from '../bin/RemoveAtBronDialog.tsx';
import { ThrowAwayDialog } from '../bin/ThrowAwayDialog.tsx';
import { fullName } from '../leerlingen/card/names.ts';
import { useCardContext } from '../leerlingen/card/context.ts';
import { CorrectStartDialog } from './dialogs/CorrectStartDialog.tsx';
import { EndDialog } from './dialogs/EndDialog.tsx';
import { MoveEndDialog } from './dialogs/MoveEndDialog.tsx';
import { ReopenDialog } from './dialogs/ReopenDialog.tsx';

const useStyles = makeStyles({ root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

type Asked = 'end' | 'move' | 'reopen' | 'correct' | 'throwAway' | 'remove';

/** What can be done with a saved inschrijving besides changing its gegevens. */
export function InschrijvingActions({ inschrijving }: { inschrijving: InschrijvingCard }) {
  const styles = useStyles();
  const { card, mine } = useCardContext();
  const may = useMay();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const { id, version, gegevens, knownByBron, removal } = inschrijving;
  return (
    <div className={styles.root}>
      {gegevens.datumUitschrijving ? (
        <>
          <Button onClick={() => setAsked('reopen')}>Inschrijving heropenen…</Button>
          <Button onClick={() => setAsked('move')}>Bericht van de nieuwe school…</Button>
        </>
      ) : (
        <Button onClick={() => setAsked('end')}>Uitschrijven…</Button>
      )}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<MoreHorizontalRegular />} aria-label="Meer met deze inschrijving" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem disabled={removal !== undefined} onClick={() => setAsked('correct')}>
              Datum inschrijving corrigeren…
            </MenuItem>
            {knownByBron && may('authorise') ? (
              <MenuItem disabled={removal !== undefined} onClick={() => setAsked('remove')}>
                Bij BRON verwijderen…
              </MenuItem>
            ) : (
              <MenuItem onClick={() => setAsked('throwAway')}>Inschrijving weggooien…</MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {asked === 'end' ? <EndDialog inschrijving={inschrijving} onClose={close} /> : null}
      {asked === 'move' ? <MoveEndDialog inschrijving={inschrijving} onClose={close} /> : null}
      {asked === 'reopen' ? <ReopenDialog inschrijving={inschrijving} onClose={close} /> : null}
      {asked === 'correct' ? <CorrectStartDialog inschrijving={inschrijving} onClose={close} /> : null}
      {asked === 'remove' ? (
        <RemoveAtBronDialog
          inschrijving={inschrijving}
          summary={{ ...gegevens, naam: fullName(mine.persoon) }}
          onClose={close}
          onDone={() => {
            close();
            card.refetch();
            card.say({ saved: 'Kies bij Uitwisselen voor Versturen: dan verwijdert BRON de inschrijving.' });
          }}
        />
      ) : null}
      {asked === 'throwAway' ? (
        <ThrowAwayDialog
          item={{ kind: 'inschrijving', id, version }}
          known={knownByBron}
          onClose={close}
          onDone={() => {
            close();
            card.refetch();
            card.say({ saved: 'De inschrijving ligt in de prullenbak.' });
          }}
        />
      ) : null}
    </div>
  );
}
