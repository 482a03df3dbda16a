/** Where a family comes from: what its names sound like, and what BRON and the funding want to know of it. */
export interface Origin {
  /** Of a hundred families. */
  share: number;
  /** Country of birth of the parents (BRP table 34). */
  land: string;
  nnca: '1' | '2';
  boys: readonly string[];
  girls: readonly string[];
  /** Surnames, with the voorvoegsel after a comma. */
  surnames: readonly string[];
}

const list = (text: string) => text.split(' ');

const dutch: Origin = {
  share: 74,
  land: '6030',
  nnca: '1',
  boys: list(
    'Daan Sem Thijs Ruben Lars Bram Jesse Tim Stijn Niels Jurre Wessel Gijs Teun Koen Mees Siebe Pim Joris Casper Floris Hidde Noël René Jelle Melle Olivier Victor Sjoerd Wouter Maarten Ties Job Luuk Rik Sven André Mathijs Quinten Boaz',
  ),
  girls: list(
    'Emma Sanne Lotte Anouk Fleur Isa Noa Iris Britt Femke Maud Roos Merel Eline Zoë Renée Chloë Loïs Anaïs Jet Saar Puck Marijke Hanneke Liesbeth Nienke Wietske Tess Julia Sophie Lieke Evi Myrthe Floor Janneke Doutzen Silke Amélie Danique Veerle',
  ),
  surnames: [
    'Appelboom',
    'Berg,van den',
    'Boekhorst,te',
    'Bosveld',
    'Brouwerij,van der',
    'Dijkgraaf',
    'Eikenaar',
    'Einde,van ’t',
    'Geest,van der',
    'Goudappel',
    'Graaf,de',
    'Haverkamp',
    'Heide,van der',
    'Hoogland',
    'IJzerman',
    'Kievit',
    'Klaverveld',
    'Kooi,van der',
    'Korenaar',
    'Laarhoven,van',
    'Lindeboom',
    'Meerkoet',
    'Molenwiek',
    'Nachtegaal',
    'Oever,van den',
    'Ooievaar',
    'Paardebloem',
    'Polderman',
    'Reiger,de',
    'Riethoven',
    'Rozenburg',
    'Scholekster',
    'Schuyt,van der',
    'Snoek',
    'Speelman',
    'Tuinstra',
    'Uilenburg',
    'Veldhuis,in ’t',
    'Vlierboom',
    'Vries,de',
    'Waard,van de',
    'Waterman',
    'Wezel,van',
    'Wijngaard,van den',
    'Wolfswinkel',
    'Zandstra',
    'Zilvermeeuw',
    'Zwaluwe,ter',
    'Coöps',
    'Daniël',
    'Möhlmann',
    'Sint Nicolaas',
    'Citroen-Blom',
    'Bruijn,de',
    'Haar,ter',
    'Kraan,uit de',
    'Noot,van der',
    'Pauw,de',
    'Ruiter,de',
    'Stroop',
    'Tak,van der',
    'Wind,de',
    'Zeeuw,de',
    'Aalbes',
    'Braambos,van',
  ].map((name) => name.replaceAll('’', "'")),
};

const turkish: Origin = {
  share: 7,
  land: '6043',
  nnca: '2',
  boys: list('Emre Yusuf Mert Kaan Ömer Çağan Hakan Barış'),
  girls: list('Elif Zeynep Ayşe Selin Gül Büşra Meryem İpek'),
  surnames: list('Yıldırım Çelik Öztürk Demirbaş Şahin Kılıç Güneş'),
};

const moroccan: Origin = {
  share: 6,
  land: '5022',
  nnca: '2',
  boys: list('Mohamed Ayoub Bilal Ilias Younes Hamza Zakaria'),
  girls: list('Amina Salma Ikram Naoual Yasmina Hafsa Soukaïna'),
  surnames: ['Amrani,el', 'Benali', 'Haddou', 'Idrissi,el', 'Tahiri', 'Zaïdi'],
};

const surinamese: Origin = {
  share: 6,
  land: '5007',
  nnca: '1',
  boys: list('Giovanni Jermaine Ravi Dwayne Xavier Shaquille'),
  girls: list('Chanella Priya Naomi Shanice Anjali Joëlle'),
  surnames: ['Blijd', 'Ramcharan', 'Pinas', 'Goedhoop', 'Kromopawiro', 'Jong-A-Fat'],
};

const polish: Origin = {
  share: 4,
  land: '7028',
  nnca: '2',
  boys: list('Łukasz Paweł Jakub Kacper'),
  girls: list('Zofia Małgorzata Oliwia Natalia'),
  surnames: list('Wiśniewski Kowalczyk Zieliński Dąbrowski Wójcik'),
};

const somali: Origin = {
  share: 3,
  land: '6013',
  nnca: '2',
  boys: list('Abdi Liban Mahad Guled'),
  girls: list('Hodan Ifrah Sagal Ayaan'),
  surnames: list('Warsame Farah Jimale Abdullahi'),
};

export const origins: readonly Origin[] = [dutch, turkish, moroccan, surinamese, polish, somali];

/** Streets of Oefenstad. The letters of a postcode follow from the street; 1234 is no existing postcode area. */
export const streets: readonly string[] = [
  'Ahornlaan',
  'Berkenstraat',
  'Ceintuurbaan',
  'Dorpsplein',
  'Eikenlaan',
  'Fluitekruidpad',
  'Graanmarkt',
  'Havenkade',
  'IJsvogelstraat',
  'Jonkerstraat',
  'Kastanjehof',
  'Lindelaan',
  'Molenweg',
  'Noordersingel',
  'Oude Gracht',
  'Parkweg',
  'Raadhuisstraat',
  'Schoolstraat',
  'Tolhuisweg',
  'Vijverlaan',
  'Weidestraat',
  'Zonnebloemstraat',
];

/** Postcode of a street, side by side: even and odd house numbers differ. */
export const postcodeOf = (street: number, huisnummer: number): string =>
  `1234${'ABCDEGHJKLMNPRTVWXZ'.charAt(street % 19)}${'ABCDEGHJ'.charAt(Math.floor(street / 19) * 2 + (huisnummer % 2))}`;
