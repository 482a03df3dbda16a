import { SaxesParser } from 'saxes';
import { LasError } from '../../../../shared/api/errors.ts';
import type { FileHeader, FilePart } from '../../../../shared/domain/import/candidate.ts';
import { readSchoolField } from '../../../../shared/domain/import/edexml/header.ts';
import { candidateOf } from '../../../../shared/domain/import/edexml/leerling.ts';
import type { Place, SchemaCheck } from './schemaCheck.ts';
import type { RawBlock, RawLeerling } from '../../../../shared/domain/import/edexml/raw.ts';

/** Versions of EDEXML that are known here. */
export const edexmlVersions = ['1.03', '2.0', '2.1'] as const;
export type EdexmlVersion = (typeof edexmlVersions)[number];

const MAX_DEPTH = 32;
/** Characters between two tags: more is no school's file. */
const MAX_TEXT = 1_000_000;
/** Of one value. */
const MAX_VALUE = 10_000;

interface Open {
  name: string;
  key: string | undefined;
  text: string;
  line: number;
}

const parts = new Set(['school', 'vestigingen', 'groepen', 'leerlingen', 'leerkrachten']);
/** Elements of the school that the header keeps, and what they are called there. */
const headerFields: Readonly<Record<string, keyof Omit<FileHeader, 'source' | 'vestigingen'>>> = {
  schooljaar: 'schooljaar',
  peildatum: 'peildatum',
  brincode: 'brinnummer',
  dependancecode: 'volgnummer',
  aanmaakdatum: 'aanmaakdatum',
  auteur: 'auteur',
  xsdversie: 'versie',
};

/** Reads an EDEXML document as it comes in, piece by piece, and gives the parts that became complete. */
export class EdexmlParser {
  readonly #sax = new SaxesParser({ xmlns: true, position: true });
  readonly #check: SchemaCheck | undefined;
  readonly #open: Open[] = [];
  readonly #header: FileHeader = { source: 'edexml', vestigingen: [] };
  readonly #groepen = new Map<string, { naam: string; jaargroep?: string }>();
  readonly #samengesteldeGroepen = new Map<string, string>();
  readonly #vestigingen = new Map<string, string>();
  #found: FilePart[] = [];
  #leerling: RawLeerling | undefined;
  #block: RawBlock | undefined;
  #group: { naam?: string; jaargroep?: string } = {};
  #schools = 0;
  #number = 0;
  #leerkrachten = 0;
  #sinceTag = 0;

