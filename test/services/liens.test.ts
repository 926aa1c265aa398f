import { expect } from 'chai';
import { DEMANDE_VIDE } from '../../src/domain/indicateurs/demande.ts';
import { createLiens, MINUTES } from '../../src/services/liens.ts';

const DEBUT = Date.parse('2026-11-21T09:00:00Z');
const RELEVE = { type: 'releve', entreprise: 'Batinord', mois: '2026-10' } as const;

const jetonDe = (adresse: string): string => new URL(adresse).searchParams.get('jeton') ?? '';

describe('liens signés', () => {
  let instant = DEBUT;
  const creer = (secret = 'secret') =>
    createLiens({ secret, publicUrl: 'https://clausette.example', maintenant: () => new Date(instant) });
  beforeEach(() => {
    instant = DEBUT;
  });

  it('ouvrent ce pour quoi ils ont été donnés, et rien d’autre', () => {
    const liens = creer();
    const donnes = liens.creer(RELEVE, 'compte-f');
    expect(donnes.page).to.match(/^https:\/\/clausette\.example\/documents\/releve\?jeton=/);
    expect(liens.lire(jetonDe(donnes.classeur))).to.deep.equal({ type: 'valable', compte: 'compte-f', portee: RELEVE });
    const heures = liens.creer({ type: 'heures', demande: DEMANDE_VIDE }, 'compte-f');
    expect(heures).to.deep.include({ page: null, minutes: MINUTES });
  });
  it('ne disent ni le compte ni l’entreprise dans l’adresse', () => {
    const { classeur } = creer().creer(RELEVE, 'compte-f');
    const octets = Buffer.from(jetonDe(classeur), 'base64url').toString('latin1');
    for (const mot of ['Batinord', 'compte-f', '2026-10']) expect(`${classeur}${octets}`).to.not.contain(mot);
  });
  it('périment au bout d’une demi-heure', () => {
    const liens = creer();
    const jeton = jetonDe(liens.creer(RELEVE, 'c').classeur);
    instant = DEBUT + MINUTES * 60_000 - 1;
    expect(liens.lire(jeton).type).to.equal('valable');
    instant += 1;
    expect(liens.lire(jeton)).to.deep.equal({ type: 'perime' });
  });
  it('sont faux dès qu’un signe change, ou avec le secret d’un autre dépôt', () => {
    const liens = creer();
    const jeton = jetonDe(liens.creer(RELEVE, 'c').classeur);
    expect(creer('autre').lire(jeton)).to.deep.equal({ type: 'faux' });
    for (let place = 0; place < jeton.length - 1; place += 1) {
      const change = `${jeton.slice(0, place)}${jeton[place] === 'A' ? 'B' : 'A'}${jeton.slice(place + 1)}`;
      expect(liens.lire(change).type, String(place)).to.equal('faux');
    }
    for (const vide of ['', 'abc', 'é'.repeat(60)]) expect(liens.lire(vide).type).to.equal('faux');
  });
});
