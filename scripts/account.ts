import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { Role } from '../src/domain/roles.ts';
import { rootFolder } from '../src/root.ts';
import { openJsonStore } from '../src/store/json/open.ts';

// Ouvre, change ou liste les comptes.
//   npm run account -- add IDENTIFIANT --role facilitateur --label "PLIE du Douaisis" --structure plie-douaisis
//   npm run account -- list

const AIDE = `Usage :
  npm run account -- add IDENTIFIANT --role facilitateur|coordinateur|administrateur|visiteur --label "Libellé" [--structure ID]
  npm run account -- list
L’identifiant est celui que Clausette donne à la personne (aadObjectId dans Teams). Le libellé ne contient pas de nom.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { role: { type: 'string' }, label: { type: 'string' }, structure: { type: 'string' } },
});
const [commande, id] = positionals;
const store = openJsonStore(readConfig(rootFolder()).storeDir);

const ajouter = async (): Promise<string> => {
  const role = Role.safeParse(values.role);
  if (id === undefined || !role.success || values.label === undefined) return AIDE;
  await store.comptes.put([{ id, role: role.data, libelle: values.label, structure: values.structure ?? null }]);
  return `Compte ${id} : ${role.data}, « ${values.label} ».`;
};

const lister = async (): Promise<string> => {
  const comptes = await store.comptes.all();
  return (
    comptes
      .map(({ id: cle, role, libelle, structure }) => `${cle}  ${role}  ${libelle}  ${structure ?? ''}`)
      .join('\n') || 'Aucun compte.'
  );
};

const texte = commande === 'add' ? await ajouter() : commande === 'list' ? await lister() : AIDE;
if (texte === AIDE) process.exitCode = 2;
process.stdout.write(`${texte}\n`);
await store.close();
