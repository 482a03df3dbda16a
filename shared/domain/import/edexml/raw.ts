/** A block of `toevoegingen`: what another program added. */
export interface RawBlock {
  code: string;
  omschrijving?: string;
  /** All other text in the block, element by element. */
  texts: string[];
}

/** A leerling of an EDEXML file as it stands there, whatever its version: nothing is judged or converted yet. */
export interface RawLeerling {
  line: number;
  key?: string;
  eckid?: string;
  /** The text of the simple elements by name; empty ones are left out. */
  fields: Record<string, string>;
  /** Keys of what it refers to. */
  groep?: string;
  vestiging?: string;
  samengesteldeGroepen: string[];
  blocks: RawBlock[];
}

/** What the pupils of a file refer to, by key. */
export interface FileReferences {
  groepen: ReadonlyMap<string, { naam: string; jaargroep?: string }>;
  samengesteldeGroepen: ReadonlyMap<string, string>;
  vestigingen: ReadonlyMap<string, string>;
}
