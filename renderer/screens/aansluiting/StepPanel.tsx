import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Path } from '../../../shared/api/aansluiting.ts';
import { sentencesOfStep } from '../../../shared/aansluiting/rules.ts';
import { desks, partsOf } from '../../../shared/aansluiting/steps.ts';
import type { Stap } from '../../../shared/aansluiting/types.ts';
import { useNavigation } from '../../app/navigation.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { panelsOf } from './panels.ts';
import { PartRow } from './PartRow.tsx';
import { stateTexts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: '20px 24px',
    display: 'grid',
    gap: '16px',
    minWidth: 0,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    ':focus': { outlineStyle: 'none' },
  },
  period: { color: tokens.colorNeutralForeground2 },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  parts: { listStyleType: 'none', margin: 0, padding: 0 },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px', maxWidth: '80ch' },
});

interface Props {
  path: Path;
  stap: Stap;
  /** The person chose this step: its heading gets the focus. */
  arrived: boolean;
}

/** A step: what to do now, its parts, what belongs to this step alone, what is good to know, and where to ask. */
export function StepPanel({ path, stap, arrived }: Props) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) heading.current?.focus();
  }, [arrived, stap]);
  const step = path.plan.steps[stap.number - 1];
  const state = step?.state ?? 'open';
  const closed = state === 'closed';
  const known = sentencesOfStep(stap.number);
  return (
    <section className={styles.root} aria-labelledby="stap">
      <div>
        <h2 id="stap" ref={heading} tabIndex={-1} className={styles.title}>
          Stap {stap.number}: {stap.title}
        </h2>
        <Text className={styles.period}>
          {stap.period} · {stateTexts[state]}
          {step?.from ? ` tot ${longDate(step.from)}` : ''}
        </Text>
      </div>
      {closed ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            Deze stap hoort bij de fase aansluiting BRON. Die kan beginnen als stap 1 tot en met 7 klaar zijn.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <Text>{stap.now}</Text>
      <ul className={styles.parts} aria-label="Onderdelen van deze stap">
        {partsOf(stap, path.kind).map((part) => (
          <PartRow
            key={part.key}
            path={path}
            part={part}
            doneOn={step?.parts.find(({ key }) => key === part.key)?.doneOn}
            closed={closed}
          />
        ))}
      </ul>
      {closed ? null : panelsOf(stap.number).map((Panel, index) => <Panel key={index} path={path} />)}
      {known.length > 0 ? (
        <div>
          <h3 className={styles.heading}>Goed om te weten</h3>
          <ul className={styles.list}>
            {known.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div>
        <h3 className={styles.heading}>Waar kan ik terecht met vragen?</h3>
        <ul className={styles.list}>
          {stap.ask.map(({ about, desk }) => (
            <li key={about}>
              Over {about}: {desks[desk].charAt(0).toLowerCase()}
              {desks[desk].slice(1)}
            </li>
          ))}
          <li>
            In de handleiding:{' '}
            <TextLink onClick={() => go({ screen: 'handleiding', page: stap.page })}>
              stap {stap.number}, {stap.title}
            </TextLink>
          </li>
        </ul>
      </div>
    </section>
  );
}
