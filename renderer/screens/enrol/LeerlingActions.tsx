import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { LeerlingCard } from '../../../shared/api/leerlingen.ts';
import { useMay } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { ThrowAwayDialog } from '../bin/ThrowAwayDialog.tsx';

/** What can be done with a pupil besides changing its gegevens. */
export function LeerlingActions({ card }: { card: LeerlingCard }) {
  const go = useNavigation((state) => state.go);
  const may = useMay();
  const notify = useNotify();
  const [asked, setAsked] = useState(false);
  const { id, version, inschrijvingen } = card;
  const known = inschrijvingen.some(({ knownByBron }) => knownByBron);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<MoreHorizontalRegular />} aria-label="Meer met deze leerling" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => go({ screen: 'enrol', leerlingId: id })}>Opnieuw inschrijven…</MenuItem>
            {may('manage') ? (
              <MenuItem onClick={() => go({ screen: 'disclosure', leerlingId: id })}>Inzage voor ouders…</MenuItem>
            ) : null}
            <MenuItem onClick={() => setAsked(true)}>Leerling weggooien…</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asked ? (
        <ThrowAwayDialog
          item={{ kind: 'leerling', id, version }}
          known={known}
          onClose={() => setAsked(false)}
          onDone={() => {
            notify('De leerling ligt in de prullenbak.');
            // The card is gone: the list takes its place, so that going back does not lead to it.
            useNavigation.setState({ route: { screen: 'leerlingen' } });
          }}
        />
      ) : null}
    </>
  );
}
