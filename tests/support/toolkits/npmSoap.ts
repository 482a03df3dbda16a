import { ClientSSLSecurity, ClientSSLSecurityPFX, createClientAsync } from 'soap';
import { NAMESPACE } from '../../../shared/pve/berichten/xml.ts';
import { wsdl, type Toolkit } from './toolkit.ts';

type Call = (content: object) => Promise<[result: unknown, answer: string, header: unknown, request: string]>;

/** An answer in texts. */
const plain = (value: unknown): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(value, (_, item: unknown) =>
      typeof item === 'boolean' ? String(item) : typeof item === 'string' ? item.replace(/T00:00:00\.000Z$/, '') : item,
    ),
  ) as Record<string, unknown>;

/** The npm package "soap". */
export const npmSoap: Toolkit = {
  name: 'npm soap',
  connect: async (mock, certificate, speaker = certificate) => {
    const client = await createClientAsync(wsdl, { endpoint: mock.addresses.soap });
    const trust = { ca: mock.caPem, forever: false };
    if (certificate) {
      const password = 'geheim';
      const pfx = await mock.issueCertificate(certificate.brinnummer, certificate.aanleverpunt, password);
      client.setSecurity(new ClientSSLSecurityPFX(pfx, password, trust));
    } else client.setSecurity(new ClientSSLSecurity('', '', [mock.caPem], { forever: false }));
    if (speaker) {
      client.addSoapHeader({ BRINnummer: speaker.brinnummer }, '', 'tns', NAMESPACE);
      client.addSoapHeader({ Aanleverpuntnummer: speaker.aanleverpunt }, '', 'tns', NAMESPACE);
    }
    const { BpokPort } = (client.describe() as { BpokServices: { BpokPort: object } }).BpokServices;
    return {
      operations: Object.keys(BpokPort).sort(),
      call: async (operation, content) => {
        const [result, answer, , request] = await (client[`${operation}Async`] as Call)(content);
        return { result: plain(result), answer, request };
      },
      close: () => Promise.resolve(),
    };
  },
};
