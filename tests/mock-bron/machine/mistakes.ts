interface Mistake {
  fout: string;
  tekst: string;
}

const unreadable: Mistake = {
  fout: 'json-wrong',
  tekst: 'Dit is geen geldige JSON. Verbeter het bericht en verstuur het opnieuw.',
};
const failed: Mistake = { fout: 'failed', tekst: 'Bij Mijn BRON ging iets mis. Probeer het later opnieuw.' };
const byStatus: Readonly<Record<number, Mistake>> = {
  413: { fout: 'too-large', tekst: 'Het bericht is te groot. Verstuur alleen wat het koppelvlak vraagt.' },
  415: { fout: 'type-wrong', tekst: 'Verstuur de gegevens als application/json.' },
};

/** The answer to a request that cannot be read, or that failed, by its HTTP status. */
export const mistakeOf = (status: number): Mistake => byStatus[status] ?? (status >= 500 ? failed : unreadable);
