import { describe, expect, it } from 'vitest';
import {
  EnvelopeError,
  SOAP_NAMESPACE,
  SoapFault,
  encodeEnvelope,
  encodeFault,
  readEnvelope,
  soapAction,
  validateEnvelope,
  type EnvelopeFault,
} from '../../shared/pve/berichten/soap.ts';
import { NAMESPACE, XmlCharacterError } from '../../shared/pve/berichten/xml.ts';

const envelope = (body: string, header = '', namespace = SOAP_NAMESPACE) =>
  `<s:Envelope xmlns:s="${namespace}">${header}<s:Body>${body}</s:Body></s:Envelope>`;
const request = `<Verzoekterugkoppeling xmlns="${NAMESPACE}"><berichtidentificatie>1</berichtidentificatie></Verzoekterugkoppeling>`;

const faultOf = (xml: string): EnvelopeFault | undefined => {
  try {
    readEnvelope(xml);
    return undefined;
  } catch (error) {
    if (error instanceof EnvelopeError) return error.fault;
    throw error;
  }
};

describe('an envelope', () => {
  it.each<[string, string, EnvelopeFault]>([
    ['no envelope', request, 'version'],
    ['SOAP 1.2', envelope(request, '', 'http://www.w3.org/2003/05/soap-envelope'), 'version'],
    ['no body', `<s:Envelope xmlns:s="${SOAP_NAMESPACE}"/>`, 'structure'],
    ['an empty body', envelope(''), 'structure'],
    ['two messages', envelope(request + request), 'structure'],
    ['an unknown message', envelope('<x/>'), 'message'],
    ['a message without namespace', envelope('<Verzoekterugkoppeling/>'), 'message'],
  ])('%s is refused', (_, xml, fault) => {
    expect(faultOf(xml)).toBe(fault);
  });

  it('with a fault throws its text', () => {
    expect(() => readEnvelope(encodeFault('Server', 'internal server error'))).toThrow(
      new SoapFault('internal server error'),
    );
  });

  it('gives the header, whatever its prefix and white space', () => {
    const header = `<s:Header><BRINnummer xmlns="${NAMESPACE}"> 99ZZ </BRINnummer><x:Aanleverpuntnummer xmlns:x="${NAMESPACE}">01</x:Aanleverpuntnummer></s:Header>`;
    expect(readEnvelope(envelope(request, header)).header).toEqual({ brinnummer: '99ZZ', aanleverpuntnummer: '01' });
  });

  it('escapes the header and refuses what XML cannot carry', () => {
    const write = (brinnummer: string) =>
      encodeEnvelope(6, { berichtidentificatie: '1' }, { brinnummer, aanleverpuntnummer: '01' });
    expect(readEnvelope(write('<&>')).header.brinnummer).toBe('<&>');
    expect(() => write('\u0000')).toThrow(XmlCharacterError);
  });
});

describe('the stuurgegevens', () => {
  it.each([
    ['99ZZ', '01', []],
    ['00AA', 'b', []],
    ['', '', ['brinnummer', 'aanleverpuntnummer']],
    ['99zz', '01', ['brinnummer']],
    ['ZZ99', '01', ['brinnummer']],
    ['99ZZ0', '01', ['brinnummer']],
    ['99ZZ', '001', ['aanleverpuntnummer']],
    ['99ZZ', '-1', ['aanleverpuntnummer']],
    ['99ZZ\n', '01', ['brinnummer']],
  ])('%j %j', (brinnummer, aanleverpuntnummer, wrong) => {
    expect(validateEnvelope({ header: { brinnummer, aanleverpuntnummer } })).toEqual(wrong);
  });
});

it('names the operations for SOAPAction', () => {
  expect(soapAction(3)).toBe('http://ib-groep.nl/services/Basis-v1.0/meldingInschrijving');
  expect(soapAction(5)).toBe('http://ib-groep.nl/services/Basis-v1.0/verzoekRegistratieoverzicht');
  expect(soapAction(6)).toBe('http://ib-groep.nl/services/Basis-v1.0/verzoekTerugkoppeling');
});
