import { createContext, useContext } from 'react';
import { mayDo, type Access, type Role } from '../../shared/api/roles.ts';

/** The role of the user at work; undefined while nobody is. */
export const RoleContext = createContext<Role | undefined>(undefined);

/** Tells what the user at work may do. What he may not is hidden; the core refuses it in any case. */
export function useMay(): (wanted: Access) => boolean {
  const role = useContext(RoleContext);
  return (wanted) => mayDo(role, wanted);
}
