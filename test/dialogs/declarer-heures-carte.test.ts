import { expect } from 'chai';
import type { Carte, Reponse } from '../../dialogs/kit/reply.ts';
import { dessinerCarte } from '../../src/channels/carte.ts';
import { lireSoumission } from '../../src/channels/entree.ts';
import { Clausette, lisible } from '../support/clausette.ts';

const carteDe = (reponses: readonly Reponse[]): Carte => {
  const carte = reponses.findLast((reponse) => reponse.carte !== undefined)?.carte;
  if (!carte) throw new Error('aucune carte');
  return carte;
};

/** Données que le client renvoie : celles du bouton, plus chaque champ, changé ou non. */
const soumettre = (carte: Carte, change: Readonly<Record<string, string>> = {}, bouton = 0) => ({
  ...Object.fromEntries((carte.champs ?? []).map(({ id, valeur }): [string, string] => [id, valeur])),
  ...carte.actions[bouton]?.donnees,
  ...change,
});

const PHRASE = '35 h pour P-0231 école Pasteur la semaine dernière';

describe('carte d’heures modifiable', function () {
  this.timeout(30_000);
  let clausette: Clausette;
  beforeEach(async () => {
    clausette = await Clausette.create();
  });
  afterEach(() => clausette.close());

  const presser = (donnees: Readonly<Record<string, string>>, reste = {}) =>
    clausette.dire('oui', { donnees, ...reste });

  it('montre chaque champ avec sa valeur', async () => {
    const { champs = [] } = carteDe(await clausette.dire(PHRASE));
    const valeurs = Object.fromEntries(champs.map(({ id, valeur }) => [id, valeur]));
    expect(valeurs).to.deep.equal({
      heures: '35',
      beneficiaire: 'P-0231',
      operation: 'E-1',
      du: '2026-11-09',
      au: '2026-11-15',
      entreprise: '',
      sexe: '',
      publics: '',
      modalite: '',
    });
  });
  it('se dessine en Adaptive Card, avec un texte de repli', async () => {
    const carte = carteDe(await clausette.dire(PHRASE));
    const { content } = dessinerCarte(carte, 'repli', 'messageBack');
    const corps = JSON.stringify(content);
    for (const genre of ['Input.Number', 'Input.Date', 'Input.Text', 'Input.ChoiceSet', '"isMultiSelect":true'])
      expect(corps).to.contain(genre);
    expect(content.fallbackText).to.equal('repli');
    // Repliés derrière un bouton, les champs n'allongent pas la carte.
    expect(corps).to.contain('"isVisible":false').and.to.contain('Action.ToggleVisibility');
  });
  it('lit un nombre renvoyé en nombre par le client', () => {
    expect(lireSoumission({ action: 'heures.enregistrer', heures: 28.5 }).donnees).to.deep.equal({
      action: 'heures.enregistrer',
      heures: '28.5',
    });
  });
  it('enregistre les champs changés sur la carte', async () => {
    const carte = carteDe(await clausette.dire(PHRASE));
    const changes = { heures: '28,5', operation: 'E-2', sexe: 'F', publics: 'RSA,QPV', entreprise: 'Ets Caudron' };
    expect(lisible(await presser(soumettre(carte, changes)))).to.contain('enregistré : 28,5 h');
    const [active] = await clausette.services.registre.saisies(['essai/m1#0']);
    expect(active?.ligne).to.deep.include({
      heures: 28.5,
      operation: 'E-2',
      sexe: 'F',
      publics: ['RSA', 'QPV'],
      entreprise: 'Ets Caudron',
      beneficiaire: 'P-0231',
    });
  });
  it('prend pour vide un champ que le client n’a pas renvoyé', async () => {
    const carte = carteDe(await clausette.dire(`${PHRASE} chez Batinord, RSA, femme`));
    const { entreprise: _, publics: __, sexe: ___, ...reste } = soumettre(carte);
    await presser(reste);
    const [active] = await clausette.services.registre.saisies(['essai/m1#0']);
    expect(active?.ligne).to.deep.include({ entreprise: null, publics: [], sexe: null, heures: 35 });
  });
  it('ne change rien quand seul le bouton est renvoyé (console)', async () => {
    const carte = carteDe(await clausette.dire(`${PHRASE} chez Batinord`));
    await presser(carte.actions[0]?.donnees ?? {});
    const [active] = await clausette.services.registre.saisies(['essai/m1#0']);
    expect(active?.ligne.entreprise).to.equal('Batinord');
  });
  it('revérifie avant d’écrire : un doute nouveau se redemande', async () => {
    const carte = carteDe(await clausette.dire(PHRASE));
    const reponses = await presser(soumettre(carte, { du: '2026-11-09', au: '2026-11-09' }));
    expect(lisible(reponses)).to.contain('plus de 24 h');
    expect(await clausette.total()).to.equal(0);
    expect(lisible(await clausette.dire('7 h'))).to.contain('7 h');
    await clausette.dire('oui');
    expect(await clausette.total()).to.equal(7);
  });
  it('remet à l’endroit des bornes inversées, et le demande', async () => {
    const carte = carteDe(await clausette.dire(PHRASE));
    const reponses = await presser(soumettre(carte, { du: '2026-11-15', au: '2026-11-09' }));
    expect(lisible(reponses)).to.contain('précède');
    expect(await clausette.total()).to.equal(0);
  });
  it('remplace par un code un nom tapé dans la carte', async () => {
    const carte = carteDe(await clausette.dire(PHRASE));
    await presser(soumettre(carte, { beneficiaire: 'Farid Zaoui' }));
    const [active] = await clausette.services.registre.saisies(['essai/m1#0']);
    expect(active?.ligne.beneficiaire).to.match(/^P-[A-Z0-9]{6}$/);
  });
  it('n’enregistre qu’une fois un double clic et une activité redonnée', async () => {
    const carte = carteDe(await clausette.dire(PHRASE));
    await presser(soumettre(carte), { id: 'clic' });
    await presser(soumettre(carte), { id: 'clic' });
    expect(lisible(await presser(soumettre(carte)))).to.contain('déjà enregistrées');
    expect(await clausette.total()).to.equal(35);
  });
  it('dit qu’une carte dépassée l’est, sans écrire, et remontre la saisie', async () => {
    const ancienne = carteDe(await clausette.dire(PHRASE));
    await clausette.dire('non, 28');
    const reponses = await presser(soumettre(ancienne));
    expect(lisible(reponses)).to.contain('la saisie a changé depuis').and.to.contain('28 h');
    expect(await clausette.total()).to.equal(0);
  });
  it('dit d’une vieille carte qu’elle a été abandonnée, même après un redémarrage', async () => {
    const carte = carteDe(await clausette.dire(PHRASE));
    await presser(soumettre(carte, {}, 1));
    await clausette.redemarrer();
    expect(lisible(await presser(soumettre(carte)))).to.contain('abandonnée');
    expect(await clausette.total()).to.equal(0);
  });
  it('dit d’une carte en attente qu’elle reviendra', async () => {
    const premiere = carteDe(await clausette.dire(PHRASE));
    await clausette.dire('7 h hier pour P-0300 collège Camus');
    expect(lisible(await presser(soumettre(premiere)))).to.contain('mise en attente');
    expect(await clausette.total()).to.equal(0);
  });
  it('change les heures de chaque ligne d’un message à plusieurs', async () => {
    const carte = carteDe(await clausette.dire('35 h chacun pour P-0231 et P-0232 école Pasteur la semaine dernière'));
    expect(carte.champs?.map(({ id }) => id)).to.deep.equal(['heures-0', 'heures-1']);
    await presser(soumettre(carte, { 'heures-1': '20' }));
    expect(await clausette.total()).to.equal(55);
  });
});
