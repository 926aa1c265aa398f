import { expect } from 'chai';
import fc from 'fast-check';
import { versActivites } from '../../src/channels/activite.ts';
import { couper, poserRenvois } from '../../src/channels/citations.ts';
import { ecrireHeureLocale, lireHeureLocale } from '../../src/channels/heure-locale.ts';

const citation = (numero: number) => ({
  id: `ccp-${numero}`,
  libelle: `Art. L2113-${numero} du code de la commande publique`,
  lien: `https://exemple.fr/${numero}`,
  extrait: 'mot '.repeat(80).trim(),
  enVigueurDu: null,
  luLe: '2026-11-21',
});

describe('activités sortantes', () => {
  it('donne à Teams une seule entité, numérotée comme les renvois du texte, dans ses bornes', () => {
    const [activite] = versActivites({ texte: 'Oui.', citations: [citation(12), citation(13)] }, { canal: 'msteams' });
    expect(activite?.text).to.match(/^Oui\.\n\nSources : \[Art\. L2113-12 .*\) \[1\] · \[Art\. .*\) \[2\]$/);
    expect(activite?.entities).to.have.length(1);
    const citations = activite?.entities?.[0]?.citation ?? [];
    expect(citations.map(({ position }) => position)).to.deep.equal([1, 2]);
    for (const { appearance } of citations) {
      expect(appearance.name.length).to.be.at.most(80);
      expect(appearance.abstract.length).to.be.within(100, 160);
    }
  });

  it('ne met pas d’entité sans citation, ni plus de vingt citations', () => {
    expect(versActivites({ texte: 'Bonjour' }, { canal: 'msteams' })[0]).to.not.have.property('entities');
    const citations = Array.from({ length: 25 }, (_, rang) => citation(rang));
    expect(versActivites({ texte: 'x', citations }, { canal: 'msteams' })[0]?.entities?.[0]?.citation).to.have.length(
      20,
    );
  });

  it('dessine la carte en Adaptive Card 1.5, avec ce que chaque bouton aurait fait taper', () => {
    const carte = {
      titre: 'Saisie',
      lignes: [{ libelle: 'Heures', valeur: '35' }],
      actions: [{ titre: 'Valider', donnees: { action: 'valider' }, texte: 'oui', style: 'positif' as const }],
    };
    const [piece] = versActivites({ texte: 'Repli', carte }, { canal: 'msteams' })[0]?.attachments ?? [];
    expect(piece?.content).to.deep.include({ version: '1.5', fallbackText: 'Repli' });
    expect(piece?.content.actions).to.deep.equal([
      {
        type: 'Action.Submit',
        title: 'Valider',
        style: 'positive',
        data: { action: 'valider', msteams: { type: 'messageBack', text: 'oui', displayText: 'Valider' } },
      },
    ]);
  });

  it('abrège le texte là où la carte se voit, et dit tout ailleurs', () => {
    const carte = { titre: 'Saisie', lignes: [], actions: [], abrege: '35 h : je l’enregistre ?' };
    const textes = ['msteams', 'directline', 'sms'].map(
      (canal) => versActivites({ texte: 'Heures : 35 h', carte }, { canal })[0]?.text,
    );
    expect(textes).to.deep.equal([carte.abrege, carte.abrege, 'Heures : 35 h']);
    const [piece] = versActivites({ texte: 'Heures : 35 h', carte }, { canal: 'msteams' })[0]?.attachments ?? [];
    expect(piece?.content.fallbackText).to.equal('Heures : 35 h');
  });

  it('propose « utile / pas utile » dans Teams seulement', () => {
    const reponse = { texte: 'x', avis: { fiche: 'f' } };
    expect(versActivites(reponse, { canal: 'msteams' })[0]?.channelData).to.deep.equal({ feedbackLoopEnabled: true });
    expect(versActivites(reponse, { canal: 'directline' })[0]).to.not.have.property('channelData');
  });
});

describe('renvois', () => {
  it('suit le lien de l’article quand le texte le nomme', () => {
    const { libelle, lien } = citation(12);
    expect(poserRenvois(`Voir [${libelle}](${lien}) ou non.`, [citation(12)])).to.equal(
      `Voir [${libelle}](${lien}) [1] ou non.`,
    );
    expect(poserRenvois(`Voir ${libelle}.`, [citation(12)])).to.equal(`Voir ${libelle} [1].`);
  });

  it('ne touche pas à un texte qui les porte déjà', () => {
    expect(poserRenvois('Oui [1].', [citation(12)])).to.equal('Oui [1].');
  });

  it('coupe sans dépasser ni toucher un texte court', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 2, max: 200 }), (texte, max) => {
        const coupe = couper(texte, max);
        return coupe.length <= max && (texte.length > max || coupe === texte);
      }),
    );
  });
});

describe('heure locale', () => {
  const maintenant = new Date('2026-07-01T22:30:00Z');

  for (const [localTimestamp, localTimezone, lue] of [
    ['2026-11-21T10:00:00+01:00', undefined, '2026-11-21T10:00:00+01:00'],
    ['2026-11-21T10:00:00.123-04:00', 'Europe/Paris', '2026-11-21T10:00:00.123-04:00'],
    ['2026-11-21T23:30:00Z', 'Europe/Paris', '2026-11-22T00:30:00+01:00'],
    ['2026-11-21T23:30:00.000Z', undefined, '2026-11-22T00:30:00+01:00'],
    [undefined, 'America/Martinique', '2026-07-01T18:30:00-04:00'],
    [undefined, 'Pays/Imaginaire', '2026-07-02T00:30:00+02:00'],
    ['hier', undefined, '2026-07-02T00:30:00+02:00'],
    ['2026-13-45T10:00:00+01:00', undefined, '2026-07-02T00:30:00+02:00'],
  ] as const) {
    it(`lit ${localTimestamp ?? 'rien'} (${localTimezone ?? 'sans fuseau'}) comme ${lue}`, () => {
      expect(lireHeureLocale({ localTimestamp, localTimezone }, maintenant)).to.equal(lue);
    });
  }

  it('écrit toujours un décalage', () => {
    expect(ecrireHeureLocale(maintenant, 'UTC')).to.equal('2026-07-01T22:30:00+00:00');
  });
});
