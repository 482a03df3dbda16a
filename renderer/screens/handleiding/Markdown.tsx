import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import { useNavigation } from '../../app/navigation.ts';
import { imageAddress } from './pages.ts';

const useStyles = makeStyles({
  root: {
    maxWidth: '72ch',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '1.6',
    '& h2': { margin: '0 0 12px', fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
    '& h3': { margin: '28px 0 8px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
    '& p': { margin: '0 0 12px' },
    '& ol, & ul': { paddingLeft: '24px', margin: '0 0 12px' },
    '& li': { marginBottom: '6px' },
    '& blockquote': {
      margin: '16px 0',
      padding: '10px 16px',
      borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}`,
      backgroundColor: tokens.colorNeutralBackground3,
    },
    '& blockquote p': { margin: 0 },
    '& code': { fontFamily: tokens.fontFamilyMonospace },
  },
  image: {
    display: 'block',
    maxWidth: '100%',
    height: 'auto',
    margin: '16px 0',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

function PageLink({ href = '', children }: { href?: string; children?: ReactNode }) {
  const go = useNavigation((state) => state.go);
  const page = /^([\w-]+)\.md$/.exec(href)?.[1];
  return (
    <Link
      as="button"
      inline
      onClick={() => (page === undefined ? void window.las.host.openLink(href) : go({ screen: 'handleiding', page }))}
    >
      {children}
    </Link>
  );
}

/** One step down: the heading of the screen is the first. */
const components: Components = {
  h1: ({ children }) => <h2>{children}</h2>,
  h2: ({ children }) => <h3>{children}</h3>,
  a: ({ href, children }) => <PageLink {...(href === undefined ? {} : { href })}>{children}</PageLink>,
  img: ({ src, alt }) => <Picture source={typeof src === 'string' ? src : ''} alt={alt ?? ''} />,
};

function Picture({ source, alt }: { source: string; alt: string }) {
  const styles = useStyles();
  const address = imageAddress(source);
  return address === undefined ? null : <img className={styles.image} src={address} alt={alt} />;
}

/** A page of the manual. HTML in the text is not interpreted. */
export function Markdown({ text }: { text: string }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <ReactMarkdown components={components}>{text}</ReactMarkdown>
    </div>
  );
}
