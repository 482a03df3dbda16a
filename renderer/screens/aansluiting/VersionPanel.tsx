import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { brand, supportText } from '../../app/brand.ts';
import { useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import type { PanelProps } from './panels.ts';
import { editionText, otherVersion } from './versionTexts.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '8px', justifyItems: 'start', maxWidth: '80ch' },
  heading: { margin: '8px 0 0', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px' },
});

/** Which version of the program this is, beside what BRON asks, how it is updated and whom to ask (Stappenplan step 3). */
export function VersionPanel({ path }: PanelProps) {
  const styles = useStyles();
  const may = useMay();
  const go = useNavigation((state) => state.go);
  const contact = useOperation('aansluiting.contact', {}).data?.contact;
  const { program } = path.version;
  const help = supportText();
  const others = [...new Set(contact?.aanleverpunten.flatMap(({ las }) => otherVersion(program, las) ?? []))];
  return (
    <div className={styles.root}>
      <Text data-version>
        U werkt met{' '}
        <strong>
          {brand.name} {program}
        </strong>
        . {editionText(path)}
      </Text>
      {others.map((sentence) => (
        <MessageBar key={sentence} intent="warning" layout="multiline">
          <MessageBarBody>{sentence}</MessageBarBody>
        </MessageBar>
      ))}
      <h3 className={styles.heading}>Zo werkt u het programma bij</h3>
      <ol className={styles.list} aria-label="Bijwerken in stappen">
        <li>
          Vraag uw leverancier of {brand.name} {program} de nieuwste versie is. Is dat zo, vink het dan hierboven af.
        </li>
        <li>Maak een reservekopie, of kijk of die van vandaag er al is.</li>
        <li>
          Sluit {brand.name} en start het installatiebestand van uw leverancier, op elke computer waarop u met{' '}
          {brand.name}
          werkt. Uw administratie blijft staan waar zij staat.
        </li>
        <li>
          Open {brand.name} en ontgrendel de administratie. Zij wordt bijgewerkt; daarvoor wordt eerst een reservekopie
          gemaakt. Met de oude versie is zij daarna niet meer te openen.
        </li>
        <li>Kijk hier of de nieuwe versie er staat, en noem haar ook in de contactgegevens (stap 2 en 7).</li>
      </ol>
      {may('manage') ? (
        <Button onClick={() => go({ screen: 'instellingen' })}>Naar de reservekopieën bij Instellingen</Button>
      ) : null}
      <Text>
        Vragen over bijwerken zijn voor uw softwareleverancier, niet voor de Helpdesk BRON. Noem dan de versie:{' '}
        {brand.name} {program}.{help === undefined ? null : ` U bereikt hen op ${help}.`}
      </Text>
    </div>
  );
}
