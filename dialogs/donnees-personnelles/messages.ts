export const explication = [
  '**Ce que Clausette garde**',
  '- **Vous qui parlez** : votre identifiant de compte, votre rôle, un libellé de structure, et la saisie en cours. Le texte de vos messages n’est pas gardé.',
  '- **Les personnes dont vous déclarez les heures** : un **code**, jamais un nom ; leurs publics, leur sexe, leur année de naissance si vous la donnez, leurs heures, l’opération, l’entreprise et la situation à la sortie.',
  '- **Les questions restées sans réponse** : leur texte, noms et numéros masqués, pour que les fiches s’améliorent.',
  'Pour une personne précise, donnez son code : « quelles données sur P-0231 ». Le registre des traitements est à l’adresse `/registre-traitements` de ce service.',
].join('\n');
