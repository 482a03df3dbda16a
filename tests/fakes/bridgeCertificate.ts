import type { CertificateState } from '../../shared/api/certificate.ts';
import { LasError } from '../../shared/api/errors.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';
import { fakeCertificate, type FakeWorld } from './bridgeWorld.ts';

type CertificateName =
  `certificate.${'get' | 'choose' | 'inspect' | 'install' | 'discard' | 'remove' | 'export' | 'download' | 'openKept' | 'saveKept' | 'discardKept'}`;

/** One certificate that can be installed and removed; every file that is chosen holds it. */
export function certificateHandlers(world: FakeWorld, clock: Clock, changed: () => void): HandlersOf<CertificateName> {
  const state = (): CertificateState => {
    const nothing = { waiting: [], earlier: [], daysLeft: 0 };
    if (!world.certificate) return { ...nothing, stage: 'missing' };
    const certificate = { ...world.certificate, installedAt: clock.now().toISOString(), daysLeft: 1089 };
    return { ...nothing, certificate, stage: 'fine', coveredUntil: certificate.validTo, daysLeft: 1089 };
  };
  return {
    'certificate.get': state,
    'certificate.choose': () => ({ draft: 'draft-1' }),
    'certificate.inspect': ({ password }) => {
      if (password !== 'geheim') throw new LasError('certificate-wrong-password');
      return { certificates: [fakeCertificate] };
    },
    'certificate.install': () => {
      world.certificate = fakeCertificate;
      changed();
      return { certificate: fakeCertificate };
    },
    'certificate.discard': () => ({}),
    'certificate.remove': () => {
      world.certificate = undefined;
      changed();
      return state();
    },
    'certificate.export': () => ({}),
    'certificate.download': () => {
      throw new LasError('site-missing');
    },
    'certificate.openKept': () => ({ draft: 'draft-1' }),
    'certificate.saveKept': () => ({}),
    'certificate.discardKept': () => ({}),
  };
}
