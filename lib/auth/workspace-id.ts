declare const brand: unique symbol

/** A workspace the caller was let into. Only `auth/context.ts`, keys and jobs mint one, after their check. */
export type WorkspaceId = string & { readonly [brand]: 'WorkspaceId' }

/** For the places that have just checked a membership, a key or a job's row: everybody else receives one. */
export const mintWorkspaceId = (id: string): WorkspaceId => id as WorkspaceId
