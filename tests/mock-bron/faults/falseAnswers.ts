import { busyAnswer, type Answer, type Answers } from '../soap/answer.ts';

/** Answers that are not the truth, by what a client sees. */
export type FalseAnswer =
  | 'soap-fault'
  | 'unavailable'
  | 'redirect'
  | 'not-xml'
  | 'html'
  | 'foreign'
  | 'other-message'
  | 'other-id'
  | 'broken-xml';

/** What was asked, and what the true answer would be (or would have been, had the message been handled). */
interface Asked {
  nr: number | undefined;
  berichtidentificatie: string;
  truth: Answer;
  answers: Answers;
  /** Of `unavailable`: what Retry-After says. */
  seconds: number;
}

const loginPage = `<!DOCTYPE html>
<html><head><title>Welkom op het gastnetwerk</title></head>
<body><form method="post"><label>Wachtwoord <input type="password"></label></form></body></html>
`;

const foreign = `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body><getWeatherResponse xmlns="urn:example:weather"><forecast>regen</forecast></getWeatherResponse></soap:Body>
</soap:Envelope>
`;

/** Another berichtidentificatie of the same length. */
const another = (id: string) => `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;

/** Builds each answer; none of them changes anything in the register. */
export const falseAnswers: Readonly<Record<FalseAnswer, (asked: Asked) => Answer>> = {
  'soap-fault': ({ answers }) => answers.fault('Server'),
  unavailable: ({ seconds }) => busyAnswer(seconds),
  // To a place that would answer, so that a client that follows is found out.
  redirect: () => ({ status: 307, xml: '', type: 'text/plain', headers: { Location: '/POKANAAL/?redirected' } }),
  'not-xml': () => ({ status: 200, xml: 'OK\n' }),
  html: () => ({ status: 200, xml: loginPage, type: 'text/html' }),
  foreign: () => ({ status: 200, xml: foreign }),
  'other-message': ({ nr, berichtidentificatie, answers }) =>
    nr === 6 ? answers.ontvangstbevestiging() : answers.bundle(berichtidentificatie, []),
  'other-id': ({ berichtidentificatie, truth }) => ({
    ...truth,
    xml: truth.xml.replace(`>${berichtidentificatie}</`, () => `>${another(berichtidentificatie)}</`),
  }),
  'broken-xml': ({ truth }) => ({ ...truth, xml: truth.xml.slice(0, truth.xml.length / 2) }),
};
