import type { CauseCode } from '../../../shared/api/causes.ts';
import * as answers from './answers.ts';
import type { SetUp } from './line.ts';
import * as proxies from './proxies.ts';
import * as servers from './servers.ts';
import * as unreachable from './unreachable.ts';

/** How each cause is set up; the first of a list is the plainest. A message too large is made, not met. */
export const troubledLines: Readonly<Record<Exclude<CauseCode, 'message-too-large'>, readonly [SetUp, ...SetUp[]]>> = {
  'endpoint-name-unknown': [unreachable.unknownName],
  'endpoint-unreachable': [unreachable.noRoute],
  'endpoint-refused': [unreachable.refused],
  'endpoint-filtered': [unreachable.filtered],
  'endpoint-silent': [answers.silentAnswer, unreachable.silent],
  'endpoint-broken': [answers.noAnswer, unreachable.brokenHandshake],
  'endpoint-not-tls': [unreachable.plainHttp, servers.oldTls],
  'endpoint-not-bron': [answers.notFound, answers.redirect],
  'server-intercepted': [proxies.intercepted],
  'server-certificate-unknown': [servers.unknownServer],
  'server-certificate-expired': [servers.expiredServer],
  'server-certificate-early': [servers.earlyServer],
  'server-certificate-name': [servers.otherName],
  'certificate-missing': [() => ({ withoutCertificate: true })],
  'own-certificate-expired': [
    () => ({ daysLater: 366 * 40 }),
    servers.expiredClient('-tls1_3'),
    servers.expiredClient('-tls1_2'),
  ],
  'own-certificate-revoked': [servers.revokedClient('-tls1_3'), servers.revokedClient('-tls1_2')],
  'own-certificate-unknown': [servers.unknownClient('-tls1_3'), servers.unknownClient('-tls1_2')],
  'own-certificate-refused': [servers.badClient('-tls1_3'), servers.badClient('-tls1_2')],
  'proxy-down': [
    proxies.proxyDown,
    proxies.proxyFiltered,
    proxies.proxyDead,
    proxies.proxySilent,
    proxies.proxyHangsUp,
  ],
  'proxy-refuses': [proxies.proxyRefuses],
  'proxy-no-route': [proxies.proxyWithoutRoute],
  'proxy-password': [proxies.proxyWantsPassword],
  'bron-fault': [answers.http500],
  'bron-unavailable': [answers.http503],
  'signaal-358': [answers.signaal('358')],
  'signaal-359': [answers.signaal('359')],
  'signaal-360': [answers.signaal('360')],
  'signaal-366': [answers.signaal('366')],
  'answer-not-xml': [answers.webPage],
  'answer-not-ours': [answers.foreignSoap, answers.otherMessage, answers.otherId],
  'answer-cut-off': [answers.cutAnswer, answers.halfXml],
  'answer-too-large': [answers.endless, answers.packed],
};
