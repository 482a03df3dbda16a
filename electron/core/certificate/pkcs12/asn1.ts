import forge from 'node-forge';
import { LasError } from '../../../../shared/api/errors.ts';

const { asn1 } = forge;
const { Class, Type } = asn1;

/** The types of node-forge know no options here. */
const readAsn1: (bytes: string, options: object) => Asn1 = asn1.fromDer as never;

/** A value in ASN.1. Only this file knows that node-forge reads and writes it. */
export type Asn1 = forge.asn1.Asn1;

/** Reads one value; BER too, as some programs write it. What follows the value is passed over. @throws Error when it is none */
export function parse(bytes: Buffer): Asn1 {
  return readAsn1(bytes.toString('latin1'), { parseAllBytes: false, decodeBitStrings: false });
}

export const toDer = (value: Asn1): Buffer => Buffer.from(asn1.toDer(value).getBytes(), 'latin1');

/** The parts of a SEQUENCE, SET or tagged value; none of what is not there. */
export const parts = (value: Asn1 | undefined): readonly Asn1[] => (Array.isArray(value?.value) ? value.value : []);

/** The part of a value that carries the tag `[number]`. */
export const taggedPart = (value: Asn1 | undefined, number: number): Asn1 | undefined =>
  parts(value).find(({ tagClass, type }) => tagClass === Class.CONTEXT_SPECIFIC && (type as number) === number);

/** What stands inside the explicit tag `[number]` among the parts of a value. */
export const tagged = (value: Asn1 | undefined, number: number): Asn1 | undefined =>
  parts(taggedPart(value, number))[0];

/** The bytes of an OCTET STRING, which may come in pieces. @throws LasError certificate-not-pkcs12 when it is not there */
export function octets(value: Asn1 | undefined): Buffer {
  if (value === undefined) throw new LasError('certificate-not-pkcs12');
  return Array.isArray(value.value) ? Buffer.concat(value.value.map(octets)) : Buffer.from(value.value, 'latin1');
}

/** An OBJECT IDENTIFIER with dots. @throws LasError certificate-not-pkcs12 when it is not there */
export const oidOf = (value: Asn1 | undefined): string => {
  if (value?.type !== Type.OID) throw new LasError('certificate-not-pkcs12');
  return asn1.derToOid(forge.util.createBuffer(octets(value).toString('latin1')));
};

/** @throws Error when it has more than 32 bits, LasError certificate-not-pkcs12 when it is not there */
export const integerOf = (value: Asn1 | undefined): number =>
  asn1.derToInteger(forge.util.createBuffer(octets(value).toString('latin1')));

export const isInteger = (value: Asn1 | undefined): boolean => value?.type === Type.INTEGER;

export const isSequence = (value: Asn1 | undefined): boolean => value?.type === Type.SEQUENCE;

export const sequence = (...values: Asn1[]): Asn1 => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, values);

export const set = (...values: Asn1[]): Asn1 => asn1.create(Class.UNIVERSAL, Type.SET, true, values);

export const oid = (name: string): Asn1 =>
  asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(name).getBytes());

export const integer = (value: number): Asn1 =>
  asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes());

export const octetString = (bytes: Buffer): Asn1 =>
  asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes.toString('latin1'));

export const nothing = (): Asn1 => asn1.create(Class.UNIVERSAL, Type.NULL, false, '');

/** `[number] EXPLICIT`. */
export const explicit = (number: number, value: Asn1): Asn1 =>
  asn1.create(Class.CONTEXT_SPECIFIC, number, true, [value]);

/** `[number] IMPLICIT OCTET STRING`. */
export const implicitOctets = (number: number, bytes: Buffer): Asn1 =>
  asn1.create(Class.CONTEXT_SPECIFIC, number, false, bytes.toString('latin1'));
