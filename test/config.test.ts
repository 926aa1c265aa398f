import { tmpdir } from 'node:os';
import { expect } from 'chai';
import { ConfigError, readConfig } from '../src/config.ts';

const lire = (environnement: Record<string, string>) => readConfig(tmpdir(), environnement);
const AZURE = { MicrosoftAppId: 'app', MicrosoftAppTenantId: 'locataire', MicrosoftAppPassword: 'mot' };

describe('réglages', () => {
  it('a des valeurs sûres par défaut : cette machine seulement, en démonstration', () => {
    expect(lire({})).to.deep.include({
      port: 3978,
      host: '127.0.0.1',
      region: '32',
      demonstration: true,
      credentials: null,
      rateLimit: { parMinute: 60 },
    });
  });
  it('ne va chercher les avis que si on le demande', () => {
    expect(lire({}).refreshNotices).to.equal('off');
    expect(lire({ REFRESH_NOTICES: 'daily' }).refreshNotices).to.deep.equal({ heure: '05:10' });
    expect(lire({ REFRESH_NOTICES: '06:30' }).refreshNotices).to.deep.equal({ heure: '06:30' });
  });
  it('anonymise après cinq ans, sauf si l’on en décide autrement', () => {
    expect(lire({}).retention).to.deep.equal({ mois: 60 });
    expect(lire({ RETENTION_MONTHS: '36' }).retention).to.deep.equal({ mois: 36 });
    expect(lire({ RETENTION_MONTHS: 'off' }).retention).to.equal('off');
  });
  it('donne ses liens à l’adresse publique, ou à celle de cette machine', () => {
    expect(lire({}).publicUrl).to.equal('http://localhost:3978');
    expect(lire({ PORT: '80', HOST: '0.0.0.0', ...AZURE }).publicUrl).to.equal('http://localhost:80');
    expect(lire({ PUBLIC_URL: 'https://clausette.example/' }).publicUrl).to.equal('https://clausette.example');
  });
  it('refuse d’écouter ailleurs sans identité, et dit pourquoi', () => {
    expect(() => lire({ HOST: '0.0.0.0' })).to.throw(ConfigError, /HOST vaut 0\.0\.0\.0.*facilitateur/);
  });
  it('écoute ailleurs avec une identité, sans démonstration', () => {
    expect(lire({ HOST: '0.0.0.0', ...AZURE })).to.deep.include({ host: '0.0.0.0', demonstration: false });
  });
  it('lit une identité managée sans mot de passe', () => {
    const { credentials } = lire({
      MicrosoftAppId: 'a',
      MicrosoftAppTenantId: 'l',
      MicrosoftAppType: 'UserAssignedMSI',
    });
    expect(credentials).to.deep.equal({
      MicrosoftAppId: 'a',
      MicrosoftAppTenantId: 'l',
      MicrosoftAppType: 'UserAssignedMSI',
    });
  });
  for (const [nom, environnement, motif] of [
    ['un port qui n’en est pas un', { PORT: 'abc' }, /PORT/],
    ['une limite mal écrite', { RATE_LIMIT: 'jamais' }, /RATE_LIMIT/],
    ['une heure d’actualisation impossible', { REFRESH_NOTICES: '25:00' }, /REFRESH_NOTICES.*« daily »/],
    ['une source qui n’est pas une adresse', { BOAMP_URL: 'boamp' }, /BOAMP_URL/],
    ['une conservation d’un mois', { RETENTION_MONTHS: '1' }, /RETENTION_MONTHS.*« off »/],
    ['une adresse publique qui n’en est pas une', { PUBLIC_URL: 'clausette' }, /PUBLIC_URL/],
    ['une région mal écrite', { REGION: 'HDF' }, /REGION/],
    ['une identité sans mot de passe', { MicrosoftAppId: 'a', MicrosoftAppTenantId: 'l' }, /MicrosoftAppPassword/],
    ['une identité sans locataire', { MicrosoftAppId: 'a', MicrosoftAppPassword: 'm' }, /MicrosoftAppTenantId/],
    ['un mot de passe seul', { MicrosoftAppPassword: 'm' }, /MicrosoftAppId/],
    ['un type d’identité inconnu', { ...AZURE, MicrosoftAppType: 'MultiTenant' }, /MicrosoftAppType/],
  ] as const) {
    it(`refuse ${nom} en nommant le réglage`, () => {
      expect(() => lire(environnement)).to.throw(ConfigError, motif);
    });
  }
});
