/** Identité du robot dans Azure, sous les noms qu'Azure Bot leur donne ; `null` sans identité (essais en local). */
export interface Credentials {
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppType: 'SingleTenant' | 'UserAssignedMSI';
  readonly MicrosoftAppTenantId: string;
  /** Absent pour une identité managée. */
  readonly MicrosoftAppPassword?: string;
}