  /** @param check is told of everything that is read */
  constructor(check?: SchemaCheck) {
    this.#check = check;
    this.#sax.on('doctype', () => {
      throw new LasError('import-doctype');
    });
    this.#sax.on('error', (error) => {
      throw /entity/.test(error.message)
        ? new LasError('import-doctype')
        : new LasError('import-not-xml', { line: this.#sax.line });
    });
    this.#sax.on('opentag', (tag) => {
      const attributes = Object.values(tag.attributes);
      check?.open(tag.name, this.#place());
      const value = (name: string) => attributes.find(({ local }) => local === name)?.value;
      this.#enter({ name: tag.local, key: value('key'), text: '', line: this.#sax.line }, value);
    });
    this.#sax.on('text', (text) => this.#take(text));
    this.#sax.on('cdata', (text) => this.#take(text));
    this.#sax.on('closetag', () => {
      check?.close(this.#place());
      this.#leave();
    });
  }

  /** @throws LasError import-doctype, import-not-xml, import-not-edexml, import-two-schools */
  write(text: string): FilePart[] {
    this.#sinceTag += text.length;
    if (this.#sinceTag > MAX_TEXT) throw new LasError('import-not-edexml');
    this.#check?.write(text);
    this.#sax.write(text);
    return this.#taken();
  }

  /** The end of the document. @throws as `write`, import-not-xml also when it was cut off */
  end(): FilePart[] {
    this.#sax.close();
    if (this.#schools === 0) this.#remark('Het bestand noemt geen school.');
    if (this.#leerkrachten > 0)
      this.#remark(
        `Het bestand heeft ook ${this.#leerkrachten === 1 ? 'een leerkracht' : `${this.#leerkrachten} leerkrachten`}. Alleen leerlingen worden ingelezen.`,
      );
    this.#tellHeader();
    return this.#taken();
  }

  #place = (): Place => ({ position: this.#sax.position, line: this.#sax.line });

  #taken(): FilePart[] {
    const taken = this.#found;
    this.#found = [];
    return taken;
  }

  /** What is known by now of the school and its vestigingen. */
  #tellHeader(): void {
    const vestigingen = [...this.#vestigingen].map(([key, naam]) => ({ key, naam }));
    this.#found.push({ kind: 'header', header: { ...this.#header, vestigingen } });
  }

  #remark(sentence: string, line?: number): void {
    this.#found.push({ kind: 'remark', remark: { sentence, ...(line === undefined ? {} : { line }) } });
  }

  #take(text: string): void {
    const top = this.#open.at(-1);
    if (top && top.text.length <= MAX_VALUE) top.text += text;
  }

  /** The names of the open elements below EDEX. */
  #path = () => this.#open.slice(1).map(({ name }) => name);

  #enter(element: Open, attribute: (name: string) => string | undefined): void {
    this.#sinceTag = 0;
    if (this.#open.length >= MAX_DEPTH) throw new LasError('import-not-edexml');
    if (this.#open.length === 0 && element.name !== 'EDEX') throw new LasError('import-not-edexml');
    this.#open.push(element);
    const [part, item, third, fourth] = this.#path();
    if (this.#open.length === 2 && part !== undefined) this.#enterPart(part, element.line);
    if (part === 'groepen' && this.#open.length === 3) this.#group = {};
    if (part === 'leerkrachten' && this.#open.length === 3) this.#leerkrachten += 1;
    if (part !== 'leerlingen' || item !== 'leerling') return;
    if (this.#open.length === 3) {
      const eckid = attribute('eckid');
      this.#leerling = {
        line: element.line,
        fields: {},
        samengesteldeGroepen: [],
        blocks: [],
        ...(element.key ? { key: element.key } : {}),
        ...(eckid ? { eckid } : {}),
      };
    } else if (third === 'toevoegingen' && fourth === 'blok' && this.#open.length === 5)
      this.#block = { code: '', texts: [] };
  }

  #enterPart(part: string, line: number): void {
    if (part === 'school' && (this.#schools += 1) > 1) throw new LasError('import-two-schools');
    if (!parts.has(part))
      this.#remark(`Het onderdeel "${part.slice(0, 60)}" hoort niet in EDEXML en is overgeslagen.`, line);
  }

  #leave(): void {
    this.#sinceTag = 0;
    const [part, item, third] = this.#path();
    const depth = this.#open.length;
    const element = this.#open.pop();
    if (!element) return;
    const text = element.text.trim();
    if (part === 'school' && depth === 3) this.#leaveSchoolField(element, text);
    else if (part === 'school' && depth === 2) this.#leaveSchool();
    else if (part === 'vestigingen' && depth === 2) this.#tellHeader();
    else if (part === 'vestigingen' && depth === 4 && element.name === 'naam')
      this.#vestigingen.set(this.#open.at(-1)?.key ?? '', text);
    else if (part === 'groepen' && depth === 4 && (element.name === 'naam' || element.name === 'jaargroep'))
      this.#group[element.name] = text;
    else if (part === 'groepen' && depth === 3) this.#leaveGroup(element);
    else if (part === 'leerlingen' && item === 'leerling') this.#leaveInLeerling(element, text, depth, third);
  }

  #leaveSchoolField({ name, line }: Open, text: string): void {
    const field = headerFields[name];
    if (field === undefined || text === '') return;
    const { value, sentence } = readSchoolField(name, text);
    if (value !== undefined) this.#header[field] = value;
    if (sentence !== undefined) this.#remark(sentence, line);
  }

  #leaveSchool(): void {
    const { versie } = this.#header;
    if (versie !== undefined && !edexmlVersions.some((known) => known === versie))
      this.#remark(`Versie "${versie.slice(0, 20)}" van EDEXML is niet bekend. Het bestand is gelezen als versie 2.1.`);
    this.#tellHeader();
  }

  #leaveGroup({ name, key = '' }: Open): void {
    const { naam = key, jaargroep } = this.#group;
    if (name === 'groep') this.#groepen.set(key, { naam, ...(jaargroep ? { jaargroep } : {}) });
    else if (name === 'samengestelde_groep') this.#samengesteldeGroepen.set(key, naam);
  }

  #leaveInLeerling({ name, key }: Open, text: string, depth: number, third: string | undefined): void {
    const leerling = this.#leerling;
    if (!leerling) return;
    if (depth === 3) {
      this.#leerling = undefined;
      this.#number += 1;
      const references = {
        groepen: this.#groepen,
        samengesteldeGroepen: this.#samengesteldeGroepen,
        vestigingen: this.#vestigingen,
      };
      this.#found.push({ kind: 'leerling', candidate: candidateOf(leerling, this.#number, references) });
    } else if (third === 'toevoegingen') this.#leaveInBlock(leerling, name, text, depth);
    else if (depth === 4 && (name === 'groep' || name === 'vestiging')) {
      if (key !== undefined && key !== '') leerling[name] = key;
    } else if (depth === 4 && text !== '') leerling.fields[name] = text.slice(0, MAX_VALUE);
    else if (depth === 5 && name === 'samengestelde_groep' && key !== undefined)
      leerling.samengesteldeGroepen.push(key);
  }

  #leaveInBlock(leerling: RawLeerling, name: string, text: string, depth: number): void {
    const block = this.#block;
    if (!block) return;
    if (depth === 5) {
      leerling.blocks.push(block);
      this.#block = undefined;
    } else if (text === '') return;
    else if (depth === 6 && name === 'code') block.code = text;
    else if (depth === 6 && name === 'omschrijving') block.omschrijving = text;
    else block.texts.push(text);
  }
}
